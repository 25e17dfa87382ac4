import type { Locale } from '#platform/locale/locale.ts';

/** What somebody is written to about: every meeting, those of a series, or those in or about a territory. */
export const topics = ['all', 'series', 'territory'] as const;
export type Topic = (typeof topics)[number];

/** Somebody who asked to be written to. No record: nothing of it stands in the journal. */
export interface SubscriptionRow {
  id: string;
  created_at: string;
  /** In lower case. */
  personal_email: string;
  locale: Locale;
  topic: Topic;
  series_id: string | null;
  territory_id: string | null;
  /** When it was last asked for. */
  asked_at: string;
  /** When the link of the letter was followed; nobody is written to before. */
  confirmed_at: string | null;
}

declare module '#platform/database/tables.ts' {
  interface Tables {
    subscriptions: SubscriptionRow;
  }
}

/** How long a subscription waits to be confirmed, in days. */
export const UNCONFIRMED_KEPT = 7;

/** The series and the territories of a workshop, by which it concerns subscribers. */
export interface Reach {
  seriesId: string | null;
  /** Where it is held, what lies around that, and what it concerns. */
  territoryIds: readonly string[];
}

/** A subject as a form offers it: `all`, `series:…` or `territory:…`. */
export function subjectOf({
  topic,
  series_id,
  territory_id,
}: Pick<SubscriptionRow, 'topic' | 'series_id' | 'territory_id'>): string {
  return topic === 'all' ? 'all' : `${topic}:${series_id ?? territory_id}`;
}
