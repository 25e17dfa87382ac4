import { createHash, randomBytes } from 'node:crypto';

/** A token for a link: 256 random bits, as base64url. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

/** What a table keeps of a token: who reads the table can't use it. A random token needs no salt. */
export function hashOfToken(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}
