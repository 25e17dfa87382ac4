import type * as v from 'valibot';
import type { LinkRight } from '#network/links/changes.server.ts';
import { listLinksFrom } from '#network/links/queries.server.ts';
import type { References } from '#network/references/queries.server.ts';
import { removeRecord } from '#network/removals/changes.server.ts';
import type { RemovalInput } from '#network/removals/schema.ts';
import type { Actor } from '#platform/actor/actor.ts';
import { instant, systemClock, type Clock } from '#platform/clock/clock.ts';
import { dayOf } from '#platform/clock/due.ts';
import { inTransaction, type Source, type Target, type Transaction } from '#platform/database/database.ts';
import { columns } from '#platform/locale/text.ts';
import { change, refusals } from '#platform/records/change.server.ts';
import { refused, type Refusal } from '#platform/records/outcome.ts';
import { createRecord, updateRecord } from '#platform/records/records.server.ts';
import { refreshCommitment } from '../commitment-status/changes.server.ts';
import { tellOfCommitment, tellOfDate } from '../follows/changes.server.ts';
import { refreshRecommendations } from '../status/changes.server.ts';
import { commitmentParts, statusOn, type CommitmentRow } from './model.ts';
import { mayCommit, mayNarrow } from './policy.ts';
import { mayEditCommitment, mayLead, mayRemoveCommitment } from './queries.server.ts';
import { commitmentInput, commitmentUpdate, type CommitmentInput, type CommitmentUpdate } from './schema.ts';

type Values = Omit<v.InferOutput<typeof commitmentInput>, 'reference'>;

/** Records what an institution has said it will do, in whose name the actor speaks. */
export function createCommitment(
  target: Target,
  actor: Actor,
  input: CommitmentInput,
  clock: Clock = systemClock,
) {
  return change(
    target,
    {
      allowed: mayCommit(actor),
      schema: commitmentInput,
      input,
      within: (tx, { organisationId }) => mayLead(tx, actor, organisationId),
    },
    async (tx, { reference, ...values }) => {
      if (reference !== undefined && (await isReferenceTaken(tx, reference)))
        return refused(refusals.taken, 'reference');
      const due_on = values.dueOn ?? null;
      const row = {
        ...columnsOf(values),
        reference: reference ?? (await freeReference(tx, dayOf(clock()).slice(0, 4))),
        first_due_on: values.visibility === 'draft' ? null : due_on,
        matches_id: null,
        status: statusOn({ due_on }, null, dayOf(clock())),
        status_since: instant(clock),
        last_report_id: null,
      };
      return { id: await createRecord(tx, actor, 'commitments', row, clock) };
    },
  );
}

/**
 * Changes a commitment to the whole input; what is left out of it is emptied, but the reference. The deadline of one
 * that others have read moves back only by an extension.
 */
export function updateCommitment(
  target: Target,
  actor: Actor,
  input: CommitmentUpdate,
  clock: Clock = systemClock,
) {
  return change(
    target,
    {
      allowed: mayCommit(actor),
      schema: commitmentUpdate,
      input,
      within: async (tx, { id, organisationId }) =>
        (await mayEditCommitment(tx, actor, id)) && (await mayLead(tx, actor, organisationId)),
    },
    async (tx, { id, version, reference, ...values }) => {
      const before = await readStanding(tx, id);
      if (!before) return refused(refusals.missing);
      if (reference !== undefined && (await isReferenceTaken(tx, reference, id)))
        return refused(refusals.taken, 'reference');
      const refusal = await refusalOf(tx, actor, before, values);
      if (refusal) return refusal;
      const isShown = values.visibility !== 'draft';
      const row = {
        ...columnsOf(values),
        ...(reference !== undefined && { reference }),
        first_due_on: before.first_due_on ?? (isShown ? (values.dueOn ?? null) : null),
      };
      await updateRecord(tx, actor, 'commitments', id, row, { version, clock });
      const isMoved =
        isShown && before.visibility !== 'draft' && values.dueOn !== (before.due_on ?? undefined);
      if (isMoved && values.dueOn !== undefined) {
        const moved = { id, from: before.due_on, to: values.dueOn, version: version + 1 };
        await tellOfDate(tx, actor, moved, new Set(), clock);
      }
      const isPublished = before.visibility !== 'public' && values.visibility === 'public';
      await refreshCommitment(tx, actor, id, clock, { quiet: isPublished });
      if (isPublished)
        for (const { to_id } of await listLinksFrom(tx, id, ['implements']))
          await tellOfCommitment(tx, actor, { recommendationId: to_id, commitmentId: id }, clock);
      return { id, version: version + 1 };
    },
  );
}

/** Removes a commitment with its parts, where nothing else refers to it: a draft, or by who keeps the register. */
export function deleteCommitment(
  target: Target,
  actor: Actor,
  input: RemovalInput,
  references: References,
  clock: Clock = systemClock,
) {
  const removal = {
    kind: 'commitments',
    parts: commitmentParts,
    references,
    allowed: mayCommit(actor),
    within: (tx: Transaction, id: string) => mayRemoveCommitment(tx, actor, id),
    clock,
  } as const;
  return inTransaction(target, async (tx) => {
    const served = await listLinksFrom(tx, input.id, ['implements']);
    const outcome = await removeRecord(tx, actor, input, removal);
    const ids = served.map(({ to_id }) => to_id);
    if (outcome.ok) await refreshRecommendations(tx, actor, ids, clock);
    return outcome;
  });
}

/** Who links a commitment with the territories that it concerns, what it serves, and where it is read. */
export function commitmentLinks(actor: Actor): LinkRight {
  return {
    kind: 'commitments',
    allowed: mayCommit(actor),
    within: (tx, { id }) => mayEditCommitment(tx, actor, id),
  };
}

/** What stands against a change of a commitment that is there. */
async function refusalOf(
  db: Source,
  actor: Actor,
  before: CommitmentRow,
  values: Values,
): Promise<Refusal | undefined> {
  if (!mayNarrow(actor, before.visibility, values.visibility))
    return refused('follow_up_problem_narrowed', 'visibility');
  const { first_due_on, due_on } = before;
  if (first_due_on !== null && due_on !== null && (values.dueOn === undefined || values.dueOn > due_on))
    return refused('follow_up_problem_due_moved', 'dueOn');
  const party = await db
    .selectFrom('commitment_parties')
    .select('id')
    .where('commitment_id', '=', before.id)
    .where('organisation_id', '=', values.organisationId)
    .executeTakeFirst();
  return party && refused('follow_up_problem_lead_is_party', 'organisationId');
}

function readStanding(db: Source, id: string): Promise<CommitmentRow | undefined> {
  return db.selectFrom('commitments').selectAll().where('id', '=', id).executeTakeFirst();
}

function columnsOf(values: Values) {
  return {
    slug: values.slug,
    ...columns('title', values.title),
    ...columns('deliverable', values.deliverable),
    kind: values.kind,
    organisation_id: values.organisationId,
    starts_on: values.startsOn ?? null,
    due_on: values.dueOn ?? null,
    ...columns('beneficiaries', values.beneficiaries),
    ...columns('participation', values.participation),
    confirmed_by_id: values.confirmedById ?? null,
    visibility: values.visibility,
  };
}

async function isReferenceTaken(db: Source, reference: string, but = ''): Promise<boolean> {
  const found = await db
    .selectFrom('commitments')
    .select('id')
    .where('reference', '=', reference)
    .where('id', '<>', but)
    .executeTakeFirst();
  return found !== undefined;
}

/** The first reference of a year that no commitment has: `C-2027-3`. */
async function freeReference(db: Source, year: string): Promise<string> {
  const start = `C-${year}-`;
  const rows = await db
    .selectFrom('commitments')
    .select('reference')
    .where('reference', 'like', `${start}%`)
    .execute();
  const numbers = rows.map(({ reference }) => Number(reference.slice(start.length))).filter(Number.isInteger);
  return `${start}${Math.max(0, ...numbers) + 1}`;
}
