import { readPage } from './html.ts';
import { publicPages, type TestNode } from './node.ts';

/** Every path the node answers with something of its records: pages, what they link to, and their data. */
export async function everyPath(node: TestNode): Promise<string[]> {
  const pages = await publicPages(node);
  const found = new Set(['/sitemap.xml', ...pages, ...pages.map((page) => `${page}/__data.json`)]);
  for (const page of pages) {
    const { addresses } = readPage(await (await node.get(page)).text());
    for (const address of addresses) {
      const url = new URL(address, node.publicUrl + page);
      if (url.origin === node.publicUrl && /^\/(fr|ar|en)\//.test(url.pathname)) found.add(url.pathname);
    }
  }
  return [...found].filter((path) => !path.endsWith('.png'));
}

/** What the node answers at some paths. */
export async function bodies(node: TestNode, paths: readonly string[]): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  for (const path of paths) found.set(path, await (await node.get(path)).text());
  return found;
}
