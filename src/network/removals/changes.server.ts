import type { Actor } from '#platform/actor/actor.ts';
import { systemClock, type Clock } from '#platform/clock/clock.ts';
import type { Target, Transaction } from '#platform/database/database.ts';
import { change, refusals } from '#platform/records/change.server.ts';
import type { RecordKind } from '#platform/records/model.ts';
import { refused } from '#platform/records/outcome.ts';
import { deleteRecord } from '#platform/records/records.server.ts';
import { readRow, type References } from '../references/queries.server.ts';
import { surroundingsOf } from './queries.server.ts';
import { removalInput, type RemovalInput } from './schema.ts';

/** Which kind is removed, and what its capability answers of the actor. */
export interface Removal {
  kind: RecordKind;
  /** Kinds of records that are part of it and of nothing else. */
  parts?: readonly RecordKind[];
  references: References;
  allowed: boolean;
  within?: (tx: Transaction, id: string) => Promise<boolean>;
  clock?: Clock;
}

/**
 * Removes a record that no other refers to, with its own links; refused while one does. What it said stays in the
 * journal, and its address stays its own.
 */
export function removeRecord(
  target: Target,
  actor: Actor,
  input: RemovalInput,
  { kind, parts: own = [], references, allowed, within, clock = systemClock }: Removal,
) {
  return change(
    target,
    {
      allowed,
      schema: removalInput,
      input,
      ...(within && { within: (tx: Transaction, { id }: RemovalInput) => within(tx, id) }),
    },
    async (tx, { id, version }) => {
      const row = await readRow(tx, kind, id);
      if (!row) return refused(refusals.missing);
      if (row.version !== version) return refused(refusals.stale);
      const { referrers, parts } = await surroundingsOf(tx, references, { kind, id }, own);
      if (referrers.length > 0) return refused('network_removal_refused');
      for (const part of parts) await deleteRecord(tx, actor, part.kind, part.id, clock);
      await deleteRecord(tx, actor, kind, id, clock);
      return { id };
    },
  );
}
