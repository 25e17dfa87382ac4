import { systemActor } from '#platform/actor/actor.ts';
import type { Clock } from '#platform/clock/clock.ts';
import type { Source } from '#platform/database/database.ts';
import type { FileStore } from '#platform/files/store.ts';
import type { Expiring } from '#platform/retention/retention.ts';
import { deleteInvitation, deleteRequest } from '../personal-data/changes.server.ts';
import { namedFiles } from '../documents/queries.server.ts';
import { settledRows } from '../personal-data/queries.server.ts';
import { INVITATIONS_KEPT, REQUESTS_KEPT, UNNAMED_FILES_KEPT } from './model.ts';

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

/**
 * Files that no record names: the server ended between the two, or what named them is gone.
 * @param naming what names files, of every capability that keeps some
 */
export function unnamedFiles(
  store: FileStore,
  naming: readonly ((db: Source) => Promise<ReadonlySet<string>>)[] = [namedFiles],
): Expiring {
  return {
    name: 'files without a record',
    async purge(db, clock) {
      const before = new Date(daysBefore(clock, UNNAMED_FILES_KEPT));
      let named: ReadonlySet<string> = new Set();
      for (const names of naming) named = named.union(await names(db.reader));
      return store.sweep(named, before);
    },
  };
}

function daysBefore(clock: Clock, days: number): string {
  return new Date(clock().getTime() - days * 86_400_000).toISOString();
}
