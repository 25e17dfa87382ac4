import type { StatusColumns, WorkshopStatus } from '../workshops/model.ts';

/** What those who have a role in a workshop are told of: it is public, off, moved to other days, or called off. */
export type ToldMove = 'public' | 'postponed' | 'moved' | 'cancelled';

/** A workshop to which nothing has happened. */
export const undisturbed: StatusColumns = {
  reason: null,
  reason_language: null,
  former_starts_on: null,
  former_ends_on: null,
};

/** A way from one status to another. */
export interface Move {
  to: WorkshopStatus;
  /** Whoever edits the workshop, or those only who edit the whole network. */
  who: 'editors' | 'network';
  /** Whether a reason is asked for. */
  reasoned: boolean;
}

const by = (who: Move['who']) => (to: WorkshopStatus) => ({ to, who, reasoned: false });
const [editors, network] = [by('editors'), by('network')];
const reasoned = (to: WorkshopStatus): Move => ({ ...editors(to), reasoned: true });

/**
 * Every way there is. What was public is withdrawn by those who answer for the whole network: links to it would
 * lead nowhere. A cancellation, or a postponement without new days, leads back to what stood before it.
 */
const moves: Record<WorkshopStatus, readonly Move[]> = {
  draft: [editors('announced'), editors('open'), editors('published')],
  announced: [
    editors('open'),
    editors('running'),
    editors('closed'),
    reasoned('postponed'),
    reasoned('cancelled'),
    network('draft'),
  ],
  open: [
    editors('announced'),
    editors('running'),
    editors('closed'),
    reasoned('postponed'),
    reasoned('cancelled'),
    network('draft'),
  ],
  running: [editors('closed'), editors('announced'), reasoned('cancelled')],
  closed: [editors('published'), editors('running')],
  published: [editors('closed'), editors('announced'), network('draft')],
  postponed: [reasoned('postponed'), editors('announced'), editors('open'), reasoned('cancelled')],
  cancelled: [editors('announced'), editors('open'), editors('running'), editors('postponed')],
};

/** The ways from a status. */
export function movesFrom(status: WorkshopStatus): readonly Move[] {
  return moves[status];
}

/** The way from one status to another; undefined where there is none. */
export function moveTo(from: WorkshopStatus, to: WorkshopStatus): Move | undefined {
  return moves[from].find((move) => move.to === to);
}

/** Whether a status is left by going back to what stood before it, and to nothing else. */
export function isUndone(from: WorkshopStatus, to: WorkshopStatus): boolean {
  return from === 'cancelled' || (from === 'postponed' && to !== 'cancelled' && to !== 'postponed');
}

/**
 * Whether a step fits the days: a meeting to come can't be running, over or known by its results, and one whose
 * results are out is announced again only where they came out too early.
 */
export function isTimely(from: WorkshopStatus, to: WorkshopStatus, isAhead: boolean): boolean {
  if (isAhead) return !['running', 'closed', 'published'].includes(to);
  return !(from === 'published' && to === 'announced');
}
