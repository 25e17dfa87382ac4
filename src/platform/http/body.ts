import type { IncomingMessage } from 'node:http';
import { LARGEST_BODY, LARGEST_FORM } from './adapter.ts';

/**
 * Why a body is not even read: it doesn't say how long it is, or it is longer than what is sent there. Node holds a
 * body to the length it says.
 * @param takesFiles whether files are sent to this address, by whoever this is
 */
export function bodyRefusal(
  { headers, method }: Pick<IncomingMessage, 'headers' | 'method'>,
  takesFiles: boolean,
): 411 | 413 | null {
  if (method === 'GET' || method === 'HEAD') return null;
  if (headers['transfer-encoding'] !== undefined) return 411;
  return Number(headers['content-length'] ?? 0) > (takesFiles ? LARGEST_BODY : LARGEST_FORM) ? 413 : null;
}
