import { sql } from 'kysely';
import type { WorkshopRow } from '#events/workshops/model.ts';
import { readWorkshop } from '#events/workshops/queries.server.ts';
import type { InitiativeRow } from '#network/initiatives/model.ts';
import { readInitiative } from '#network/initiatives/queries.server.ts';
import type { OrganisationRow } from '#network/organisations/model.ts';
import { readOrganisation } from '#network/organisations/queries.server.ts';
import type { ConceptRow } from '#network/taxonomy/model.ts';
import { readConcept } from '#network/taxonomy/queries.server.ts';
import type { TerritoryRow } from '#network/territories/model.ts';
import { idsWithin, readTerritory } from '#network/territories/queries.server.ts';
import type { Actor } from '#platform/actor/actor.ts';
import type { Source } from '#platform/database/database.ts';
import type { RecordKind } from '#platform/records/model.ts';
import { resolveAddress } from '#platform/records/records.server.ts';
import type { CommitmentStatus } from '../commitments/model.ts';
import { withLeads, type LedCommitment } from '../commitments/queries.server.ts';
import type { RecommendationRow, RecommendationStatus } from '../recommendations/model.ts';
import { readRecommendation } from '../recommendations/queries.server.ts';
import { commitmentsIn, orderOfCommitments } from '../commitment-views/queries.server.ts';
import { readView, statusesOf, type Register, type View, type ViewProblem } from './model.ts';
import { orderOfRecommendations, recommendationsIn } from '../recommendation-views/queries.server.ts';

/** The records that a view names by their addresses. */
export interface Named {
  territory?: TerritoryRow;
  institution?: OrganisationRow;
  serves?: ConceptRow;
  workshop?: WorkshopRow;
  initiative?: InitiativeRow;
  recommendation?: RecommendationRow;
}

/** A view with what it names, as an actor reads it on a day. */
export interface Asked {
  register: Register;
  view: View;
  /** What could not be meant, and is left out of the view. */
  problems: ViewProblem[];
  named: Named;
  /** The territory that is asked for and all within it. */
  within: readonly string[];
  /** The calendar day in the network's capital. */
  today: string;
}

/**
 * A view with the records that its address names. What isn't there, and what the actor may not read, is a problem of
 * one and the same kind.
 */
export async function askedOf(
  db: Source,
  actor: Actor,
  { register, query, today }: { register: Register; query: URLSearchParams; today: string },
): Promise<Asked> {
  const { view, problems } = readView(register, query);
  const readers: { [Name in keyof Named]-?: [RecordKind, (id: string) => Promise<Named[Name] | undefined>] } =
    {
      territory: ['territories', (id) => readTerritory(db, id)],
      institution: ['organisations', (id) => readOrganisation(db, id)],
      serves: ['concepts', (id) => readConcept(db, id)],
      workshop: ['workshops', (id) => readWorkshop(db, actor, id)],
      initiative: ['initiatives', (id) => readInitiative(db, id)],
      recommendation: ['recommendations', (id) => readRecommendation(db, actor, id)],
    };
  const kept: Record<string, string | undefined> = { ...view };
  const named: Record<string, object> = {};
  for (const [name, [kind, reader]] of Object.entries(readers)) {
    const slug = kept[name];
    if (slug === undefined) continue;
    const id = await resolveAddress(db, kind, slug);
    const row = id === null ? undefined : await reader(id);
    if (row) {
      named[name] = row;
      kept[name] = row.slug;
      continue;
    }
    problems.push({ name, value: slug, reason: 'unknown-value' });
    delete kept[name];
  }
  const territory = (named as Named).territory;
  const within = territory ? await idsWithin(db, territory.id) : [];
  return { register, view: kept as View, problems, named: named as Named, within, today };
}

/** How many records a view holds, and how many of each status there would be if it asked for none. */
export interface Counted {
  total: number;
  statuses: readonly { status: Standing; count: number }[];
}

/** Counts what a view holds for an actor. */
export async function countAsked(db: Source, actor: Actor, asked: Asked): Promise<Counted> {
  const rows = await heldBy(db, actor, asked, { anyStatus: true })
    .select(({ fn }) => [fn.countAll().as('count'), 'status'])
    .groupBy('status')
    .execute();
  return countedIn(asked, rows);
}

/** The ids of what a view holds, in its order: all of them, or a part. */
export async function listAskedIds(
  db: Source,
  actor: Actor,
  asked: Asked,
  part?: { offset: number; limit: number },
): Promise<string[]> {
  const rows = await heldBy(db, actor, asked)
    .select('id')
    .orderBy(orderOf(asked))
    .$if(part !== undefined, (whole) => whole.limit(part!.limit).offset(part!.offset))
    .execute();
  return rows.map(({ id }) => id);
}

/** Whether a view narrows a register by what leads to its records: nothing but asking tells how many these are. */
export function isLed({ named, view }: Pick<Asked, 'named' | 'view'>): boolean {
  return view.q !== undefined || Object.keys(named).length > 0;
}

/** What {@link countAsked} and {@link listAskedIds} say of a part, in one pass over what a view that is led holds. */
export async function readAskedPart(
  db: Source,
  actor: Actor,
  asked: Asked,
  { offset, limit }: { offset: number; limit: number },
): Promise<{ counted: Counted; ids: string[] }> {
  const statuses = statusesOf(asked.view);
  const held = heldBy(db, actor, asked, { anyStatus: true })
    .select(['id', 'status'])
    .select(sql<number>`row_number() over (order by ${orderOf(asked)})`.as('place'));
  const only = statuses ? sql`where status in (${sql.join(statuses)})` : sql``;
  const { rows } = await sql<{ id: string | null; status: Standing; count: number; place: number }>`
    with held as materialized ${held},
      shown as (select * from held ${only} order by place limit ${limit} offset ${offset})
    select id, status, 0 as count, place from shown
    union all select null, status, count(*), 0 from held group by status
    order by place`.execute(db);
  const counts = rows.filter(({ id }) => id === null);
  return { counted: countedIn(asked, counts), ids: rows.flatMap(({ id }) => id ?? []) };
}

type Standing = RecommendationStatus | CommitmentStatus;

/** Both registers' tables have what is asked of them here; Kysely types a query by one table's name. */
function heldBy(db: Source, actor: Actor, asked: Asked, aside?: { anyStatus: boolean }) {
  return asked.register === 'recommendations'
    ? recommendationsIn(db, actor, asked, aside)
    : (commitmentsIn(db, actor, asked, aside) as unknown as ReturnType<typeof recommendationsIn>);
}

function orderOf({ register, view }: Asked) {
  return register === 'recommendations' ? orderOfRecommendations(view) : orderOfCommitments(view);
}

function countedIn(
  { view }: Asked,
  rows: readonly { status: Standing; count: number | string | bigint }[],
): Counted {
  const statuses = rows.map(({ status, count }) => ({ status, count: Number(count) }));
  const wanted = statusesOf(view);
  const counted = wanted ? statuses.filter(({ status }) => wanted.includes(status)) : statuses;
  return { total: counted.reduce((sum, { count }) => sum + count, 0), statuses };
}

/** Recommendations by ids that {@link listAskedIds} gave, in their order. */
export async function recommendationsAt(db: Source, ids: readonly string[]): Promise<RecommendationRow[]> {
  if (ids.length === 0) return [];
  const rows = await db.selectFrom('recommendations').selectAll().where('id', 'in', ids).execute();
  return inOrder(rows, ids);
}

/** Commitments by ids that {@link listAskedIds} gave, in their order, with who answers for each. */
export async function commitmentsAt(db: Source, ids: readonly string[]): Promise<LedCommitment[]> {
  if (ids.length === 0) return [];
  const rows = await db.selectFrom('commitments').selectAll().where('id', 'in', ids).execute();
  return withLeads(db, inOrder(rows, ids));
}

function inOrder<Row extends { id: string }>(rows: readonly Row[], ids: readonly string[]): Row[] {
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}
