import { m } from '#messages';
import type { WorkshopStatus } from '../../workshops/model.ts';
import type { Need } from '../../readiness/model.ts';
import { isUndone } from '../model.ts';

type Words<Key extends string> = Record<Key, () => string>;

const names: Words<WorkshopStatus> = {
  draft: m.events_status_word_draft,
  announced: m.events_status_word_announced,
  open: m.events_status_word_open,
  running: m.events_status_word_running,
  closed: m.events_status_word_closed,
  published: m.events_status_word_published,
  postponed: m.events_status_word_postponed,
  cancelled: m.events_status_word_cancelled,
};

const meanings: Words<WorkshopStatus> = {
  draft: m.events_status_means_draft,
  announced: m.events_status_means_announced,
  open: m.events_status_means_open,
  running: m.events_status_means_running,
  closed: m.events_status_means_closed,
  published: m.events_status_means_published,
  postponed: m.events_status_means_postponed,
  cancelled: m.events_status_means_cancelled,
};

const steps: Words<WorkshopStatus> = {
  draft: m.events_status_do_draft,
  announced: m.events_status_do_announced,
  open: m.events_status_do_open,
  running: m.events_status_do_running,
  closed: m.events_status_do_closed,
  published: m.events_status_do_published,
  postponed: m.events_status_do_postponed,
  cancelled: m.events_status_do_cancelled,
};

const lacks: Words<Need> = {
  title: m.events_missing_title,
  dates: m.events_missing_dates,
  organiser: m.events_missing_organiser,
};

/** A status by its name, for those who set it. */
export const nameOf = (status: WorkshopStatus): string => names[status]();
/** What a status means for readers and for those who prepare. */
export const meaningOf = (status: WorkshopStatus): string => meanings[status]();
/** What a public page lacks, as a sentence. */
export const lackWord = (need: Need): string => lacks[need]();

/** A step from one status to another, as its button says it. */
export function stepWord(from: WorkshopStatus, to: WorkshopStatus): string {
  if (from === 'cancelled') return m.events_status_do_uncancel();
  if (from === 'postponed' && to === 'postponed') return m.events_status_do_dates();
  if (isUndone(from, to)) return m.events_status_do_unpostpone();
  if (from === 'open' && to === 'announced') return m.events_status_do_unopen();
  return steps[to]();
}

/** What a step changes, and for whom. */
export function stepEffect(from: WorkshopStatus, to: WorkshopStatus): string {
  if (isUndone(from, to)) return m.events_status_does_undo();
  if (to === 'draft') return m.events_status_does_draft();
  return to === 'postponed' ? m.events_status_does_postponed() : meaningOf(to);
}
