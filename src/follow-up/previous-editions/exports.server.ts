/** Where the recommendations of the editions before stand, as blocks of a paper. */
import type { Block, Inline } from '#formats/paper/model.ts';
import { m } from '#messages';
import { getLocale } from '#messages/runtime';
import { field, prose, words } from '#network/paper/exports.server.ts';
import { formatDate } from '#platform/locale/format.ts';
import { statusWord } from '../status/components/words.ts';
import { commitmentWords, standingWords } from './components/words.ts';
import type { Previous } from './queries.server.ts';

/** @param day the day of the paper: what is shown stood so then */
export function previousBlocks({ editions, recommendations }: Previous, day: string): Block[] {
  if (editions.length === 0) return [];
  if (recommendations.length === 0) return prose(m.follow_up_previous_none());
  return [
    ...prose(standingWords(recommendations, day), 'lead'),
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
              [...field(commitment.organisation, 'name'), ...words(` · ${commitmentWords(commitment)}`, { soft: true })],
            ]),
      ]),
    },
  ];
}

const since = (date: string | null): Inline[] =>
  date ? [words(m.follow_up_status_since({ date: formatDate(date, getLocale()) }), { soft: true })] : [];
