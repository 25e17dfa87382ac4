import { expressionBuilder, type Expression, type SqlBool } from 'kysely';
import { editableBy as workshopsEditableBy } from '#events/queries.server.ts';
import type { Actor } from '#platform/actor/actor.ts';
import type { Source } from '#platform/database/database.ts';
import type { Tables } from '#platform/database/tables.ts';
import type { DebateFileRow, DebateRow, DebateVotesRow, VoteStage } from './model.ts';
import { hiddenDebates, keepsDebates, mayEnterDebates } from './policy.ts';

/** What an actor may change, as the `where` of a query of debates: all of them, or those of workshops it prepares. */
export function editableBy(actor: Actor): Expression<SqlBool> {
  const debate = expressionBuilder<Tables, 'debates'>();
  if (keepsDebates(actor)) return debate.lit(true);
  if (!mayEnterDebates(actor)) return debate.lit(false);
  const prepared = debate.selectFrom('workshops').select('workshops.id').where(workshopsEditableBy(actor));
  return debate('debates.workshop_id', 'in', prepared);
}

/** What an actor may read, as the `where` of any query that has joined `debates`. */
export function readableBy(actor: Actor): Expression<SqlBool> {
  const debate = expressionBuilder<Tables, 'debates'>();
  const hidden = hiddenDebates(actor);
  if (hidden.length === 0) return debate.lit(true);
  const isOpen = debate('debates.visibility', 'not in', hidden);
  return mayEnterDebates(actor) ? debate.or([isOpen, editableBy(actor)]) : isOpen;
}

/** The debates an actor may read; every query of debates begins here. */
function readable(db: Source, actor: Actor) {
  return db.selectFrom('debates').selectAll('debates').where(readableBy(actor));
}

/** Debates, the latest first. */
export function listDebates(
  db: Source,
  actor: Actor,
  { offset, limit }: { offset: number; limit: number },
): Promise<DebateRow[]> {
  return readable(db, actor)
    .orderBy('starts_on', 'desc')
    .orderBy('slug')
    .limit(limit)
    .offset(offset)
    .execute();
}

/** How many debates an actor may read. */
export async function countDebates(db: Source, actor: Actor): Promise<number> {
  const { count } = await db
    .selectFrom('debates')
    .select(({ fn }) => fn.countAll().as('count'))
    .where(readableBy(actor))
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** The debates that belonged to a workshop, in the order of their days. */
export function debatesOf(db: Source, actor: Actor, workshopId: string): Promise<DebateRow[]> {
  return readable(db, actor)
    .where('workshop_id', '=', workshopId)
    .orderBy('starts_on')
    .orderBy('slug')
    .execute();
}

/** One debate, where the actor may read it. */
export function readDebate(db: Source, actor: Actor, id: string): Promise<DebateRow | undefined> {
  return readable(db, actor).where('debates.id', '=', id).executeTakeFirst();
}

/** Whether an actor may change a debate. */
export async function mayEditDebate(db: Source, actor: Actor, id: string): Promise<boolean> {
  const found = await db
    .selectFrom('debates')
    .select('id')
    .where('id', '=', id)
    .where(editableBy(actor))
    .executeTakeFirst();
  return found !== undefined;
}

/** The workshops whose debates an actor may enter, the latest first. */
export function listEnterable(db: Source, actor: Actor) {
  return db
    .selectFrom('workshops')
    .selectAll()
    .$if(!keepsDebates(actor), (query) => query.where(workshopsEditableBy(actor)))
    .orderBy('starts_on', 'desc')
    .orderBy('slug')
    .execute();
}

/** Whether an actor may enter a debate of a workshop, which is there, or of none. */
export async function mayEnter(db: Source, actor: Actor, workshopId: string | undefined): Promise<boolean> {
  if (workshopId === undefined) return keepsDebates(actor);
  const found = await db
    .selectFrom('workshops')
    .select('id')
    .where('id', '=', workshopId)
    .$if(!keepsDebates(actor), (query) => query.where(workshopsEditableBy(actor)))
    .executeTakeFirst();
  return found !== undefined;
}

/** What became of the votes of a debate. The caller has read the debate; `sent` is for who may change it. */
export function readVotes(
  db: Source,
  debateId: string,
  stage: VoteStage,
): Promise<DebateVotesRow | undefined> {
  return db
    .selectFrom('debate_votes')
    .selectAll()
    .where('debate_id', '=', debateId)
    .where('stage', '=', stage)
    .executeTakeFirst();
}

/** The files that votes came in, for who may change the debate. */
export function listFiles(db: Source, debateId: string, stage: VoteStage): Promise<DebateFileRow[]> {
  return db
    .selectFrom('debate_files')
    .selectAll()
    .where('debate_id', '=', debateId)
    .where('stage', '=', stage)
    .orderBy('file')
    .execute();
}

/** Every file that votes are kept in, or were sent in to be looked at. */
export async function debateFiles(db: Source): Promise<Set<string>> {
  const rows = await db.selectFrom('debate_files').select('sha256').execute();
  return new Set(rows.map(({ sha256 }) => sha256));
}
