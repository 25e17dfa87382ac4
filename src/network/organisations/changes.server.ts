import type { Actor } from '#platform/actor/actor.ts';
import type { Target } from '#platform/database/database.ts';
import { columns } from '#platform/locale/text.ts';
import { change } from '#platform/records/change.server.ts';
import { createRecord } from '#platform/records/records.server.ts';
import { mayEditNetwork } from '../policy.ts';
import { organisationInput, type OrganisationInput } from './schema.ts';

/** Records an organisation. */
export function createOrganisation(target: Target, actor: Actor, input: OrganisationInput) {
  return change(
    target,
    { allowed: mayEditNetwork(actor), schema: organisationInput, input },
    async (tx, values) => ({
      id: await createRecord(tx, actor, 'organisations', {
        slug: values.slug,
        type: values.type,
        level: values.level,
        parent_id: values.parentId ?? null,
        territory_id: values.territoryId ?? null,
        ...columns('name', values.name),
        ...columns('acronym', values.acronym),
        ...columns('summary', values.summary),
        url: values.url ?? null,
      }),
    }),
  );
}
