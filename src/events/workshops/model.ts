import type { Trilingual } from '#platform/locale/text.ts';
import type { RecordColumns } from '#platform/records/records.ts';

export const workshopForms = ['workshop', 'seminar', 'concertation', 'closing'] as const;
export type WorkshopForm = (typeof workshopForms)[number];

export const workshopStatuses = [
  'draft', 'announced', 'open', 'running', 'closed', 'published', 'postponed', 'cancelled',
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

export interface SeriesRow extends RecordColumns, Trilingual<'name'>, Trilingual<'summary'> {
  slug: string;
}

export interface WorkshopRow
  extends
    RecordColumns,
    Trilingual<'title'>,
    Trilingual<'summary'>,
    Trilingual<'aims'>,
    Trilingual<'outcome'>,
    Trilingual<'venue'>,
    Trilingual<'city'> {
  slug: string;
  series_id: string | null;
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
