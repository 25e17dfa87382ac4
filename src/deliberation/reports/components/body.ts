/** A report from its first heading to its last, as the page and the file that stands alone show it. */
import { m } from '#messages';
import { formatDates, formatNumber, formatPercent } from '#platform/locale/format.ts';
import type { Locale } from '#platform/locale/locale.ts';
import { escaped } from '#platform/text/html.ts';
import { FEWEST_SHOWN, type ReportBreakdown, type ReportData } from '../model.ts';
import { groupPart, groupLabel, mapPart } from './groups.ts';
import {
  answersTable,
  barKey,
  foreign,
  hatching,
  paragraph,
  part,
  statementText,
  told,
  type Telling,
} from './html.ts';
import { counted, countsSentence, groupName, verdictSentences } from './words.ts';

/** Groups whose members came together again less than this are named as less sure (C. Hennig, 2007). */
const UNSTEADY = 0.6;

/**
 * The report's parts, each under a heading of the second level, in HTML without script or style.
 * @param data is trusted to be of the shape, not to be free of markup
 */
export function reportBody(data: ReportData, locale: Locale): string {
  const telling = { data, locale };
  const voted = data.counts.votes > 0;
  return [
    hatching,
    briefPart(telling),
    voted && mapPart(telling),
    voted && unitesPart(telling),
    voted && dividesPart(telling),
    data.groups.length > 0 && groupPart(telling),
    ...data.breakdowns.map((breakdown) => breakdownPart(telling, breakdown)),
    voted && unsurePart(telling),
    voted && methodPart(telling),
    data.statements.length > 0 && listPart(telling),
  ]
    .filter((part) => part !== false)
    .join('\n');
}

function briefPart(telling: Telling): string {
  const { data, locale } = telling;
  return part(
    'brief',
    m.deliberation_report_brief({}, { locale }),
    data.when ? paragraph(daysOf(data, locale), 'when') : '',
    data.counts.votes > 0 ? paragraph(countsSentence(data, locale), 'lead') : '',
    ...verdictSentences(data, locale).map((sentence, at) => paragraph(sentence, at === 0 ? 'verdict' : '')),
    data.groups.length > 0 && data.counts.tooFewVotes > 0
      ? paragraph(
          m.deliberation_report_unsure_placed(counted(data.counts.tooFewVotes, locale), { locale }),
          'note',
        )
      : '',
    data.counts.leftOut > 0
      ? paragraph(m.deliberation_report_left_out(counted(data.counts.leftOut, locale), { locale }), 'note')
      : '',
    data.weighted ? paragraph(m.deliberation_report_weighted({}, { locale }), 'note') : '',
  );
}

/** The days of the votes in words. */
export function daysOf({ when }: ReportData, locale: Locale): string {
  return when
    ? m.deliberation_report_when({ days: formatDates(when.from, when.to, locale) }, { locale })
    : '';
}

function unitesPart(telling: Telling): string {
  const { data, locale } = telling;
  const grouped = data.groups.length > 0;
  const item = ({ statement, groups }: ReportData['unites'][number]) =>
    `<li><p class="statement">${statementText(telling, statement)}</p>${told(data.statements[statement]!.votes, locale)}${grouped ? byGroup(telling, groups) : ''}</li>`;
  const everywhere = data.unites.filter((one) => one.everywhere);
  const mostly = data.unites.filter((one) => !one.everywhere);
  const none = grouped ? m.deliberation_report_unites_none : m.deliberation_report_unites_none_all;
  const lead = grouped ? m.deliberation_report_unites_lead : m.deliberation_report_unites_lead_all;
  return part(
    'unites',
    m.deliberation_report_unites({}, { locale }),
    everywhere.length > 0
      ? `${paragraph(lead({}, { locale }), 'lead')}${barKey(locale)}<ol class="statements">${everywhere.map(item).join('')}</ol>`
      : `${paragraph(none({}, { locale }))}${barKey(locale)}`,
    mostly.length > 0
      ? `<h3>${escaped(m.deliberation_report_unites_mostly({}, { locale }))}</h3><ol class="statements">${mostly.map(item).join('')}</ol>`
      : '',
  );
}

function byGroup(telling: Telling, groups: ReportData['unites'][number]['groups']): string {
  const { locale } = telling;
  return answersTable(
    m.deliberation_report_by_group({}, { locale }),
    [m.deliberation_report_column_group({}, { locale }), m.deliberation_report_column_votes({}, { locale })],
    groups.map((votes, group) => ({ name: groupLabel(group, locale), votes })),
    locale,
  );
}

function dividesPart(telling: Telling): string {
  const { data, locale } = telling;
  const grouped = data.groups.length > 0;
  const item = ({ statement, groups }: ReportData['divides'][number]) =>
    `<li><p class="statement">${statementText(telling, statement)}</p>${grouped ? byGroup(telling, groups) : `${told(data.statements[statement]!.votes, locale)}`}</li>`;
  const lead = grouped ? m.deliberation_report_divides_lead : m.deliberation_report_divides_lead_all;
  return part(
    'divides',
    m.deliberation_report_divides({}, { locale }),
    data.divides.length > 0
      ? `${paragraph(lead({}, { locale }), 'lead')}<ol class="statements">${data.divides.map(item).join('')}</ol>`
      : paragraph(m.deliberation_report_divides_none({}, { locale })),
  );
}

function breakdownPart(telling: Telling, { by, names, statements }: ReportBreakdown): string {
  const { locale } = telling;
  const word = by === 'actor_type' ? m.deliberation_report_by_actor_type : m.deliberation_report_by_territory;
  const title = word({}, { locale });
  const item = ({ statement, cells, rest }: ReportBreakdown['statements'][number]) => {
    const rows = [
      ...cells.map((votes, cell) => ({ name: foreign(names[cell]!, null), votes })),
      { name: escaped(m.deliberation_report_by_rest({}, { locale })), votes: rest },
    ];
    const heads = [title, m.deliberation_report_column_votes({}, { locale })] as const;
    const shown = rows.filter(({ votes }) => votes !== null);
    return `<li><p class="statement">${statementText(telling, statement)}</p>${answersTable(title, heads, shown, locale)}</li>`;
  };
  return part(
    by === 'actor_type' ? 'actors' : 'territories',
    title,
    statements.length > 0
      ? `${paragraph(m.deliberation_report_by_lead(counted(FEWEST_SHOWN, locale), { locale }), 'lead')}<ol class="statements">${statements.map(item).join('')}</ol>`
      : paragraph(m.deliberation_report_by_none({}, { locale })),
  );
}

function unsurePart({ data, locale }: Telling): string {
  const { counts, groups, map } = data;
  const unsteady = groups.flatMap(({ steadiness }, group) =>
    steadiness !== null && steadiness < UNSTEADY ? [groupName(group, locale)] : [],
  );
  const said = [
    ...verdictSentences(data, locale).slice(-1),
    ...unsteady.map((group) => m.deliberation_report_unsure_group({ group }, { locale })),
    counts.tooFewVotes > 0 &&
      m.deliberation_report_unsure_placed(counted(counts.tooFewVotes, locale), { locale }),
    (data.uncounted ?? []).length > 0 &&
      m.deliberation_report_unsure_uncounted(counted(FEWEST_SHOWN, locale), { locale }),
    counts.noVote > 0 && m.deliberation_report_unsure_no_vote(counted(counts.noVote, locale), { locale }),
    data.fewVotes.length > 0 &&
      m.deliberation_report_unsure_few(
        { ...counted(data.fewVotes.length, locale), needed: formatNumber(data.votesNeeded, locale) },
        { locale },
      ),
    map && m.deliberation_report_unsure_map({ share: formatPercent(map.kept, locale) }, { locale }),
    m.deliberation_report_unsure_sample({}, { locale }),
  ].filter((sentence) => typeof sentence === 'string');
  const items = said.map((sentence) => `<li>${escaped(sentence)}</li>`);
  return part(
    'unsure',
    m.deliberation_report_unsure({}, { locale }),
    `<ul class="said">${items.join('')}</ul>`,
  );
}

function methodPart({ data, locale }: Telling): string {
  return part(
    'method',
    m.deliberation_report_method({}, { locale }),
    paragraph(m.deliberation_report_method_words({}, { locale })),
    paragraph(m.deliberation_report_method_repeat({ mode: data.mode, seed: String(data.seed) }, { locale })),
  );
}

function listPart(telling: Telling): string {
  const { data, locale } = telling;
  const few = new Set(data.fewVotes);
  const heads = [
    m.deliberation_report_agree({}, { locale }),
    m.deliberation_report_pass({}, { locale }),
    m.deliberation_report_disagree({}, { locale }),
  ];
  const noteOf = (at: number) => (few.has(at) ? m.deliberation_report_mark_few({}, { locale }) : '');
  const rows = data.statements.map((statement, at) => {
    if (statement.out) return '';
    const [agree, disagree, pass] = statement.votes;
    const note = noteOf(at);
    return `<tr><td class="figure">${escaped(statement.number)}</td><th scope="row">${statementText(telling, at)}${note ? ` <small>${escaped(note)}</small>` : ''}</th>${[agree, pass, disagree].map((count) => `<td class="figure">${formatNumber(count, locale)}</td>`).join('')}</tr>`;
  });
  const title = m.deliberation_report_list({}, { locale });
  return part(
    'list',
    title,
    `<div class="scroll" role="region" aria-label="${escaped(m.ui_table_of({ title }, { locale }))}" tabindex="0"><table class="list"><caption>${escaped(m.deliberation_report_list_caption({}, { locale }))}</caption><thead><tr><th scope="col" class="figure">${escaped(m.deliberation_report_column_number({}, { locale }))}</th><th scope="col">${escaped(m.deliberation_report_column_statement({}, { locale }))}</th>${heads.map((head) => `<th scope="col" class="figure">${escaped(head)}</th>`).join('')}</tr></thead><tbody>${rows.join('')}</tbody></table></div>`,
  );
}
