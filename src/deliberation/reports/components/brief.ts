/** The first page of a report, which stands alone: how many, the map, what unites, what divides, how sure that is. */
import { m } from '#messages';
import { formatDates, formatNumber } from '#platform/locale/format.ts';
import type { Locale } from '#platform/locale/locale.ts';
import { escaped } from '#platform/text/html.ts';
import { mapSvg, markSvg } from '../../report-maps/components/map.ts';
import { middlesOf } from '../../report-maps/model.ts';
import type { ReportParts } from '../../report-parts/model.ts';
import { FEWEST_SHOWN, isTooFew, seen, type ReportData, type Votes } from '../model.ts';
import { answersOf, everybody } from './groups.ts';
import { paragraph, part, statementText, type Telling } from './html.ts';
import {
  amongWords,
  counted,
  countsSentences,
  groupName,
  groupPeople,
  letterOf,
  nothingDivides,
  percents,
  shortWords,
  sureSentences,
  unplacedSentence,
  verdictSentence,
} from './words.ts';

/** How many statements the first page names of each kind: fewer where they are long. */
const NAMED = { least: 3, most: 5, characters: 320 };

export function briefPart(telling: Telling, parts: ReportParts): string {
  const { data, locale } = telling;
  const title = m.deliberation_report_brief({}, { locale });
  const verdict = paragraph(verdictSentence(data, locale), 'verdict');
  if (data.counts.votes === 0) return part('brief', title, verdict);
  if (isTooFew(data))
    return part('brief', title, paragraph(countsSentences(data, locale).join(' ')), verdict);
  const sure = [...sureSentences(data, locale), m.deliberation_report_unsure_sample({}, { locale })];
  return part(
    'brief',
    title,
    data.when ? paragraph(daysOf(data, locale), 'when') : '',
    paragraph(countsSentences(data, locale).join(' ')),
    verdict,
    paragraph(sure.join(' ')),
    mapFigure(telling),
    unites(telling, parts),
    divides(telling),
  );
}

/** The days of the votes in words. */
function daysOf({ when }: ReportData, locale: Locale): string {
  return when
    ? m.deliberation_report_when({ days: formatDates(when.from, when.to, locale) }, { locale })
    : '';
}

function mapFigure({ data, locale }: Telling): string {
  const { map, groups, counts } = data;
  if (counts.placed < FEWEST_SHOWN)
    return paragraph(m.deliberation_report_map_few(counted(FEWEST_SHOWN, locale), { locale }), 'note');
  if (!map) return paragraph(m.deliberation_report_map_none({}, { locale }), 'note');
  const told = groups.map(({ people, weight }, group) =>
    m.deliberation_report_map_group(
      { group: groupName(group, locale), people: groupPeople(people, weight, locale) },
      { locale },
    ),
  );
  const label = m.deliberation_report_map_label(
    { groups: told.join(' ') || m.deliberation_report_map_all({}, { locale }) },
    { locale },
  );
  const letters = groups.map((_, group) => letterOf(group, locale));
  const marks = map.gathered
    ? m.deliberation_report_map_gathered
    : data.weighted
      ? m.deliberation_report_map_ballots
      : m.deliberation_report_map_marks;
  const words = [
    m.deliberation_report_map_lead({}, { locale }),
    marks({}, { locale }),
    groups.length > 0 ? m.deliberation_report_map_outline({}, { locale }) : '',
    ...distances(data, locale),
    unplacedSentence(data, locale),
  ].filter((sentence) => sentence !== '');
  return `<figure>${mapSvg(map, { label, letters })}<figcaption>${groups.length > 0 ? mapKey(data, locale) : ''}${paragraph(words.join(' '))}</figcaption></figure>`;
}

/** The groups in words and numbers. */
function mapKey({ groups, counts, weighted }: ReportData, locale: Locale): string {
  const sizes = groups.map(({ people, weight }) => weight ?? people ?? 0);
  const told = sizes.reduce((sum, size) => sum + size, 0);
  const isWhole = groups.every(({ people }) => people !== null);
  // What groups of fewer than five speak for is not known: of what whole the others are a share is then not, either.
  const rest = isWhole ? 0 : counts.placed - told;
  const shares = percents([...sizes, rest], locale);
  const items = groups.map(({ people, weight }, group) => {
    const size = groupPeople(people, weight, locale);
    const isUnknown = people === null || (weighted && !isWhole);
    const share = isUnknown ? '' : ` <small>(${shares[group]})</small>`;
    return `<li>${markSvg(group)}<span><strong>${escaped(groupName(group, locale))}</strong> ${escaped(size)}${share}</span></li>`;
  });
  return `<ul class="map-key" role="list" aria-label="${escaped(m.deliberation_report_map_words({}, { locale }))}">${items.join('')}</ul>`;
}

/** Which groups stand closest and farthest, where there are three or more. */
function distances({ map, groups }: ReportData, locale: Locale): string[] {
  if (!map || groups.length < 3) return [];
  const middles = middlesOf(map, groups.length);
  const pairs = middles.flatMap((one, at) =>
    middles.slice(at + 1).map((other, beside) => ({
      groups: { one: groupName(at, locale), other: groupName(at + 1 + beside, locale) },
      distance: Math.hypot(one.x - other.x, one.y - other.y),
    })),
  );
  pairs.sort((a, b) => a.distance - b.distance);
  return [
    m.deliberation_report_map_near(pairs[0]!.groups, { locale }),
    m.deliberation_report_map_far(pairs.at(-1)!.groups, { locale }),
  ];
}

function unites(telling: Telling, { everywhere, mostly }: ReportParts): string {
  const { locale } = telling;
  const chosen = named(telling, everywhere.length > 0 ? everywhere : mostly);
  const words = [
    unitesLead(telling, everywhere.length > 0),
    everywhere.length === 0 && chosen.length > 0 ? m.deliberation_report_unites_instead({}, { locale }) : '',
  ].join(' ');
  const items = chosen.map(
    ({ statement }) =>
      `<li><span class="statement alone">${statementText(telling, statement)}</span> ${shortTotal(telling, statement)}</li>`,
  );
  return shortList(m.deliberation_report_unites({}, { locale }), words.trim(), items);
}

function divides(telling: Telling): string {
  const { data, locale } = telling;
  const grouped = data.groups.length > 0;
  const lead = grouped ? m.deliberation_report_divides_lead : m.deliberation_report_divides_lead_all;
  const items = named(telling, data.divides).map(({ statement, groups }) => {
    const said = answersOf(telling, groups).map(({ name, votes, people }) =>
      votes ? `<span class="short">${name} ${shortly(telling, votes, people)}</span>` : '',
    );
    const all = grouped ? said : [shortTotal(telling, statement, true)];
    return `<li><span class="statement">${statementText(telling, statement)}</span> ${all.join(' ')}</li>`;
  });
  const words = items.length > 0 ? lead({}, { locale }) : nothingDivides(data, locale);
  return shortList(m.deliberation_report_divides({}, { locale }), words, items);
}

function shortTotal(telling: Telling, statement: number, both = false): string {
  const { votes, people } = everybody(telling, telling.data.statements[statement]!.votes);
  return `<span class="short">${shortly(telling, votes!, people, both)}</span>`;
}

/** What most answered; where that is less than half of whom it is said, how many answered at all. */
function shortly({ data, locale }: Telling, votes: Votes, people?: number, both = false): string {
  const words = escaped(shortWords(votes, locale, both, data.tenths));
  const isHalf = data.tenths || people === undefined || 2 * seen(votes) >= people;
  return isHalf ? words : `${words} <small>(${escaped(amongWords(votes, locale, people))})</small>`;
}

/** As many as stay short together. */
function named<One extends { statement: number }>({ data }: Telling, all: readonly One[]): One[] {
  let characters = 0;
  return all.slice(0, NAMED.most).filter(({ statement }, at) => {
    // The answers of three groups or more take lines of their own.
    const answers = data.groups.length > 2 ? 60 * data.groups.length : 0;
    characters += data.statements[statement]!.text.length + answers;
    return at < NAMED.least || characters <= NAMED.characters;
  });
}

function shortList(title: string, lead: string, items: readonly string[]): string {
  const list = items.length > 0 ? `<ul class="shortly" role="list">${items.join('')}</ul>` : '';
  return `<h3>${escaped(title)}</h3>${paragraph(lead)}${list}`;
}

/** In which groups the majority says the same, where anything is; groups that are not described are not asked. */
export function unitesLead({ data: { groups }, locale }: Telling, isAny: boolean): string {
  if (groups.length === 0)
    return (isAny ? m.deliberation_report_unites_lead_all : m.deliberation_report_unites_none_all)(
      {},
      { locale },
    );
  if (!isAny) return m.deliberation_report_unites_none({}, { locale });
  const isWhole = groups.every(({ people }) => people !== null);
  const lead = isWhole ? m.deliberation_report_unites_lead : m.deliberation_report_unites_lead_described;
  return lead({}, { locale });
}

/** @param contents the parts that follow, by id and title */
export function contentsList(contents: readonly (readonly [string, string])[], locale: Locale): string {
  const title = m.deliberation_report_contents({}, { locale });
  const links = contents.map(([id, name]) => `<li><a href="#report-${id}">${escaped(name)}</a></li>`);
  return `<nav class="contents" aria-labelledby="report-contents"><h2 id="report-contents">${escaped(title)}</h2><ul role="list">${links.join('')}</ul></nav>`;
}

/** How many statements there are, for the title of their list. */
export function listTitle({ counts }: ReportData, locale: Locale): string {
  return m.deliberation_report_list({ number: formatNumber(counts.statements, locale) }, { locale });
}
