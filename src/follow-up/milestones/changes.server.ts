import type { References } from '#network/references/queries.server.ts';
import { removeRecord } from '#network/removals/changes.server.ts';
import type { RemovalInput } from '#network/removals/schema.ts';
import type { Actor } from '#platform/actor/actor.ts';
import { systemClock, type Clock } from '#platform/clock/clock.ts';
import { dayOf } from '#platform/clock/due.ts';
import type { Source, Target } from '#platform/database/database.ts';
import { columns } from '#platform/locale/text.ts';
import { change } from '#platform/records/change.server.ts';
import { nextPosition } from '#platform/records/list.server.ts';
import { refused, type Refusal } from '#platform/records/outcome.ts';
import { createRecord, updateRecord } from '#platform/records/records.server.ts';
import { mayCommit } from '../commitments/policy.ts';
import { mayEditCommitment, mayEditPart, readPart } from '../commitments/queries.server.ts';
import { milestoneInput, milestoneUpdate, type MilestoneInput, type MilestoneUpdate } from './schema.ts';

/** Adds a step by which a commitment is carried out. */
export function createMilestone(
  target: Target,
  actor: Actor,
  input: MilestoneInput,
  clock: Clock = systemClock,
) {
  return change(
    target,
    {
      allowed: mayCommit(actor),
      schema: milestoneInput,
      input,
      within: (tx, { commitmentId }) => mayEditCommitment(tx, actor, commitmentId),
    },
    async (tx, { commitmentId, ...values }) => {
      const refusal = await refusalOf(tx, commitmentId, values, clock);
      if (refusal) return refusal;
      const among = { column: 'commitment_id', value: commitmentId };
      const position = await nextPosition(tx, 'milestones', among);
      const row = { commitment_id: commitmentId, position, ...columnsOf(values) };
      return { id: await createRecord(tx, actor, 'milestones', row, clock) };
    },
  );
}

/** Changes a step to the whole input: also, that it was reached. */
export function updateMilestone(
  target: Target,
  actor: Actor,
  input: MilestoneUpdate,
  clock: Clock = systemClock,
) {
  return change(
    target,
    {
      allowed: mayCommit(actor),
      schema: milestoneUpdate,
      input,
      within: (tx, { id }) => mayEditPart(tx, actor, 'milestones', id),
    },
    async (tx, { id, version, ...values }) => {
      const { commitment_id: commitmentId } = (await readPart(tx, actor, 'milestones', id))!;
      const refusal = await refusalOf(tx, commitmentId, values, clock);
      if (refusal) return refusal;
      await updateRecord(tx, actor, 'milestones', id, columnsOf(values), { version, clock });
      return { id, version: version + 1 };
    },
  );
}

/** Takes a step away. */
export function deleteMilestone(
  target: Target,
  actor: Actor,
  input: RemovalInput,
  references: References,
  clock: Clock = systemClock,
) {
  return removeRecord(target, actor, input, {
    kind: 'milestones',
    references,
    clock,
    allowed: mayCommit(actor),
    within: (tx, id) => mayEditPart(tx, actor, 'milestones', id),
  });
}

type Values = Omit<MilestoneInput, 'commitmentId'>;

/** A step after the commitment is due, or reached on a day that has not come. */
async function refusalOf(
  db: Source,
  commitmentId: string,
  { dueOn, reachedOn }: Values,
  clock: Clock,
): Promise<Refusal | undefined> {
  if (reachedOn !== undefined && reachedOn > dayOf(clock()))
    return refused('follow_up_problem_not_yet', 'reachedOn');
  const { due_on } = await db
    .selectFrom('commitments')
    .select('due_on')
    .where('id', '=', commitmentId)
    .executeTakeFirstOrThrow();
  return due_on !== null && dueOn > due_on ? refused('follow_up_problem_after_due', 'dueOn') : undefined;
}

function columnsOf({ title, dueOn, reachedOn }: Values) {
  return { ...columns('title', title), due_on: dueOn, reached_on: reachedOn ?? null };
}
