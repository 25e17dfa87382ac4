/** What divides: each group in what it says more often than others, with the answers of all beside each other. */
import { m } from '#messages';
import type { Locale } from '#platform/locale/locale.ts';
import { escaped } from '#platform/text/html.ts';
import { markSvg } from '../../report-maps/components/map.ts';
import type { Answers, GroupPart } from '../../report-parts/model.ts';
import { FEWEST_SHOWN, type ReportGroup, type Side, type Votes } from '../model.ts';
import { card, cards, paragraph, part, type Answering, type Telling } from './html.ts';
import { counted, groupName, groupPeople, nothingDivides } from './words.ts';

/** A group's mark and name. */
export function groupLabel(group: number, locale: Locale): string {
  return `<span class="group">${markSvg(group, true)}${escaped(groupName(group, locale))}</span>`;
}

/** What each group answers; groups of too few people are left out, and those whose answers are not kept. */
export function answersOf({ data, locale }: Telling, groups: Answers['groups']): Answering[] {
  return data.groups.flatMap(({ people, weight }, group): Answering[] => {
    const votes = groups[group];
    if (people === null || votes === undefined) return [];
    return [{ name: groupLabel(group, locale), votes, people: weight ?? people }];
  });
}

/** Everybody's answers, as those of one more group. */
export function everybody({ data, locale }: Telling, votes: Votes): Answering {
  const { people, noVote, spokenFor = people - noVote } = data.counts;
  const name = `<span class="group">${escaped(m.deliberation_report_everybody({}, { locale }))}</span>`;
  return { name, votes, people: spokenFor };
}

export function dividesPart(telling: Telling, parts: readonly GroupPart[]): string {
  const { data, locale } = telling;
  const grouped = data.groups.length > 0;
  const title = grouped ? m.deliberation_report_divides_groups : m.deliberation_report_divides;
  const none = paragraph(nothingDivides(data, locale));
  if (grouped)
    return part(
      'divides',
      title({}, { locale }),
      paragraph(m.deliberation_report_each_lead({}, { locale }), 'lead'),
      data.divides.length === 0 ? none : '',
      ...data.groups.map((one, group) => aGroup(telling, one, parts[group]!, group)),
    );
  const items = data.divides.map(({ statement }) =>
    card(telling, statement, [everybody(telling, data.statements[statement]!.votes)]),
  );
  const lead = paragraph(m.deliberation_report_divides_lead_all({}, { locale }), 'lead');
  return part('divides', title({}, { locale }), items.length > 0 ? `${lead}${cards(items)}` : none);
}

const titles = { agree: m.deliberation_report_more_agree, disagree: m.deliberation_report_more_disagree };

function aGroup(
  telling: Telling,
  { people, weight, withheld }: ReportGroup,
  { says, elsewhere }: GroupPart,
  group: number,
): string {
  const { locale } = telling;
  const size = groupPeople(people, weight, locale);
  const heading = `<h3>${groupLabel(group, locale)} <small>${escaped(size)}</small></h3>`;
  const limit = counted(FEWEST_SHOWN, locale);
  if (people === null) return `${heading}${paragraph(m.deliberation_report_says_small(limit, { locale }))}`;
  const of = (side: Side) => {
    if (says[side].length === 0) return '';
    const items = says[side].map((one) => card(telling, one.statement, answersOf(telling, one.groups)));
    return `<h4>${escaped(titles[side]({}, { locale }))}</h4>${cards(items)}`;
  };
  const told = [
    of('agree'),
    of('disagree'),
    elsewhere.length > 0 ? seeAlso(telling, elsewhere) : '',
    withheld ? paragraph(m.deliberation_report_says_withheld(limit, { locale }), 'note') : '',
  ].join('');
  return `${heading}${told || paragraph(m.deliberation_report_says_none({}, { locale }))}`;
}

/** What a group says as well, under the headings where it stands. */
function seeAlso({ data, locale }: Telling, elsewhere: GroupPart['elsewhere']): string {
  const of = (side: Side) => {
    const links = elsewhere
      .filter((one) => one.side === side)
      .map(
        ({ statement }) =>
          `<a href="#report-statement-${statement}">${escaped(m.deliberation_report_number({ number: data.statements[statement]!.number }, { locale }))}</a>`,
      );
    if (links.length === 0) return '';
    const also = { agree: m.deliberation_report_also_agree, disagree: m.deliberation_report_also_disagree };
    return `<p class="note">${escaped(also[side]({}, { locale }))} ${links.join(m.deliberation_report_comma({}, { locale }))}</p>`;
  };
  return `${of('agree')}${of('disagree')}`;
}
