/** The parts of a report as HTML. Whatever comes from outside is escaped here and nowhere else. */
import { m } from '#messages';
import type { Locale } from '#platform/locale/locale.ts';
import { directionOf } from '#platform/locale/locale.ts';
import { escaped } from '#platform/text/html.ts';
import { seen, type ReportData, type Votes } from '../model.ts';
import { amongWords, exactVotes, votesSentence } from './words.ts';

/** A report on its way into words. */
export interface Telling {
  data: ReportData;
  locale: Locale;
}

/** A part under its heading. */
export function part(id: string, title: string, ...content: string[]): string {
  return `<section class="part" id="report-${id}" aria-labelledby="report-${id}-title"><h2 id="report-${id}-title">${escaped(title)}</h2>${content.join('')}</section>`;
}

export function paragraph(text: string, kind = ''): string {
  return `<p${kind ? ` class="${kind}"` : ''}>${escaped(text)}</p>`;
}

/** A text of unknown direction in its own language, which leaves the line around it as it is. */
export function foreign(text: string, language: string | null): string {
  const lang = language && /^[a-zA-Z]{2,8}(-[a-zA-Z0-9]{1,8})*$/.test(language) ? ` lang="${language}"` : '';
  return `<bdi${lang}>${escaped(text)}</bdi>`;
}

/** The words of a statement, or its number where only votes are known. */
export function statementText({ data, locale }: Telling, at: number): string {
  const statement = data.statements[at]!;
  return statement.text
    ? foreign(statement.text, data.language)
    : escaped(m.deliberation_report_untitled({ number: statement.number }, { locale }));
}

/** Statements, each with its number where other parts name it. */
export function cards(items: readonly string[]): string {
  return `<ol class="statements" role="list">${items.join('')}</ol>`;
}

/**
 * A statement with the answers to it beside each other.
 * @param isAgain where it stands already, with the answers of groups: links lead there
 */
export function card(telling: Telling, at: number, sides: readonly Answering[], isAgain = false): string {
  const { number } = telling.data.statements[at]!;
  const told = m.deliberation_report_number({ number }, { locale: telling.locale });
  const id = isAgain ? '' : ` id="report-statement-${at}"`;
  return `<li${id}><p class="statement"><small class="number">${escaped(told)}</small> ${statementText(telling, at)}</p>${sidesOf(sides, telling)}</li>`;
}

/** Who answers: a name in HTML, the answers, and how many people there are where that is known. */
export interface Answering {
  name: string;
  votes: Votes | null;
  people?: number | undefined;
}

function sidesOf(sides: readonly Answering[], { data, locale }: Telling): string {
  const items = sides.map(({ name, votes, people }) => {
    const told = `<span>${escaped(votesSentence(votes, locale, data.tenths))}</span>`;
    if (!votes) return `<li class="faint"><span>${name}</span> ${told}</li>`;
    // Tenths are of no number of people.
    if (data.tenths) return `<li><span>${name}</span> ${told}${bar(votes, locale)}</li>`;
    const among = `<small>${escaped(amongWords(votes, locale, people))}</small>`;
    return `<li><span>${name} ${among}</span> ${told}${bar(votes, locale)}<small>${escaped(exactVotes(votes, locale))}</small></li>`;
  });
  return `<ul class="sides of-${Math.min(sides.length, 6)}" role="list">${items.join('')}</ul>`;
}

/**
 * Votes as a bar that begins where lines begin: full for agreement, empty for passes, hatched for disagreement. What it
 * shows stands beside it in words.
 */
function bar(votes: Votes, locale: Locale): string {
  const total = seen(votes);
  if (total === 0) return '';
  const [agree, disagree, pass] = votes;
  let from = 0;
  const pieces = (
    [
      ['agree', agree],
      ['pass', pass],
      ['disagree', disagree],
    ] as const
  ).map(([kind, count]) => {
    const width = (100 * count) / total;
    const x = directionOf(locale) === 'rtl' ? 100 - from - width : from;
    from += width;
    if (count === 0) return '';
    const place = `x="${hundredths(x)}%" width="${hundredths(width)}%"`;
    return `<rect class="${kind}" ${place} y="1" height="12"/>${kind === 'disagree' ? `<rect class="hatch" ${place} y="1" height="12"/>` : ''}`;
  });
  return `<svg class="bar" width="100%" height="14" aria-hidden="true">${pieces.join('')}</svg>`;
}

/** The pattern of disagreement, once for all bars, and what the bars' parts mean. */
export function barKey(locale: Locale): string {
  const swatch = (kind: string) =>
    `<svg class="swatch" width="22" height="14" aria-hidden="true"><rect class="${kind}" x="1" y="1" width="20" height="12"/>${kind === 'disagree' ? '<rect class="hatch" x="1" y="1" width="20" height="12"/>' : ''}</svg>`;
  const words = [
    ['agree', m.deliberation_report_agree({}, { locale })],
    ['pass', m.deliberation_report_pass({}, { locale })],
    ['disagree', m.deliberation_report_disagree({}, { locale })],
  ] as const;
  return `<ul class="bar-key" role="list">${words.map(([kind, word]) => `<li>${swatch(kind)} ${escaped(word)}</li>`).join('')}</ul>${paragraph(m.deliberation_report_pass_note({}, { locale }), 'note')}`;
}

/** What bars are hatched with; it stands once before them. */
export const hatching =
  '<svg class="defs" width="0" height="0" aria-hidden="true"><defs><pattern id="report-hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect class="line" width="2.2" height="6"/></pattern></defs></svg>';

function hundredths(value: number): number {
  return Math.round(value * 100) / 100;
}
