import { updateReport } from '#follow-up/reports/changes.server.ts';
import { reportFields } from '#follow-up/reports/components/fields.ts';
import { openStages } from '#follow-up/reports/model.ts';
import { mayReadDrafts, reportAt } from '#follow-up/reports/queries.server.ts';
import { fail, redirect } from '@sveltejs/kit';
import { differences } from '#platform/forms/merge.ts';
import { inputOf, valuesOf } from '#platform/forms/values.ts';
import { localized } from '#platform/locale/address.ts';
import { passage } from '#platform/locale/text.ts';
import { requireRight } from '../../../../../../account.server.ts';
import { sentence } from '../../../../../../forms.server.ts';
import { readVersions, standingIn } from '../../../../../../history.server.ts';
import { reportParts, reportPastFields } from '../../../../../../report-history.ts';
import { headOf, reportFor } from '../../../../../../written-report.server.ts';

export const load = async (event) => {
  const { locals, url } = event;
  const { db, actor, locale } = locals;
  const dossier = await reportFor(event, () => true);
  const { report, indicators, role } = dossier;
  requireRight(await mayReadDrafts(db.reader, actor, report.id));
  const before = Number(url.searchParams.get('before')) || undefined;
  const restores = role.writes && openStages.includes(report.stage);
  const texts = reportFields([]);
  const standing = valuesOf(texts, report);
  const { versions, older } = await readVersions(
    locals,
    { id: report.id, before: Number.isSafeInteger(before) && before! > 0 ? before : undefined },
    {
      row: report,
      parts: reportParts,
      fields: reportPastFields,
      named: indicators.map((indicator) => ({
        value: indicator.id,
        label: passage(indicator, 'name', locale)?.text ?? '',
      })),
      // A version covers its figures: these may have changed alone, on this page or on a later one.
      isRestorable: (former, since) =>
        restores &&
        (before !== undefined ||
          since.some(({ kind }) => kind === 'indicator_values') ||
          differences(texts, standing, valuesOf(texts, former)).length > 0),
    },
  );
  return {
    ...headOf(dossier),
    isOpen: dossier.isOpen,
    standing: report.version,
    versions,
    older,
    restores,
    restored: url.searchParams.get('done') === 'restored',
  };
};

export const actions = {
  /** Puts the text and the figures of an older version back, as a change like any other. */
  restore: async (event) => {
    const { locals, params, request } = event;
    const { db, actor, clock, locale } = locals;
    const { report, indicators } = await reportFor(event, ({ writes }) => writes);
    const asked = await request.formData();
    const former = await reportAt(db.reader, report.id, Number(asked.get('version')));
    if (!former) return fail(422, { problem: sentence('platform_refused_missing') });
    const fields = reportFields(indicators);
    const changed = {
      ...inputOf(fields, valuesOf(fields, former)),
      id: report.id,
      version: standingIn(asked),
    };
    const outcome = await updateReport(db, actor, changed as never, clock);
    if (!outcome.ok) return fail(422, { problem: sentence(outcome.reason) });
    const page = localized(`/commitments/${params.slug}/reports/${report.id}/history`, locale);
    redirect(303, `${page}?done=restored`);
  },
};
