import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/** A token for a link: 256 random bits, as base64url. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

/** What a table keeps of a token: who reads the table can't use it. A random token needs no salt. */
export function hashOfToken(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}

/** A text with its signature (HMAC-SHA-256, RFC 2104): whoever shows it was given it by who knows the secret. */
export function signed(secret: string, text: string): string {
  return `${text}.${signatureOf(secret, text)}`;
}

/** The text of {@link signed}; null where its signature is not this secret's. */
export function signedText(secret: string, token: string): string | null {
  const at = token.lastIndexOf('.');
  const text = token.slice(0, Math.max(at, 0));
  const [given, own] = [token.slice(at + 1), signatureOf(secret, text)].map((part) => Buffer.from(part));
  return given!.length === own!.length && timingSafeEqual(given!, own!) ? text : null;
}

function signatureOf(secret: string, text: string): string {
  return createHmac('sha256', secret).update(text).digest('base64url');
}
