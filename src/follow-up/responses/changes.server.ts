import type * as v from 'valibot';
import { dayOf } from '#platform/clock/due.ts';
import type { LinkRight } from '#network/links/changes.server.ts';
import type { References } from '#network/references/queries.server.ts';
import { removeRecord } from '#network/removals/changes.server.ts';
import { removalInput, type RemovalInput } from '#network/removals/schema.ts';
import type { Actor } from '#platform/actor/actor.ts';
import { systemClock, type Clock } from '#platform/clock/clock.ts';
import type { Target, Transaction } from '#platform/database/database.ts';
import { columns } from '#platform/locale/text.ts';
import { change, refusals } from '#platform/records/change.server.ts';
import { refused, type Refusal } from '#platform/records/outcome.ts';
import { createRecord, updateRecord } from '#platform/records/records.server.ts';
import { tellAround } from '../follows/changes.server.ts';
import { mayAnswer } from '../policy.ts';
import { readRecommendation } from '../recommendations/queries.server.ts';
import { refreshRecommendations } from '../status/changes.server.ts';
import type { ResponsePosition } from './model.ts';
import { answersFor, mayEditResponse, readAddressees, readResponse } from './queries.server.ts';
import { responseInput, responseUpdate, type ResponseInput, type ResponseUpdate } from './schema.ts';

/** Answers a recommendation for one of its addressees, once. */
export function createResponse(
  target: Target,
  actor: Actor,
  input: ResponseInput,
  clock: Clock = systemClock,
) {
  return change(
    target,
    {
      allowed: mayAnswer(actor),
      schema: responseInput,
      input,
      within: async (tx, { recommendationId, organisationId }) =>
        (await readRecommendation(tx, actor, recommendationId)) !== undefined &&
        answersFor(tx, actor, organisationId),
    },
    async (tx, values) => {
      const { recommendationId } = values;
      const wrong = await wrongWith(tx, recommendationId, values, clock);
      if (wrong) return wrong;
      const row = { recommendation_id: recommendationId, ...columnsOf(values) };
      const id = await createRecord(tx, actor, 'responses', row, clock);
      await answered(tx, actor, { id, version: 1, recommendationId, answer: values.answer }, clock);
      return { id };
    },
  );
}

/** Changes an answer to the whole input. */
export function updateResponse(
  target: Target,
  actor: Actor,
  input: ResponseUpdate,
  clock: Clock = systemClock,
) {
  return change(
    target,
    {
      allowed: mayAnswer(actor),
      schema: responseUpdate,
      input,
      within: async (tx, { id, organisationId }) =>
        (await mayEditResponse(tx, actor, id)) && answersFor(tx, actor, organisationId),
    },
    async (tx, values) => {
      const { id, version } = values;
      const { recommendation_id, position } = (await readResponse(tx, actor, id))!;
      const wrong = await wrongWith(tx, recommendation_id, values, clock);
      if (wrong) return wrong;
      await updateRecord(tx, actor, 'responses', id, columnsOf(values), { version, clock });
      const { answer } = values;
      const told = { id, version: version + 1, recommendationId: recommendation_id, answer };
      if (answer === position) await refreshRecommendations(tx, actor, [recommendation_id], clock);
      else await answered(tx, actor, told, clock);
      return { id, version: version + 1 };
    },
  );
}

/** Takes an answer back: its addressee has not answered, then. */
export function deleteResponse(
  target: Target,
  actor: Actor,
  input: RemovalInput,
  references: References,
  clock: Clock = systemClock,
) {
  const allowed = mayAnswer(actor);
  const within = (tx: Transaction, { id }: { id: string }) => mayEditResponse(tx, actor, id);
  return change(target, { allowed, schema: removalInput, input, within }, async (tx, asked) => {
    const row = await readResponse(tx, actor, asked.id);
    const outcome = await removeRecord(tx, actor, asked, { kind: 'responses', references, allowed, clock });
    if (outcome.ok) await refreshRecommendations(tx, actor, [row!.recommendation_id], clock);
    return outcome;
  });
}

/** Who links an answer with the sources it stands in. */
export function responseLinks(actor: Actor): LinkRight {
  return {
    kind: 'responses',
    allowed: mayAnswer(actor),
    within: (tx, { id }) => mayEditResponse(tx, actor, id),
  };
}

/** Those around the recommendation are told of the answer, and not once more that this has moved it. */
async function answered(
  tx: Transaction,
  actor: Actor,
  given: { id: string; version: number; recommendationId: string; answer: ResponsePosition },
  clock: Clock,
): Promise<void> {
  const { id, version, recommendationId, answer } = given;
  const about = { response: id, answer };
  const happened = { kind: 'recommendation-answered', about, once: `${id} ${version}` } as const;
  await tellAround(tx, actor, recommendationId, happened, clock);
  await refreshRecommendations(tx, actor, [recommendationId], clock, { quiet: true });
}

interface Answered {
  id?: string;
  organisationId: string;
  respondedOn: string;
}

/** Whether an institution is asked at all, has not answered already, and does not answer tomorrow. */
async function wrongWith(
  tx: Transaction,
  recommendationId: string,
  { id, organisationId, respondedOn }: Answered,
  clock: Clock,
): Promise<Refusal | null> {
  const { organisations } = (await readAddressees(tx, [recommendationId])).get(recommendationId)!;
  const addressee = organisations.find(({ organisation }) => organisation.id === organisationId);
  if (!addressee) return refused('follow_up_problem_not_addressed', 'organisationId');
  if (addressee.response && addressee.response.id !== id) return refused(refusals.taken, 'organisationId');
  if (respondedOn > dayOf(clock())) return refused('follow_up_problem_date_ahead', 'respondedOn');
  return null;
}

function columnsOf(values: Omit<v.InferOutput<typeof responseInput>, 'recommendationId'>) {
  return {
    organisation_id: values.organisationId,
    position: values.answer,
    ...columns('reasons', values.reasons),
    responded_on: values.respondedOn,
  };
}
