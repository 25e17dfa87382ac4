/** Where the recommendations of the editions before stand, as blocks of a paper. */
import type { Block, Inline } from '#formats/paper/model.ts';
import { m } from '#messages';
import { getLocale } from '#messages/runtime';
import { field, prose, words } from '#network/paper/exports.server.ts';
import { localized } from '#platform/locale/address.ts';
import { formatDate, formatNumber } from '#platform/locale/format.ts';
import { read } from '#platform/locale/reader.ts';
import { statusWord } from '../status/components/words.ts';
import { commitmentWords, registerOf, standingWords } from './components/words.ts';
import type { PreviousInFull } from './queries.server.ts';

interface Setting {
  publicUrl: string;
  /** The day of the paper, YYYY-MM-DD: what is told stood so then. */
  day: string;
}

/** Nothing where no edition was before; where these shared nothing, it is said. */
export function previousBlocks(previous: PreviousInFull, { publicUrl, day }: Setting): Block[] {
  const { editions, total, recommendations } = previous;
  if (editions.length === 0) return [];
  const standing = prose(standingWords(previous, day), 'lead');
  if (total === 0) return [...standing, ...prose(m.follow_up_previous_none())];
  return [
    ...standing,
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

const since = (date: string | null): Inline[] =>
  date ? [words(m.follow_up_status_since({ date: formatDate(date, getLocale()) }), { soft: true })] : [];

/** How much of all stands in the paper, and where the rest is read. */
function restBlocks({ editions, total, recommendations }: PreviousInFull, publicUrl: string): Block[] {
  const locale = getLocale();
  const number = (count: number) => formatNumber(count, locale);
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
