import { filesUnder, lineAt, textOf } from './files.ts';

/** A key as a source names it: whole, or the part before `${`. */
export interface Use {
  file: string;
  line: number;
  key: string;
  /** a key of that beginning is meant, whichever */
  prefix: boolean;
  /** certainly a message (`m.key`, `reason: 'key'`), not just a word that looks like one (`'key'`) */
  certain: boolean;
}

const forms: { pattern: RegExp; prefix: boolean; certain: boolean }[] = [
  { pattern: /\bm\.([a-z][a-z0-9_]*)/g, prefix: false, certain: true },
  { pattern: /\bm\[\s*['"]([a-z][a-z0-9_]*)['"]\s*\]/g, prefix: false, certain: true },
  { pattern: /\breason:\s*'([a-z][a-z0-9]*(?:_[a-z0-9]+)+)'/g, prefix: false, certain: true },
  { pattern: /['"]([a-z][a-z0-9]*(?:_[a-z0-9]+)+)['"]/g, prefix: false, certain: false },
  { pattern: /`([a-z][a-z0-9]*(?:_[a-z0-9]+)+)`/g, prefix: false, certain: false },
  { pattern: /`([a-z][a-z0-9]*(?:_[a-z0-9]+)*_)\$\{/g, prefix: true, certain: false },
];

/** Every place in the sources that names a message, or may. */
export function usesOf(root: string): Use[] {
  return filesUnder(root, 'src', 'cli', 'demo')
    .filter(isSource)
    .flatMap((file) => {
      const text = textOf(root, file);
      return forms.flatMap(({ pattern, prefix, certain }) =>
        [...text.matchAll(pattern)].map((found) => ({
          file,
          line: lineAt(text, found.index),
          key: found[1] ?? '',
          prefix,
          certain: certain && (found[0].startsWith('reason') || importsMessages(text)),
        })),
      );
    });
}

function isSource(path: string): boolean {
  return /\.(ts|js|svelte)$/.test(path) && !path.endsWith('.test.ts');
}

function importsMessages(text: string): boolean {
  return /import\s*\{[^}]*\bm\b[^}]*\}\s*from\s*'(#messages|[^']*paraglide\/messages(\.js)?)'/.test(text);
}
