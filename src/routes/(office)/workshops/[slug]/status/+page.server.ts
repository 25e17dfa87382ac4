import { fail, redirect } from '@sveltejs/kit';
import { mayEditSeries, publicStatuses } from '#events/policy.ts';
import { readReadiness } from '#events/readiness/queries.server.ts';
import { readProgramme } from '#events/programme/queries.server.ts';
import { changeStatus } from '#events/status/changes.server.ts';
import { isTimely, isUndone, movesFrom } from '#events/status/model.ts';
import { readFormerState } from '#events/status/queries.server.ts';
import { isAhead, type WorkshopStatus } from '#events/workshops/model.ts';
import { recommendationsLinkedTo } from '#follow-up/recommendations/queries.server.ts';
import { localized } from '#platform/locale/address.ts';
import { editedWorkshop, headOf } from '../../../../edited-workshop.server.ts';
import { sentence } from '../../../../forms.server.ts';

export const load = async (event) => {
  const workshop = await editedWorkshop(event);
  const { db, actor } = event.locals;
  const former = await readFormerState(db.reader, workshop);
  const programme = await readProgramme(db.reader, workshop.id);
  const shared = await recommendationsLinkedTo(db.reader, actor, workshop.id, ['shared-at']);
  const ready = await readReadiness(db.reader, actor, workshop, programme, shared);
  const ahead = isAhead(workshop, event.locals.clock());
  const isPublic = publicStatuses.includes(workshop.status);
  return {
    ...headOf(workshop),
    status: workshop.status,
    version: workshop.version,
    missing: isPublic ? [] : ready.missing,
    gaps: ready.gaps,
    toConfirm: ready.toConfirm,
    toReread: ready.toReread,
    moves: movesFrom(workshop.status)
      .filter(({ to }) => isUndone(workshop.status, to) || isTimely(workshop.status, to, ahead))
      .filter(({ who }) => who === 'editors' || mayEditSeries(actor))
      .filter(({ to }) => !isUndone(workshop.status, to) || to === former.status),
  };
};

export const actions = {
  default: async (event) => {
    const { locals, request } = event;
    const workshop = await editedWorkshop(event);
    const form = await request.formData();
    const asked = {
      id: workshop.id,
      version: Number(form.get('version')),
      to: String(form.get('to')) as WorkshopStatus,
    };
    const outcome = await changeStatus(locals.db, locals.actor, asked, locals.clock);
    if (!outcome.ok) return fail(422, { problem: sentence(outcome.reason) });
    redirect(303, localized(`/workshops/${workshop.slug}/status`, locals.locale));
  },
};
