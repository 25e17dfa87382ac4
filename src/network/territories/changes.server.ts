import type * as v from 'valibot';
import type { Actor } from '#platform/actor/actor.ts';
import { systemClock, type Clock } from '#platform/clock/clock.ts';
import type { Target } from '#platform/database/database.ts';
import { columns } from '#platform/locale/text.ts';
import { change } from '#platform/records/change.server.ts';
import { refused } from '#platform/records/outcome.ts';
import { createRecord, updateRecord } from '#platform/records/records.server.ts';
import { mayEditNetwork } from '../policy.ts';
import { isWithin } from '../parents/queries.server.ts';
import {
  figureInput,
  territoryInput,
  territoryUpdate,
  type FigureInput,
  type TerritoryInput,
  type TerritoryUpdate,
} from './schema.ts';

/** Records a territory; its short name is its name where none is given. */
export function createTerritory(
  target: Target,
  actor: Actor,
  input: TerritoryInput,
  clock: Clock = systemClock,
) {
  return change(
    target,
    { allowed: mayEditNetwork(actor), schema: territoryInput, input },
    async (tx, values) => ({ id: await createRecord(tx, actor, 'territories', columnsOf(values), clock) }),
  );
}

/** Changes a territory to the whole input; what is left out of it is emptied. */
export function updateTerritory(
  target: Target,
  actor: Actor,
  input: TerritoryUpdate,
  clock: Clock = systemClock,
) {
  return change(
    target,
    {
      allowed: mayEditNetwork(actor),
      schema: territoryUpdate,
      input,
    },
    async (tx, values) => {
      const { id, version } = values;
      if (values.parentId && (await isWithin(tx, 'territories', values.parentId, id)))
        return refused('network_problem_territory_of_itself', 'parentId');
      await updateRecord(tx, actor, 'territories', id, columnsOf(values), { version, clock });
      return { id, version: version + 1 };
    },
  );
}

function columnsOf(values: v.InferOutput<typeof territoryInput>) {
  return {
    slug: values.slug,
    parent_id: values.parentId ?? null,
    level: values.level,
    code: values.code,
    code_mark: values.codeMark ?? null,
    ...columns('name', values.name),
    ...columns('short_name', values.shortName ?? values.name),
    tile_column: values.tile?.column ?? null,
    tile_row: values.tile?.row ?? null,
  };
}

/** Records a figure of a territory with its source; another source's figure stays beside it. */
export function createFigure(target: Target, actor: Actor, input: FigureInput) {
  return change(
    target,
    { allowed: mayEditNetwork(actor), schema: figureInput, input },
    async (tx, values) => ({
      id: await createRecord(tx, actor, 'figures', {
        territory_id: values.territoryId,
        measure: values.measure,
        value: values.value,
        as_of: values.asOf,
        source_id: values.sourceId,
      }),
    }),
  );
}
