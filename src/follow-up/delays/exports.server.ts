/** What is late and who is silent, as a file: a line for each. */
import { csvFile } from '#formats/csv/writer.ts';
import { m } from '#messages';
import { getLocale } from '#messages/runtime';
import { localized } from '#platform/locale/address.ts';
import { read } from '#platform/locale/reader.ts';
import { daysBetween } from './model.ts';
import type { Delays, HeardCommitment, PendingReport } from './queries.server.ts';

/** Delays as CSV: what kind of delay, of which institution, about what, since when and for how many days. */
export function delaysCsv(delays: Delays, publicUrl: string): string {
  const { today, late, unheard, silent, unsent, undecided } = delays;
  const to = (address: string) => publicUrl + localized(address, getLocale());
  const line = (
    kind: string,
    organisation: Parameters<typeof read<'name'>>[0],
    about: Parameters<typeof read<'title'>>[0] & { reference: string },
    since: string | null,
    address: string,
  ) => [
    kind,
    read(organisation, 'name').text,
    about.reference,
    read(about, 'title').text,
    since ?? '',
    // What waits since before its day is not late.
    since === null || since > today ? '' : String(daysBetween(since, today)),
    to(address),
  ];
  const commitments = (kind: string, rows: readonly HeardCommitment[], since: 'due_on' | 'heard_until') =>
    rows.map((row) => line(kind, row.organisation, row, row[since], `/commitments/${row.slug}`));
  const reports = (kind: string, rows: readonly PendingReport[]) =>
    rows.map(({ report, commitment, organisation }) =>
      line(
        kind,
        organisation,
        commitment,
        report.period_ends_on,
        `/commitments/${commitment.slug}/reports/${report.id}`,
      ),
    );
  return csvFile(
    [
      [
        m.follow_up_delays_kind(),
        m.follow_up_filter_institution(),
        m.follow_up_reference(),
        m.follow_up_column_title(),
        m.follow_up_delays_since_column(),
        m.follow_up_delays_days_column(),
        m.follow_up_column_address(),
      ],
      ...commitments(m.follow_up_delays_late(), late.rows, 'due_on'),
      ...silent.rows.map(({ recommendation, organisation, since }) =>
        line(
          m.follow_up_delays_silent(),
          organisation,
          recommendation,
          since,
          `/recommendations/${recommendation.slug}`,
        ),
      ),
      ...commitments(m.follow_up_delays_unheard(), unheard.rows, 'heard_until'),
      ...reports(m.follow_up_delays_unsent(), unsent.rows),
      ...reports(m.follow_up_delays_undecided(), undecided.rows),
    ],
    getLocale() === 'en' ? ',' : ';',
  );
}
