import { updateReport } from '#follow-up/reports/changes.server.ts';
import { reportFields, sentReportFields } from '#follow-up/reports/components/fields.ts';
import { openStages } from '#follow-up/reports/model.ts';
import { reportAt, rowWithFigures } from '#follow-up/reports/queries.server.ts';
import { redirect } from '@sveltejs/kit';
import { valuesOf } from '#platform/forms/values.ts';
import { localized } from '#platform/locale/address.ts';
import { keepForLater, openForm, submit } from '../../../../../../forms.server.ts';
import { announced, headOf, pastReports, reportFor } from '../../../../../../written-report.server.ts';

export const load = async (event) => {
  const { locals } = event;
  const dossier = await reportFor(event, ({ writes }) => writes);
  const { report, commitment, indicators } = dossier;
  const head = headOf(dossier);
  // What was handed in is changed by nobody: its page says what can be done.
  if (!openStages.includes(report.stage))
    redirect(303, localized(`/commitments/${head.slug}/reports/${report.id}`, locals.locale));
  const past = await pastReports(locals, commitment.id);
  const before = past.find(
    ({ id, organisation_id, period_ends_on }) =>
      id !== report.id &&
      organisation_id === report.organisation_id &&
      period_ends_on < report.period_ends_on,
  );
  const values = valuesOf(reportFields(indicators), rowWithFigures(report, report.figures));
  for (const control of Object.keys(values))
    if (control.endsWith('.original') && values[control] === '') values[control] = locals.account!.locale;
  return {
    ...head,
    indicators,
    options: {},
    previous: announced(before),
    asked: dossier.asked,
    form: await openForm(event, values, report.version),
  };
};

export const actions = {
  default: async (event) => {
    const { locals } = event;
    if (!locals.account) return keepForLater(event, (sent) => sentReportFields(sent.keys()));
    const dossier = await reportFor(event, ({ writes }) => writes);
    const { report, commitment, indicators } = dossier;
    const row = rowWithFigures(report, report.figures);
    return submit(event, {
      fields: reportFields(indicators),
      edited: { id: report.id, row, before: (version) => reportAt(locals.db.reader, report.id, version) },
      work: (input, version) =>
        updateReport(
          locals.db,
          locals.actor,
          { ...input, id: report.id, version: version ?? report.version } as never,
          locals.clock,
        ),
      goTo: () => `/commitments/${commitment.slug}/reports/${report.id}`,
    });
  },
};
