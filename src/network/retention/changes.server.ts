import { systemActor } from '#platform/actor/actor.ts';
import type { Clock } from '#platform/clock/clock.ts';
import type { Expiring } from '#platform/retention/retention.ts';
import { deleteInvitation, deleteRequest } from '../personal-data/changes.server.ts';
import { settledRows } from '../personal-data/queries.server.ts';
import { INVITATIONS_KEPT, REQUESTS_KEPT } from './model.ts';

const actor = systemActor('retention');

/** Invitations and membership requests that have served. */
export const networkExpirings: readonly Expiring[] = [
  {
    name: 'invitations',
    purge: (db, clock) =>
      db.transaction(async (tx) => {
        const ids = await settledRows(tx).invitations(daysBefore(clock, INVITATIONS_KEPT));
        for (const id of ids) await deleteInvitation(tx, actor, id, clock);
        return ids.length;
      }),
  },
  {
    name: 'membership requests',
    purge: (db, clock) =>
      db.transaction(async (tx) => {
        const ids = await settledRows(tx).membership_requests(daysBefore(clock, REQUESTS_KEPT));
        for (const id of ids) await deleteRequest(tx, actor, id, clock);
        return ids.length;
      }),
  },
];

function daysBefore(clock: Clock, days: number): string {
  return new Date(clock().getTime() - days * 86_400_000).toISOString();
}
