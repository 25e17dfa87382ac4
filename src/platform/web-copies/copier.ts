import { lookup as lookUp, type LookupAddress } from 'node:dns';
import { request as requestHttp, type IncomingMessage, type RequestOptions } from 'node:http';
import { request as requestHttps } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import type { Readable } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { LARGEST_COPY, type Copied, type Copier, type CopyProblem, type NotCopied } from './model.ts';
import { isPublicAddress } from './public-address.ts';

/** How many redirects are followed. */
const MOST_REDIRECTS = 5;

/** How long a copy may take in all, in milliseconds. */
const PATIENCE = 20_000;

/** What stands between a copy and the network; tests of the copier alone put something else in their place. */
export interface CopierOptions {
  /** Whether an address of IPv4 or IPv6 may be connected to. */
  mayConnect?: (address: string) => boolean;
  /** Whether a port may be; as the address has it, empty for the usual one. */
  mayUse?: (port: string) => boolean;
  /** All addresses of a name. */
  resolve?: (name: string) => Promise<LookupAddress[]>;
  most?: number;
  patience?: number;
}

/**
 * A copier of pages of the public web. A name is resolved once and every address it has is looked at, those and no others
 * are connected to, and each redirect is looked at anew; a copy is bytes in memory, which nothing here reads.
 */
export function openCopier(options: CopierOptions = {}): Copier {
  const settings = {
    mayConnect: isPublicAddress,
    // Anything else would be a way to knock at other doors of the machines that are public.
    mayUse: (port: string) => port === '',
    resolve: resolved,
    most: LARGEST_COPY,
    patience: PATIENCE,
    ...options,
  };
  return async (address) => {
    const signal = AbortSignal.timeout(settings.patience);
    let at = address;
    for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects += 1) {
      const answer = await ask(at, settings, signal);
      if (!('location' in answer))
        return redirects > 0 && !answer.ok && answer.problem === 'not-public'
          ? notCopied('led-inside')
          : answer;
      at = answer.location;
    }
    return notCopied('redirects');
  };
}

type Settings = Required<CopierOptions>;
type Answer = Copied | NotCopied | { location: string };

const notCopied = (problem: CopyProblem, status: number | null = null): NotCopied => ({
  ok: false,
  problem,
  status,
});

/** Names that never lead to the public web (RFC 6761, 6762, 8375, 9476). */
const INSIDE = /(^|\.)(localhost|local|internal|home\.arpa)\.?$/;

/** Asks one address once, and follows nothing. */
async function ask(address: string, settings: Settings, signal: AbortSignal): Promise<Answer> {
  const url = URL.canParse(address) ? new URL(address) : null;
  if (!url || !/^https?:$/.test(url.protocol) || url.username || url.password || !settings.mayUse(url.port))
    return notCopied('not-public');
  const name = url.hostname.replace(/^\[|\]$/g, '');
  if (INSIDE.test(name)) return notCopied('not-public');
  try {
    const family = isIP(name);
    const addresses = family ? [{ address: name, family }] : await within(settings.resolve(name), signal);
    if (addresses.length === 0) return notCopied('not-found');
    if (!addresses.every((one) => settings.mayConnect(one.address))) return notCopied('not-public');
    const response = await send(url, addresses, signal);
    try {
      return await read(response, url, settings.most, signal);
    } finally {
      response.destroy();
    }
  } catch (error) {
    if (signal.aborted) return notCopied('too-slow');
    return notCopied(problemOf(error as NodeJS.ErrnoException));
  }
}

/** Sends the request to the addresses that were looked at: nothing resolves the name a second time. */
function send(url: URL, addresses: readonly LookupAddress[], signal: AbortSignal): Promise<IncomingMessage> {
  const pinned: LookupFunction = (_name, { all }, answer) => {
    if (all) answer(null, [...addresses]);
    else answer(null, addresses[0]!.address, addresses[0]!.family);
  };
  const options: RequestOptions = {
    // No connection that was opened for another request, to whatever its name led to then.
    agent: false,
    lookup: pinned,
    signal,
    headers: {
      accept: '*/*',
      'accept-encoding': 'identity',
      'user-agent': 'Indimaj (copies pages that are cited as evidence)',
    },
  };
  return new Promise((resolve, reject) => {
    const request = url.protocol === 'https:' ? requestHttps : requestHttp;
    request(url, options, resolve).on('error', reject).end();
  });
}

async function read(response: IncomingMessage, url: URL, most: number, signal: AbortSignal): Promise<Answer> {
  const { statusCode: status = 0, headers } = response;
  if ([301, 302, 303, 307, 308].includes(status)) {
    const { location } = headers;
    if (!location || !URL.canParse(location, url)) return notCopied('answered', status);
    return { location: new URL(location, url).href };
  }
  if (status === 404 || status === 410) return notCopied('gone', status);
  if (status !== 200) return notCopied('answered', status);
  if (Number(headers['content-length'] ?? 0) > most) return notCopied('too-large');
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of decoded(response, headers['content-encoding'], signal) as AsyncIterable<Buffer>) {
    size += part.length;
    if (size > most) return notCopied('too-large');
    parts.push(part);
  }
  // A line that was cut ends the stream as if it were whole.
  if (!response.complete) return notCopied('unreachable');
  return {
    ok: true,
    bytes: Buffer.concat(parts),
    mediaType: typeOf(headers['content-type']),
    address: url.href,
  };
}

const decoders = { gzip: createGunzip, deflate: createInflate, br: createBrotliDecompress };

/** The body as it was before its server packed it, though it was asked not to (RFC 9110 §8.4). */
function decoded(response: IncomingMessage, encoding: string | undefined, signal: AbortSignal): Readable {
  const coding = encoding?.trim().toLowerCase() ?? '';
  if (coding === '' || coding === 'identity') return response;
  const open = Object.hasOwn(decoders, coding) ? decoders[coding as keyof typeof decoders] : null;
  if (!open) throw new Error(`no decoder of ${coding}`);
  const decoder = open();
  response.on('error', (error) => decoder.destroy(error));
  signal.addEventListener('abort', () => decoder.destroy(new Error('too slow')), { once: true });
  return response.pipe(decoder);
}

/** What a server says a body is, without parameters, where it is a type at all (RFC 9110 §8.3.1). */
function typeOf(said: string | undefined): string {
  const [essence = ''] = (said ?? '').split(';');
  const type = essence.trim().toLowerCase();
  return /^[a-z0-9][a-z0-9!#$&^_.+-]{0,60}\/[a-z0-9][a-z0-9!#$&^_.+-]{0,60}$/.test(type)
    ? type
    : 'application/octet-stream';
}

function problemOf({ code = '' }: NodeJS.ErrnoException): CopyProblem {
  if (['ENOTFOUND', 'EAI_AGAIN', 'ENODATA', 'EAI_NONAME'].includes(code)) return 'not-found';
  if (/CERT|SELF_SIGNED|UNABLE_TO_VERIFY|ERR_TLS/.test(code)) return 'certificate';
  return 'unreachable';
}

function resolved(name: string): Promise<LookupAddress[]> {
  return new Promise((resolve, reject) => {
    lookUp(name, { all: true, verbatim: true }, (error, found) => (error ? reject(error) : resolve(found)));
  });
}

/** What a promise gives, as long as the time lasts. */
function within<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    signal.throwIfAborted();
    signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
    promise.then(resolve, reject);
  });
}
