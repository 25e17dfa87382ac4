import { createReport } from '#follow-up/reports/changes.server.ts';
import { reportFields, sentReportFields } from '#follow-up/reports/components/fields.ts';
import { publicStages } from '#follow-up/reports/model.ts';
import { rowWithFigures, type ToldReport } from '#follow-up/reports/queries.server.ts';
import { valuesOf } from '#platform/forms/values.ts';
import { read } from '#platform/locale/reader.ts';
import { columns } from '#platform/locale/text.ts';
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
  const isOwn = ({ organisation_id }: ToldReport) => reporting.some(({ id }) => id === organisation_id);
  const own = past.find(isOwn);
  // How it stood is what was validated: nobody's unlooked-at word fills the next form.
  const validated = past.filter(({ stage }) => publicStages.includes(stage));
  const figures = new Map(
    validated.toReversed().flatMap((report) => report.figures.map((one) => [one.indicator_id, one])),
  );
  const fields = reportFields(indicators, true);
  const values = valuesOf(
    fields,
    rowWithFigures(
      {
        organisation_id: own?.organisation_id ?? (reporting.length === 1 ? reporting[0]!.id : ''),
        period_starts_on: own ? dayAfter(own.period_ends_on) : (commitment.starts_on ?? ''),
        status: validated.find(isOwn)?.status ?? '',
      },
      // Where each was read belongs to its period: the figure alone is carried on.
      [...figures.values()].map((figure) => ({ ...figure, ...columns('source', undefined) })),
    ),
  );
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
