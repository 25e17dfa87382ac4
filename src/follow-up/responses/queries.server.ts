import { expressionBuilder, type Expression, type SqlBool } from 'kysely';
import { linkedFrom } from '#network/links/queries.server.ts';
import type { OrganisationRow } from '#network/organisations/model.ts';
import { territoryLevels, type TerritoryLevel } from '#network/territories/model.ts';
import type { Actor } from '#platform/actor/actor.ts';
import type { Source } from '#platform/database/database.ts';
import type { Tables } from '#platform/database/tables.ts';
import type { Duty } from '#platform/records/duty.ts';
import { textOf } from '#platform/locale/text.ts';
import { listByIds } from '#platform/records/list.server.ts';
import { answeredOrganisations, mayAnswer } from '../policy.ts';
import { readableBy } from '../queries.server.ts';
import type { RecommendationRow } from '../recommendations/model.ts';
import { DEEP } from '../governing/queries.server.ts';
import { authorities, responsePositions, type ResponsePosition, type ResponseRow } from './model.ts';

/** An institution that a recommendation asks to answer, and what it has answered. */
export interface Addressee {
  organisation: OrganisationRow;
  /** When it was recorded as an addressee, an instant; null where it is asked through a level, or has just answered. */
  addressedAt: string | null;
  /** When it was asked, by its name or by its level; null for who answered unasked. */
  askedAt: string | null;
  response: ResponseRow | null;
}

export interface Addressees {
  organisations: Addressee[];
  /** Levels that are asked where no institution of the network governs a territory that is concerned. */
  unnamed: TerritoryLevel[];
}

/** How many have answered what to each of some recommendations. */
export async function countAnswers(
  db: Source,
  ids: readonly string[],
): Promise<Map<string, { position: ResponsePosition; count: number }[]>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('responses')
    .select(({ fn }) => ['recommendation_id', 'position', fn.countAll().as('count')])
    .where('recommendation_id', 'in', ids)
    .groupBy(['recommendation_id', 'position'])
    .execute();
  const counted = new Map<string, { position: ResponsePosition; count: number }[]>();
  for (const position of responsePositions)
    for (const row of rows)
      if (row.position === position)
        counted.set(row.recommendation_id, [
          ...(counted.get(row.recommendation_id) ?? []),
          { position, count: Number(row.count) },
        ]);
  return counted;
}

/** Whom some recommendations ask to answer, by recommendation: whoever has answered is an addressee as well. */
export async function readAddressees(db: Source, ids: readonly string[]): Promise<Map<string, Addressees>> {
  if (ids.length === 0) return new Map();
  const [links, responses, levels] = await Promise.all([
    db
      .selectFrom('links')
      .select(['from_id', 'to_id', 'created_at'])
      .where('from_id', 'in', ids)
      .where('relation', '=', 'addressed-to')
      .orderBy('position')
      .orderBy('id')
      .execute(),
    db
      .selectFrom('responses')
      .selectAll()
      .where('recommendation_id', 'in', ids)
      .orderBy('responded_on')
      .orderBy('id')
      .execute(),
    db
      .selectFrom('addressed_levels')
      .selectAll()
      .where('recommendation_id', 'in', ids)
      .orderBy('id')
      .execute(),
  ]);
  const asked = await readGoverning(db, levels);
  const named = [...links.map(({ to_id }) => to_id), ...responses.map((row) => row.organisation_id)];
  const organisations = new Map(
    [...(await listByIds(db, 'organisations', named)), ...asked.flatMap((row) => row.organisations)].map(
      (row) => [row.id, row],
    ),
  );
  return new Map(
    ids.map((id) => {
      const own = links.filter(({ from_id }) => from_id === id);
      const answered = responses.filter((row) => row.recommendation_id === id);
      const ofLevels = asked.filter((row) => row.recommendationId === id);
      const those = new Set([
        ...own.map(({ to_id }) => to_id),
        ...ofLevels.flatMap((row) => row.organisations.map((one) => one.id)),
        ...answered.map((row) => row.organisation_id),
      ]);
      const addressees = [...those].flatMap((one): Addressee[] => {
        const organisation = organisations.get(one);
        if (!organisation) return [];
        const addressedAt = own.find(({ to_id }) => to_id === one)?.created_at ?? null;
        const response = answered.find((row) => row.organisation_id === one) ?? null;
        const level = ofLevels.find((row) => row.organisations.some(({ id }) => id === one));
        return [{ organisation, addressedAt, askedAt: addressedAt ?? level?.askedAt ?? null, response }];
      });
      const unnamed = ofLevels.filter((row) => row.organisations.length === 0).map(({ level }) => level);
      return [id, { organisations: addressees, unnamed }];
    }),
  );
}

/** A level that was asked, and who governs it. */
interface Governing {
  recommendationId: string;
  level: TerritoryLevel;
  askedAt: string;
  organisations: OrganisationRow[];
}

/** The institutions that govern the territories of a level which a recommendation concerns, or which lie within. */
async function readGoverning(
  db: Source,
  levels: readonly { recommendation_id: string; level: TerritoryLevel; created_at: string }[],
): Promise<Governing[]> {
  const ids = [...new Set(levels.map((row) => row.recommendation_id))];
  const concerned = await linkedFrom(db, 'territories', ids, ['concerns']);
  return Promise.all(
    levels.map(async ({ recommendation_id, level, created_at }) => {
      const territories = concerned.filter((row) => row.other_id === recommendation_id);
      const all = new Map(territories.map((row) => [row.id, row.level]));
      let around = [...all.keys()];
      for (let depth = 0; depth < DEEP && around.length > 0; depth += 1) {
        const inside = await db
          .selectFrom('territories')
          .select(['id', 'level'])
          .where('parent_id', 'in', around)
          .execute();
        around = inside.map(({ id }) => id).filter((id) => !all.has(id));
        for (const row of inside) all.set(row.id, row.level);
      }
      const at = [...all].filter(([, one]) => one === level).map(([id]) => id);
      const organisations =
        at.length === 0
          ? []
          : await db
              .selectFrom('organisations')
              .selectAll()
              .where('territory_id', 'in', at)
              .where('type', '=', authorities[level])
              .orderBy('slug')
              .execute();
      return { recommendationId: recommendation_id, level, askedAt: created_at, organisations };
    }),
  );
}

/** The organisations that an actor answers for, as the `where` of any query that has joined `organisations`. */
export function answeredBy(actor: Actor): Expression<SqlBool> {
  const organisation = expressionBuilder<Tables, 'organisations'>();
  const scope = answeredOrganisations(actor);
  if (scope === 'every') return organisation.lit(true);
  const { organisations, territories } = scope;
  return organisation.or([
    ...(organisations.length > 0 ? [organisation('organisations.id', 'in', organisations)] : []),
    ...(territories.length > 0 ? [organisation('organisations.territory_id', 'in', territories)] : []),
  ]);
}

/** Whether an actor answers for an organisation. */
export async function answersFor(db: Source, actor: Actor, organisationId: string): Promise<boolean> {
  const found = await db
    .selectFrom('organisations')
    .select('id')
    .where('id', '=', organisationId)
    .where(answeredBy(actor))
    .executeTakeFirst();
  return found !== undefined;
}

/** An answer to a recommendation that the actor may read. */
export function readResponse(db: Source, actor: Actor, id: string): Promise<ResponseRow | undefined> {
  return db
    .selectFrom('responses')
    .innerJoin('recommendations', 'recommendations.id', 'responses.recommendation_id')
    .selectAll('responses')
    .where('responses.id', '=', id)
    .where(readableBy(actor))
    .executeTakeFirst();
}

/** An answer by the name of who gives it, with the address of the recommendation it is inside of. */
export function readNamedResponse(db: Source, actor: Actor, id: string) {
  return db
    .selectFrom('responses')
    .innerJoin('recommendations', 'recommendations.id', 'responses.recommendation_id')
    .innerJoin('organisations', 'organisations.id', 'responses.organisation_id')
    .selectAll('responses')
    .select([
      'recommendations.slug as inside',
      'organisations.name_fr',
      'organisations.name_ar',
      'organisations.name_en',
      'organisations.name_original',
    ])
    .where('responses.id', '=', id)
    .where(readableBy(actor))
    .executeTakeFirst();
}

/** Whether an actor may change an answer: it reads the recommendation, and answers for the institution. */
export async function mayEditResponse(db: Source, actor: Actor, id: string): Promise<boolean> {
  const response = await readResponse(db, actor, id);
  return response !== undefined && (await answersFor(db, actor, response.organisation_id));
}

/** What waits for the answer of an organisation of the actor's own; who keeps the register waits for others. */
export async function responseDuties(db: Source, actor: Actor): Promise<Duty[]> {
  return (await readAwaited(db, actor)).map((row) => ({
    kind: 'answer',
    at: row.asked_at,
    href: `/recommendations/${row.slug}/answers`,
    about: textOf(row, 'title'),
  }));
}

/** The recommendations that wait for the answer of an organisation of the actor's own, with when they began to. */
export async function readAwaited(
  db: Source,
  actor: Actor,
): Promise<(RecommendationRow & { asked_at: string })[]> {
  if (answeredOrganisations(actor) === 'every' || !mayAnswer(actor)) return [];
  const own = await db
    .selectFrom('organisations')
    .leftJoin('territories', 'territories.id', 'organisations.territory_id')
    .select(['organisations.id', 'territories.level'])
    .where(answeredBy(actor))
    .execute();
  if (own.length === 0) return [];
  const ids = own.map(({ id }) => id);
  const levels = territoryLevels.filter((one) => own.some(({ level }) => level === one));
  const asked = await db
    .selectFrom('recommendations')
    .innerJoin('links', 'links.from_id', 'recommendations.id')
    .selectAll('recommendations')
    .where(readableBy(actor))
    .where('recommendations.status', '<>', 'superseded')
    .where(({ eb, or, and, exists, selectFrom }) =>
      or([
        and([eb('links.relation', '=', 'addressed-to'), eb('links.to_id', 'in', ids)]),
        and([
          eb('links.relation', '=', 'concerns'),
          eb.lit(levels.length > 0),
          exists(
            selectFrom('addressed_levels')
              .select('addressed_levels.id')
              .whereRef('addressed_levels.recommendation_id', '=', 'recommendations.id')
              .where('addressed_levels.level', 'in', levels.length > 0 ? levels : territoryLevels),
          ),
        ]),
      ]),
    )
    .orderBy('recommendations.id')
    .execute();
  const rows = [...new Map(asked.map((row) => [row.id, row])).values()];
  const addressees = await readAddressees(
    db,
    rows.map(({ id }) => id),
  );
  return rows.flatMap((row) => {
    const open = addressees
      .get(row.id)!
      .organisations.find(({ organisation, response }) => response === null && ids.includes(organisation.id));
    return open ? [{ ...row, asked_at: open.askedAt ?? row.created_at }] : [];
  });
}

/** The addressees of a recommendation that an actor answers for; the caller has read the recommendation. */
export async function answerable(db: Source, actor: Actor, recommendationId: string): Promise<Addressee[]> {
  const addressees = (await readAddressees(db, [recommendationId])).get(recommendationId)!.organisations;
  if (addressees.length === 0) return [];
  const own = await db
    .selectFrom('organisations')
    .select('id')
    .where(
      'id',
      'in',
      addressees.map(({ organisation }) => organisation.id),
    )
    .where(answeredBy(actor))
    .execute();
  const ids = new Set(own.map(({ id }) => id));
  return addressees.filter(({ organisation }) => ids.has(organisation.id));
}
