import type { Actor } from '#platform/actor/actor.ts';
import type { Target } from '#platform/database/database.ts';
import { columns } from '#platform/locale/text.ts';
import { change } from '#platform/records/change.server.ts';
import { createRecord } from '#platform/records/records.server.ts';
import { mayEditWorkshops } from '../policy.ts';
import { seriesInput, workshopInput, type SeriesInput, type WorkshopInput } from './schema.ts';

/** Records a series, of which workshops are editions. */
export function createSeries(target: Target, actor: Actor, input: SeriesInput) {
  return change(
    target,
    { allowed: mayEditWorkshops(actor), schema: seriesInput, input },
    async (tx, values) => ({
      id: await createRecord(tx, actor, 'series', {
        slug: values.slug,
        ...columns('name', values.name),
        ...columns('summary', values.summary),
      }),
    }),
  );
}

/** Records a workshop with the kinds of participants it brings together. */
export function createWorkshop(target: Target, actor: Actor, input: WorkshopInput) {
  return change(
    target,
    { allowed: mayEditWorkshops(actor), schema: workshopInput, input },
    async (tx, values) => {
      const id = await createRecord(tx, actor, 'workshops', {
        slug: values.slug,
        series_id: values.seriesId ?? null,
        form: values.form,
        status: values.status,
        ...columns('title', values.title),
        ...columns('summary', values.summary),
        ...columns('aims', values.aims),
        ...columns('outcome', values.outcome),
        starts_on: values.startsOn,
        ends_on: values.endsOn,
        time_zone: values.timeZone,
        ...columns('venue', values.venue),
        ...columns('city', values.city),
        territory_id: values.territoryId ?? null,
        attendance_total: values.attendance?.total ?? null,
        attendance_minimum: values.attendance?.minimum ? 1 : 0,
        attendance_women: values.attendance?.women ?? null,
        attendance_men: values.attendance?.men ?? null,
      });
      for (const [index, actor_type] of values.audiences.entries())
        await createRecord(tx, actor, 'audiences', { workshop_id: id, position: index + 1, actor_type });
      return { id };
    },
  );
}
