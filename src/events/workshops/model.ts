import { addDays, DAY } from '#platform/clock/local.ts';
import { instantOf } from '#platform/clock/zone.ts';
import type { Locale } from '#platform/locale/locale.ts';
import type { Trilingual } from '#platform/locale/text.ts';
import type { RecordColumns } from '#platform/records/model.ts';

export const workshopForms = ['workshop', 'seminar', 'concertation', 'closing'] as const;
export type WorkshopForm = (typeof workshopForms)[number];

export const workshopStatuses = [
  'draft',
  'announced',
  'open',
  'running',
  'closed',
  'published',
  'postponed',
  'cancelled',
] as const;
export type WorkshopStatus = (typeof workshopStatuses)[number];

/** Kinds of participants, used wherever people are counted by what they are. */
export const actorTypes = [
  'ambassadors',
  'strategic-partners',
  'regional-actors',
  'local-actors',
  'civil-society',
  'academia',
  'national-experts',
  'international-experts',
] as const;
export type ActorType = (typeof actorTypes)[number];

/** Why a workshop is off, and from which days it was moved; all null while nothing happened to it. */
export interface StatusColumns {
  /** As whoever decided wrote it: a letter has one language, so this is no text in three. */
  reason: string | null;
  reason_language: Locale | null;
  /** The days first announced, where others took their place or are to come. */
  former_starts_on: string | null;
  former_ends_on: string | null;
}

export interface SeriesRow extends RecordColumns, Trilingual<'name'>, Trilingual<'summary'> {
  slug: string;
}

export interface WorkshopRow
  extends
    RecordColumns,
    StatusColumns,
    Trilingual<'title'>,
    Trilingual<'summary'>,
    Trilingual<'aims'>,
    Trilingual<'outcome'>,
    Trilingual<'venue'>,
    Trilingual<'city'> {
  slug: string;
  series_id: string | null;
  /** The edition it was begun from. */
  follows_id: string | null;
  /** The texts taken over from that one that nobody has read again since, by field, joined by commas. */
  taken_over?: string | null;
  form: WorkshopForm;
  status: WorkshopStatus;
  /** Local calendar dates, as exact as they are known (ISO 8601); the last day is included. */
  starts_on: string;
  ends_on: string;
  /** IANA name of the zone in which the programme's hours are read. */
  time_zone: string;
  territory_id: string | null;
  /** Persons; null where no source counts them. */
  attendance_total: number | null;
  /** 1 where the source says "more than". */
  attendance_minimum: 0 | 1;
  attendance_women: number | null;
  attendance_men: number | null;
}

/** A kind of participants that took part. */
export interface AudienceRow extends RecordColumns {
  workshop_id: string;
  position: number;
  actor_type: ActorType;
}

declare module '#platform/database/tables.ts' {
  interface Tables {
    series: SeriesRow;
    workshops: WorkshopRow;
    audiences: AudienceRow;
  }
}

/** `off`: it doesn't take place on its dates, for it is postponed or cancelled. */
export type Phase = 'upcoming' | 'running' | 'past' | 'off';

/**
 * Where a workshop stands in time, in its own zone, and the next instant at which that changes (null: never).
 * A date known to the month or the year covers all of it.
 */
export function phaseOf(
  {
    starts_on,
    ends_on,
    time_zone,
    status,
  }: Pick<WorkshopRow, 'starts_on' | 'ends_on' | 'time_zone' | 'status'>,
  at: Date,
): { phase: Phase; changesAt: Date | null } {
  if (status === 'postponed' || status === 'cancelled') return { phase: 'off', changesAt: null };
  const start = new Date(instantOf(`${firstDay(starts_on)}T00:00`, time_zone));
  const end = new Date(instantOf(`${addDays(lastDay(ends_on), 1)}T00:00`, time_zone));
  if (at < start) return { phase: 'upcoming', changesAt: start };
  if (at < end) return { phase: 'running', changesAt: end };
  return { phase: 'past', changesAt: null };
}

/** Whether its days are to come, whatever befell it. */
export function isAhead(
  workshop: Pick<WorkshopRow, 'starts_on' | 'ends_on' | 'time_zone'>,
  at: Date,
): boolean {
  return phaseOf({ ...workshop, status: 'announced' }, at).phase === 'upcoming';
}

/** Whether the days are known: only then has a workshop a place in calendars and schedules. */
export function hasKnownDays({ starts_on, ends_on }: Pick<WorkshopRow, 'starts_on' | 'ends_on'>): boolean {
  return starts_on.length === 10 && ends_on.length === 10;
}

/** Whether a day is one of the workshop's, as exactly as these are known. */
export function isWithin(
  { starts_on, ends_on }: Pick<WorkshopRow, 'starts_on' | 'ends_on'>,
  day: string,
): boolean {
  return firstDay(starts_on) <= day && day <= lastDay(ends_on);
}

/** The days from the first to the last, both included. */
export function lengthInDays({ starts_on, ends_on }: Pick<WorkshopRow, 'starts_on' | 'ends_on'>): number {
  return (Date.parse(lastDay(ends_on)) - Date.parse(firstDay(starts_on))) / DAY + 1;
}

type Days = Pick<WorkshopRow, 'starts_on' | 'ends_on'>;

/**
 * A day of a workshop, moved with its first day; null where either first day isn't known to the day, or the moved
 * one lies outside.
 */
export function dayMoved(day: string, before: Days, after: Days): string | null {
  if (before.starts_on.length !== 10 || after.starts_on.length !== 10) return null;
  const moved = addDays(day, (Date.parse(after.starts_on) - Date.parse(before.starts_on)) / DAY);
  return isWithin(after, moved) ? moved : null;
}

/** The first day of a date as exact as it is known: 2019 → 2019-01-01. */
export function firstDay(date: string): string {
  return `${date}-01-01`.slice(0, 10);
}

/** The last day of a date as exact as it is known: 2019-02 → 2019-02-28. */
export function lastDay(date: string): string {
  const [year, month, day] = date.split('-').map(Number);
  if (day !== undefined) return date;
  return new Date(Date.UTC(year!, month ?? 12, 0)).toISOString().slice(0, 10);
}

/** Whether what came of a workshop is told: its days are past, or whoever prepares it has closed it on one of them. */
export function isOver(workshop: WorkshopRow, at: Date): boolean {
  const { phase } = phaseOf(workshop, at);
  return phase === 'past' || (phase === 'running' && ['closed', 'published'].includes(workshop.status));
}

/** How many workshops a feed holds. */
const IN_FEED = 50;

/** The workshops that a feed holds, the last changed first. */
export function inFeed<Row extends Pick<WorkshopRow, 'updated_at'>>(workshops: readonly Row[]): Row[] {
  return workshops.toSorted((a, b) => b.updated_at.localeCompare(a.updated_at)).slice(0, IN_FEED);
}

/** Whether a workshop that was published has proceedings to read at an instant: it must be over. */
export function hasProceedings(workshop: WorkshopRow, at: Date): boolean {
  return workshop.status === 'published' && phaseOf(workshop, at).phase === 'past';
}

/** How many women and men there were, in the columns of workshops and programme items. */
interface SexColumns {
  attendance_women?: number | null;
  attendance_men?: number | null;
}

/**
 * Rows as pages and lists hold them. What a page loads is read beside it as data: how many women and men there were is
 * told by `published-participation` alone, which keeps small groups.
 */
export function withoutSexes<Row extends SexColumns>(rows: readonly Row[]): Row[] {
  return rows.map((row) => ({ ...row, attendance_women: null, attendance_men: null }));
}
