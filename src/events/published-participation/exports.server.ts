/** Counts of who took part as blocks of a paper and as members of the workshop's record: small groups stay merged. */
import type { Block, Inline } from '#formats/paper/model.ts';
import { m } from '#messages';
import { getLocale } from '#messages/runtime';
import { identifier } from '#network/exports.server.ts';
import { field, joined, prose, words } from '#network/paper/exports.server.ts';
import type { TerritoryRow } from '#network/territories/model.ts';
import { formatNumber } from '#platform/locale/format.ts';
import { attendanceWords } from '../components/words.ts';
import type { Dossier } from '../dossier/queries.server.ts';
import { divisionsOf, divisionWord, groupWord } from './components/words.ts';
import { dimensions, tellsMore, type Published } from './model.ts';
import type { PublishedParticipation } from './queries.server.ts';

/** The tables of the workshop as a whole, then what is known of each session. */
export function countBlocks({
  participation,
  programme,
}: Pick<Dossier, 'participation' | 'programme'>): Block[] {
  const { whole, sessions, territories } = participation;
  const counted = programme.flatMap((item) => {
    const session = sessions.get(item.id);
    return session ? [{ item, session }] : [];
  });
  const isTold = [whole, ...counted.map(({ session }) => session)].some(tellsMore);
  return [
    ...(tellsMore(whole) ? tables(whole, territories) : []),
    ...counted.flatMap(({ item, session }): Block[] => [
      { kind: 'heading', level: 2, text: field(item, 'title') },
      ...prose((attendanceWords(session.attendance) ?? []).join(m.ui_comma())),
      ...(tellsMore(session) ? tables(session, territories) : []),
    ]),
    ...(isTold ? prose(m.events_participation_small_groups(), 'soft') : []),
  ];
}

function tables(published: Published, territories: ReadonlyMap<string, TerritoryRow>): Block[] {
  const number = (value: number) => [words(formatNumber(value, getLocale()))];
  const { attendance_total: total, attendance_minimum: minimum } = published.attendance;
  return divisionsOf(published).map(({ dimension, parts, rest }) => ({
    kind: 'table',
    columns: [
      { title: words(divisionWord(dimension)), share: 5 },
      { title: words(m.events_participation_persons()), share: 2 },
    ],
    rows: [
      ...parts.map(({ keys, count }): Inline[][] => [
        [
          joined(
            keys.map((key) => words(groupWord(dimension, key, territories))),
            m.ui_comma(),
          ),
        ],
        number(count),
      ]),
      ...(rest > 0 ? [[[words(m.events_participation_rest(), { soft: true })], number(rest)]] : []),
      [
        [
          words(minimum ? m.events_participation_total_minimum() : m.events_participation_total(), {
            strong: true,
          }),
        ],
        number(total ?? 0),
      ],
    ],
  }));
}

/** How many took part, as the workshop's record has it; null where it is not known. */
export function attendanceRecord(published: Published | undefined) {
  const attendance = published?.attendance;
  if (!attendance || attendance.attendance_total === null) return null;
  return {
    total: attendance.attendance_total,
    minimum: attendance.attendance_minimum === 1,
    women: attendance.attendance_women,
    men: attendance.attendance_men,
  };
}

/** How those who took part are divided, by codes and identifiers; null where nothing is told. */
export function participationRecord({ whole, territories }: PublishedParticipation, publicUrl: string) {
  if (!tellsMore(whole)) return null;
  const told = dimensions.flatMap((dimension) => {
    const division = whole.divisions[dimension];
    if (division === null) return [];
    const name = (key: string) => {
      const territory = dimension === 'territory' ? territories.get(key) : undefined;
      return territory ? identifier(publicUrl, 'territories', territory) : key;
    };
    const parts = division.parts.map(({ keys, count }) => ({ of: keys.map(name), count }));
    return [[dimension, { parts, rest: division.rest }]] as const;
  });
  return Object.fromEntries(told);
}
