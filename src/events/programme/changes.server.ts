import type { Actor } from '#platform/actor/actor.ts';
import type { Target } from '#platform/database/database.ts';
import { columns } from '#platform/locale/text.ts';
import { change } from '#platform/records/change.server.ts';
import { refused } from '#platform/records/outcome.ts';
import { createRecord } from '#platform/records/records.server.ts';
import { mayEditWorkshops } from '../policy.ts';
import { mayEditItem, mayEditWorkshop } from '../queries.server.ts';
import { isWithin } from '../workshops/model.ts';
import { contributionInput, itemInput, type ContributionInput, type ItemInput } from './schema.ts';

/** Adds an item to a workshop's programme; refused on a day that is none of the workshop's. */
export function createItem(target: Target, actor: Actor, input: ItemInput) {
  return change(
    target,
    {
      allowed: mayEditWorkshops(actor),
      schema: itemInput,
      input,
      within: (tx, { workshopId }) => mayEditWorkshop(tx, actor, workshopId),
    },
    async (tx, values) => {
      const workshop = await tx
        .selectFrom('workshops')
        .select(['starts_on', 'ends_on'])
        .where('id', '=', values.workshopId)
        .executeTakeFirst();
      if (workshop && values.day && !isWithin(workshop, values.day))
        return refused('events_problem_day_outside', 'day');
      return {
        id: await createRecord(tx, actor, 'programme_items', {
          workshop_id: values.workshopId,
          anchor: values.anchor,
          position: values.position,
          kind: values.kind,
          number: values.number ?? null,
          day: values.day ?? null,
          starts_at: values.startsAt ?? null,
          ends_at: values.endsAt ?? null,
          import_key: values.importKey ?? null,
          ...columns('title', values.title),
          ...columns('abstract', values.abstract),
          ...columns('room', values.room),
        }),
      };
    },
  );
}

/** Says who does what in a programme item, in the role held at that time. */
export function createContribution(target: Target, actor: Actor, input: ContributionInput) {
  return change(
    target,
    {
      allowed: mayEditWorkshops(actor),
      schema: contributionInput,
      input,
      within: (tx, { itemId }) => mayEditItem(tx, actor, itemId),
    },
    async (tx, values) => ({
      id: await createRecord(tx, actor, 'contributions', {
        item_id: values.itemId,
        position: values.position,
        part: values.part,
        person_id: values.personId ?? null,
        organisation_id: values.organisationId ?? null,
        ...columns('role', values.role),
      }),
    }),
  );
}
