import { m } from '#messages';

/** Why changes are not told from the day that was given, as a sentence. */
export const noDayWord = (value: string): string =>
  m.follow_up_filter_no_date({ filter: m.follow_up_briefing_since(), value });
