import { createLink } from '#network/links/changes.server.ts';
import type { RecordRef, Relation } from '#network/links/model.ts';
import { isRecordThere } from '#network/links/queries.server.ts';
import { surroundingsOf } from '#network/removals/queries.server.ts';
import { readRow, type References } from '#network/references/queries.server.ts';
import type { Actor } from '#platform/actor/actor.ts';
import type { Target, Transaction } from '#platform/database/database.ts';
import { textOf, type Trilingual } from '#platform/locale/text.ts';
import { change, refusals } from '#platform/records/change.server.ts';
import { done, refused, type Outcome } from '#platform/records/outcome.ts';
import { deleteRecord, updateRecord } from '#platform/records/records.server.ts';
import { createAction } from '../actions/changes.server.ts';
import type { ActionKind } from '../actions/model.ts';
import { holdBoard, onEntry } from '../board/changes.server.ts';
import type { BoardEntryRow, BoardKind } from '../board/model.ts';
import { listEntries, listSources, mayEditEntry, readEntry, withParts } from '../board/queries.server.ts';
import { adoptionInput, type AdoptionInput, type SeenEntry } from '../board/schema.ts';
import { createConclusion } from '../conclusions/changes.server.ts';
import { mayEditWorkshops } from '../policy.ts';

/** What becomes of an entry: the draft, the sessions it comes from, and the conclusion that it follows from. */
export interface Adopted {
  entry: BoardEntryRow;
  sessions: readonly string[];
  conclusionId: string | undefined;
}

/** How entries of a kind become records, and what such a record says. */
export interface Adopting {
  kind: RecordRef['kind'];
  /** Writes the record and its own links, or refuses before it has written anything. */
  make(tx: Transaction, actor: Actor, adopted: Adopted): Promise<Outcome<{ id: string }>>;
  /** The record's text, which the board takes back with it. */
  textOf(row: Record<string, unknown>): Trilingual<'text'>;
}

const ownText = (row: Record<string, unknown>): Trilingual<'text'> => {
  const { text_fr, text_ar, text_en, text_original } = row as unknown as Trilingual<'text'>;
  return { text_fr, text_ar, text_en, text_original };
};

const acting = (kind: ActionKind): Adopting => ({
  kind: 'actions',
  textOf: ownText,
  make: (tx, actor, { entry, sessions: [itemId] }) =>
    createAction(tx, actor, {
      workshopId: entry.workshop_id,
      kind,
      text: textOf(entry, 'text'),
      itemId,
      owner: entry.owner ?? undefined,
      organisationId: entry.organisation_id ?? undefined,
      personId: entry.person_id ?? undefined,
      dueOn: entry.due_on ?? undefined,
    }),
});

/** How what this room keeps is adopted; recommendations are the register's. */
export const adopting: Record<Exclude<BoardKind, 'recommendation'>, Adopting> = {
  conclusion: {
    kind: 'conclusions',
    textOf: ownText,
    make: (tx, actor, { entry, sessions: [itemId] }) =>
      createConclusion(tx, actor, {
        workshopId: entry.workshop_id,
        itemId,
        kind: 'conclusion',
        text: textOf(entry, 'text'),
      }),
  },
  decision: acting('decision'),
  action: acting('action'),
};

/**
 * Adopts a draft as it was seen: it becomes a record that keeps its sessions and who proposed it. Whoever adopts what
 * another has adopted meanwhile gets the same record.
 */
export function adoptEntry(
  target: Target,
  actor: Actor,
  input: AdoptionInput,
  ways: Record<BoardKind, Adopting>,
) {
  return change(
    target,
    {
      allowed: mayEditWorkshops(actor),
      schema: adoptionInput,
      input,
      within: (tx, { id }) => mayEditEntry(tx, actor, id),
    },
    async (tx, { id, version, conclusionId }) => {
      const entry = await heldEntry(tx, id);
      if (!entry) return refused(refusals.missing);
      if (entry.status === 'adopted') return recordOf(entry);
      if (entry.version !== version || entry.merged_into_id) return refused(refusals.stale);
      if (conclusionId && !(await isOwnConclusion(tx, entry, conclusionId)))
        return refused(refusals.missing, 'conclusionId');
      const sessions = await sessionsOf(tx, entry);
      const way = ways[entry.kind];
      const made = await way.make(tx, actor, { entry, sessions, conclusionId });
      if (!made.ok) return made;
      const record = { kind: way.kind, id: made.id };
      await linkOrigins(tx, actor, record, entry, sessions);
      const adopted = { status: 'adopted', adopted_kind: record.kind, adopted_id: record.id } as const;
      await updateRecord(tx, actor, 'board_entries', id, adopted, { version });
      return { record };
    },
  );
}

/**
 * Takes an adoption back, as long as the workshop is not published and nothing refers to what was adopted: the record
 * goes, with its links, and the draft stands again with the text that the record had.
 */
export function takeBackAdoption(
  target: Target,
  actor: Actor,
  input: SeenEntry,
  ways: Record<BoardKind, Adopting>,
  references: References,
) {
  return onEntry(target, actor, input, async (tx, entry) => {
    const record = entry.status === 'adopted' ? recordOf(entry).record : null;
    if (!record) return refused(refusals.stale);
    if (await isPublished(tx, entry.workshop_id)) return refused('events_board_problem_published');
    const row = await readRow(tx, record.kind, record.id);
    if (!row) return refused(refusals.missing);
    const { referrers, parts } = await surroundingsOf(tx, references, record);
    if (referrers.some(({ id }) => id !== entry.id)) return refused('network_removal_refused');
    const standing = { status: 'draft', adopted_kind: null, adopted_id: null } as const;
    const text = ways[entry.kind].textOf(row);
    await updateRecord(tx, actor, 'board_entries', entry.id, { ...standing, ...text });
    for (const part of parts) await deleteRecord(tx, actor, part.kind, part.id);
    await deleteRecord(tx, actor, record.kind, record.id);
    return { id: entry.id };
  });
}

async function heldEntry(tx: Transaction, id: string): Promise<BoardEntryRow | undefined> {
  const found = await readEntry(tx, id);
  if (!found) return undefined;
  await holdBoard(tx, found.workshop_id);
  return readEntry(tx, id);
}

function recordOf({ adopted_kind, adopted_id }: BoardEntryRow): { record: RecordRef } {
  return { record: { kind: adopted_kind!, id: adopted_id! } };
}

/** The sessions that an entry comes from, in the order of the programme. */
async function sessionsOf(tx: Transaction, entry: BoardEntryRow): Promise<string[]> {
  const whole = withParts(await listEntries(tx, entry.workshop_id), entry.id);
  const sources = await listSources(tx, entry.workshop_id);
  const own = sources.filter(({ board_entry_id }) => whole.includes(board_entry_id));
  return [...new Set(own.map(({ item_id }) => item_id))];
}

/**
 * Links a record with the sessions that its own column does not name and, where it has none for them, with who
 * proposed it.
 */
async function linkOrigins(
  tx: Transaction,
  actor: Actor,
  record: RecordRef,
  { organisation_id, person_id }: BoardEntryRow,
  sessions: readonly string[],
): Promise<void> {
  const isProposed = record.kind !== 'actions';
  const links: [Relation, RecordRef['kind'], string | null][] = [
    ...sessions
      .slice(record.kind === 'recommendations' ? 0 : 1)
      .map((id): [Relation, RecordRef['kind'], string] => ['formulated-in', 'programme_items', id]),
    ['proposing-organisation', 'organisations', isProposed ? organisation_id : null],
    ['proposed-by', 'people', isProposed ? person_id : null],
  ];
  for (const [position, [relation, kind, id]] of links.entries())
    if (id && (await isRecordThere(tx, { kind, id })))
      done(await createLink(tx, actor, { from: record, relation, to: { kind, id }, position }, true));
}

async function isOwnConclusion(tx: Transaction, { workshop_id }: BoardEntryRow, id: string) {
  const found = await tx
    .selectFrom('conclusions')
    .select('id')
    .where('id', '=', id)
    .where('workshop_id', '=', workshop_id)
    .executeTakeFirst();
  return found !== undefined;
}

async function isPublished(tx: Transaction, workshopId: string): Promise<boolean> {
  const { status } = await tx
    .selectFrom('workshops')
    .select('status')
    .where('id', '=', workshopId)
    .executeTakeFirstOrThrow();
  return status === 'published';
}
