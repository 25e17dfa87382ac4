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

/**
 * The encoding to answer with, of those a page has (RFC 9110 §12.5.3): the best-weighted, brotli where weights
 * are equal; a weight of 0 refuses.
 */
export function chooseEncoding(
  accepted: string | string[] | undefined,
  bodies: CachedPage['bodies'],
): 'br' | 'gzip' | 'identity' {
  const header = String(accepted ?? '');
  const weights = (['br', 'gzip'] as const).map((encoding) => ({
    encoding,
    weight: bodies[encoding] ? weightOf(encoding, header) : 0,
  }));
  const best = weights.reduce((a, b) => (b.weight > a.weight ? b : a));
  return best.weight > 0 ? best.encoding : 'identity';
}

const weightPatterns = { br: weightPattern('br'), gzip: weightPattern('gzip') };

function weightPattern(encoding: string): RegExp {
  return new RegExp(`(?:^|[\\s,])${encoding}(?:\\s*;\\s*q=([\\d.]+))?\\s*(?:,|$)`, 'i');
}

function weightOf(encoding: 'br' | 'gzip', header: string): number {
  const found = weightPatterns[encoding].exec(header);
  return found ? Number(found[1] ?? 1) : 0;
}
