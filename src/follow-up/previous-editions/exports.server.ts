/** Where the recommendations of the editions before stand, as blocks of a paper. */
import type { Block, Inline } from '#formats/paper/model.ts';
import { m } from '#messages';
import { getLocale } from '#messages/runtime';
import { field, prose, words } from '#network/paper/exports.server.ts';
import { localized } from '#platform/locale/address.ts';
import { formatDate, formatNumber } from '#platform/locale/format.ts';
import { read } from '#platform/locale/reader.ts';
import type { RecommendationStatus } from '../recommendations/model.ts';
import { statusWord } from '../status/components/words.ts';
import { asOfWord, commitmentWords, registerOf, standingWords } from './components/words.ts';
import { pressing } from './model.ts';
import type { PreviousInFull } from './queries.server.ts';

export type { Block } from '#formats/paper/model.ts';

interface Setting {
  publicUrl: string;
  /** The day of the paper, YYYY-MM-DD: what is told stood so then. */
  day: string;
}

/** So many are told where the paper opens; of more there is a summary, and an annex has them all. */
const IN_PLACE = 6;
/** How many of a status the summary names. */
const NAMED_MOST = 6;
/** Where the annex stands in its paper. */
export const PREVIOUS_ANNEX = 'previous-list';

/**
 * Where they stand, as a paper opens: all of them where they are few, else how many of each status, the first of those
 * that press, as on the page, and where the annex is. Nothing where no edition was before; where these shared
 * nothing, it is said.
 */
export function previousBlocks(previous: PreviousInFull, setting: Setting): Block[] {
  const { editions, total, counts, recommendations } = previous;
  if (editions.length === 0) return [];
  if (total === 0)
    return [...prose(standingWords(previous, setting.day), 'lead'), ...prose(m.follow_up_previous_none())];
  if (!isLong(previous))
    return [...prose(standingWords(previous, setting.day), 'lead'), ...inFull(previous, setting)];
  return [
    ...prose(asOfWord(setting.day), 'lead'),
    {
      kind: 'table',
      columns: [
        { title: words(m.follow_up_previous_state()), share: 5 },
        { title: words(m.follow_up_previous_number()), share: 2 },
      ],
      rows: [
        ...counts.map(([status, count]) => [[words(statusWord(status))], [words(number(count))]]),
        [[words(m.follow_up_previous_total(), { strong: true })], [words(number(total), { strong: true })]],
      ],
    },
    {
      kind: 'paragraph',
      tone: 'soft',
      text: [
        ...words(m.follow_up_previous_in_annex()),
        { text: ` ${m.follow_up_previous_annex()}`, to: PREVIOUS_ANNEX },
      ],
    },
    ...pressing.flatMap((status) =>
      namedBlocks(
        status,
        recommendations.filter((row) => row.status === status),
        counts.find(([one]) => one === status)?.[1] ?? 0,
      ),
    ),
  ];
}

/** The complete list, where the paper opens with a summary of it. */
export function previousAnnex(previous: PreviousInFull, setting: Setting): Block[] {
  if (!isLong(previous)) return [];
  return [...prose(asOfWord(setting.day), 'lead'), ...inFull(previous, setting)];
}

const isLong = ({ editions, total }: PreviousInFull) => editions.length > 0 && total > IN_PLACE;

/** The first of a status, each in a line: its reference, what it says, since when. */
function namedBlocks(
  status: RecommendationStatus,
  rows: PreviousInFull['recommendations'],
  count: number,
): Block[] {
  const named = rows.slice(0, NAMED_MOST);
  if (named.length === 0) return [];
  return [
    { kind: 'heading', level: 2, text: words(`${statusWord(status)}${m.ui_colon()}${number(count)}`) },
    {
      kind: 'list',
      items: named.map((row) => [
        ...words(`${row.reference} · `, { strong: true }),
        ...field(row, 'title'),
        ...since(row.status_since).flatMap((line) => [...words(' · ', { soft: true }), ...line]),
      ]),
    },
    ...(count > named.length
      ? prose(
          m.follow_up_previous_pressing_part({ shown: number(named.length), total: number(count) }),
          'soft',
        )
      : []),
  ];
}

/** One by one, with the commitments that serve each, and where the register has those that are not told. */
function inFull(previous: PreviousInFull, { publicUrl }: Setting): Block[] {
  const { total, recommendations } = previous;
  return [
    {
      kind: 'table',
      columns: [
        { title: words(m.follow_up_stage_recommendation()), share: 5 },
        { title: words(m.follow_up_previous_state()), share: 3 },
        { title: words(m.follow_up_stage_commitments()), share: 6 },
      ],
      rows: recommendations.map((row) => [
        [words(row.reference, { strong: true }), field(row, 'title')],
        [words(statusWord(row.status)), ...since(row.status_since)],
        row.commitments.length === 0
          ? [words(m.follow_up_previous_no_commitment())]
          : row.commitments.flatMap((commitment): Inline[] => [
              [...words(`${commitment.reference} · `), ...field(commitment, 'title')],
              [
                ...field(commitment.organisation, 'name'),
                ...words(` · ${commitmentWords(commitment)}`, { soft: true }),
              ],
            ]),
      ]),
    },
    ...(total > recommendations.length ? restBlocks(previous, publicUrl) : []),
  ];
}

const number = (count: number) => formatNumber(count, getLocale());

const since = (date: string | null): Inline[] =>
  date ? [words(m.follow_up_status_since({ date: formatDate(date, getLocale()) }), { soft: true })] : [];

/** How much of all stands in the paper, and where the rest is read. */
function restBlocks({ editions, total, recommendations }: PreviousInFull, publicUrl: string): Block[] {
  const locale = getLocale();
  return [
    ...prose(
      m.follow_up_previous_part({ shown: number(recommendations.length), total: number(total) }),
      'soft',
    ),
    {
      kind: 'list',
      items: editions
        .filter(({ shared }) => shared > 0)
        .map((edition): Inline => [
          ...words(read(edition, 'title'), { href: publicUrl + localized(registerOf(edition), locale) }),
          ...words(` · ${number(edition.shared)}`, { soft: true }),
        ]),
    },
  ];
}
