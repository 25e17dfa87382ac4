import { expressionBuilder, type Expression, type SqlBool } from 'kysely';
import type { Dossier } from '#events/dossier/queries.server.ts';
import { mergesInto } from '#network/merges/queries.server.ts';
import { readTerritory } from '#network/territories/queries.server.ts';
import { territoryLevels } from '#network/territories/model.ts';
import type { Source } from '#platform/database/database.ts';
import type { Tables } from '#platform/database/tables.ts';
import type { Locale } from '#platform/locale/locale.ts';
import type { Secrets } from '#platform/secrets/secrets.ts';
import { signed, signedText } from '#platform/secrets/token.ts';
import type { Reach, SubscriptionRow } from './model.ts';

const secretOf = (secrets: Secrets) => secrets.generated('subscription-links');

/** What the link in a letter shows: it confirms, changes and ends one subscription, and nothing else. */
export function subscriptionToken(secrets: Secrets, id: string): string {
  return signed(secretOf(secrets), id);
}

/** The subscription whose letter a link stood in. */
export async function readByToken(
  db: Source,
  secrets: Secrets,
  token: string,
): Promise<SubscriptionRow | undefined> {
  const id = signedText(secretOf(secrets), token);
  if (id === null) return undefined;
  return db.selectFrom('subscriptions').selectAll().where('id', '=', id).executeTakeFirst();
}

/** By what a workshop concerns subscribers. */
export async function reachOf(
  db: Source,
  { workshop, territories }: Pick<Dossier, 'workshop' | 'territories'>,
): Promise<Reach> {
  const territoryIds = new Set(territories.map(({ id }) => id));
  let next = workshop.territory_id;
  // No more steps than there are levels: records that name each other as parents would be walked for ever.
  for (const _level of territoryLevels) {
    if (next === null) break;
    territoryIds.add(next);
    next = (await readTerritory(db, next))?.parent_id ?? null;
  }
  // Those as well who subscribed to a territory before it turned out to be another.
  for (const id of territoryIds) for (const { gone } of await mergesInto(db, id)) territoryIds.add(gone.id);
  return { seriesId: workshop.series_id, territoryIds: [...territoryIds] };
}

/** Confirmed subscriptions that a workshop concerns, as the `where` of a query. */
function concernedBy({ seriesId, territoryIds }: Reach): Expression<SqlBool> {
  const row = expressionBuilder<Tables, 'subscriptions'>();
  const ways: Expression<SqlBool>[] = [row('topic', '=', 'all')];
  if (seriesId) ways.push(row('series_id', '=', seriesId));
  if (territoryIds.length > 0) ways.push(row('territory_id', 'in', territoryIds));
  return row.and([row('confirmed_at', 'is not', null), row.or(ways)]);
}

/** How many a workshop concerns, by the language they read. */
export async function countConcerned(db: Source, reach: Reach): Promise<Partial<Record<Locale, number>>> {
  const rows = await db
    .selectFrom('subscriptions')
    .select(({ fn }) => ['locale', fn.countAll().as('count')])
    .where(concernedBy(reach))
    .groupBy('locale')
    .execute();
  return Object.fromEntries(rows.map(({ locale, count }) => [locale, Number(count)]));
}

/** Some of those whom a workshop concerns and who had confirmed by an instant, in the order of their ids. */
export function listConcerned(
  db: Source,
  reach: Reach,
  { after, by, most }: { after: string; by: string; most: number },
): Promise<SubscriptionRow[]> {
  return db
    .selectFrom('subscriptions')
    .selectAll()
    .where(concernedBy(reach))
    .where('id', '>', after)
    .where('confirmed_at', '<=', by)
    .orderBy('id')
    .limit(most)
    .execute();
}
