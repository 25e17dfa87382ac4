import { createHash } from 'node:crypto';
import { CLIENT_HEADER } from '../http/headers.ts';
import { withinLimit } from '../limits/limits.ts';
import { services } from './services.ts';

/** How often one client, and anyone for one address, may try in a quarter of an hour. */
const CLIENT = { most: 30, seconds: 15 * 60 };
const SUBJECT = { most: 10, seconds: 15 * 60 };

/**
 * Whether something that could be guessed may be tried once more: counted for who asks and for whom it is about.
 * @param subject a mail address, say, of which only the hash is kept; null where it is about nobody
 */
export async function mayTry(what: string, subject: string | null, headers: Headers): Promise<boolean> {
  const { db, clock } = services();
  const client = await withinLimit(
    db,
    keyOf(what, 'client', headers.get(CLIENT_HEADER) ?? ''),
    CLIENT,
    clock,
  );
  if (subject === null) return client;
  const about = await withinLimit(db, keyOf(what, 'subject', subject), SUBJECT, clock);
  return client && about;
}

function keyOf(...parts: string[]): string {
  return createHash('sha256').update(parts.join('\0')).digest('base64url');
}
