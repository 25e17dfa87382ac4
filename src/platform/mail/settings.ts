import * as v from 'valibot';
import { isAdministrator, type Actor } from '../actor/actor.ts';
import { systemClock, type Clock } from '../clock/clock.ts';
import type { Database, Source, Transaction } from '../database/database.ts';
import { keepSetting } from '../journal/setting.ts';
import { change } from '../records/change.server.ts';
import { refused, type Outcome } from '../records/outcome.ts';
import type { Secrets } from '../secrets/secrets.ts';
import { OUTAGE } from './outage.ts';
import { mailSettings, withPassword, type MailSettings } from './settings-schema.ts';

/** Where the settings stand in the table `settings`, and under which name their password is kept apart. */
const KEY = 'mail';
const SECRET = 'mail-password';

/** Where mail is handed over; null where nobody has said. Without it messages wait in the outbox. */
export async function readMailSettings(db: Source): Promise<MailSettings | null> {
  const row = await db.selectFrom('settings').select('value').where('key', '=', KEY).executeTakeFirst();
  return row ? v.parse(mailSettings, JSON.parse(row.value)) : null;
}

/**
 * The password for these settings, empty where they have no user. It is kept with the server, the user and the
 * encryption it was entered for: a change of any of them can't lead it elsewhere.
 * @returns undefined where nobody has entered it on these secrets, as after a restore on another machine
 */
export function mailPassword(secrets: Secrets, settings: MailSettings): string | undefined {
  const kept = secrets.read(SECRET);
  if (kept === undefined) return undefined;
  // The place has no line end, so the first one ends it.
  const end = kept.indexOf('\n');
  return kept.slice(0, end) === placeOf(settings) ? kept.slice(end + 1) : undefined;
}

/**
 * Changes where mail is handed over. `input` has the settings' fields and may have `password`; without one the
 * password stays. The journal says who changed what, never the password.
 */
export async function changeMailSettings(
  db: Database,
  secrets: Secrets,
  actor: Actor,
  input: unknown,
  clock: Clock = systemClock,
): Promise<Outcome<object>> {
  let secret: string | null | undefined;
  const outcome = await change(
    db,
    { allowed: isAdministrator(actor), schema: withPassword, input },
    async (tx, { password, ...settings }) => {
      const known = mailPassword(secrets, settings);
      const next = settings.user ? password || known : '';
      if (next === undefined) return refused('platform_mail_password_again', 'password');
      if (next !== known) secret = `${placeOf(settings)}\n${next}`;
      await keep(tx, actor, settings, secret, clock);
      return {};
    },
  );
  // After the settings: a password must not reach a server that it was not entered for.
  if (outcome.ok && secret !== undefined) secrets.write(SECRET, secret);
  return outcome;
}

/** Forgets where mail is handed over, and the password: messages wait from now on. */
export async function removeMailSettings(
  db: Database,
  secrets: Secrets,
  actor: Actor,
  clock: Clock = systemClock,
): Promise<Outcome<object>> {
  const outcome = await change(
    db,
    { allowed: isAdministrator(actor), schema: v.object({}), input: {} },
    async (tx) => {
      await keep(tx, actor, null, null, clock);
      return {};
    },
  );
  if (outcome.ok) secrets.write(SECRET, null);
  return outcome;
}

/** Writes the settings and who changed them; whether mail could be handed over was said of those before. */
async function keep(
  tx: Transaction,
  actor: Actor,
  settings: MailSettings | null,
  secret: string | null | undefined,
  clock: Clock,
): Promise<void> {
  const before = await readMailSettings(tx);
  await tx.deleteFrom('settings').where('key', '=', OUTAGE).execute();
  const password = !settings?.user ? 'none' : secret === undefined ? 'kept' : 'entered';
  const after = settings && { ...settings, password };
  await keepSetting(tx, actor, { key: KEY, value: settings, before, after }, clock);
}

function placeOf({ security, user, host, port }: MailSettings): string {
  return `${security} ${user} ${host} ${port}`;
}
