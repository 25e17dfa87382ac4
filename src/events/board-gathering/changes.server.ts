import * as v from 'valibot';
import type { Actor } from '#platform/actor/actor.ts';
import type { Target, Transaction } from '#platform/database/database.ts';
import { id } from '#platform/locale/schema.ts';
import { change, refusals } from '#platform/records/change.server.ts';
import { refused } from '#platform/records/outcome.ts';
import { createRecord, updateRecord } from '#platform/records/records.server.ts';
import { addEntry, holdBoard, standingEntry } from '../board/changes.server.ts';
import { copied, renewedText, type BoardKind } from '../board/model.ts';
import {
  listEntries,
  listSources,
  listUngathered,
  mayEditEntry,
  withParts,
} from '../board/queries.server.ts';
import { sourceChoice, type SourceChoice } from '../board/schema.ts';
import { withNamed } from '../minutes-naming/queries.server.ts';
import { entriesInOrder, namedBy, type MinutesEntryRow, type Named } from '../minutes-entries/model.ts';
import { mayEditWorkshops } from '../policy.ts';
import { mayEditWorkshop } from '../queries.server.ts';

const gathering = v.object({ workshopId: id });

/**
 * Copies what the minutes of a workshop hold for its board and is not there yet, session by session, as drafts. What
 * is there stays as it is, whatever the minutes say now.
 * @returns how many came
 */
export function gatherEntries(target: Target, actor: Actor, input: v.InferInput<typeof gathering>) {
  return change(
    target,
    {
      allowed: mayEditWorkshops(actor),
      schema: gathering,
      input,
      within: (tx, { workshopId }) => mayEditWorkshop(tx, actor, workshopId),
    },
    async (tx, { workshopId: workshop_id }) => {
      await holdBoard(tx, workshop_id);
      const bySession = Map.groupBy(await listUngathered(tx, workshop_id), ({ item_id }) => item_id);
      let count = 0;
      for (const [item_id, entries] of bySession)
        for (const entry of entriesInOrder(entries)) {
          const text = copied(entry);
          if (!text) continue;
          const kind = entry.kind as BoardKind;
          const due_on = kind === 'action' ? entry.due_on : null;
          const written = { workshop_id, kind, ...text, ...(await namedRecords(tx, entry)), due_on };
          const board_entry_id = await addEntry(tx, actor, written);
          const source = { board_entry_id, entry_id: entry.id, item_id, ...text, withdrawn: 0 } as const;
          await createRecord(tx, actor, 'board_sources', source);
          count += 1;
        }
      return { count };
    },
  );
}

/**
 * Settles that the minutes were changed since: their text is taken over into a draft, or the board's is kept. Either
 * way the change is read.
 */
export function settleSource(target: Target, actor: Actor, input: SourceChoice) {
  return change(
    target,
    {
      allowed: mayEditWorkshops(actor),
      schema: sourceChoice,
      input,
      within: (tx, { entry }) => mayEditEntry(tx, actor, entry.id),
    },
    async (tx, { sourceId, entry: seen, take }) => {
      const entry = await standingEntry(tx, seen);
      if ('ok' in entry) return entry;
      const whole = withParts(await listEntries(tx, entry.workshop_id), entry.id);
      const sources = (await listSources(tx, entry.workshop_id)).filter((source) =>
        whole.includes(source.board_entry_id),
      );
      const source = sources.find((one) => one.id === sourceId);
      if (!source) return refused(refusals.missing);
      if (source.state === 'same') return { id: entry.id };
      const now = copied(source.now);
      if (take) {
        if (entry.status === 'adopted') return refused('events_board_problem_adopted');
        if (source.state === 'withdrawn' || !now) return refused('events_board_problem_withdrawn');
        const isAlone = sources.length === 1 && source.board_entry_id === entry.id;
        const text = renewedText(entry, { from: source, to: now, isAlone });
        await updateRecord(tx, actor, 'board_entries', entry.id, text);
      }
      const isWithdrawn = source.state === 'withdrawn';
      const read = isWithdrawn || !now ? {} : now;
      await updateRecord(tx, actor, 'board_sources', source.id, { ...read, withdrawn: isWithdrawn ? 1 : 0 });
      return { id: entry.id };
    },
  );
}

/** Whom an entry of the minutes names, by the records that stand for them now: minutes remember those that went. */
async function namedRecords(tx: Transaction, entry: MinutesEntryRow): Promise<Named> {
  const [{ organisation, person } = { organisation: null, person: null }] = await withNamed(tx, [entry]);
  return {
    owner: namedBy(entry).owner,
    organisation_id: organisation?.id ?? null,
    person_id: person?.id ?? null,
  };
}
