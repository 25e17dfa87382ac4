import { settleAction } from '#events/actions/changes.server.ts';
import { gatherEntries } from '#events/board-gathering/changes.server.ts';
import { mergeEntries } from '#events/board-merges/changes.server.ts';
import { leaveEntry, updateEntry } from '#events/board/changes.server.ts';
import type { BoardEntryRow } from '#events/board/model.ts';
import { listEntries, listSources } from '#events/board/queries.server.ts';
import { adopt } from '#follow-up/adoptions/changes.server.ts';
import type { Actor } from '#platform/actor/actor.ts';
import type { Clock } from '#platform/clock/clock.ts';
import type { Transaction } from '#platform/database/database.ts';
import { done } from '#platform/records/outcome.ts';
import type { FullText } from '../../text.ts';
import { following, left, merged, reworded, settled } from './board.ts';

/**
 * What the plenary does on the board: it gathers what the minutes hold, makes one draft of those that say the same,
 * words some again in three languages, leaves a few, and adopts the rest.
 * @param notes ids of entries of the minutes, by the keys that the plan of the board names
 */
export async function holdPlenary(
  tx: Transaction,
  actor: Actor,
  { workshopId, notes, clock }: { workshopId: string; notes: ReadonlyMap<string, string>; clock: Clock },
): Promise<void> {
  done(await gatherEntries(tx, actor, { workshopId }));
  const sources = new Map(
    (await listSources(tx, workshopId)).map(({ entry_id, board_entry_id }) => [entry_id, board_entry_id]),
  );
  const drafts = new Map([...notes].map(([key, entry]) => [key, sources.get(entry)]));
  const draft = (key: string): string => {
    const id = drafts.get(key);
    if (!id) throw new Error(`The board has no draft of ${key}`);
    return id;
  };
  for (const { of, text } of merged) {
    const { id } = done(await mergeEntries(tx, actor, { workshopId, ids: of.map(draft) }));
    await reword(tx, actor, await entryAt(tx, id), text);
    drafts.set(of[0], id);
  }
  for (const [key, text] of Object.entries(reworded))
    await reword(tx, actor, await entryAt(tx, draft(key)), text);
  for (const key of left) {
    const { id, version } = await entryAt(tx, draft(key));
    done(await leaveEntry(tx, actor, { id, version }));
  }
  const records = await adoptAll(tx, actor, workshopId, drafts);
  for (const [key, how] of Object.entries(settled)) {
    const id = records.get(draft(key))!;
    const status =
      how === 'done'
        ? { status: 'done' as const }
        : { status: 'dropped' as const, reason: how, language: 'fr' as const };
    done(await settleAction(tx, actor, { id, version: 1, ...status }, clock));
  }
}

/** Adopts what is still a draft, conclusions first, for recommendations follow from them. */
async function adoptAll(
  tx: Transaction,
  actor: Actor,
  workshopId: string,
  drafts: ReadonlyMap<string, string | undefined>,
): Promise<Map<string, string>> {
  const conclusionOf = new Map(
    Object.entries(following).map(([recommendation, from]) => [drafts.get(recommendation), drafts.get(from)]),
  );
  const open = (await listEntries(tx, workshopId)).filter(
    ({ status, merged_into_id }) => status === 'draft' && merged_into_id === null,
  );
  const inOrder = open.toSorted((a, b) => Number(b.kind === 'conclusion') - Number(a.kind === 'conclusion'));
  const records = new Map<string, string>();
  for (const { id } of inOrder) {
    const { version } = await entryAt(tx, id);
    const from = conclusionOf.get(id);
    const conclusionId = from === undefined ? undefined : records.get(from);
    records.set(id, done(await adopt(tx, actor, { id, version, conclusionId })).record.id);
  }
  return records;
}

async function reword(tx: Transaction, actor: Actor, entry: BoardEntryRow, text: FullText): Promise<void> {
  const { id, version, kind, owner, organisation_id, person_id, due_on } = entry;
  const carried = {
    owner: owner ?? undefined,
    organisationId: organisation_id ?? undefined,
    personId: person_id ?? undefined,
    dueOn: due_on ?? undefined,
  };
  done(await updateEntry(tx, actor, { id, version, kind, text, ...carried }));
}

function entryAt(tx: Transaction, id: string): Promise<BoardEntryRow> {
  return tx.selectFrom('board_entries').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
}
