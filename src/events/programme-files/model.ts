/** A programme as a file gives it, in the zone of the workshop it is meant for. */

/** A file's size at most: 10 MB. */
export const programmeFileLimits = { bytes: 10_000_000 } as const;

/** What stands in the way of a file, or was left out or assumed; each reason has a sentence in three languages. */
export interface ProgrammeProblem {
  /** The line of the file, from 1; null for the file as a whole. */
  line: number | null;
  reason: `events_import_${string}`;
  values: Record<string, string | number>;
  /** One error keeps the whole file out. */
  severity: 'error' | 'warning';
}

/** What a file says of the meeting itself. */
export interface ProgrammeFile {
  format: 'frab-xml' | 'frab-json' | 'ics';
  line: number;
  title: string | null;
  acronym: string | null;
  description: string | null;
  /** `YYYY-MM-DD`, as far as the file says them. */
  start: string | null;
  end: string | null;
  timeZone: string | null;
  venue: string | null;
  city: string | null;
}

export interface ListedItem {
  line: number;
  /** The same for the same item in every edition of the file. */
  key: string;
  title: string;
  abstract: string | null;
  /** Local to the workshop's zone. */
  day: string | null;
  startsAt: string | null;
  endsAt: string | null;
  room: string | null;
  type: string | null;
  track: string | null;
  language: string | null;
  persons: { line: number; name: string; role: string | null }[];
  /** One of several occurrences of what the file says once. */
  repeated: boolean;
}
