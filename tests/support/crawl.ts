import { readPage } from './html.ts';
import { publicPages, type TestNode } from './node.ts';

/** Every path the node answers with something of its records, in some languages: pages, their files, their data. */
export async function everyPath(node: TestNode, languages: readonly string[]): Promise<string[]> {
  const pages = (await publicPages(node)).filter((page) => languages.includes(page.slice(1, 3)));
  const found = new Set(['/sitemap.xml', ...pages, ...pages.map((page) => `${page}/__data.json`)]);
  for (const page of pages) {
    const { addresses } = readPage(await (await node.get(page)).text());
    for (const address of addresses) {
      const url = new URL(address, node.publicUrl + page);
      const spoken = languages.includes(url.pathname.split('/')[1]!);
      if (url.origin === node.publicUrl && spoken) found.add(url.pathname);
    }
  }
  return [...found].filter((path) => !path.endsWith('.png'));
}

/** What the node answers at some paths. */
export async function bodies(node: TestNode, paths: readonly string[]): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  const waiting = [...paths];
  const read = async () => {
    for (let path = waiting.shift(); path !== undefined; path = waiting.shift())
      found.set(path, await (await node.get(path)).text());
  };
  await Promise.all(Array.from({ length: 4 }, read));
  return found;
}
