import type { Plugin } from 'vite';

/** Where the compiled messages ask for a language's rules of plurals. */
const REGISTRY = /\/src\/paraglide\/registry\.js$/;

const MAKING = 'new Intl.PluralRules(locale, options).select(';

/**
 * The compiled messages make a language's rules of plurals anew for each message with a number, which costs
 * more than the rest of the message by far: a tenth of the work of the home page. This keeps them.
 */
export function withRememberedPlurals(): Plugin {
  return {
    name: 'indimaj-with-remembered-plurals',
    transform(code, id) {
      return REGISTRY.test(id.replaceAll('\\', '/')) ? { code: rememberPlurals(code), map: null } : undefined;
    },
  };
}

/** The registry, mended. @throws Error where it is not written as expected. */
export function rememberPlurals(code: string): string {
  const [before, after, ...more] = code.split(MAKING);
  if (before === undefined || after === undefined || more.length > 0)
    throw new Error(
      `The compiled messages don't say “${MAKING}” once any more: read src/paraglide/registry.js again, then mend or drop scripts/pages/remembered-plurals.ts`,
    );
  return `${before}rulesOf(locale, options).select(${after}
const rules = new Map();
function rulesOf(locale, options) {
	const key = locale + (options?.type ?? 'cardinal');
	let known = rules.get(key);
	if (!known) rules.set(key, (known = new Intl.PluralRules(locale, { type: options?.type })));
	return known;
}
`;
}
