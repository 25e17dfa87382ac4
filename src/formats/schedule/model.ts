/**
 * A programme as a file gives it, whichever format it is in, before anything is known of the node's own records.
 * Every part says on which line of the file it stands, from 1.
 */

/** The formats that are read. */
export const scheduleFormats = ['frab-xml', 'frab-json', 'ics'] as const;
export type ScheduleFormat = (typeof scheduleFormats)[number];

/** What a file may hold at most: beyond these it is refused, so that no file takes long. */
export const scheduleLimits = {
  bytes: 10_000_000,
  /** Elements of an XML document, values of a JSON text, content lines of a calendar. */
  parts: 500_000,
  depth: 64,
  items: 5_000,
  problems: 500,
} as const;

/** Why a file, or a part of it, is not read as it stands. A capability has a sentence for each. */
export const scheduleFaults = [
  'too-large',
  'too-many-parts',
  'too-deep',
  'too-many-items',
  'empty',
  'encoding-unknown',
  'encoding-wrong',
  'not-utf8',
  'unknown-format',
  'control-character',
  'doctype',
  'xml-broken',
  'xml-unclosed',
  'xml-mismatch',
  'json-broken',
  'ics-line',
  'ics-value',
  'ics-unclosed',
  'ics-mismatch',
  'not-a-schedule',
  'no-items',
  'no-title',
  'date',
  'duration',
  'end-before-start',
  'no-hours',
  'no-zone',
  'zone-unknown',
  'hour-differs',
  'rule-not-read',
  'rule-shortened',
  'guests',
  'cancelled',
  'more-problems',
] as const;
export type ScheduleFault = (typeof scheduleFaults)[number];

export interface ScheduleProblem {
  /** Null for the file as a whole. */
  line: number | null;
  reason: ScheduleFault;
  /** What the sentence names. */
  values: Record<string, string | number>;
  /** An error keeps the whole file out; a warning says what was left out or assumed. */
  severity: 'error' | 'warning';
}

/** A time as the file writes it, and its instant (milliseconds) where the file makes that known. */
export interface Moment {
  /** `YYYY-MM-DDTHH:mm`, in whatever zone the file writes it. */
  local: string;
  instant: number | null;
}

/** Hours, or whole days (the last one included) where the file has no hours. */
export type When = { start: Moment; end: Moment | null } | { firstDay: string; lastDay: string };

export interface ReadPerson {
  line: number;
  /** The file's own id; null where it has none. */
  id: string | null;
  name: string;
  /** What the person does, in the file's own word (SPEAKER, CHAIR…). */
  role: string | null;
}

export interface ReadItem {
  line: number;
  /** The file's own identifier, the same in every edition of the file; null where it has none. */
  id: string | null;
  /** Whether that identifier is unique beyond the file: a UUID, a UID. */
  unique: boolean;
  title: string;
  subtitle: string | null;
  abstract: string | null;
  when: When | null;
  room: string | null;
  track: string | null;
  type: string | null;
  /** BCP 47, as the file writes it. */
  language: string | null;
  persons: ReadPerson[];
  links: { url: string; title: string }[];
  /** One of several occurrences of what the file says once. */
  repeated: boolean;
}

export interface ReadSchedule {
  format: ScheduleFormat;
  line: number;
  title: string | null;
  acronym: string | null;
  description: string | null;
  /** First and last day, `YYYY-MM-DD`, as far as the file says them. */
  start: string | null;
  end: string | null;
  /** IANA name; null where the file names none that is known. */
  timeZone: string | null;
  venue: string | null;
  city: string | null;
  url: string | null;
  days: { date: string; line: number }[];
  items: ReadItem[];
}

/** What a reader answers: never a throw. The schedule is null where the file is none. */
export interface ScheduleReading {
  schedule: ReadSchedule | null;
  problems: ScheduleProblem[];
}
