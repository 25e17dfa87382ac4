import { createReport } from '#follow-up/reports/changes.server.ts';
import { reportFields, sentReportFields } from '#follow-up/reports/components/fields.ts';
import { valuesOf } from '#platform/forms/values.ts';
import { read } from '#platform/locale/reader.ts';
import { keepForLater, openForm, submit } from '../../../../../forms.server.ts';
import { optionsOf } from '../../../../../options.server.ts';
import {
  announced,
  dayAfter,
  pastReports,
  reportedCommitment,
} from '../../../../../written-report.server.ts';

export const load = async (event) => {
  const { locals } = event;
  const { commitment, reporting, indicators } = await reportedCommitment(event);
  const past = await pastReports(locals, commitment.id);
  const own = past.find(({ organisation_id }) => reporting.some(({ id }) => id === organisation_id));
  const values = valuesOf(reportFields(indicators, true), {
    organisation_id: own?.organisation_id ?? (reporting.length === 1 ? reporting[0]!.id : ''),
    period_starts_on: own ? dayAfter(own.period_ends_on) : (commitment.starts_on ?? ''),
    status: own?.status ?? '',
  });
  for (const { id } of indicators) {
    // What last stood is what is changed, by whomever it was told.
    const figure = past.flatMap(({ figures }) => figures).find(({ indicator_id }) => indicator_id === id);
    if (figure) values[`figures.${id}.value`] = figure.value;
  }
  const language = locals.account!.locale;
  for (const control of Object.keys(values)) if (control.endsWith('.original')) values[control] = language;
  return {
    slug: commitment.slug,
    name: read(commitment, 'title'),
    indicators,
    options: { organisationId: optionsOf(reporting, 'name', locals.locale) },
    previous: announced(own),
    form: await openForm(event, values),
  };
};

export const actions = {
  default: async (event) => {
    const { locals } = event;
    // Whoever's session has ended is led to sign in, with what was typed.
    if (!locals.account) return keepForLater(event, (sent) => sentReportFields(sent.keys(), true));
    const { commitment, indicators } = await reportedCommitment(event);
    return submit(event, {
      fields: reportFields(indicators, true),
      work: (input) =>
        createReport(
          locals.db,
          locals.actor,
          { ...input, commitmentId: commitment.id } as never,
          locals.clock,
        ),
      goTo: ({ id }) => `/commitments/${commitment.slug}/reports/${id}`,
    });
  },
};
