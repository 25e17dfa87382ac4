/*
 * What is published of who took part. Counts come from lists of persons: a group of three in a small province is three
 * persons whom somebody may know. Small groups are therefore told together with others, and so that no subtraction
 * gets them back: within a table, between tables, between a workshop and its sessions.
 */
import { attendanceOf, personsIn, type Attendance, type Count } from '../participation/model.ts';

/**
 * The smallest group that is told apart. Below five, a kind of actor in one province is a handful of persons whom
 * colleagues can name; statistical offices most often ask for three to five, and meetings here are small.
 */
export const SMALLEST_GROUP = 5;

/** Persons of one group, or of several that are told together only. */
export interface Part {
  keys: readonly string[];
  count: number;
}

/** One way of dividing those who took part: the parts and the rest add up to the total. */
export interface Division {
  parts: readonly Part[];
  /** Persons of whom it is not stated, or who can't be told apart. */
  rest: number;
}

/** Null where nothing is stated, or of too few people: readers are not told which, for that would tell of few. */
export type Divided = Division | null;

export const dimensions = ['sex', 'actorType', 'level', 'territory'] as const;
export type Dimension = (typeof dimensions)[number];

/** What is published of a workshop, or of one session. */
export interface Published {
  /** The whole; women and men are null where they are not known or not told apart. */
  attendance: Attendance;
  divisions: Record<Dimension, Divided>;
}

/** What stands on the lists of one meeting, or of one session; each line's level is its territory's, if it has one. */
export interface Participation {
  stated: Attendance;
  counts: readonly Count[];
}

/**
 * Merges what is smaller than {@link SMALLEST_GROUP}, with others where that is not enough, until no reader can say how
 * many any of those merged are, nor be sure that it is few. What is taken with the small ones is the next by its key,
 * not by its size: who knows the rule would read sizes off what was taken. Nobody is a group that tells nothing of
 * anyone. @returns null where all of them together are too few.
 */
export function protect(cells: readonly Part[]): Part[] | null {
  // The order of a list is not told either: who comes first in it may be who is there.
  const present = cells
    .filter(({ count }) => count > 0)
    .toSorted((a, b) => (a.keys.join(' ') < b.keys.join(' ') ? -1 : 1));
  const merged = present.filter(({ count }) => count < SMALLEST_GROUP);
  if (merged.length === 0) return present;
  const larger = present.filter(({ count }) => count >= SMALLEST_GROUP);
  const few = merged.length;
  const isSafe = () =>
    merged.length >= 2 &&
    // Each of the others is one person at least: what is left is the most that one of them can be.
    total(merged) - (merged.length - 1) >= SMALLEST_GROUP &&
    // As many as small groups can be at most: then each would be known to be that many.
    (merged.length > few || total(merged) < few * (SMALLEST_GROUP - 1));
  while (!isSafe()) {
    const next = larger.shift();
    if (!next) return null;
    merged.push(next);
  }
  const group = present.filter((cell) => merged.includes(cell));
  return [
    ...present.filter((cell) => !merged.includes(cell)),
    { keys: group.flatMap(({ keys }) => keys), count: total(group) },
  ];
}

/**
 * What is published of a workshop and of its sessions. Who takes part in a session takes part in the workshop: groups
 * that are told together there are never told apart here.
 */
export function publish<Id>(
  workshop: Participation,
  sessions: ReadonlyMap<Id, Participation>,
): { whole: Published; sessions: Map<Id, Published> } {
  const whole = published(workshop, null);
  const within = { divisions: whole.divisions, keys: keysOf(workshop) };
  return {
    whole,
    sessions: new Map([...sessions].map(([id, session]) => [id, published(session, within)])),
  };
}

/** Of the workshop around a session: how it is divided in public, and everything that its lists tell apart. */
interface Around {
  divisions: Record<Dimension, Divided>;
  keys: Record<Dimension, ReadonlySet<string>>;
}

function published({ stated, counts }: Participation, around: Around | null): Published {
  const attendance = attendanceOf(stated, counts);
  const people = attendance.attendance_total ?? 0;
  const cells = cellsOf(attendance, counts);
  const divide = (dimension: Dimension) => divided(cells[dimension], people, around, dimension);
  const level = divide('level');
  const divisions: Published['divisions'] = {
    sex: divide('sex'),
    actorType: divide('actorType'),
    level,
    territory: territories(counts, cells.territory, level, people, around),
  };
  return {
    attendance:
      divisions.sex === null ? { ...attendance, attendance_women: null, attendance_men: null } : attendance,
    divisions,
  };
}

function cellsOf(attendance: Attendance, counts: readonly Count[]): Record<Dimension, Part[]> {
  const by = (column: 'actor_type' | 'level' | 'territory_id'): Part[] => {
    const sums = new Map<string, number>();
    for (const count of counts) {
      const key = count[column];
      if (key !== null) sums.set(key, (sums.get(key) ?? 0) + personsIn(count));
    }
    return [...sums].map(([key, count]) => ({ keys: [key], count }));
  };
  const sex = (['women', 'men'] as const).flatMap((key): Part[] => {
    const count = attendance[`attendance_${key}`];
    return count === null ? [] : [{ keys: [key], count }];
  });
  return { sex, actorType: by('actor_type'), level: by('level'), territory: by('territory_id') };
}

function keysOf({ stated, counts }: Participation): Around['keys'] {
  const cells = cellsOf(attendanceOf(stated, counts), counts);
  const keys = (dimension: Dimension) => new Set(cells[dimension].flatMap((cell) => cell.keys));
  return {
    sex: keys('sex'),
    actorType: keys('actorType'),
    level: keys('level'),
    territory: keys('territory'),
  };
}

/** Cells as the workshop around lets them be told: merged as there, without those that it doesn't tell. */
function within(cells: readonly Part[], around: Around | null, dimension: Dimension): Part[] {
  if (!around) return [...cells];
  const division = around.divisions[dimension];
  const parts = division?.parts ?? [];
  const atoms = new Map<string, Part>();
  for (const cell of cells) {
    const [key = ''] = cell.keys;
    const part = parts.find(({ keys }) => keys.includes(key));
    if (!part && around.keys[dimension].has(key)) continue;
    const keys = part?.keys ?? cell.keys;
    const atom = keys.join(' ');
    atoms.set(atom, { keys, count: (atoms.get(atom)?.count ?? 0) + cell.count });
  }
  return [...atoms.values()];
}

/**
 * Cells that are safe to tell. Where the workshop around is divided, a session's are told all or not at all: what is
 * merged here would have bounds there.
 */
function told(cells: readonly Part[], around: Around | null, dimension: Dimension): Part[] | null {
  const atoms = within(cells, around, dimension);
  const parts = protect(atoms);
  const isMerged = parts !== null && parts.length < atoms.filter(({ count }) => count > 0).length;
  return around?.divisions[dimension] && isMerged ? null : parts;
}

function divided(
  cells: readonly Part[],
  people: number,
  around: Around | null,
  dimension: Dimension,
): Divided {
  const parts = told(cells, around, dimension);
  // Women and men told together are the total again.
  const isTold = parts !== null && parts.length > 0 && (dimension !== 'sex' || parts.every(isAlone));
  return isTold ? { parts, rest: people - total(parts) } : null;
}

/**
 * Territories are told within their level only, and only where that level is told apart: else what the levels merge
 * would be read off the territories.
 */
function territories(
  counts: readonly Count[],
  cells: readonly Part[],
  level: Divided,
  people: number,
  around: Around | null,
): Divided {
  const levels = new Map(counts.map(({ territory_id, level: of }) => [territory_id, of]));
  const apart = level?.parts.filter(isAlone) ?? [];
  const parts = apart.flatMap(({ keys: [of] }) => {
    const own = cells.filter(({ keys: [key] }) => levels.get(key!) === of);
    return told(own, around, 'territory') ?? [];
  });
  return parts.length === 0 ? null : { parts, rest: people - total(parts) };
}

function isAlone({ keys }: Part): boolean {
  return keys.length === 1;
}

function total(parts: readonly Part[]): number {
  return parts.reduce((sum, { count }) => sum + count, 0);
}

/** Parts as they are listed: in the order of a closed list of keys, else the largest first; merged ones come last. */
export function listed(parts: readonly Part[], order: readonly string[] = []): Part[] {
  const place = ({ keys: [key = ''] }: Part) => order.indexOf(key);
  return parts
    .map(({ keys, count }) => ({
      keys: keys.toSorted((a, b) => order.indexOf(a) - order.indexOf(b)),
      count,
    }))
    .toSorted(
      (a, b) => Number(!isAlone(a)) - Number(!isAlone(b)) || place(a) - place(b) || b.count - a.count,
    );
}

/** Whether more is told than the total, women and men. */
export function tellsMore({ divisions }: Published): boolean {
  return dimensions.some((dimension) => dimension !== 'sex' && divisions[dimension] !== null);
}
