import type * as v from 'valibot';
import type { Actor } from '#platform/actor/actor.ts';
import { systemClock, type Clock } from '#platform/clock/clock.ts';
import type { Target } from '#platform/database/database.ts';
import { columns } from '#platform/locale/text.ts';
import { change } from '#platform/records/change.server.ts';
import { refused } from '#platform/records/outcome.ts';
import { createRecord, updateRecord } from '#platform/records/records.server.ts';
import { isWithin } from '../parents/queries.server.ts';
import { mayAddToNetwork } from '../policy.ts';
import { mayEditOrganisation } from './queries.server.ts';
import {
  organisationInput,
  organisationUpdate,
  type OrganisationInput,
  type OrganisationUpdate,
} from './schema.ts';

/** Records an organisation. */
export function createOrganisation(
  target: Target,
  actor: Actor,
  input: OrganisationInput,
  clock: Clock = systemClock,
) {
  return change(
    target,
    { allowed: mayAddToNetwork(actor), schema: organisationInput, input },
    async (tx, values) => ({ id: await createRecord(tx, actor, 'organisations', columnsOf(values), clock) }),
  );
}

/** Changes an organisation to the whole input; what is left out of it is emptied. */
export function updateOrganisation(
  target: Target,
  actor: Actor,
  input: OrganisationUpdate,
  clock: Clock = systemClock,
) {
  return change(
    target,
    {
      allowed: mayAddToNetwork(actor),
      schema: organisationUpdate,
      input,
      within: (tx, { id }) => mayEditOrganisation(tx, actor, id),
    },
    async (tx, values) => {
      const { id, version, parentId } = values;
      if (parentId && (await isWithin(tx, 'organisations', parentId, id)))
        return refused('network_problem_part_of_itself', 'parentId');
      await updateRecord(tx, actor, 'organisations', id, columnsOf(values), { version, clock });
      return { id, version: version + 1 };
    },
  );
}

function columnsOf(values: v.InferOutput<typeof organisationInput>) {
  return {
    slug: values.slug,
    type: values.type,
    level: values.level,
    parent_id: values.parentId ?? null,
    territory_id: values.territoryId ?? null,
    ...columns('name', values.name),
    ...columns('acronym', values.acronym),
    ...columns('summary', values.summary),
    url: values.url ?? null,
  };
}
