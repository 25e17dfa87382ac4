import type * as v from 'valibot';
import type { Actor } from '#platform/actor/actor.ts';
import { systemClock, type Clock } from '#platform/clock/clock.ts';
import type { Target, Transaction } from '#platform/database/database.ts';
import { change, refusals } from '#platform/records/change.server.ts';
import { listByIds } from '#platform/records/list.server.ts';
import { refused } from '#platform/records/outcome.ts';
import { createRecord, deleteRecord, updateRecord } from '#platform/records/records.server.ts';
import { mayWriteItem } from '../minutes/queries.server.ts';
import { mayRecordConclusions } from '../policy.ts';
import { isItemOf } from '../programme/queries.server.ts';
import { mayRecordWorkshop } from '../queries.server.ts';
import { attendanceColumns } from '../workshops/changes.server.ts';
import { contradictions, rowOf } from './model.ts';
import { listCounts, type Subject } from './queries.server.ts';
import { participationInput, type ParticipationInput } from './schema.ts';

type Line = v.InferOutput<typeof participationInput>['counts'][number];

/**
 * Writes who took part in a workshop, or in one of its sessions, as counts: what is stated of the whole, and the lines
 * that say more of some. Lines that are left out are removed. The workshop's rapporteurs may, as well as those who
 * change it; of a session, those who write its minutes.
 */
export function recordParticipation(
  target: Target,
  actor: Actor,
  input: ParticipationInput,
  clock: Clock = systemClock,
) {
  return change(
    target,
    {
      allowed: mayRecordConclusions(actor),
      schema: participationInput,
      input,
      within: (tx, { workshopId, itemId }) =>
        itemId === undefined ? mayRecordWorkshop(tx, actor, workshopId) : mayWriteItem(tx, actor, itemId),
    },
    async (tx, { workshopId, itemId, version, attendance, counts }) => {
      const subject: Subject = { workshopId, itemId: itemId ?? null };
      if (itemId !== undefined && !(await isItemOf(tx, workshopId, itemId))) return refused(refusals.missing);
      const problems = contradictions(attendance, counts, await levelsOf(tx, counts));
      const [first] = problems;
      if (first) return { ...refused(first.reason, first.field), ...(problems.length > 1 && { problems }) };
      const standing = new Map((await listCounts(tx, actor, subject)).map((row) => [row.id, row]));
      if (counts.some(({ id }) => id !== undefined && !standing.has(id))) return refused(refusals.missing);

      const { attendance_minimum, ...known } = attendanceColumns(attendance);
      if (itemId === undefined)
        await updateRecord(
          tx,
          actor,
          'workshops',
          workshopId,
          { ...known, attendance_minimum },
          { version, clock },
        );
      else await updateRecord(tx, actor, 'programme_items', itemId, known, { version, clock });
      for (const [index, count] of counts.entries()) {
        const row = { ...rowOf(count), position: index + 1 };
        const before = count.id === undefined ? undefined : standing.get(count.id);
        if (!before) {
          const whose = { workshop_id: workshopId, item_id: subject.itemId };
          await createRecord(tx, actor, 'participation_counts', { ...whose, ...row }, clock);
        } else if (
          Object.entries(row).some(([column, value]) => before[column as keyof typeof row] !== value)
        )
          await updateRecord(tx, actor, 'participation_counts', before.id, row, { clock });
        if (before) standing.delete(before.id);
      }
      for (const id of standing.keys()) await deleteRecord(tx, actor, 'participation_counts', id, clock);
      return { id: itemId ?? workshopId, version: version + 1 };
    },
  );
}

/** The level of each territory that lines name. */
async function levelsOf(tx: Transaction, counts: readonly Line[]) {
  const rows = await listByIds(
    tx,
    'territories',
    counts.flatMap(({ territoryId }) => territoryId ?? []),
  );
  return new Map(rows.map(({ id, level }) => [id, level]));
}
