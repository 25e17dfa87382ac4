/** What stays uncertain, how a report was made, and all statements with their votes. */
import { m } from '#messages';
import { formatNumber, formatPercent } from '#platform/locale/format.ts';
import { escaped } from '#platform/text/html.ts';
import { FEWEST_SHOWN, isTooFew, seen } from '../model.ts';
import { listTitle } from './brief.ts';
import { paragraph, part, statementText, type Telling } from './html.ts';
import { counted, groupName, sureSentences, unplacedSentence } from './words.ts';

/** Groups whose members came together again less than this are named as less sure (C. Hennig, 2007). */
const UNSTEADY = 0.6;
/** From here on a map keeps all differences, as it is written. */
const WHOLE = 0.995;

export function unsurePart({ data, locale }: Telling): string {
  const { counts, groups, map } = data;
  const unsteady = groups.flatMap(({ steadiness }, group) =>
    steadiness !== null && steadiness < UNSTEADY ? [groupName(group, locale)] : [],
  );
  const said = [
    ...sureSentences(data, locale),
    ...unsteady.map((group) => m.deliberation_report_unsure_group({ group }, { locale })),
    groups.length > 0 && m.deliberation_report_unsure_most({}, { locale }),
    unplacedSentence(data, locale) || false,
    (data.uncounted ?? []).length > 0 &&
      m.deliberation_report_unsure_uncounted(counted(FEWEST_SHOWN, locale), { locale }),
    counts.noVote > 0 && m.deliberation_report_unsure_no_vote(counted(counts.noVote, locale), { locale }),
    data.fewVotes.length > 0 &&
      m.deliberation_report_unsure_few(
        { ...counted(data.fewVotes.length, locale), needed: formatNumber(data.votesNeeded, locale) },
        { locale },
      ),
    map !== null &&
      map.kept < WHOLE &&
      m.deliberation_report_unsure_map({ share: formatPercent(map.kept, locale) }, { locale }),
  ].filter((sentence) => typeof sentence === 'string');
  const items = said.map((sentence) => `<li>${escaped(sentence)}</li>`);
  return part(
    'unsure',
    m.deliberation_report_unsure({}, { locale }),
    `<ul class="said">${items.join('')}</ul>`,
  );
}

/** In plain words first, then in the terms of those who know. */
export function methodPart({ data, locale }: Telling): string {
  const { mode, seed } = data;
  return part(
    'method',
    m.deliberation_report_method({}, { locale }),
    paragraph(m.deliberation_report_method_words({}, { locale })),
    paragraph(m.deliberation_report_method_limits({}, { locale })),
    `<h3>${escaped(m.deliberation_report_method_known({}, { locale }))}</h3>`,
    paragraph(m.deliberation_report_method_terms({}, { locale }), 'note'),
    paragraph(m.deliberation_report_method_repeat({ mode, seed: String(seed) }, { locale }), 'note'),
  );
}

/** All statements: behind a button on a screen, an annex on paper. */
export function listPart(telling: Telling): string {
  const { data, locale } = telling;
  if (isTooFew(data)) return askedPart(telling);
  const few = new Set(data.fewVotes);
  const heads = [
    m.deliberation_report_agree({}, { locale }),
    m.deliberation_report_pass({}, { locale }),
    m.deliberation_report_disagree({}, { locale }),
  ];
  const hidden = m.deliberation_report_answers_few(counted(FEWEST_SHOWN, locale), { locale });
  const rows = data.statements.map((statement, at) => {
    if (statement.out) return '';
    const [agree, disagree, pass] = statement.votes;
    const isTold = seen(statement.votes) >= FEWEST_SHOWN;
    const note = isTold && few.has(at) ? m.deliberation_report_mark_few({}, { locale }) : '';
    const figures = isTold
      ? [agree, pass, disagree]
          .map((count) => `<td class="figure">${formatNumber(count, locale)}</td>`)
          .join('')
      : `<td colspan="3" class="hidden">${escaped(hidden)}</td>`;
    return `<tr><td class="figure">${escaped(statement.number)}</td><th scope="row">${statementText(telling, at)}${note ? ` <small>${escaped(note)}</small>` : ''}</th>${figures}</tr>`;
  });
  const caption = data.tenths
    ? m.deliberation_report_list_tenths
    : data.weighted
      ? m.deliberation_report_list_weighted
      : m.deliberation_report_list_caption;
  const title = m.deliberation_report_annex({}, { locale });
  return part(
    'list',
    title,
    `<details><summary>${escaped(listTitle(data, locale))}</summary><div class="scroll" role="region" aria-label="${escaped(m.ui_table_of({ title }, { locale }))}" tabindex="0"><table class="list"><caption>${escaped(caption({}, { locale }))}</caption><thead><tr><th scope="col" class="figure">${escaped(m.deliberation_report_column_number({}, { locale }))}</th><th scope="col">${escaped(m.deliberation_report_column_statement({}, { locale }))}</th>${heads.map((head) => `<th scope="col" class="figure">${escaped(head)}</th>`).join('')}</tr></thead><tbody>${rows.join('')}</tbody></table></div></details>`,
  );
}

/** The statements alone, where nothing of their votes is told. */
function askedPart(telling: Telling): string {
  const { data, locale } = telling;
  const items = data.statements.flatMap(({ out }, at) =>
    out ? [] : [`<li>${statementText(telling, at)}</li>`],
  );
  return part(
    'asked',
    m.deliberation_report_asked({}, { locale }),
    `<ul class="said">${items.join('')}</ul>`,
  );
}
