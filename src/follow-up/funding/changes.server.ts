import type * as v from 'valibot';
import { isRecordThere } from '#network/links/queries.server.ts';
import type { References } from '#network/references/queries.server.ts';
import { removeRecord } from '#network/removals/changes.server.ts';
import type { RemovalInput } from '#network/removals/schema.ts';
import type { Actor } from '#platform/actor/actor.ts';
import { systemClock, type Clock } from '#platform/clock/clock.ts';
import type { Source, Target, Transaction } from '#platform/database/database.ts';
import { readAmount } from '#platform/locale/money.ts';
import { problems } from '#platform/locale/schema.ts';
import { change } from '#platform/records/change.server.ts';
import { nextPosition } from '#platform/records/list.server.ts';
import { refused } from '#platform/records/outcome.ts';
import { createRecord, updateRecord } from '#platform/records/records.server.ts';
import { mayCommit } from '../commitments/policy.ts';
import { mayEditCommitment, mayEditPart, readPart } from '../commitments/queries.server.ts';
import { shareInput, shareUpdate, type ShareInput, type ShareUpdate } from './schema.ts';

/** Says what one funder gives to a commitment. */
export function createShare(target: Target, actor: Actor, input: ShareInput, clock: Clock = systemClock) {
  return change(
    target,
    {
      allowed: mayCommit(actor),
      schema: shareInput,
      input,
      within: (tx, { commitmentId }) => mayEditCommitment(tx, actor, commitmentId),
    },
    async (tx, { commitmentId, ...values }) => {
      if (!(await isFunder(tx, values))) return refused(problems.notAChoice, 'organisationId');
      const row = { commitment_id: commitmentId, ...(await columnsOf(tx, commitmentId, values)) };
      return { id: await createRecord(tx, actor, 'funding_shares', row, clock) };
    },
  );
}

/** Changes what one funder gives to the whole input. */
export function updateShare(target: Target, actor: Actor, input: ShareUpdate, clock: Clock = systemClock) {
  return change(
    target,
    {
      allowed: mayCommit(actor),
      schema: shareUpdate,
      input,
      within: (tx, { id }) => mayEditPart(tx, actor, 'funding_shares', id),
    },
    async (tx, { id, version, ...values }) => {
      if (!(await isFunder(tx, values))) return refused(problems.notAChoice, 'organisationId');
      const { commitment_id: commitmentId } = (await readPart(tx, actor, 'funding_shares', id))!;
      const row = await columnsOf(tx, commitmentId, values);
      await updateRecord(tx, actor, 'funding_shares', id, row, { version, clock });
      return { id, version: version + 1 };
    },
  );
}

/** Takes a funder's share away. */
export function deleteShare(
  target: Target,
  actor: Actor,
  input: RemovalInput,
  references: References,
  clock: Clock = systemClock,
) {
  return removeRecord(target, actor, input, {
    kind: 'funding_shares',
    references,
    clock,
    allowed: mayCommit(actor),
    within: (tx, id) => mayEditPart(tx, actor, 'funding_shares', id),
  });
}

type Values = Omit<v.InferOutput<typeof shareInput>, 'commitmentId'>;

async function isFunder(db: Source, { organisationId: id }: Values): Promise<boolean> {
  return id === undefined || isRecordThere(db, { kind: 'organisations', id });
}

async function columnsOf(tx: Transaction, commitmentId: string, values: Values) {
  const among = { column: 'commitment_id', value: commitmentId };
  return {
    organisation_id: values.organisationId ?? null,
    funder: values.funder || null,
    amount_minor: readAmount(values.amount, values.currency)!,
    currency: values.currency,
    secured: values.secured ? (1 as const) : (0 as const),
    position: values.position ?? (await nextPosition(tx, 'funding_shares', among)),
  };
}
