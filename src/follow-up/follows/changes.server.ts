import { listLinksFrom } from '#network/links/queries.server.ts';
import { notify, takeBack } from '#network/notices/changes.server.ts';
import type { NoticeAbout } from '#network/notices/model.ts';
import type { Actor } from '#platform/actor/actor.ts';
import { instant, systemClock, type Clock } from '#platform/clock/clock.ts';
import type { Target, Transaction } from '#platform/database/database.ts';
import type { PersonalDataHolder } from '#platform/personal-data/model.ts';
import { change } from '#platform/records/change.server.ts';
import { isId, newId } from '#platform/records/uuid.ts';
import type { CommitmentOccasion, Occasion } from './model.ts';
import { accountsAround, accountsAroundCommitment, mayFollow } from './queries.server.ts';
import { followInput, type FollowInput } from './schema.ts';

/** Asks to be told what becomes of a record that one reads; asked twice, it is asked once. */
export function follow(target: Target, actor: Actor, input: FollowInput, clock: Clock = systemClock) {
  return change(
    target,
    {
      allowed: isId(actor.id),
      schema: followInput,
      input,
      within: (tx, { kind, id }) => mayFollow(tx, actor, kind, id),
    },
    async (tx, { kind, id }) => {
      await tx
        .insertInto('follows')
        .values({
          id: newId(),
          account_id: actor.id,
          record_kind: kind,
          record_id: id,
          created_at: instant(clock),
        })
        .onConflict((conflict) => conflict.columns(['record_id', 'account_id']).doNothing())
        .execute();
      return { id };
    },
  );
}

/** Asks no longer, of a record that one may not read any more as well. */
export function unfollow(target: Target, actor: Actor, input: FollowInput) {
  return change(target, { allowed: isId(actor.id), schema: followInput, input }, async (tx, { id }) => {
    await tx.deleteFrom('follows').where('account_id', '=', actor.id).where('record_id', '=', id).execute();
    return { id };
  });
}

/** What has happened to a recommendation. */
export interface Happened {
  kind: Occasion;
  /** Ids and words of the program, as notices take them. */
  about: Readonly<Record<string, string>>;
  /** Tells occasions of one kind apart. */
  once: string;
}

/**
 * Queues, for everybody around a recommendation but who did it, what has happened to it. Whether a reader may still
 * know of it is asked when it is told.
 */
export async function tellAround(
  tx: Transaction,
  actor: Actor,
  id: string,
  { kind, about, once }: Happened,
  clock: Clock = systemClock,
): Promise<void> {
  const record = { kind: 'recommendations' as const, id };
  for (const account of await accountsAround(tx, id))
    await notify(tx, { account, kind, record, about, once, by: actor.id }, clock);
}

/** Tells those around a recommendation that a commitment serves it, once for each commitment. */
export function tellOfCommitment(
  tx: Transaction,
  actor: Actor,
  { recommendationId, commitmentId }: { recommendationId: string; commitmentId: string },
  clock: Clock = systemClock,
): Promise<void> {
  const about = { commitment: commitmentId };
  return tellAround(
    tx,
    actor,
    recommendationId,
    { kind: 'recommendation-committed', about, once: commitmentId },
    clock,
  );
}

/**
 * Queues, for those around a commitment and around what it serves, that a report on it was validated: each is told once,
 * whichever way they are around it, and not who is told of the decision itself.
 * @param told accounts that are told already
 */
export async function tellOfValidation(
  tx: Transaction,
  actor: Actor,
  report: { id: string; version: number; commitment_id: string },
  told: ReadonlySet<string>,
  clock: Clock = systemClock,
): Promise<void> {
  /** By account, the recommendation on whose behalf it is told; null where it is told of the commitment itself. */
  const around = new Map<string, string | null>();
  for (const { to_id } of await listLinksFrom(tx, report.commitment_id, ['implements']))
    for (const account of await accountsAround(tx, to_id))
      if (!around.has(account)) around.set(account, to_id);
  for (const account of await accountsAroundCommitment(tx, report.commitment_id)) around.set(account, null);
  const record = { kind: 'reports' as const, id: report.id };
  for (const [account, recommendation] of around) {
    if (told.has(account)) continue;
    const about: NoticeAbout = recommendation === null ? {} : { recommendation };
    const kind: CommitmentOccasion = 'commitment-reported';
    await notify(tx, { account, kind, record, about, once: report.version, by: actor.id }, clock);
  }
}

/**
 * Queues, for those around a commitment, that it stands otherwise.
 * @param told accounts that are told of what follows from it already
 */
export async function tellOfMove(
  tx: Transaction,
  actor: Actor,
  commitment: { id: string; status: string; version: number },
  told: ReadonlySet<string>,
  clock: Clock = systemClock,
): Promise<void> {
  const { id, status, version } = commitment;
  const kind: CommitmentOccasion = 'commitment-moved';
  const once = `${status} ${version}`;
  for (const account of await accountsAroundCommitment(tx, id))
    if (!told.has(account))
      await notify(
        tx,
        { account, kind, record: { kind: 'commitments', id }, about: { status }, once, by: actor.id },
        clock,
      );
}

/**
 * Queues, for those around a commitment, that it is due on another day. Where it moved already since they were told last,
 * they are told of both as one move, and of none where it is back.
 * @param told accounts that are told of what moved it already
 */
export async function tellOfDate(
  tx: Transaction,
  actor: Actor,
  commitment: { id: string; from: string | null; to: string; version: number },
  told: ReadonlySet<string>,
  clock: Clock = systemClock,
): Promise<void> {
  const { id, from, to, version } = commitment;
  const kind: CommitmentOccasion = 'commitment-postponed';
  const record = { kind: 'commitments' as const, id };
  for (const account of await accountsAroundCommitment(tx, id)) {
    const waiting = await takeBack(tx, { account, kind, record }, clock);
    const known = waiting ? waiting['from'] : (from ?? undefined);
    if (told.has(account) || known === to) continue;
    const about: NoticeAbout = { to, ...(known !== undefined && { from: known }) };
    await notify(tx, { account, kind, record, about, once: `${to} ${version}`, by: actor.id }, clock);
  }
}

/** What accounts asked to be told of. */
export const followsHolder: PersonalDataHolder = {
  name: 'follows',
  async export(db, { accountId }) {
    const rows = await db
      .selectFrom('follows')
      .leftJoin('recommendations', 'recommendations.id', 'follows.record_id')
      .leftJoin('commitments', 'commitments.id', 'follows.record_id')
      .select([
        'follows.record_id',
        'follows.created_at',
        'recommendations.reference',
        'commitments.reference as commitment',
      ])
      .where('follows.account_id', '=', accountId)
      .orderBy('follows.id')
      .execute();
    return [
      {
        name: 'follows',
        rows: rows.map(({ record_id, reference, commitment, created_at }) => ({
          record: reference ?? commitment ?? record_id,
          created: created_at,
        })),
      },
    ];
  },
  async erase(tx, { accountId }) {
    await tx.deleteFrom('follows').where('account_id', '=', accountId).execute();
  },
  remains: async () => [],
};
