import type * as v from 'valibot';
import { isRecordThere } from '#network/links/queries.server.ts';
import type { References } from '#network/references/queries.server.ts';
import { removeRecord } from '#network/removals/changes.server.ts';
import type { RemovalInput } from '#network/removals/schema.ts';
import type { Actor } from '#platform/actor/actor.ts';
import { systemClock, type Clock } from '#platform/clock/clock.ts';
import type { Source, Target, Transaction } from '#platform/database/database.ts';
import { problems } from '#platform/locale/schema.ts';
import { columns } from '#platform/locale/text.ts';
import { change, refusals } from '#platform/records/change.server.ts';
import { nextPosition } from '#platform/records/list.server.ts';
import { refused, type Refusal } from '#platform/records/outcome.ts';
import { createRecord, updateRecord } from '#platform/records/records.server.ts';
import { mayCommit } from '../commitments/policy.ts';
import { mayEditCommitment, mayEditPart, readPart } from '../commitments/queries.server.ts';
import { partyInput, partyUpdate, type PartyInput, type PartyUpdate } from './schema.ts';

/** Says that another institution takes part in a commitment. */
export function createParty(target: Target, actor: Actor, input: PartyInput, clock: Clock = systemClock) {
  return change(
    target,
    {
      allowed: mayCommit(actor),
      schema: partyInput,
      input,
      within: (tx, { commitmentId }) => mayEditCommitment(tx, actor, commitmentId),
    },
    async (tx, { commitmentId, ...values }) => {
      const refusal = await refusalOf(tx, commitmentId, values.organisationId);
      if (refusal) return refusal;
      const row = { commitment_id: commitmentId, ...(await columnsOf(tx, commitmentId, values)) };
      return { id: await createRecord(tx, actor, 'commitment_parties', row, clock) };
    },
  );
}

/** Changes who takes part and with what to the whole input. */
export function updateParty(target: Target, actor: Actor, input: PartyUpdate, clock: Clock = systemClock) {
  return change(
    target,
    {
      allowed: mayCommit(actor),
      schema: partyUpdate,
      input,
      within: (tx, { id }) => mayEditPart(tx, actor, 'commitment_parties', id),
    },
    async (tx, { id, version, ...values }) => {
      const { commitment_id: commitmentId } = (await readPart(tx, actor, 'commitment_parties', id))!;
      const refusal = await refusalOf(tx, commitmentId, values.organisationId, id);
      if (refusal) return refusal;
      const row = await columnsOf(tx, commitmentId, values);
      await updateRecord(tx, actor, 'commitment_parties', id, row, { version, clock });
      return { id, version: version + 1 };
    },
  );
}

/** Says that an institution takes part no more. */
export function deleteParty(
  target: Target,
  actor: Actor,
  input: RemovalInput,
  references: References,
  clock: Clock = systemClock,
) {
  return removeRecord(target, actor, input, {
    kind: 'commitment_parties',
    references,
    clock,
    allowed: mayCommit(actor),
    within: (tx, id) => mayEditPart(tx, actor, 'commitment_parties', id),
  });
}

/** One that is not there, that answers for the commitment, or takes part already. */
async function refusalOf(
  db: Source,
  commitmentId: string,
  organisationId: string,
  but = '',
): Promise<Refusal | undefined> {
  if (!(await isRecordThere(db, { kind: 'organisations', id: organisationId })))
    return refused(problems.notAChoice, 'organisationId');
  const led = await db
    .selectFrom('commitments')
    .select('id')
    .where('id', '=', commitmentId)
    .where('organisation_id', '=', organisationId)
    .executeTakeFirst();
  if (led) return refused('follow_up_problem_party_leads', 'organisationId');
  const twin = await db
    .selectFrom('commitment_parties')
    .select('id')
    .where('commitment_id', '=', commitmentId)
    .where('organisation_id', '=', organisationId)
    .where('id', '<>', but)
    .executeTakeFirst();
  return twin && refused(refusals.taken, 'organisationId');
}

async function columnsOf(
  tx: Transaction,
  commitmentId: string,
  values: Omit<v.InferOutput<typeof partyInput>, 'commitmentId'>,
) {
  const among = { column: 'commitment_id', value: commitmentId };
  return {
    organisation_id: values.organisationId,
    position: values.position ?? (await nextPosition(tx, 'commitment_parties', among)),
    ...columns('contribution', values.contribution),
  };
}
