import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { createHash } from 'node:crypto';
import type { CachedPage } from '../cache/pages.ts';

const brotli = promisify(brotliCompress);
const zip = promisify(gzip);

/** Answers shorter than this, in bytes, gain nothing from compression. */
const WORTH_COMPRESSING = 860;

const TEXT =
  /^(text\/|application\/(json|ld\+json|xml|atom\+xml|manifest\+json|javascript|problem\+json))|\+xml|\+json/;

/** Makes an answer's bytes in each encoding once, so that serving it again costs a copy only. */
export async function encodePage(
  status: number,
  headers: Record<string, string>,
  identity: Buffer,
): Promise<CachedPage> {
  const compress = identity.length >= WORTH_COMPRESSING && TEXT.test(headers['content-type'] ?? '');
  const [br, gz] = compress
    ? await Promise.all([
        brotli(identity, {
          params: {
            [constants.BROTLI_PARAM_QUALITY]: 6,
            [constants.BROTLI_PARAM_SIZE_HINT]: identity.length,
          },
        }),
        zip(identity, { level: 6 }),
      ])
    : [undefined, undefined];
  const etag = createHash('sha256').update(identity).digest('base64url').slice(0, 22);
  return { status, headers, etag, bodies: { identity, br, gzip: gz } };
}

/** The encoding to answer with, of those a page has (RFC 9110 §12.5.3; a weight of 0 refuses). */
export function chooseEncoding(
  accepted: string | string[] | undefined,
  bodies: CachedPage['bodies'],
): 'br' | 'gzip' | 'identity' {
  const header = String(accepted ?? '');
  for (const encoding of ['br', 'gzip'] as const) {
    const offered = new RegExp(`(?:^|[\\s,])${encoding}(?:\\s*;\\s*q=([\\d.]+))?\\s*(?:,|$)`).exec(header);
    if (bodies[encoding] && offered && Number(offered[1] ?? 1) > 0) return encoding;
  }
  return 'identity';
}
