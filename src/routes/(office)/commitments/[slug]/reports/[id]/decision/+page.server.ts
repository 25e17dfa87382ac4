import { readEvidenceOf } from '#follow-up/evidence/queries.server.ts';
import { confirmReport, decideReport } from '#follow-up/validations/changes.server.ts';
import { decisionFields } from '#follow-up/reports/components/fields.ts';
import { falling, unmeasured } from '#follow-up/indicators/model.ts';
import { valuesOf } from '#platform/forms/values.ts';
import { keepForLater, openForm, submit } from '../../../../../../forms.server.ts';
import { headOf, reportFor } from '../../../../../../written-report.server.ts';

/** Which of the two decisions the report waits for; of one that waits for none, that of whoever asks. */
function stepOf({ report, role }: Awaited<ReturnType<typeof reportFor>>) {
  const isSecond = role.confirms && (report.stage === 'validated' || !role.decides);
  return isSecond ? 'other-party' : 'institution';
}

export const load = async (event) => {
  const dossier = await reportFor(event, ({ decides, confirms }) => decides || confirms);
  const { report, indicators, decisions, steps } = dossier;
  const step = stepOf(dossier);
  const waits = steps.find((one) => one === 'decide' || one === 'confirm');
  const language = event.locals.account!.locale;
  const values = { ...valuesOf(decisionFields(step), {}), language };
  return {
    ...headOf(dossier),
    step: step as 'institution' | 'other-party',
    told: report,
    indicators,
    evidence: await readEvidenceOf(event.locals.db.reader, report.id),
    /** What whoever decides should know, as whoever handed it in did: nothing of it stands in the way. */
    unmeasured: unmeasured(indicators, report.figures),
    short: report.status === 'completed' ? falling(indicators, report.figures) : [],
    decisions: decisions ?? [],
    own: steps.includes('own') || steps.includes('own-validation'),
    form: waits ? await openForm(event, values, report.version, { merges: false }) : null,
  };
};

export const actions = {
  default: async (event) => {
    const { locals, params } = event;
    if (!locals.account) return keepForLater(event, decisionFields('institution'));
    const dossier = await reportFor(event, ({ decides, confirms }) => decides || confirms);
    const step = stepOf(dossier);
    const decide = step === 'institution' ? decideReport : confirmReport;
    return submit(event, {
      fields: decisionFields(step),
      current: dossier.report.version,
      work: (input, version) =>
        decide(
          locals.db,
          locals.actor,
          { ...input, id: params.id, version: version ?? dossier.report.version } as never,
          locals.clock,
        ),
      goTo: () => `/commitments/${dossier.commitment.slug}/reports/${params.id}`,
    });
  },
};
