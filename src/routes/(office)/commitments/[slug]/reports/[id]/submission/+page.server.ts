import { fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { falling, unmeasured } from '#follow-up/indicators/model.ts';
import { submitReport, takeBackReport } from '#follow-up/reports/changes.server.ts';
import { listOverlapping, listValidators } from '#follow-up/reports/queries.server.ts';
import { dayOf } from '#platform/clock/due.ts';
import { localized } from '#platform/locale/address.ts';
import { read } from '#platform/locale/reader.ts';
import { sentence } from '../../../../../../forms.server.ts';
import { headOf, reportFor } from '../../../../../../written-report.server.ts';

type Asked = RequestEvent & { params: { slug: string; id: string } };

export const load = async (event) => {
  const { locals } = event;
  const dossier = await reportFor(event, ({ writes }) => writes);
  const { report, indicators } = dossier;
  const db = locals.db.reader;
  const [overlapping, validators] = await Promise.all([
    listOverlapping(db, report),
    listValidators(db, report.organisation_id),
  ]);
  return {
    ...headOf(dossier),
    by: read(report.organisation, 'name'),
    /** What whoever hands it in should know before: nothing of it stands in the way. */
    overlapping: overlapping.map(({ id, period_starts_on, period_ends_on }) => ({
      id,
      from: period_starts_on,
      to: period_ends_on,
    })),
    indicators,
    /** As they were understood: a point or a comma is easily taken for the other. */
    figures: report.figures,
    unmeasured: unmeasured(indicators, report.figures),
    short: report.status === 'completed' ? falling(indicators, report.figures) : [],
    /** Its period is not over yet. */
    isEarly: report.period_ends_on > dayOf(locals.clock()),
    hasValidator: validators.some((account) => account !== locals.actor.id),
  };
};

/** Does what is asked with the version that was read, and goes to the report; says why where it can't. */
async function moved(event: Asked, change: typeof submitReport) {
  const { locals, params, request } = event;
  await reportFor(event, ({ writes }) => writes);
  const version = Number((await request.formData()).get('version'));
  const outcome = await change(locals.db, locals.actor, { id: params.id, version }, locals.clock);
  if (!outcome.ok) return fail(422, { problem: sentence(outcome.reason) });
  redirect(303, localized(`/commitments/${params.slug}/reports/${params.id}`, locals.locale));
}

export const actions = {
  submit: (event) => moved(event, submitReport),
  back: (event) => moved(event, takeBackReport),
};
