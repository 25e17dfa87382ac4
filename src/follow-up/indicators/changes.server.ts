import type * as v from 'valibot';
import type { References } from '#network/references/queries.server.ts';
import { removeRecord } from '#network/removals/changes.server.ts';
import type { RemovalInput } from '#network/removals/schema.ts';
import type { Actor } from '#platform/actor/actor.ts';
import { systemClock, type Clock } from '#platform/clock/clock.ts';
import type { Target, Transaction } from '#platform/database/database.ts';
import { columns } from '#platform/locale/text.ts';
import { change } from '#platform/records/change.server.ts';
import { nextPosition } from '#platform/records/list.server.ts';
import { refused } from '#platform/records/outcome.ts';
import { createRecord, deleteRecord, updateRecord } from '#platform/records/records.server.ts';
import { mayCommit } from '../commitments/policy.ts';
import { mayEditCommitment, mayEditPart, readPart } from '../commitments/queries.server.ts';
import { levelsOf, readFigure } from './model.ts';
import { indicatorInput, indicatorUpdate, type IndicatorInput, type IndicatorUpdate } from './schema.ts';

/** Says what is measured of a commitment: a number, or a scale where its levels are described. */
export function createIndicator(
  target: Target,
  actor: Actor,
  input: IndicatorInput,
  clock: Clock = systemClock,
) {
  return change(
    target,
    {
      allowed: mayCommit(actor),
      schema: indicatorInput,
      input,
      within: (tx, { commitmentId }) => mayEditCommitment(tx, actor, commitmentId),
    },
    async (tx, { commitmentId, ...values }) => {
      const among = { column: 'commitment_id', value: commitmentId };
      const position = await nextPosition(tx, 'indicators', among);
      const row = { commitment_id: commitmentId, position, ...columnsOf(values) };
      const id = await createRecord(tx, actor, 'indicators', row, clock);
      await writeLevels(tx, actor, id, values, clock);
      return { id };
    },
  );
}

/**
 * Changes what is measured to the whole input. Once a report has told of it, a number stays a number and a scale a
 * scale, with every level that was reached.
 */
export function updateIndicator(
  target: Target,
  actor: Actor,
  input: IndicatorUpdate,
  clock: Clock = systemClock,
) {
  return change(
    target,
    {
      allowed: mayCommit(actor),
      schema: indicatorUpdate,
      input,
      within: (tx, { id }) => mayEditPart(tx, actor, 'indicators', id),
    },
    async (tx, { id, version, ...values }) => {
      const row = columnsOf(values);
      const before = (await readPart(tx, actor, 'indicators', id))!;
      const told = await tx
        .selectFrom('indicator_values')
        .select('value')
        .where('indicator_id', '=', id)
        .execute();
      const reached = Math.max(0, ...told.map(({ value }) => Number(value)));
      const isLost = row.kind === 'scale' && reached > levelsOf(values.levels).length;
      if (told.length > 0 && (before.kind !== row.kind || isLost))
        return refused('follow_up_problem_indicator_told', 'levels');
      // A version covers its levels.
      await updateRecord(tx, actor, 'indicators', id, row, { version, clock });
      await writeLevels(tx, actor, id, values, clock);
      return { id, version: version + 1 };
    },
  );
}

/** Takes what is measured away, as long as no report tells of it. */
export function deleteIndicator(
  target: Target,
  actor: Actor,
  input: RemovalInput,
  references: References,
  clock: Clock = systemClock,
) {
  return removeRecord(target, actor, input, {
    kind: 'indicators',
    references,
    clock,
    allowed: mayCommit(actor),
    within: (tx, id) => mayEditPart(tx, actor, 'indicators', id),
  });
}

type Values = Omit<v.InferOutput<typeof indicatorInput>, 'commitmentId'>;

function columnsOf(values: Values) {
  return {
    kind: values.levels ? ('scale' as const) : ('number' as const),
    ...columns('name', values.name),
    ...columns('unit', values.unit),
    baseline: values.baseline ? readFigure(values.baseline) : null,
    baseline_on: values.baselineOn ?? null,
    target: values.target ? readFigure(values.target) : null,
    target_on: values.targetOn ?? null,
    direction: values.direction,
    ...columns('source', values.source),
  };
}

/** Keeps the levels of a scale: what stands so already is not written again. */
async function writeLevels(
  tx: Transaction,
  actor: Actor,
  indicatorId: string,
  { levels }: Values,
  clock: Clock,
) {
  const before = await tx
    .selectFrom('indicator_levels')
    .selectAll()
    .where('indicator_id', '=', indicatorId)
    .orderBy('position')
    .execute();
  const described = levelsOf(levels);
  for (const row of before.slice(described.length))
    await deleteRecord(tx, actor, 'indicator_levels', row.id, clock);
  for (const [at, said] of described.entries()) {
    const row = before[at];
    if (!row)
      await createRecord(
        tx,
        actor,
        'indicator_levels',
        {
          indicator_id: indicatorId,
          position: at + 1,
          ...said,
        },
        clock,
      );
    else if (Object.entries(said).some(([column, now]) => row[column as keyof typeof row] !== now))
      await updateRecord(tx, actor, 'indicator_levels', row.id, said, { clock });
  }
}
