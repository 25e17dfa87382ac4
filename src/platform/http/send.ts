import type { IncomingMessage, ServerResponse } from 'node:http';
import type { CachedPage } from '../cache/pages.ts';
import { chooseEncoding } from './encode.ts';

type Encoding = keyof CachedPage['bodies'];

/** What stands before a page's body in one encoding: names and values in turn, as Node sends them fastest. */
interface Head {
  etag: string;
  whole: string[];
  /** For a reader who has the page already. */
  unchanged: string[];
}

/**
 * Sends whole pages. What goes before a body is put together once for each page and encoding: for a page from
 * the cache, that is most of the work of an answer.
 * @param fixed headers on every answer
 */
export function pageSender(
  fixed: Readonly<Record<string, string>>,
): (request: IncomingMessage, response: ServerResponse, page: CachedPage) => void {
  const heads = new WeakMap<CachedPage, Partial<Record<Encoding, Head>>>();

  function headOf(page: CachedPage, encoding: Encoding): Head {
    let known = heads.get(page);
    if (!known) heads.set(page, (known = {}));
    return (known[encoding] ??= makeHead(page, encoding));
  }

  function makeHead({ status, headers, etag: hash, bodies }: CachedPage, encoding: Encoding): Head {
    const etag = `"${hash}-${encoding[0]}"`;
    const tag = status === 200 ? ['etag', etag] : [];
    const coding = encoding === 'identity' ? [] : ['content-encoding', encoding];
    const length = ['content-length', String(bodies[encoding]!.length)];
    // The page's own headers take the place of the fixed ones. What comes with 304 replaces what the reader has
    // kept (RFC 9111, section 3.2), the content policy included: there too it is the page's own.
    const all: Record<string, string> = { ...fixed, ...headers };
    const { 'content-type': _, ...kept } = all;
    return {
      etag,
      whole: [...Object.entries(all).flat(), ...tag, ...coding, ...length],
      unchanged: [
        ...Object.entries({ 'cache-control': 'no-cache', vary: 'accept-encoding', ...kept }).flat(),
        ...tag,
      ],
    };
  }

  return function send(request, response, page) {
    const encoding = chooseEncoding(request.headers['accept-encoding'], page.bodies);
    const { etag, whole, unchanged } = headOf(page, encoding);
    if (page.status === 200 && request.headers['if-none-match']?.includes(etag)) {
      response.writeHead(304, unchanged).end();
      return;
    }
    response.writeHead(page.status, whole);
    response.end(request.method === 'HEAD' ? undefined : page.bodies[encoding]);
  };
}
