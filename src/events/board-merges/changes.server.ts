import type { Actor } from '#platform/actor/actor.ts';
import type { Target, Transaction } from '#platform/database/database.ts';
import { change, refusals } from '#platform/records/change.server.ts';
import { refused } from '#platform/records/outcome.ts';
import { deleteRecord, updateRecord } from '#platform/records/records.server.ts';
import { addEntry, holdBoard, onEntry } from '../board/changes.server.ts';
import { joinedText, type BoardEntryRow } from '../board/model.ts';
import { boardMerge, type BoardMerge, type BoardSplit } from '../board/schema.ts';
import { number, standing } from '../board-order/changes.server.ts';
import { mayEditWorkshops } from '../policy.ts';
import { mayEditWorkshop } from '../queries.server.ts';

/**
 * Makes one draft of several, in the place of the first, of its kind and with the texts of all. They stay behind it as
 * they were, with what they come from.
 */
export function mergeEntries(target: Target, actor: Actor, input: BoardMerge) {
  return change(
    target,
    {
      allowed: mayEditWorkshops(actor),
      schema: boardMerge,
      input,
      within: (tx, { workshopId }) => mayEditWorkshop(tx, actor, workshopId),
    },
    async (tx, { workshopId, ids }) => {
      await holdBoard(tx, workshopId);
      const order = await standing(tx, workshopId);
      const parts = order.filter(({ id }) => ids.includes(id));
      if (parts.length !== ids.length) return refused(refusals.stale);
      if (parts.some(({ status }) => status !== 'draft')) return refused('events_board_problem_adopted');
      const [first] = parts as [BoardEntryRow];
      const id = await addEntry(tx, actor, mergedOf(workshopId, parts), { place: first.position });
      for (const part of parts)
        await updateRecord(tx, actor, 'board_entries', part.id, { merged_into_id: id });
      const rest = order.filter((entry) => entry === first || !parts.includes(entry));
      await numberWith(tx, actor, rest, first.id, [id]);
      return { id };
    },
  );
}

/**
 * Parts a draft that was merged into what it was merged of, each as it was, in its place. What it said itself may go
 * to one of them; else the journal alone keeps it.
 */
export function splitEntry(target: Target, actor: Actor, { wordingFor, ...input }: BoardSplit) {
  return onEntry(target, actor, input, async (tx, entry) => {
    const { id, status, workshop_id, text_fr, text_ar, text_en, text_original } = entry;
    if (status !== 'draft') return refused('events_board_problem_adopted');
    const parts = await tx
      .selectFrom('board_entries')
      .select('id')
      .where('merged_into_id', '=', id)
      .orderBy('position')
      .orderBy('id')
      .execute();
    if (parts.length === 0) return refused('events_board_problem_whole');
    if (wordingFor && !parts.some((part) => part.id === wordingFor)) return refused(refusals.stale);
    const wording = { text_fr, text_ar, text_en, text_original };
    const order = await standing(tx, workshop_id);
    for (const part of parts)
      await updateRecord(tx, actor, 'board_entries', part.id, {
        merged_into_id: null,
        ...(part.id === wordingFor && wording),
      });
    const ids = parts.map((part) => part.id);
    await numberWith(tx, actor, order, id, ids);
    await deleteRecord(tx, actor, 'board_entries', id);
    return { id: ids[0]!, count: ids.length };
  });
}

/** Numbers an order in which other entries stand in the place of one. */
async function numberWith(
  tx: Transaction,
  actor: Actor,
  order: readonly BoardEntryRow[],
  place: string,
  ids: readonly string[],
): Promise<void> {
  const rows = await tx.selectFrom('board_entries').selectAll().where('id', 'in', ids).execute();
  const inPlace = ids.flatMap((id) => rows.find((row) => row.id === id) ?? []);
  await number(
    tx,
    actor,
    order.flatMap((entry) => (entry.id === place ? inPlace : [entry])),
  );
}

function mergedOf(workshop_id: string, parts: readonly BoardEntryRow[]) {
  const first = <Column extends 'owner' | 'organisation_id' | 'person_id' | 'due_on'>(column: Column) =>
    parts.find((part) => part[column] !== null)?.[column] ?? null;
  return {
    workshop_id,
    kind: parts[0]!.kind,
    ...joinedText(parts),
    owner: first('owner'),
    organisation_id: first('organisation_id'),
    person_id: first('person_id'),
    due_on: first('due_on'),
  };
}
