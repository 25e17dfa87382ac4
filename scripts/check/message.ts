/** What the checks know of one message of inlang's message format. */
export interface Message {
  /** every text it can show: one, or one per variant */
  texts: string[];
  /** names of the inputs it takes, sorted */
  inputs: string[];
  /** for each local variable that is a plural: its categories that have a variant, `*` for the rest */
  plurals: Map<string, { categories: Set<string>; type: Intl.PluralRuleType }>;
}

interface Variants {
  declarations?: string[];
  selectors?: string[];
  match?: Record<string, string>;
}

/**
 * Reads one value of a message file: a text, or `[{ declarations, selectors, match }]`.
 * @returns undefined for anything else (nested objects are not used in this project)
 */
export function parseMessage(value: unknown): Message | undefined {
  if (typeof value === 'string')
    return { texts: [value], inputs: sorted(placeholders(value)), plurals: new Map() };
  const variants: Variants | undefined = Array.isArray(value) && value.length === 1 ? value[0] : undefined;
  if (typeof variants?.match !== 'object' || variants.match === null) return undefined;
  const texts = Object.values(variants.match);
  if (texts.some((text) => typeof text !== 'string')) return undefined;
  const locals = localsOf(variants.declarations ?? []);
  const declared = (variants.declarations ?? []).flatMap((line) => line.match(/^input\s+(\w+)/)?.[1] ?? []);
  const used = texts.flatMap(placeholders).filter((name) => !locals.has(name));
  return {
    texts,
    inputs: sorted([...declared, ...used]),
    plurals: pluralsOf(locals, Object.keys(variants.match)),
  };
}

/** The names in `{…}` of a text: variables and, with their sign, markup (`#b`, `/b`); escaped braces are text. */
export function placeholders(text: string): string[] {
  const plain = text.replaceAll('\\\\', '').replaceAll('\\{', '').replaceAll('\\}', '');
  return [...plain.matchAll(/\{\s*([#/]?\w+)[^}]*\}/g)].map(([, name = '']) => name);
}

/** High punctuation of French and what must stand before or after it; addresses and hours have none of these. */
const frenchSpaces: [wrong: RegExp, instead: string][] = [
  [/[^\u202f!?…][;!?](?=[\s\u00a0)»”]|$)|[ \u00a0][;!?]/, 'U+202F (narrow, no break) before ; ! ?'],
  [/[^\u00a0]:(?=[\s\u00a0)»”]|$)|[ \u202f]:/, 'U+00A0 (no break) before :'],
  [/«(?!\u00a0)|(?<!\u00a0)»/, 'U+00A0 (no break) inside « »'],
];

/**
 * Where the spaces of French punctuation are missing or may break: the words around it and what belongs there
 * (Lexique des règles typographiques en usage à l'Imprimerie nationale, “ponctuation”).
 */
export function looseFrench(text: string): { words: string; instead: string } | undefined {
  for (const [wrong, instead] of frenchSpaces) {
    const found = wrong.exec(text);
    if (found) return { words: text.slice(Math.max(0, found.index - 12), found.index + 4).trim(), instead };
  }
  return undefined;
}

/** `local x = count: plural type=ordinal` → x: formatter and options. */
function localsOf(declarations: string[]): Map<string, { formatter: string; ordinal: boolean }> {
  return new Map(
    declarations.flatMap((line) => {
      const found = line.match(/^local\s+(\w+)\s*=\s*\w+\s*:\s*(\w+)(.*)$/);
      if (!found?.[1] || !found[2]) return [];
      return [
        [found[1], { formatter: found[2], ordinal: /type\s*=\s*ordinal/.test(found[3] ?? '') }] as const,
      ];
    }),
  );
}

function pluralsOf(locals: ReturnType<typeof localsOf>, conditions: string[]): Message['plurals'] {
  const plurals: Message['plurals'] = new Map();
  for (const [name, { formatter, ordinal }] of locals) {
    if (formatter !== 'plural') continue;
    const categories = conditions.flatMap((condition) =>
      condition.split(',').flatMap((pair) => {
        const [variable, category] = pair.split('=').map((piece) => piece.trim());
        return variable === name && category ? [category] : [];
      }),
    );
    // A local that no variant asks about only formats: it needs no categories.
    if (categories.length > 0)
      plurals.set(name, { categories: new Set(categories), type: ordinal ? 'ordinal' : 'cardinal' });
  }
  return plurals;
}

function sorted(names: string[]): string[] {
  return [...new Set(names)].toSorted();
}
