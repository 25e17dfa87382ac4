import { territoryLevels } from '#network/territories/model.ts';
import type { Problem } from '#platform/records/outcome.ts';
import type { RecordColumns } from '#platform/records/model.ts';
import type { ActorType } from '../workshops/model.ts';

/** The levels at which people act who take part: those of territories, and beyond all of them. */
export const participationLevels = ['international', ...territoryLevels] as const;
export type ParticipationLevel = (typeof participationLevels)[number];

/**
 * Some of those who took part, counted: of which kind, at which level, from which territory. What is not known of them
 * is null; so is a number that nobody counted, which is not zero.
 */
export interface ParticipationCountRow extends RecordColumns {
  workshop_id: string;
  /** The session they took part in; null where they are counted for the workshop as a whole. */
  item_id: string | null;
  position: number;
  actor_type: ActorType | null;
  /** Null where the territory says it. */
  level: ParticipationLevel | null;
  territory_id: string | null;
  women: number | null;
  men: number | null;
  /** Persons of whom the list doesn't say whether they are women or men. */
  not_stated: number | null;
}

declare module '#platform/database/tables.ts' {
  interface Tables {
    participation_counts: ParticipationCountRow;
  }
}

/** How many took part as a source or a list states it as a whole, by the columns of workshops and programme items. */
export interface Attendance {
  attendance_total: number | null;
  /** 1 where the source says "more than". */
  attendance_minimum: 0 | 1;
  attendance_women: number | null;
  attendance_men: number | null;
}

/** A line of counts as it is reckoned with; its level is that of its territory, where it has one. */
export type Count = Pick<
  ParticipationCountRow,
  'actor_type' | 'level' | 'territory_id' | 'women' | 'men' | 'not_stated'
>;

export interface Sums {
  women: number;
  men: number;
  notStated: number;
  total: number;
}

/** How many persons one line counts. */
export function personsIn({ women, men, not_stated }: Pick<Count, 'women' | 'men' | 'not_stated'>): number {
  return (women ?? 0) + (men ?? 0) + (not_stated ?? 0);
}

/** The lines added up. */
export function sumsOf(counts: readonly Pick<Count, 'women' | 'men' | 'not_stated'>[]): Sums {
  const sums = { women: 0, men: 0, notStated: 0, total: 0 };
  for (const count of counts) {
    sums.women += count.women ?? 0;
    sums.men += count.men ?? 0;
    sums.notStated += count.not_stated ?? 0;
    sums.total += personsIn(count);
  }
  return sums;
}

/**
 * How many took part, as far as it is known: what is stated as a whole, and where it isn't, what the lines add up to.
 * A total that the lines don't reach stands: the rest is not stated. Nothing known is null.
 */
export function attendanceOf(stated: Attendance, counts: readonly Count[]): Attendance {
  const sums = sumsOf(counts);
  const counted = (column: 'women' | 'men') =>
    stated[`attendance_${column}`] ?? (counts.some((count) => count[column] !== null) ? sums[column] : null);
  const women = counted('women');
  const men = counted('men');
  const known = stated.attendance_total !== null || women !== null || men !== null || counts.length > 0;
  const least = Math.max(sums.total, (women ?? 0) + (men ?? 0));
  return {
    // “More than 75” may be fewer than what the lines count; an exact total never is.
    attendance_total: known ? Math.max(stated.attendance_total ?? 0, least) : null,
    attendance_minimum: stated.attendance_total !== null ? stated.attendance_minimum : 0,
    attendance_women: women,
    attendance_men: men,
  };
}

/** Lines as a form sends them. */
export interface CountInput {
  actorType?: ActorType | undefined;
  level?: ParticipationLevel | undefined;
  territoryId?: string | undefined;
  women?: number | undefined;
  men?: number | undefined;
  notStated?: number | undefined;
}

export interface StatedInput {
  total?: number | undefined;
  minimum?: boolean | undefined;
  women?: number | undefined;
  men?: number | undefined;
}

/**
 * What contradicts itself in counts, each beside the control that says it: a line without a number, the same people in
 * two lines, a level that is not the territory's, lines that count more than the whole.
 * @param levels the level of each territory that a line names, by its id; one that is missing is no territory
 */
export function contradictions(
  stated: StatedInput | undefined,
  counts: readonly CountInput[],
  levels: ReadonlyMap<string, ParticipationLevel>,
): Problem[] {
  const problems: Problem[] = [];
  const seen = new Set<string>();
  for (const [index, count] of counts.entries()) {
    const { actorType, territoryId, women, men, notStated } = count;
    const at = (field: string, reason: string) =>
      problems.push({ field: `counts.${index}.${field}`, reason });
    const level = territoryId === undefined ? count.level : levels.get(territoryId);
    if (women === undefined && men === undefined && notStated === undefined)
      at('women', 'events_participation_problem_no_number');
    if (territoryId !== undefined && level === undefined) at('territoryId', 'platform_problem_not_a_choice');
    else if (count.level !== undefined && count.level !== level)
      at('level', 'events_participation_problem_level');
    const who = [actorType, level, territoryId].join(' ');
    if (seen.has(who)) at('actorType', 'events_participation_problem_twice');
    seen.add(who);
  }
  return [...problems, ...excesses(stated, counts)];
}

/** Where lines count more than what is stated of the whole. */
export function excesses(stated: StatedInput | undefined, counts: readonly CountInput[]): Problem[] {
  const sums = sumsOf(counts.map(rowOf));
  const problems: Problem[] = [];
  const { total, minimum, women, men } = stated ?? {};
  const most = minimum ? Infinity : (total ?? Infinity);
  if (sums.total > most)
    problems.push({ field: 'attendance.total', reason: 'events_participation_problem_total' });
  else if (Math.max(women ?? 0, sums.women) + Math.max(men ?? 0, sums.men) > most)
    problems.push({ field: 'attendance.total', reason: 'events_problem_attendance' });
  if (sums.women > (women ?? Infinity))
    problems.push({ field: 'attendance.women', reason: 'events_participation_problem_women' });
  if (sums.men > (men ?? Infinity))
    problems.push({ field: 'attendance.men', reason: 'events_participation_problem_men' });
  return problems;
}

/** A line of a form as its columns; the level is left to the territory where there is one. */
export function rowOf({ actorType, level, territoryId, women, men, notStated }: CountInput): Count {
  return {
    actor_type: actorType ?? null,
    level: territoryId === undefined ? (level ?? null) : null,
    territory_id: territoryId ?? null,
    women: women ?? null,
    men: men ?? null,
    not_stated: notStated ?? null,
  };
}
