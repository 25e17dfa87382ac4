import { expressionBuilder, sql, type Expression, type SqlBool } from 'kysely';
import type { OrganisationRow } from '#network/organisations/model.ts';
import type { Relation } from '#network/links/model.ts';
import type { Actor } from '#platform/actor/actor.ts';
import type { Source } from '#platform/database/database.ts';
import type { Tables } from '#platform/database/tables.ts';
import { listByIds } from '#platform/records/list.server.ts';
import { keepsRegister, hiddenVisibilities } from '../policy.ts';
import type { CommitmentRow, commitmentParts } from './model.ts';
import { decidedTerritories, ledInstitutions, readDrafts } from './policy.ts';

/** The institutions in whose name an actor commits, as the `where` of a query of organisations. */
export function ledBy(actor: Actor): Expression<SqlBool> {
  const organisation = expressionBuilder<Tables, 'organisations'>();
  const scope = ledInstitutions(actor);
  if (scope === 'every') return organisation.lit(true);
  const { organisations, territories } = scope;
  const ways = [
    ...(organisations.length > 0 ? [organisation('organisations.id', 'in', organisations)] : []),
    ...(territories.length > 0 ? [organisation('organisations.territory_id', 'in', territories)] : []),
  ];
  return ways.length > 0 ? organisation.or(ways) : organisation.lit(false);
}

/** What an actor may change, as the `where` of a query of commitments. */
export function editableBy(actor: Actor): Expression<SqlBool> {
  const commitment = expressionBuilder<Tables, 'commitments'>();
  const scope = ledInstitutions(actor);
  if (scope === 'every') return commitment.lit(true);
  if (scope.organisations.length + scope.territories.length === 0) return commitment.lit(false);
  const led = commitment.selectFrom('organisations').select('organisations.id').where(ledBy(actor));
  return commitment('commitments.organisation_id', 'in', led);
}

/**
 * What an actor may read, as the `where` of any query that has joined `commitments`: whatever hangs from a commitment
 * is read through it.
 */
export function readableBy(actor: Actor): Expression<SqlBool> {
  const commitment = expressionBuilder<Tables, 'commitments'>();
  const hidden = hiddenVisibilities(actor);
  if (hidden.length === 0) return commitment.lit(true);
  // Said by what is left out: most is public, so no engine is to look for it by who reads it.
  const isOpen = commitment('commitments.visibility', 'not in', hidden);
  if (actor.grants.length === 0) return isOpen;
  const { organisations, territories } = readDrafts(actor);
  // Asked of one row at a time: of the few that are not open.
  const led = commitment
    .selectFrom('organisations')
    .select('organisations.id')
    .whereRef('organisations.id', '=', 'commitments.organisation_id')
    .where(ledBy(actor));
  const ways = [isOpen, commitment.exists(led)];
  if (organisations.length > 0) {
    const joined = commitment
      .selectFrom('commitment_parties')
      .select('commitment_id')
      .whereRef('commitment_parties.commitment_id', '=', 'commitments.id')
      .where('commitment_parties.organisation_id', 'in', organisations);
    ways.push(commitment('commitments.organisation_id', 'in', organisations));
    ways.push(commitment.exists(joined));
  }
  if (territories.length > 0) {
    const ofRow = sql<SqlBool>`links.from_id = commitments.id`;
    ways.push(commitment.exists(concerning(territories).where(ofRow)));
  }
  return commitment.or(ways);
}

/** Commitments that concern one of these territories, or one within them. */
function concerning(territories: readonly string[]) {
  return expressionBuilder<Tables, never>()
    .selectFrom('links')
    .innerJoin('territories', 'territories.id', 'links.to_id')
    .select('links.from_id')
    .where('links.relation', '=', 'concerns')
    .where('links.from_kind', '=', 'commitments')
    .where(({ eb, or }) =>
      or([eb('territories.id', 'in', territories), eb('territories.parent_id', 'in', territories)]),
    );
}

/** The commitments of which an actor answers a request for a longer deadline. */
export function decidedBy(actor: Actor): Expression<SqlBool> {
  const commitment = expressionBuilder<Tables, 'commitments'>();
  if (keepsRegister(actor)) return commitment.lit(true);
  const territories = decidedTerritories(actor);
  return territories.length > 0
    ? commitment('commitments.id', 'in', concerning(territories))
    : commitment.lit(false);
}

/** A commitment with the institution that answers for it. */
export type LedCommitment = CommitmentRow & { organisation: OrganisationRow };

/** Commitments with the institutions that answer for them, in their order. */
export async function withLeads<Row extends CommitmentRow>(
  db: Source,
  rows: readonly Row[],
): Promise<(Row & { organisation: OrganisationRow })[]> {
  const leads = await listByIds(
    db,
    'organisations',
    rows.map(({ organisation_id }) => organisation_id),
  );
  const byId = new Map(leads.map((lead) => [lead.id, lead]));
  return rows.map((row) => ({ ...row, organisation: byId.get(row.organisation_id)! }));
}

/** Those of the commitments that an actor may read, the first due first; what has no day comes last. */
export async function listCommitments(
  db: Source,
  actor: Actor,
  { offset, limit }: { offset: number; limit: number },
): Promise<LedCommitment[]> {
  const rows = await db
    .selectFrom('commitments')
    .selectAll()
    .where(readableBy(actor))
    .orderBy('due_on', (order) => order.asc().nullsLast())
    .orderBy('reference')
    .limit(limit)
    .offset(offset)
    .execute();
  return withLeads(db, rows);
}

/** How many commitments an actor may read. */
export async function countCommitments(db: Source, actor: Actor): Promise<number> {
  const { count } = await db
    .selectFrom('commitments')
    .select(({ fn }) => fn.countAll().as('count'))
    .where(readableBy(actor))
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** One commitment, where the actor may read it. */
export function readCommitment(db: Source, actor: Actor, id: string): Promise<CommitmentRow | undefined> {
  return db
    .selectFrom('commitments')
    .selectAll()
    .where('id', '=', id)
    .where(readableBy(actor))
    .executeTakeFirst();
}

/** Whether an actor may change a commitment. */
export function mayEditCommitment(db: Source, actor: Actor, id: string): Promise<boolean> {
  return isAmong(db, id, editableBy(actor));
}

/** Whether an actor may answer who asks for a longer deadline of a commitment. */
export function mayDecideOf(db: Source, actor: Actor, id: string): Promise<boolean> {
  return isAmong(db, id, decidedBy(actor));
}

async function isAmong(db: Source, id: string, scope: Expression<SqlBool>): Promise<boolean> {
  const found = await db
    .selectFrom('commitments')
    .select('id')
    .where('id', '=', id)
    .where(scope)
    .executeTakeFirst();
  return found !== undefined;
}

/** The institutions in whose name an actor commits. */
export function listLed(db: Source, actor: Actor): Promise<OrganisationRow[]> {
  return db.selectFrom('organisations').selectAll().where(ledBy(actor)).orderBy('slug').execute();
}

/** Whether an actor commits in the name of an institution, which is there. */
export async function mayLead(db: Source, actor: Actor, organisationId: string): Promise<boolean> {
  const found = await db
    .selectFrom('organisations')
    .select('id')
    .where('id', '=', organisationId)
    .where(ledBy(actor))
    .executeTakeFirst();
  return found !== undefined;
}

/** The commitments that lead to some records, as far as an actor may read them; `other_id` is the record. */
export async function commitmentsLinkedTo(
  db: Source,
  actor: Actor,
  ids: readonly string[],
  relations: readonly Relation[],
): Promise<(LedCommitment & { other_id: string })[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .selectFrom('links')
    .innerJoin('commitments', 'commitments.id', 'links.from_id')
    .selectAll('commitments')
    .select('links.to_id as other_id')
    .where('links.to_id', 'in', ids)
    .where('links.relation', 'in', relations)
    .where(readableBy(actor))
    .orderBy('commitments.due_on', (order) => order.asc().nullsLast())
    .orderBy('commitments.reference')
    .execute();
  return withLeads(db, rows);
}

/** The commitments that serve some recommendations; `other_id` is the recommendation. */
export function commitmentsOf(db: Source, actor: Actor, recommendationIds: readonly string[]) {
  return commitmentsLinkedTo(db, actor, recommendationIds, ['implements']);
}

/** Of some commitments those that an actor may read, in the order of their ids as given, with who leads each. */
export async function readableAt(db: Source, actor: Actor, ids: readonly string[]): Promise<LedCommitment[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .selectFrom('commitments')
    .selectAll()
    .where('commitments.id', 'in', ids)
    .where(readableBy(actor))
    .execute();
  const byId = new Map(rows.map((row) => [row.id, row]));
  return withLeads(
    db,
    ids.flatMap((id) => byId.get(id) ?? []),
  );
}

/** Whether an actor may remove a commitment: a draft that it changes, or any where it keeps the register. */
export function mayRemoveCommitment(db: Source, actor: Actor, id: string): Promise<boolean> {
  if (keepsRegister(actor)) return isAmong(db, id, editableBy(actor));
  const commitment = expressionBuilder<Tables, 'commitments'>();
  return isAmong(db, id, commitment.and([editableBy(actor), commitment('visibility', '=', 'draft')]));
}

/** Kinds of records that are parts of commitments. */
export type CommitmentPart = (typeof commitmentParts)[number];

/** A part of a commitment that an actor may change. */
export async function readPart<Kind extends CommitmentPart>(
  db: Source,
  actor: Actor,
  kind: Kind,
  id: string,
): Promise<(Tables[Kind] & { inside: string }) | undefined> {
  // Kysely types a query by one table's name; every part names its commitment.
  const part = kind as 'milestones';
  const row = await db
    .selectFrom(part)
    .innerJoin('commitments', 'commitments.id', `${part}.commitment_id`)
    .selectAll(part)
    .select('commitments.slug as inside')
    .where(`${part}.id`, '=', id)
    .where(editableBy(actor))
    .executeTakeFirst();
  return row as unknown as (Tables[Kind] & { inside: string }) | undefined;
}

/** Whether an actor may change a part of a commitment. */
export async function mayEditPart(
  db: Source,
  actor: Actor,
  kind: CommitmentPart,
  id: string,
): Promise<boolean> {
  return (await readPart(db, actor, kind, id)) !== undefined;
}
