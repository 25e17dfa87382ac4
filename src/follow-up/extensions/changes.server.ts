import { notify } from '#network/notices/changes.server.ts';
import type { Actor } from '#platform/actor/actor.ts';
import { systemClock, type Clock } from '#platform/clock/clock.ts';
import { dayOf } from '#platform/clock/due.ts';
import type { Target, Transaction } from '#platform/database/database.ts';
import { change, refusals } from '#platform/records/change.server.ts';
import { refused } from '#platform/records/outcome.ts';
import { createRecord, updateRecord } from '#platform/records/records.server.ts';
import { refreshCommitment } from '../commitment-status/changes.server.ts';
import { listAnswering } from '../commitment-status/queries.server.ts';
import { isSettled } from '../commitments/model.ts';
import { mayCommit } from '../commitments/policy.ts';
import { mayDecideOf, mayEditCommitment, mayEditPart } from '../commitments/queries.server.ts';
import { tellOfDate } from '../follows/changes.server.ts';
import { askerOf, listDeciders, mayDecide, readExtension } from './queries.server.ts';
import {
  extensionAnswer,
  extensionInput,
  extensionSeen,
  type ExtensionAnswer,
  type ExtensionInput,
  type ExtensionSeen,
} from './schema.ts';

/** Asks for a longer deadline of a commitment; whoever may answer is told. */
export function askExtension(
  target: Target,
  actor: Actor,
  input: ExtensionInput,
  clock: Clock = systemClock,
) {
  return change(
    target,
    {
      allowed: mayCommit(actor),
      schema: extensionInput,
      input,
      within: (tx, { commitmentId }) => mayEditCommitment(tx, actor, commitmentId),
    },
    async (tx, { commitmentId, toDueOn, reason, language }) => {
      const commitment = await tx
        .selectFrom('commitments')
        .select(['due_on', 'status'])
        .where('id', '=', commitmentId)
        .executeTakeFirstOrThrow();
      if (commitment.due_on === null || isSettled(commitment.status))
        return refused('follow_up_problem_nothing_due');
      if (toDueOn <= commitment.due_on) return refused('follow_up_problem_not_longer', 'toDueOn');
      const waiting = await tx
        .selectFrom('deadline_extensions')
        .select('id')
        .where('commitment_id', '=', commitmentId)
        .where('status', '=', 'asked')
        .executeTakeFirst();
      if (waiting) return refused('follow_up_problem_asked_already');
      const row = {
        commitment_id: commitmentId,
        from_due_on: commitment.due_on,
        to_due_on: toDueOn,
        reason,
        reason_language: language,
        status: 'asked' as const,
        answer: null,
        answer_language: null,
        answered_on: null,
      };
      const id = await createRecord(tx, actor, 'deadline_extensions', row, clock);
      for (const account of await listDeciders(tx, commitmentId))
        await notify(tx, { account, kind: 'extension-asked', record: recordOf(id), by: actor.id }, clock);
      return { id };
    },
  );
}

/** Grants or refuses a longer deadline: never who asked for it. Whoever asked, and answers for it, is told. */
export function answerExtension(
  target: Target,
  actor: Actor,
  input: ExtensionAnswer,
  clock: Clock = systemClock,
) {
  return change(
    target,
    {
      allowed: mayDecide(actor),
      schema: extensionAnswer,
      input,
      within: async (tx, { id }) => {
        const found = await readExtension(tx, id);
        return found !== undefined && mayDecideOf(tx, actor, found.commitment.id);
      },
    },
    async (tx, { id, version, decision, answer, language }) => {
      const { extension, commitment } = (await readExtension(tx, id))!;
      const asker = await askerOf(tx, id);
      if (asker === actor.id) return refused('follow_up_problem_own_request');
      if (extension.status !== 'asked') return refused(refusals.stale);
      const row = {
        status: decision,
        answer: answer || null,
        answer_language: answer ? language : null,
        answered_on: dayOf(clock()),
      };
      await updateRecord(tx, actor, 'deadline_extensions', id, row, { version, clock });
      const answering = await listAnswering(tx, commitment.organisation_id, dayOf(clock()));
      const told = new Set([asker, ...answering]);
      if (decision === 'granted') {
        const { id: commitmentId } = commitment;
        // A draft that was never read by others has its first deadline from now on.
        const dates = {
          due_on: extension.to_due_on,
          first_due_on: commitment.first_due_on ?? extension.from_due_on,
        };
        await updateRecord(tx, actor, 'commitments', commitmentId, dates, { clock });
        await refreshCommitment(tx, actor, commitmentId, clock);
        const moved = { id: commitmentId, from: commitment.due_on, to: dates.due_on };
        const accounts = new Set([...told].filter((one) => one !== null));
        await tellOfDate(tx, actor, { ...moved, version: commitment.version + 1 }, accounts, clock);
      }
      for (const account of told)
        if (account !== null)
          await notify(
            tx,
            { account, kind: 'extension-answered', record: recordOf(id), by: actor.id },
            clock,
          );
      return { id };
    },
  );
}

/** Takes a request back that nobody has answered. */
export function withdrawExtension(
  target: Target,
  actor: Actor,
  input: ExtensionSeen,
  clock: Clock = systemClock,
) {
  return change(
    target,
    {
      allowed: mayCommit(actor),
      schema: extensionSeen,
      input,
      within: (tx: Transaction, { id }) => mayEditPart(tx, actor, 'deadline_extensions', id),
    },
    async (tx, { id, version }) => {
      const { extension } = (await readExtension(tx, id))!;
      if (extension.status !== 'asked') return refused(refusals.stale);
      await updateRecord(tx, actor, 'deadline_extensions', id, { status: 'withdrawn' }, { version, clock });
      return { id };
    },
  );
}

const recordOf = (id: string) => ({ kind: 'deadline_extensions' as const, id });
