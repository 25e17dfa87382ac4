/** A report from its first heading to its last, as the page and the file that stands alone show it. */
import { actorTypes } from '#events/workshops/model.ts';
import { m } from '#messages';
import type { Locale } from '#platform/locale/locale.ts';
import { escaped } from '#platform/text/html.ts';
import { typeWord } from '../../participant-attributes/components/words.ts';
import { partsOf, type ReportParts } from '../../report-parts/model.ts';
import type { ReportBreakdown } from '../../report-breakdowns/model.ts';
import { FEWEST_SHOWN, isTooFew, type ReportData, type Uniting } from '../model.ts';
import { briefPart, contentsList, unitesLead } from './brief.ts';
import { listPart, methodPart, unsurePart } from './closing.ts';
import { answersOf, dividesPart, everybody } from './groups.ts';
import { barKey, card, cards, foreign, hatching, paragraph, part, type Telling } from './html.ts';
import { counted } from './words.ts';

/**
 * The report's parts, each under a heading of the second level, in HTML without script or style.
 * @param data is trusted to be of the shape, not to be free of markup
 */
export function reportBody(data: ReportData, locale: Locale): string {
  const telling = { data, locale };
  const told = data.counts.votes > 0 && !isTooFew(data);
  const parts = partsOf(data);
  const details = [
    told && unitesPart(telling, parts),
    told && dividesPart(telling, parts.groups),
    ...(told ? data.breakdowns : []).map((breakdown) => breakdownPart(telling, breakdown)),
    told && unsurePart(telling),
    told && methodPart(telling),
    data.statements.length > 0 && listPart(telling),
  ].filter((part) => part !== false);
  const contents = details.length > 1 ? [contentsList(contentsOf(details), locale)] : [];
  return [hatching, briefPart(telling, parts), ...contents, ...details].join('\n');
}

/** The headings of parts, by the ids of their sections. */
function contentsOf(parts: readonly string[]): [id: string, title: string][] {
  return parts.flatMap((html): [string, string][] => {
    const found = /^<section [^>]*id="report-([a-z]+)"[^>]*><h2 [^>]*>([^<]*)<\/h2>/.exec(html);
    return found ? [[found[1]!, found[2]!]] : [];
  });
}

function unitesPart(telling: Telling, { everywhere, mostly }: ReportParts): string {
  const { data, locale } = telling;
  const item = ({ statement, groups }: Uniting) =>
    card(telling, statement, [
      everybody(telling, data.statements[statement]!.votes),
      ...answersOf(telling, groups),
    ]);
  return part(
    'unites',
    m.deliberation_report_unites({}, { locale }),
    paragraph(unitesLead(telling, everywhere.length > 0), 'lead'),
    barKey(locale),
    everywhere.length > 0 ? cards(everywhere.map(item)) : '',
    mostly.length > 0
      ? `<h3>${escaped(m.deliberation_report_unites_mostly({}, { locale }))}</h3>${cards(mostly.map(item))}`
      : '',
  );
}

function breakdownPart(telling: Telling, { by, names, statements }: ReportBreakdown): string {
  const { locale } = telling;
  const word = by === 'actor_type' ? m.deliberation_report_by_actor_type : m.deliberation_report_by_territory;
  const item = ({ statement, cells, rest }: ReportBreakdown['statements'][number]) => {
    const sides = [
      ...cells.map((votes, cell) => ({ name: kindName(names[cell]!, by, locale), votes })),
      {
        name: `<span class="group">${escaped(m.deliberation_report_by_rest({}, { locale }))}</span>`,
        votes: rest,
      },
    ];
    return card(
      telling,
      statement,
      sides.filter(({ votes }) => votes !== null),
      true,
    );
  };
  return part(
    by === 'actor_type' ? 'actors' : 'territories',
    word({}, { locale }),
    statements.length > 0
      ? `${paragraph(m.deliberation_report_by_lead(counted(FEWEST_SHOWN, locale), { locale }), 'lead')}${cards(statements.map(item))}`
      : paragraph(m.deliberation_report_by_none({}, { locale })),
  );
}

/** The program's own types of actors are kept as codes, others in the words of whoever told them. */
function kindName(name: string, by: ReportBreakdown['by'], locale: Locale): string {
  const type = by === 'actor_type' && actorTypes.find((one) => one === name);
  const word = type ? escaped(capitalised(typeWord(type, locale), locale)) : foreign(name, null);
  return `<span class="group">${word}</span>`;
}

function capitalised(word: string, locale: Locale): string {
  return word.charAt(0).toLocaleUpperCase(locale) + word.slice(1);
}
