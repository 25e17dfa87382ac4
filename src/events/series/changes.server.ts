import type * as v from 'valibot';
import type { References } from '#network/references/queries.server.ts';
import { removeRecord } from '#network/removals/changes.server.ts';
import type { RemovalInput } from '#network/removals/schema.ts';
import type { Actor } from '#platform/actor/actor.ts';
import { systemClock, type Clock } from '#platform/clock/clock.ts';
import type { Target } from '#platform/database/database.ts';
import { columns } from '#platform/locale/text.ts';
import { change } from '#platform/records/change.server.ts';
import { createRecord, updateRecord } from '#platform/records/records.server.ts';
import { mayEditSeries } from '../policy.ts';
import { seriesInput, seriesUpdate, type SeriesInput, type SeriesUpdate } from '../workshops/schema.ts';

/** Records a series, of which workshops are editions. */
export function createSeries(target: Target, actor: Actor, input: SeriesInput, clock: Clock = systemClock) {
  return change(
    target,
    { allowed: mayEditSeries(actor), schema: seriesInput, input },
    async (tx, values) => ({ id: await createRecord(tx, actor, 'series', columnsOf(values), clock) }),
  );
}

/** Changes a series to the whole input; what is left out of it is emptied. */
export function updateSeries(target: Target, actor: Actor, input: SeriesUpdate, clock: Clock = systemClock) {
  return change(
    target,
    { allowed: mayEditSeries(actor), schema: seriesUpdate, input },
    async (tx, values) => {
      const { id, version } = values;
      await updateRecord(tx, actor, 'series', id, columnsOf(values), { version, clock });
      return { id, version: version + 1 };
    },
  );
}

/** Removes a series that has no edition. */
export function deleteSeries(
  target: Target,
  actor: Actor,
  input: RemovalInput,
  references: References,
  clock: Clock = systemClock,
) {
  return removeRecord(target, actor, input, {
    kind: 'series',
    references,
    allowed: mayEditSeries(actor),
    clock,
  });
}

function columnsOf(values: v.InferOutput<typeof seriesInput>) {
  return {
    slug: values.slug,
    ...columns('name', values.name),
    ...columns('summary', values.summary),
  };
}
