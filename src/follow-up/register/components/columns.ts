import { m } from '#messages';
import { conceptWord } from '#network/components/words.ts';
import { getLocale } from '#messages/runtime';
import { dayIn } from '#platform/clock/due.ts';
import { localized } from '#platform/locale/address.ts';
import { formatMoney } from '#platform/locale/format.ts';
import { read, readOptional } from '#platform/locale/reader.ts';
import type { Trilingual } from '#platform/locale/text.ts';
import { commitmentKindWord, commitmentStatusWord } from '../../commitments/components/words.ts';
import { totalsOf } from '../../funding/model.ts';
import { authorityWord, priorityWord } from '../../recommendations/components/fields.ts';
import { responseWord } from '../../responses/components/fields.ts';
import { statusWord } from '../../status/components/words.ts';
import { visibilityWord } from '#network/visibility/components/fields.ts';
import type { CommitmentDetails, RecommendationDetails } from '../../view-details/queries.server.ts';

type Cell = string | number | null | { day: string };

/** A column of a register's files: its heading in the reader's language, its width in characters, and its cells. */
export interface Column<Row> {
  title(): string;
  width: number;
  value(row: Row, publicUrl: string): Cell;
}

/** A date that is known to the day is one; a vaguer one stays as it is written. */
const day = (date: string | null): Cell => {
  if (date === null) return null;
  const known = dayIn(date);
  return known.length === 10 ? { day: known } : known;
};
const list = (words: readonly string[]) => words.join('; ');
const names = (rows: readonly Trilingual<'name'>[]) => list(rows.map((row) => read(row, 'name').text));
const address = (publicUrl: string, noun: string, { slug }: { slug: string }) =>
  publicUrl + localized(`/${noun}/${slug}`, getLocale());

/** Recommendations with whom they ask, what was answered, and what serves them. */
export const recommendationColumns: readonly Column<RecommendationDetails>[] = [
  { title: m.follow_up_reference, width: 16, value: (row) => row.recommendation.reference },
  { title: m.follow_up_column_title, width: 60, value: (row) => read(row.recommendation, 'title').text },
  {
    title: m.follow_up_text,
    width: 60,
    value: (row) => readOptional(row.recommendation, 'text')?.text ?? null,
  },
  { title: m.follow_up_filter_status, width: 18, value: (row) => statusWord(row.recommendation.status) },
  { title: m.follow_up_column_since, width: 12, value: (row) => day(row.recommendation.status_since) },
  { title: m.follow_up_column_first_open_due, width: 12, value: (row) => day(row.recommendation.due_on) },
  { title: m.follow_up_column_issued, width: 12, value: (row) => day(row.recommendation.issued_on) },
  {
    title: m.follow_up_field_priority,
    width: 20,
    value: ({ recommendation: { priority } }) => (priority === null ? null : priorityWord(priority)),
  },
  {
    title: m.follow_up_column_addressees,
    width: 40,
    value: ({ addressees }) =>
      list([
        ...addressees.organisations.map(({ organisation }) => read(organisation, 'name').text),
        ...addressees.unnamed.map(authorityWord),
      ]),
  },
  {
    title: m.follow_up_column_answers,
    width: 40,
    value: ({ addressees }) =>
      list(
        addressees.organisations.flatMap(({ organisation, response }) =>
          response ? `${read(organisation, 'name').text} (${responseWord(response.position)})` : [],
        ),
      ),
  },
  {
    title: m.follow_up_column_silent,
    width: 12,
    value: ({ addressees }) =>
      addressees.organisations.filter(({ response }) => response === null).length + addressees.unnamed.length,
  },
  { title: m.follow_up_commitments, width: 12, value: (row) => row.commitments.length },
  { title: m.follow_up_filter_territory, width: 24, value: (row) => names(row.territories) },
  {
    title: m.follow_up_filter_serves,
    width: 24,
    value: (row) => list(row.concepts.map(conceptWord)),
  },
  {
    title: m.follow_up_filter_workshop,
    width: 40,
    value: (row) => list(row.workshops.map((one) => read(one, 'title').text)),
  },
  { title: m.follow_up_filter_initiative, width: 40, value: (row) => names(row.initiatives) },
  {
    title: m.network_field_visibility,
    width: 16,
    value: (row) => visibilityWord(row.recommendation.visibility),
  },
  {
    title: m.follow_up_column_address,
    width: 48,
    value: (row, publicUrl) => address(publicUrl, 'recommendations', row.recommendation),
  },
];

/** Commitments with who answers for them, until when, with what money, and what they serve. */
export const commitmentColumns: readonly Column<CommitmentDetails>[] = [
  { title: m.follow_up_reference, width: 16, value: (row) => row.commitment.reference },
  { title: m.follow_up_column_title, width: 60, value: (row) => read(row.commitment, 'title').text },
  {
    title: m.follow_up_field_deliverable,
    width: 60,
    value: (row) => readOptional(row.commitment, 'deliverable')?.text ?? null,
  },
  {
    title: m.follow_up_field_commitment_kind,
    width: 18,
    value: (row) => commitmentKindWord(row.commitment.kind),
  },
  { title: m.follow_up_lead, width: 40, value: (row) => read(row.commitment.organisation, 'name').text },
  { title: m.follow_up_column_parties, width: 40, value: (row) => names(row.parties) },
  {
    title: m.follow_up_filter_status,
    width: 18,
    value: (row) => commitmentStatusWord(row.commitment.status),
  },
  { title: m.follow_up_column_since, width: 12, value: (row) => day(row.commitment.status_since) },
  { title: m.follow_up_field_starts, width: 12, value: (row) => day(row.commitment.starts_on) },
  { title: m.follow_up_field_due, width: 12, value: (row) => day(row.commitment.due_on) },
  { title: m.follow_up_column_first_due, width: 12, value: (row) => day(row.commitment.first_due_on) },
  {
    title: m.follow_up_column_funds,
    width: 24,
    value: (row) =>
      list(
        totalsOf(row.shares).map(({ minor, currency, secured }) =>
          m.follow_up_fund_in_state({
            amount: formatMoney(minor, currency, getLocale()),
            state: secured ? m.follow_up_fund_secured() : m.follow_up_fund_sought(),
          }),
        ),
      ),
  },
  { title: m.follow_up_filter_territory, width: 24, value: (row) => names(row.territories) },
  { title: m.follow_up_filter_serves, width: 24, value: (row) => list(row.concepts.map(conceptWord)) },
  {
    title: m.follow_up_column_serves,
    width: 24,
    value: (row) => list(row.recommendations.map((one) => one.reference)),
  },
  {
    title: m.network_field_visibility,
    width: 16,
    value: (row) => visibilityWord(row.commitment.visibility),
  },
  {
    title: m.follow_up_column_address,
    width: 48,
    value: (row, publicUrl) => address(publicUrl, 'commitments', row.commitment),
  },
];
