/** What a calendar file is made of. Instants are ISO 8601 in UTC, local times `YYYY-MM-DDTHH:mm`. */

export interface Calendar {
  name: string;
  description?: string | null;
  /** BCP 47, of every text that does not say otherwise. */
  language: string;
  /** The page that shows the same. */
  url?: string | null;
  /** Who made the file, in words without slashes; "Indimaj" when not given. */
  generator?: string;
  events: readonly CalendarEvent[];
}

export type CalendarEvent = EventFields & (TimedSpan | DaySpan);

/** Known hours, in the zone of the place. */
export interface TimedSpan {
  start: string;
  end: string;
  /** IANA name. */
  timeZone: string;
}

/** Whole days, the last one included: also for what has no known hours. */
export interface DaySpan {
  startDate: string;
  endDate: string;
}

export interface EventFields {
  /** Never changes and never comes back: the record's address without its language does. */
  uid: string;
  /** Number of revisions that moved the event. */
  sequence: number;
  createdAt: string;
  updatedAt: string;
  summary: string;
  description?: string | null;
  location?: string | null;
  url?: string | null;
  /** Address of a picture (RFC 7986). */
  image?: string | null;
  /** Name only: an ORGANIZER needs a mail address, so the name is written as CONTACT. */
  organiser?: string | null;
  categories?: readonly string[];
  status?: 'tentative' | 'confirmed' | 'cancelled';
  /** Where it differs from the calendar's. */
  language?: string;
  /** The event this one is part of. */
  parentUid?: string | null;
}
