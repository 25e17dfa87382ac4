import type { IncomingMessage } from 'node:http';
import { LARGEST_BODY, LARGEST_FORM } from './adapter.ts';
import { SESSION_COOKIE_PREFIX } from './headers.ts';

/** Whether this is a request with which somebody who is signed in may send a file. */
export function takesFiles(
  { headers, url = '' }: Pick<IncomingMessage, 'headers' | 'url'>,
  uploads: RegExp | undefined,
): boolean {
  return (uploads?.test(url) ?? false) && (headers.cookie?.includes(SESSION_COOKIE_PREFIX) ?? false);
}

/**
 * Why a body is not even read: it doesn't say how long it is, or it is longer than what is sent there. Node holds a
 * body to the length it says.
 * @param file whether {@link takesFiles} is true of it
 */
export function bodyRefusal(
  { headers, method }: Pick<IncomingMessage, 'headers' | 'method'>,
  file: boolean,
): 411 | 413 | null {
  if (method === 'GET' || method === 'HEAD') return null;
  if (headers['transfer-encoding'] !== undefined) return 411;
  return Number(headers['content-length'] ?? 0) > (file ? LARGEST_BODY : LARGEST_FORM) ? 413 : null;
}
