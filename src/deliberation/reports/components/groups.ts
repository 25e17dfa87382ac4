/** The map of a report with its text equivalent, and each group in what it says. */
import { m } from '#messages';
import { formatNumber } from '#platform/locale/format.ts';
import type { Locale } from '#platform/locale/locale.ts';
import { escaped } from '#platform/text/html.ts';
import { mapSvg, markSvg } from '../../report-maps/components/map.ts';
import { middlesOf } from '../../report-maps/model.ts';
import { FEWEST_SHOWN, type ReportGroup, type Side } from '../model.ts';
import { answersTable, paragraph, part, statementText, type Telling } from './html.ts';
import { counted, groupName, letterOf, percents, persons } from './words.ts';

/** A group's mark and name. */
export function groupLabel(group: number, locale: Locale): string {
  return `<span class="group">${markSvg(group, true)}${escaped(groupName(group, locale))}</span>`;
}

export function mapPart(telling: Telling): string {
  const { data, locale } = telling;
  const { map, groups } = data;
  const title = m.deliberation_report_map({}, { locale });
  if (!map) return part('map', title, paragraph(m.deliberation_report_map_none({}, { locale })));
  const told = groups.map(({ people }, group) =>
    m.deliberation_report_map_group(
      { group: groupName(group, locale), people: persons(people, locale) },
      { locale },
    ),
  );
  const label = m.deliberation_report_map_label(
    { groups: told.join(' ') || m.deliberation_report_map_all({}, { locale }) },
    { locale },
  );
  const letters = groups.map((_, group) => letterOf(group, locale));
  const marks = map.gathered ? m.deliberation_report_map_gathered : m.deliberation_report_map_marks;
  return part(
    'map',
    title,
    paragraph(m.deliberation_report_map_lead({}, { locale }), 'lead'),
    `<figure>${mapSvg(map, { label, letters })}<figcaption>${escaped(marks({}, { locale }))}</figcaption></figure>`,
    groups.length > 0 ? groupsTable(telling) : '',
    ...distances(telling).map((sentence) => paragraph(sentence)),
  );
}

/** The key of the map, which says in words and numbers what it shows. */
function groupsTable({ data, locale }: Telling): string {
  const heads = [
    m.deliberation_report_column_mark({}, { locale }),
    m.deliberation_report_column_group({}, { locale }),
    m.deliberation_report_column_people({}, { locale }),
    m.deliberation_report_column_share({}, { locale }),
  ];
  const shares = percents(
    data.groups.map(({ people }) => people),
    locale,
  );
  const rows = data.groups.map(
    ({ people }, group) =>
      `<tr><td>${markSvg(group)}</td><th scope="row">${escaped(groupName(group, locale))}</th><td class="figure">${formatNumber(people, locale)}</td><td class="figure">${shares[group]}</td></tr>`,
  );
  return `<table class="groups"><caption>${escaped(m.deliberation_report_map_words({}, { locale }))}</caption><thead><tr>${heads.map((head, at) => `<th scope="col"${at > 1 ? ' class="figure"' : ''}>${escaped(head)}</th>`).join('')}</tr></thead><tbody>${rows.join('')}</tbody></table>`;
}

/** Which groups stand closest and farthest. */
function distances({ data, locale }: Telling): string[] {
  if (!data.map || data.groups.length < 2) return [];
  if (data.groups.length === 2)
    return data.divides.length > 0 ? [m.deliberation_report_map_two({}, { locale })] : [];
  const middles = middlesOf(data.map, data.groups.length);
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

export function groupPart(telling: Telling): string {
  const { data, locale } = telling;
  return part(
    'groups',
    m.deliberation_report_each({}, { locale }),
    paragraph(m.deliberation_report_each_lead({}, { locale }), 'lead'),
    ...data.groups.map((one, group) => aGroup(telling, one, group)),
  );
}

function aGroup(telling: Telling, { people, says, withheld }: ReportGroup, group: number): string {
  const { locale } = telling;
  const heading = `<h3>${groupLabel(group, locale)} <small>${escaped(persons(people, locale))}</small></h3>`;
  const limit = counted(FEWEST_SHOWN, locale);
  if (people < FEWEST_SHOWN)
    return `${heading}${paragraph(m.deliberation_report_says_small(limit, { locale }))}`;
  const note = withheld ? paragraph(m.deliberation_report_says_withheld(limit, { locale }), 'note') : '';
  if (says.length === 0)
    return `${heading}${note || paragraph(m.deliberation_report_says_none({}, { locale }))}`;
  const title = { agree: m.deliberation_report_more_agree, disagree: m.deliberation_report_more_disagree };
  const of = (side: Side) => {
    const items = says
      .filter((one) => one.side === side)
      .map(
        ({ statement, own, others }) =>
          `<li><p class="statement">${statementText(telling, statement)}</p>${answersTable(
            m.deliberation_report_by_group({}, { locale }),
            [
              m.deliberation_report_column_group({}, { locale }),
              m.deliberation_report_column_votes({}, { locale }),
            ],
            [
              { name: groupLabel(group, locale), votes: own },
              { name: escaped(m.deliberation_report_others({}, { locale })), votes: others },
            ],
            locale,
          )}</li>`,
      );
    if (items.length === 0) return '';
    return `<h4>${escaped(title[side]({}, { locale }))}</h4><ol class="statements">${items.join('')}</ol>`;
  };
  return `${heading}${of('agree')}${of('disagree')}${note}`;
}
