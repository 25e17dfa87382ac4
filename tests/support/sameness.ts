import { SESSION_COOKIE_PREFIX } from '#platform/http/headers.ts';
import type { TestNode } from './node.ts';

/** An answer as a reader sees it. */
interface Seen {
  status: number;
  location: string | null;
  type: string | null;
  body: Buffer;
}

async function see(node: TestNode, path: string, headers?: Record<string, string>): Promise<Seen> {
  // Errors come as pages to those who ask for pages; the front asks for pages.
  const response = await node.get(path, { accept: 'text/html, */*;q=0.1', ...headers });
  return {
    status: response.status,
    location: response.headers.get('location'),
    type: response.headers.get('content-type'),
    body: Buffer.from(await response.arrayBuffer()),
  };
}

/**
 * Compares what readers get at some paths, from the cache and made of what is remembered, with the same pages made
 * anew: a query is never answered from the cache, and for whoever brings a session nothing is remembered.
 * @returns a sentence for each path that differs or fails, with the first lines that do
 */
export async function differences(node: TestNode, paths: readonly string[]): Promise<string[]> {
  const found: string[] = [];
  const waiting = [...paths];
  const compare = async () => {
    for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
      const cached = await see(node, path);
      const fresh = await see(node, `${path}?fresh`, { cookie: `${SESSION_COOKIE_PREFIX}fresh=1` });
      const remembered = await see(node, `${path}?remembered`);
      const said = difference(cached, fresh) ?? difference(remembered, fresh);
      if (said) found.push(`${path}: ${said}`);
    }
  };
  await Promise.all(Array.from({ length: 4 }, compare));
  return found.sort();
}

function difference(cached: Seen, fresh: Seen): string | null {
  if (fresh.status >= 500) return `answers ${fresh.status}`;
  for (const part of ['status', 'location', 'type'] as const)
    if (cached[part] !== fresh[part]) return `${part} is ${cached[part]}, made anew it is ${fresh[part]}`;
  if (cached.body.equals(fresh.body)) return null;
  const [old, made] = [cached, fresh].map(({ body }) => body.toString().split('\n'));
  const line = old!.findIndex((text, index) => text !== made![index]);
  const at = Math.max(0, [...(old![line] ?? '')].findIndex((c, i) => c !== made![line]?.[i]) - 60);
  const [stale, now] = [old, made].map((lines) => lines![line]?.slice(at, at + 300));
  return `line ${line + 1} is\n  ${stale}\nmade anew it is\n  ${now}`;
}
