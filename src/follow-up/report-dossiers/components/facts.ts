import type { ComponentProps } from 'svelte';
import { m } from '#messages';
import { getLocale } from '#messages/runtime';
import { dayOf } from '#platform/clock/due.ts';
import { localized } from '#platform/locale/address.ts';
import { formatDate, formatDates } from '#platform/locale/format.ts';
import { read } from '#platform/locale/reader.ts';
import type Facts from '#ui/components/Facts.svelte';
import type { ReportDossier } from '../queries.server.ts';

type FactList = ComponentProps<typeof Facts>['facts'];

/** What is looked up about a report: who reports, for which period, who has looked at it and when. */
export function reportFacts({ report, confirmer }: ReportDossier): FactList {
  const locale = getLocale();
  const named = (row: typeof report.organisation) => ({
    text: read(row, 'name'),
    href: localized(`/organisations/${row.slug}`, locale),
  });
  const on = (at: string | null) => (at ? [{ text: formatDate(dayOf(new Date(at)), locale) }] : []);
  const facts: FactList = [
    { label: m.follow_up_report_by(), values: [named(report.organisation)] },
    {
      label: m.follow_up_report_period(),
      values: [{ text: formatDates(report.period_starts_on, report.period_ends_on, locale) }],
    },
    { label: m.follow_up_report_submitted_on(), values: on(report.submitted_at) },
    { label: m.follow_up_report_validated_on(), values: on(report.validated_at) },
    {
      label: m.follow_up_report_confirmed_on(),
      values: on(report.confirmed_at).map((day) => ({
        ...(confirmer ? named(confirmer) : day),
        ...(confirmer && { note: day.text }),
      })),
    },
  ];
  return facts.filter(({ values }) => values.length > 0);
}
