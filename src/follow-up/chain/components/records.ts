import { itemFragment } from '#events/programme/model.ts';
import { m } from '#messages';
import { getLocale } from '#messages/runtime';
import { dayOf } from '#platform/clock/due.ts';
import { localized } from '#platform/locale/address.ts';
import { formatDate, formatDates } from '#platform/locale/format.ts';
import { directionOf } from '#platform/locale/locale.ts';
import { read } from '#platform/locale/reader.ts';
import type { Passage } from '#platform/locale/text.ts';
import type { StarState } from '#ui/star.ts';
import type { ChainRecord } from '../../chain-records/queries.server.ts';
import { commitmentStar, commitmentStatusWord } from '../../commitments/components/words.ts';
import { responseWord } from '../../responses/components/fields.ts';
import { statusStar, statusWord } from '../../status/components/words.ts';
import type { ChainKind } from '../model.ts';

/** A record of the chain in words. */
export interface ToldRecord {
  /** What it is: “Commitment”. */
  kind: string;
  /** How people cite it, where they do. */
  sign: string | null;
  name: Passage;
  href: string;
  /** Which record before it in the chain it belongs to, where its own name doesn't say. */
  of: string | null;
  /** What else is known of it: how it stands, since when. */
  note: string | null;
  star: StarState;
  isLate: boolean;
}

const kinds: Record<ChainKind, () => string> = {
  workshops: m.follow_up_stage_meeting,
  programme_items: m.follow_up_stage_session,
  minutes_entries: m.follow_up_chain_minutes,
  conclusions: m.follow_up_stage_conclusion,
  initiatives: m.follow_up_stage_study,
  recommendations: m.follow_up_stage_recommendation,
  responses: m.follow_up_chain_answer,
  commitments: m.follow_up_chain_commitment,
  reports: m.follow_up_chain_report,
  evidence: m.follow_up_chain_evidence,
};

type Words = Pick<ToldRecord, 'name' | 'href'> & Partial<ToldRecord>;

/** What a page says of one record of the chain. */
export function tellRecord(record: ChainRecord): ToldRecord {
  const told = { sign: null, of: null, note: null, star: 'full' as const, isLate: false };
  return { ...told, kind: kinds[record.table](), ...wordsOf(record) };
}

const to = (...parts: string[]) => localized(`/${parts.join('/')}`, getLocale());
const held = (dates: { starts_on: string; ends_on: string }) =>
  formatDates(dates.starts_on, dates.ends_on, getLocale());
const since = (date: string | null) =>
  date && m.follow_up_status_since({ date: formatDate(date, getLocale()) });

/** Words parted by a dot, without those that are missing. */
const joined = (...words: readonly (string | null)[]): string => words.filter(Boolean).join(' · ');

function wordsOf({ table, row }: ChainRecord): Words {
  switch (table) {
    case 'workshops':
      return { name: read(row, 'title'), href: to('workshops', row.slug), note: held(row) };
    case 'programme_items':
      return {
        name: read(row, 'title'),
        href: `${to('workshops', row.workshop)}#${itemFragment(row)}`,
        note: held(row),
      };
    case 'minutes_entries':
      return { name: read(row, 'text'), href: `${to('workshops', row.workshop, 'proceedings')}#minutes` };
    case 'conclusions':
      return {
        name: read(row, 'text'),
        href: `${to('workshops', row.workshop)}#conclusions`,
        note: held(row),
      };
    case 'initiatives':
      return { name: read(row, 'name'), href: to('initiatives', row.slug) };
    case 'recommendations':
      return {
        sign: row.reference,
        name: read(row, 'title'),
        href: to('recommendations', row.slug),
        note: joined(statusWord(row.status), since(row.status_since)),
        star: statusStar[row.status] ?? 'full',
        isLate: row.status === 'late',
      };
    case 'responses':
      return {
        name: read(row, 'name'),
        href: `${to('recommendations', row.recommendation)}#answers`,
        of: m.follow_up_recommendation({ reference: row.reference }),
        note: joined(responseWord(row.position), formatDate(row.responded_on, getLocale())),
      };
    case 'commitments':
      return {
        sign: row.reference,
        name: read(row, 'title'),
        href: to('commitments', row.slug),
        note: joined(
          commitmentStatusWord(row.status),
          row.due_on && m.follow_up_commitment_due({ date: formatDate(row.due_on, getLocale()) }),
          read(row, 'name').text,
        ),
        star: commitmentStar[row.status] ?? 'full',
        isLate: row.status === 'late',
      };
    case 'reports':
      return reportWords(row);
    case 'evidence':
      return {
        name: read(row, 'caption'),
        href: `${to('commitments', row.commitment, 'reports', row.report_id)}#evidence-${row.id}`,
        of: joined(m.follow_up_commitment({ reference: row.reference }), periodOf(row)),
        note: joined(row.dated_on && formatDate(row.dated_on, getLocale()), row.source),
      };
  }
}

const periodOf = (row: { period_starts_on: string; period_ends_on: string }) =>
  formatDates(row.period_starts_on, row.period_ends_on, getLocale());

/** Words in the language of the page. */
function ownWords(text: string): Passage {
  const locale = getLocale();
  return { text, lang: locale, dir: directionOf(locale), fallback: false };
}

function reportWords(row: Extract<ChainRecord, { table: 'reports' }>['row']): Words {
  const isConfirmed = row.stage === 'confirmed';
  const at = isConfirmed ? row.confirmed_at : row.validated_at;
  const decided = isConfirmed ? m.follow_up_chain_confirmed_on : m.follow_up_chain_validated_on;
  return {
    name: ownWords(periodOf(row)),
    href: to('commitments', row.commitment, 'reports', row.id),
    of: m.follow_up_commitment({ reference: row.reference }),
    note: joined(
      commitmentStatusWord(row.status),
      at
        ? decided({ date: formatDate(dayOf(new Date(at)), getLocale()) })
        : m.follow_up_report_not_validated(),
      read(row, 'name').text,
    ),
    star: isConfirmed ? 'validated' : row.stage === 'validated' ? 'full' : 'empty',
    isLate: row.status === 'late',
  };
}
