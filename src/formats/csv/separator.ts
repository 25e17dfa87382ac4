/** A first line "sep=;" names the separator to spreadsheets, which don't show it; `line` is empty where none does. */
export function namedSeparator(text: string): { line: string; separator: string | undefined } {
  const [line = '', separator] = /^"?sep=([;,\t|])"?(?:\n|$)/.exec(text) ?? [];
  return { line, separator };
}

/** The separator that stands most often in the first filled line, outside of quotation marks. */
export function separatorOf(text: string): string {
  const first =
    text
      .slice(0, 20_000)
      .split('\n')
      .find((line) => /[^\s;,]/.test(line)) ?? '';
  const bare = first.replace(/"[^"]*"/g, '');
  const counts = [';', ',', '\t'].map((mark) => ({ mark, count: bare.split(mark).length }));
  return counts.reduce((best, next) => (next.count > best.count ? next : best)).mark;
}
