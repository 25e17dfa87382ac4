import type { Database } from '../database/database.ts';
import type { Secrets } from '../secrets/secrets.ts';
import { isExercise } from '../services/settings.server.ts';
import { mailPassword, readMailSettings } from './settings.ts';
import { smtp } from './smtp.ts';
import { Outage, type Transport } from './transport.ts';

/** A transport, and what it is made from: another `is` is another way, worth trying at once. */
export interface Way {
  is: string;
  transport: Transport;
}

/**
 * The way that the settings name; null where there are none. A node that was restored without its secrets, as for a
 * drill, has settings that nobody entered there: it writes to nobody. Nor does an exercise, whatever its settings: its
 * messages stay in the outbox.
 */
export async function wayOf(db: Database, secrets: Secrets): Promise<Way | null> {
  if (await isExercise(db.reader)) return null;
  const settings = await readMailSettings(db.reader);
  if (!settings) return null;
  const password = mailPassword(secrets, settings);
  const transport = smtp(settings, password);
  const begin = () => Promise.reject(new Outage('unconfirmed'));
  return {
    is: JSON.stringify([settings, password]),
    transport: password === undefined ? { ...transport, begin } : transport,
  };
}
