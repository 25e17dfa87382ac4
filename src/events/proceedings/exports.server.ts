/** What a workshop’s records tell in its proceedings: participation, programme, people, conclusions. */
import type { Block, Inline } from '#formats/paper/model.ts';
import { m } from '#messages';
import { getLocale } from '#messages/runtime';
import { field, joined, prose, proseList, words } from '#network/paper/exports.server.ts';
import { formatDay, formatList } from '#platform/locale/format.ts';
import { read, readOptional } from '#platform/locale/reader.ts';
import { passage, type Trilingual } from '#platform/locale/text.ts';
import { actorWord, attendanceWords, formWord, itemWord, partWord } from '../components/words.ts';
import { isToConfirm } from '../confirmations/model.ts';
import type { Dossier } from '../dossier/queries.server.ts';
import { itemsByDay } from '../programme/model.ts';
import type { ItemWithPeople, NamedContribution } from '../programme/queries.server.ts';

export { formWord };

/** What the meeting was about and what it aimed at. */
export function aimsBlocks({ workshop }: Dossier): Block[] {
  const aims = readOptional(workshop, 'aims');
  return [
    ...prose(readOptional(workshop, 'summary'), 'lead'),
    ...(aims
      ? ([{ kind: 'heading', level: 2, text: words(m.events_aims()) }, ...proseList(aims)] satisfies Block[])
      : []),
  ];
}

/** The programme, by day where days are known, each item with who spoke in it. */
export function programmeBlocks({ programme }: Dossier): Block[] {
  if (programme.length === 0) return [];
  const timed = programme.some(({ starts_at }) => starts_at !== null);
  const dayed = programme.some(({ day }) => day !== null);
  return [
    ...(timed ? [] : prose(m.events_programme_without_hours(), 'soft')),
    ...itemsByDay(programme).flatMap(([day, items]): Block[] => [
      ...(dayed
        ? [
            {
              kind: 'heading' as const,
              level: 2 as const,
              text: words(day ? formatDay(day, getLocale()) : m.events_day_unknown()),
            },
          ]
        : []),
      ...items.flatMap((item) => itemBlocks(item, dayed ? 3 : 2)),
    ]),
  ];
}

function itemBlocks(item: ItemWithPeople, level: 2 | 3): Block[] {
  const title = read(item, 'title');
  const kind = itemWord(item) === title.text ? null : itemWord(item);
  const hours = [item.starts_at, item.ends_at].filter((hour) => hour !== null).join(' – ');
  const room = readOptional(item, 'room');
  const over = [hours, kind].filter(Boolean).map((word) => words(word!));
  if (room) over.push(words(room));
  return [
    ...(over.length > 0
      ? [{ kind: 'paragraph' as const, tone: 'eyebrow' as const, text: joined(over, ' · ') }]
      : []),
    { kind: 'heading', level, text: words(title) },
    ...prose(readOptional(item, 'abstract')),
    ...(item.contributions.length > 0
      ? [{ kind: 'list' as const, items: item.contributions.map(contributor) }]
      : []),
  ];
}

/** Somebody in an item: name, the function held then, the part taken. */
function contributor(contribution: NamedContribution): Inline {
  const { name, role } = namesOf(contribution);
  return [
    ...name,
    ...(role ? [{ text: m.ui_comma() }, ...role] : []),
    { text: ` · ${partWord(contribution.part)}`, soft: true },
    ...(isToConfirm(contribution) ? [{ text: ` (${m.events_to_confirm()})`, soft: true }] : []),
  ];
}

function namesOf(contribution: NamedContribution): { name: Inline; role: Inline | null; key: string } {
  const locale = getLocale();
  const person = passage(contribution as Trilingual<'person'>, 'person', locale);
  const organisation = passage(contribution as Trilingual<'organisation'>, 'organisation', locale);
  const role = passage(contribution, 'role', locale) ?? (person ? organisation : null);
  const said = role && words(role);
  return {
    name: words((person ?? organisation)!, { strong: true }),
    role: said,
    key: JSON.stringify([contribution.person_id ?? contribution.organisation_id, said?.[0]?.text]),
  };
}

/** Who took part in the programme: each with the function held then, and in what. */
export function peopleBlocks({ programme }: Dossier): Block[] {
  const rows = new Map<string, { name: Inline; role: Inline | null; parts: Inline[] }>();
  for (const item of programme) {
    for (const contribution of item.contributions) {
      const { key, name, role } = namesOf(contribution);
      const row = rows.get(key) ?? { name, role, parts: [] };
      row.parts.push([{ text: `${partWord(contribution.part)}${m.ui_comma()}` }, ...field(item, 'title')]);
      rows.set(key, row);
    }
  }
  if (rows.size === 0) return [];
  return [
    {
      kind: 'table',
      columns: [
        { title: words(m.publication_paper_who()), share: 4 },
        { title: words(m.publication_paper_function()), share: 4 },
        { title: words(m.publication_paper_part()), share: 6 },
      ],
      rows: [...rows.values()].map(({ name, role, parts }) => [[name], role ? [role] : [], parts]),
    },
  ];
}

/**
 * How many took part and who they were, as far as it is recorded; counts in tables follow from
 * `published-participation`.
 */
export function participationBlocks({
  participation,
  audiences,
  organisations,
  territories,
}: Dossier): Block[] {
  const counted = attendanceWords(participation.whole.attendance);
  const having = organisations.filter(({ relation }) => relation === 'participant');
  const facts = [
    {
      label: words(m.events_attendance()),
      values: (counted ?? [m.publication_paper_not_counted()]).map((word) => words(word)),
    },
    {
      label: words(m.events_audiences()),
      values:
        audiences.length > 0
          ? [
              words(
                formatList(
                  audiences.map(({ actor_type }) => actorWord(actor_type)),
                  getLocale(),
                ),
              ),
            ]
          : [],
    },
    { label: words(m.events_participants()), values: having.map((row) => field(row, 'name')) },
    { label: words(m.events_regions()), values: territories.map((row) => field(row, 'name')) },
  ].filter(({ values }) => values.length > 0);
  return [{ kind: 'facts', facts }];
}

/** What the meeting concluded, and the wills that it confirmed. */
export function conclusionBlocks({ workshop, conclusions, programme }: Dossier): Block[] {
  const titles = new Map(programme.map((item) => [item.id, item]));
  const lists = (['conclusion', 'will'] as const).flatMap((kind): Block[] => {
    const rows = conclusions.filter((row) => row.kind === kind);
    if (rows.length === 0) return [];
    const title = kind === 'will' ? m.events_conclusion_will() : m.events_conclusion_conclusion();
    return [
      { kind: 'paragraph', tone: 'eyebrow', text: words(title) },
      {
        kind: 'list',
        items: rows.map((row): Inline => {
          const item = row.item_id ? titles.get(row.item_id) : undefined;
          const from = item && item.kind === 'session' ? ` · ${itemWord(item)}` : '';
          return [...field(row, 'text'), ...(from ? [{ text: from, soft: true }] : [])];
        }),
      },
    ];
  });
  return [...prose(readOptional(workshop, 'outcome')), ...lists];
}
