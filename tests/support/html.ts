/** What a page says of itself, read from its source without a browser. */
export interface Page {
  lang: string | undefined;
  dir: string | undefined;
  title: string | undefined;
  headings: string[];
  canonical: string | undefined;
  /** Addresses by language, `x-default` included. */
  alternates: Record<string, string>;
  ids: string[];
  /** Every address that the page links to or loads, entities resolved, in order. */
  addresses: string[];
  scripts: string[];
}

/** Reads a page written by this project: attributes in double quotes, as its renderer writes them. */
export function readPage(html: string): Page {
  const tags = [...html.matchAll(/<([a-z][a-z0-9]*)\b((?:[^>"]|"[^"]*")*)>/g)].map(
    ([, name = '', attributes = '']) => ({
      name,
      attributes: Object.fromEntries(
        [...attributes.matchAll(/([a-z-]+)="([^"]*)"/g)].map(([, key, value]) => [key, resolve(value!)]),
      ) as Record<string, string>,
    }),
  );
  const links = tags.filter(({ name }) => name === 'link').map(({ attributes }) => attributes);
  const root = tags.find(({ name }) => name === 'html')?.attributes;
  return {
    lang: root?.['lang'],
    dir: root?.['dir'],
    title: resolve(/<title>([^<]*)<\/title>/.exec(html)?.[1] ?? '') || undefined,
    headings: [...html.matchAll(/<h1\b[^>]*>([\s\S]*?)<\/h1>/g)].map(([, inner]) => plain(inner!)),
    canonical: links.find(({ rel }) => rel === 'canonical')?.['href'],
    alternates: Object.fromEntries(
      links.filter(({ hreflang }) => hreflang).map(({ hreflang, href }) => [hreflang, href]),
    ),
    ids: tags.flatMap(({ attributes }) => attributes['id'] ?? []),
    addresses: tags.flatMap(({ attributes }) => attributes['href'] ?? attributes['src'] ?? []),
    scripts: tags.filter(({ name }) => name === 'script').map(({ attributes }) => attributes['type'] ?? ''),
  };
}

/** The words of a piece of a page. */
export function plain(html: string): string {
  return resolve(html.replaceAll(/<[^>]*>/g, ' '))
    .replaceAll(/\s+/g, ' ')
    .trim();
}

function resolve(text: string): string {
  const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"' };
  return text.replaceAll(/&(?:#(\d+)|([a-z]+));/g, (whole, code?: string, name?: string) =>
    code ? String.fromCodePoint(Number(code)) : (named[name!] ?? whole),
  );
}
