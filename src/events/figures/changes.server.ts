import type { Actor } from '#platform/actor/actor.ts';
import type { Target } from '#platform/database/database.ts';
import { columns } from '#platform/locale/text.ts';
import { change } from '#platform/records/change.server.ts';
import { updateRecord } from '#platform/records/records.server.ts';
import { mayRecordConclusions } from '../policy.ts';
import { belowCounts } from '../participation/queries.server.ts';
import { mayRecordWorkshop } from '../queries.server.ts';
import { attendanceColumns, replaceAudiences } from '../workshops/changes.server.ts';
import { figuresInput, type FiguresInput } from './schema.ts';

/** Writes what came of a workshop, and nothing else of it: its rapporteurs may, as well as those who change it. */
export function recordFigures(target: Target, actor: Actor, input: FiguresInput) {
  return change(
    target,
    {
      allowed: mayRecordConclusions(actor),
      schema: figuresInput,
      input,
      within: (tx, { id }) => mayRecordWorkshop(tx, actor, id),
    },
    async (tx, { id, version, attendance, audiences, outcome }) => {
      const below = await belowCounts(tx, id, attendance);
      if (below) return below;
      const row = { ...attendanceColumns(attendance), ...columns('outcome', outcome) };
      await updateRecord(tx, actor, 'workshops', id, row, { version });
      await replaceAudiences(tx, actor, id, audiences);
      return { id, version: version + 1 };
    },
  );
}
