import { readSeries } from '#events/workshops/queries.server.ts';
import { followMerges } from '#network/merges/queries.server.ts';
import { readTerritory } from '#network/territories/queries.server.ts';
import { instant, type Clock } from '#platform/clock/clock.ts';
import { DAY } from '#platform/clock/local.ts';
import type { Source, Target, Transaction } from '#platform/database/database.ts';
import { localized } from '#platform/locale/address.ts';
import type { Locale } from '#platform/locale/locale.ts';
import { problems } from '#platform/locale/schema.ts';
import { requiredPassage } from '#platform/locale/text.ts';
import { queueMail } from '#platform/mail/queue.ts';
import type { PersonalDataHolder } from '#platform/personal-data/model.ts';
import { change } from '#platform/records/change.server.ts';
import { refused, type Refusal } from '#platform/records/outcome.ts';
import { newId } from '#platform/records/uuid.ts';
import type { Expiring } from '#platform/retention/retention.ts';
import type { Secrets } from '#platform/secrets/secrets.ts';
import { confirmationMail, standingMail } from './mail.ts';
import { UNCONFIRMED_KEPT, type SubscriptionRow } from './model.ts';
import { readByToken, subscriptionToken } from './queries.server.ts';
import {
  subscriptionChange,
  subscriptionInput,
  tokenInput,
  type Subject,
  type SubscriptionChange,
  type SubscriptionInput,
  type TokenInput,
} from './schema.ts';

/** What writing to subscribers takes. */
export interface Writing {
  clock: Clock;
  publicUrl: string;
  secrets: Secrets;
}

/** No address is sent more than one letter of each kind in so many minutes, however often it is typed. */
const PAUSE_MINUTES = 30;

/**
 * Takes down that somebody wants to be written to, and asks their address for a confirmation. Whoever typed it is told
 * the same in any case: nobody learns who subscribed, and an address that did is changed only through its own letters.
 */
export function subscribe(target: Target, input: SubscriptionInput, writing: Writing) {
  return change(
    target,
    { allowed: true, schema: subscriptionInput, input },
    async (tx, { email, locale, subject }): Promise<object | Refusal> => {
      if (!(await isThere(tx, subject))) return refused(problems.notAChoice, 'subject');
      const now = instant(writing.clock);
      const personal_email = email.toLowerCase();
      const wish = { locale, ...columnsOf(subject), asked_at: now };
      // Whoever asks twice at once is one subscription all the same.
      await tx
        .insertInto('subscriptions')
        .values({ id: newId(), created_at: now, personal_email, ...wish, confirmed_at: null })
        .onConflict((conflict) => conflict.column('personal_email').doNothing())
        .execute();
      await tx
        .updateTable('subscriptions')
        .set(wish)
        .where('personal_email', '=', personal_email)
        .where('confirmed_at', 'is', null)
        .execute();
      const standing = await tx
        .selectFrom('subscriptions')
        .selectAll()
        .where('personal_email', '=', personal_email)
        .executeTakeFirstOrThrow();
      await writeTo(tx, standing, writing);
      return {};
    },
  );
}

async function writeTo(tx: Transaction, row: SubscriptionRow, { clock, publicUrl, secrets }: Writing) {
  const { id, locale } = row;
  const now = clock();
  const query = new URLSearchParams({ token: subscriptionToken(secrets, id) });
  const href = `${publicUrl}${localized('/subscription', locale)}?${query}`;
  const compose = row.confirmed_at === null ? confirmationMail : standingMail;
  const letter = compose({ locale, subject: await nameOf(tx, row, locale), href });
  const period = Math.floor(now.getTime() / (PAUSE_MINUTES * 60_000));
  await queueMail(
    tx,
    {
      purpose: 'subscription',
      to: { address: row.personal_email },
      locale,
      ...letter,
      expiresAt: new Date(now.getTime() + UNCONFIRMED_KEPT * DAY),
      onceKey: `subscription ${id} ${row.confirmed_at === null ? 'asked' : 'standing'} ${period}`,
    },
    clock,
  );
}

/** Confirms a subscription by the link of its letter; a second time changes nothing. */
export function confirmSubscription(target: Target, secrets: Secrets, input: TokenInput, clock: Clock) {
  return change(target, { allowed: true, schema: tokenInput, input }, async (tx, { token }) => {
    const row = await readByToken(tx, secrets, token);
    if (!row) return refused('publication_subscription_worn');
    if (row.confirmed_at === null)
      await tx
        .updateTable('subscriptions')
        .set({ confirmed_at: instant(clock) })
        .where('id', '=', row.id)
        .execute();
    return {};
  });
}

/** Changes what a subscriber is written to about, and in which language, by the link of a letter. */
export function changeSubscription(target: Target, secrets: Secrets, input: SubscriptionChange) {
  return change(
    target,
    { allowed: true, schema: subscriptionChange, input },
    async (tx, { token, locale, subject }): Promise<object | Refusal> => {
      const row = await readByToken(tx, secrets, token);
      if (!row) return refused('publication_subscription_worn');
      if (!(await isThere(tx, subject))) return refused(problems.notAChoice, 'subject');
      await tx
        .updateTable('subscriptions')
        .set({ locale, ...columnsOf(subject) })
        .where('id', '=', row.id)
        .execute();
      return {};
    },
  );
}

/** Ends a subscription by the link of a letter, and forgets it. Of one that is gone already it says the same. */
export function unsubscribe(target: Target, secrets: Secrets, input: TokenInput) {
  return change(target, { allowed: true, schema: tokenInput, input }, async (tx, { token }) => {
    const row = await readByToken(tx, secrets, token);
    if (row) await tx.deleteFrom('subscriptions').where('id', '=', row.id).execute();
    return {};
  });
}

function columnsOf(subject: Subject) {
  return {
    topic: subject.topic,
    series_id: subject.topic === 'series' ? subject.on : null,
    territory_id: subject.topic === 'territory' ? subject.on : null,
  };
}

async function isThere(db: Source, subject: Subject): Promise<boolean> {
  if (subject.topic === 'all') return true;
  const read = subject.topic === 'series' ? readSeries : readTerritory;
  return (await read(db, subject.on)) !== undefined;
}

/** What a subscription is about: null for every meeting, undefined where it is no longer there. */
async function nameOf(db: Source, row: SubscriptionRow, locale: Locale): Promise<string | null | undefined> {
  if (row.topic === 'all') return null;
  const on = row.series_id
    ? await readSeries(db, row.series_id)
    : row.territory_id
      ? await readTerritory(db, (await followMerges(db, row.territory_id)).id)
      : undefined;
  return on && requiredPassage(on, 'name', locale).text;
}

/** What somebody with an account subscribed to by the same address. */
export const subscriptionsHolder: PersonalDataHolder = {
  name: 'subscriptions',
  async export(db, { address }) {
    const rows = await db
      .selectFrom('subscriptions')
      .selectAll()
      .where('personal_email', '=', address)
      .execute();
    return [
      {
        name: 'subscriptions',
        rows: rows.map((row) => ({
          email: row.personal_email,
          language: row.locale,
          record: row.series_id ?? row.territory_id,
          created: row.created_at,
          answered: row.confirmed_at,
        })),
      },
    ];
  },
  async erase(tx, { address }) {
    await tx.deleteFrom('subscriptions').where('personal_email', '=', address).execute();
  },
  remains: async () => [],
};

/** Subscriptions that nobody confirmed. */
export const subscriptionsExpiring: Expiring = {
  name: 'subscriptions',
  purge: (db, clock) =>
    db.transaction(async (tx) => {
      const before = new Date(clock().getTime() - UNCONFIRMED_KEPT * DAY).toISOString();
      const gone = await tx
        .deleteFrom('subscriptions')
        .where('confirmed_at', 'is', null)
        .where('asked_at', '<=', before)
        .executeTakeFirst();
      return Number(gone.numDeletedRows);
    }),
};
