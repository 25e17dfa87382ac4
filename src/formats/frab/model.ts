/**
 * A schedule as the c3voc and frab formats have it. Items without known hours cannot stand in these formats:
 * the caller leaves them out. Times are local to the conference's zone, `YYYY-MM-DDTHH:mm`.
 */

export interface Schedule {
  generator: { name: string; version: string; url?: string | null };
  /** Where this document is published. */
  url?: string | null;
  /** Of the programme, not of the software: changes when the programme does. */
  version: string;
  conference: Conference;
  items: readonly ScheduleItem[];
}

export interface Conference {
  title: string;
  /** Any short name; what the formats allow in an acronym is made of it. */
  acronym: string;
  description?: string | null;
  /** First and last day, `YYYY-MM-DD`. */
  startDate: string;
  endDate: string;
  /** IANA name. */
  timeZone: string;
  /** The conference's page. */
  url?: string | null;
  /** What relative addresses would hang from. */
  baseUrl?: string | null;
  logo?: string | null;
  /** `#rrggbb`. */
  color?: string | null;
  timeslotMinutes?: number;
  tracks?: readonly Track[];
  rooms?: readonly Room[];
}

export interface Track {
  name: string;
  slug?: string;
  /** `#rrggbb`. */
  color?: string;
}

export interface Room {
  name: string;
  guid: string;
  description?: string | null;
  capacity?: number | null;
}

export interface ScheduleItem {
  guid: string;
  /** Positive and unique in the schedule; made from the guid when not given. */
  id?: number;
  slug: string;
  start: string;
  end: string;
  /** Name of a room, or of the place where there are no rooms. */
  room: string;
  title: string;
  subtitle?: string | null;
  /** `lecture`, `workshop`, `discussion`… */
  type: string;
  track?: string | null;
  language?: string | null;
  abstract?: string | null;
  description?: string | null;
  /** The item's page. */
  url: string;
  persons?: readonly SchedulePerson[];
  links?: readonly ScheduleLink[];
  /** Left out where nothing was decided. */
  recording?: { license: string; optOut: boolean };
}

export interface SchedulePerson {
  guid?: string;
  name: string;
  url?: string | null;
}

export interface ScheduleLink {
  url: string;
  title: string;
}
