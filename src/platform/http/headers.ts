/** Cookies of a signed-in person begin with this; such requests never meet the page cache. */
export const SESSION_COOKIE_PREFIX = 'indimaj_';

/** The policy of an answer that is no page and brought none: nothing may load or run. */
export const closedPolicy = "default-src 'none'; frame-ancestors 'none'; sandbox";

/** The policy of the service worker, which asks the node and nothing else. A sandbox would keep it from that. */
export const workerPolicy = "default-src 'none'; connect-src 'self'";

/** Where the service worker lies: its place is what lets it serve every page. */
export const WORKER = '/service-worker.js';

/** Headers on every answer; the renderer of pages puts their own content policy in place of the closed one. */
export function securityHeaders(publicUrl: string): Record<string, string> {
  return {
    'content-security-policy': closedPolicy,
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'strict-origin-when-cross-origin',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
    'x-frame-options': 'DENY',
    ...(publicUrl.startsWith('https:') && {
      'strict-transport-security': 'max-age=31536000; includeSubDomains',
    }),
  };
}

/** Headers by which a proxy speaks of the client; a client's own copy is never believed. */
export const forwardedHeaders = [
  'forwarded',
  'x-forwarded-for',
  'x-forwarded-host',
  'x-forwarded-port',
  'x-forwarded-proto',
  'x-real-ip',
];

/** Where the front says who asks: the peer's address, or what a proxy on this machine says of it. */
export const CLIENT_HEADER = 'x-indimaj-client';

/**
 * The address of who asks. Only a proxy on the same machine is believed, and of what it forwards only the last
 * address, which is the one that it saw itself; anything before may be made up.
 */
export function clientOf(peer: string | undefined, forwardedFor: string | string[] | undefined): string {
  const isLocal = peer !== undefined && /^(127\.|::1$|::ffff:127\.)/.test(peer);
  const last = isLocal
    ? String(forwardedFor ?? '')
        .split(',')
        .at(-1)
        ?.trim()
    : undefined;
  return last || peer || '';
}
