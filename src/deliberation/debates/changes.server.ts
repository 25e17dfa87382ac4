import type * as v from 'valibot';
import type { References } from '#network/references/queries.server.ts';
import { removeRecord } from '#network/removals/changes.server.ts';
import type { RemovalInput } from '#network/removals/schema.ts';
import type { Actor } from '#platform/actor/actor.ts';
import { instant, systemClock, type Clock } from '#platform/clock/clock.ts';
import { inTransaction, type Target, type Transaction } from '#platform/database/database.ts';
import { append } from '#platform/journal/append.ts';
import { columns } from '#platform/locale/text.ts';
import { change, refusals } from '#platform/records/change.server.ts';
import { refused } from '#platform/records/outcome.ts';
import { createRecord, updateRecord } from '#platform/records/records.server.ts';
import { newId } from '#platform/records/uuid.ts';
import type { Expiring } from '#platform/retention/retention.ts';
import { SENT_VOTES_KEPT, type DebateCounts, type DebateFileRow, type VoteStage } from './model.ts';
import { keepsDebates, mayEnterDebates } from './policy.ts';
import { listFiles, mayEditDebate, mayEnter, readVotes } from './queries.server.ts';
import {
  debateInput,
  debateUpdate,
  votesDecision,
  type DebateInput,
  type DebateUpdate,
  type VotesDecision,
} from './schema.ts';

/** Enters a debate; its votes are sent afterwards. */
export function createDebate(target: Target, actor: Actor, input: DebateInput, clock: Clock = systemClock) {
  return change(
    target,
    {
      allowed: mayEnterDebates(actor),
      schema: debateInput,
      input,
      within: async (tx, { workshopId }) =>
        workshopId === undefined || (await mayEnter(tx, actor, workshopId)),
    },
    async (tx, values) => {
      if (values.workshopId === undefined && !keepsDebates(actor))
        return refused('deliberation_problem_workshop_missing', 'workshopId');
      return {
        id: await createRecord(tx, actor, 'debates', { ...columnsOf(values), ...withoutVotes }, clock),
      };
    },
  );
}

/** Changes what is said of a debate to the whole input; what is left out of it is emptied. Its votes stay. */
export function updateDebate(target: Target, actor: Actor, input: DebateUpdate, clock: Clock = systemClock) {
  return change(
    target,
    {
      allowed: mayEnterDebates(actor),
      schema: debateUpdate,
      input,
      within: async (tx, { id, workshopId }) =>
        (await mayEditDebate(tx, actor, id)) && (await mayEnter(tx, actor, workshopId)),
    },
    async (tx, { id, version, ...values }) => {
      await updateRecord(tx, actor, 'debates', id, columnsOf(values), { version, clock });
      return { id, version: version + 1 };
    },
  );
}

/** Removes a debate with its votes; their files go from the node by night, once they are a day old. */
export function deleteDebate(
  target: Target,
  actor: Actor,
  input: RemovalInput,
  references: References,
  clock: Clock = systemClock,
) {
  const removal = {
    kind: 'debates',
    references,
    allowed: mayEnterDebates(actor),
    within: (tx: Transaction, id: string) => mayEditDebate(tx, actor, id),
    clock,
  } as const;
  return inTransaction(target, async (tx) => {
    const outcome = await removeRecord(tx, actor, input, removal);
    if (outcome.ok) for (const stage of ['sent', 'kept'] as const) await dropVotes(tx, input.id, stage);
    return outcome;
  });
}

/** Votes that were read and analysed, as they are put before whoever sent them. */
export interface SentVotes {
  /** Of the files, and of how they were analysed. */
  digest: string;
  strict: boolean;
  /** JSON of the report. */
  report: string;
  /** JSON of what is wrong with the files. */
  problems: string;
  files: readonly Omit<DebateFileRow, 'debate_id' | 'stage'>[];
}

/** Puts votes before whoever sent them, in place of others that were sent and not decided about. Nobody else sees them. */
export function sendVotes(
  target: Target,
  actor: Actor,
  { id, ...sent }: SentVotes & { id: string },
  clock: Clock = systemClock,
) {
  return change(
    target,
    {
      allowed: mayEnterDebates(actor),
      schema: votesDecision,
      input: { id, digest: sent.digest },
      within: (tx, { id }) => mayEditDebate(tx, actor, id),
    },
    async (tx) => {
      await dropVotes(tx, id, 'sent');
      const { digest, strict, report, problems, files } = sent;
      const row = { debate_id: id, stage: 'sent' as const };
      await tx
        .insertInto('debate_votes')
        .values({ ...row, sent_at: instant(clock), digest, strict: strict ? 1 : 0, report, problems })
        .execute();
      await tx
        .insertInto('debate_files')
        .values(files.map((file) => ({ ...row, ...file })))
        .execute();
      return { id };
    },
  );
}

/**
 * Keeps the votes that were sent, in place of those that were kept before: from now on the debate's page tells of them.
 * The journal holds their number, their checksum and what the files were called. @param counts those of the report that was sent
 */
export function keepVotes(
  target: Target,
  actor: Actor,
  input: VotesDecision,
  counts: (report: string) => DebateCounts,
  clock: Clock = systemClock,
) {
  return decide(target, actor, input, async (tx, { id, digest }, report) => {
    const former = await listFiles(tx, id, 'kept');
    await dropVotes(tx, id, 'kept');
    for (const table of ['debate_votes', 'debate_files'] as const)
      await tx.updateTable(table).set({ stage: 'kept' }).where('debate_id', '=', id).execute();
    const { groups, ...figures } = counts(report);
    await updateRecord(tx, actor, 'debates', id, { digest, ...figures, group_count: groups }, { clock });
    const came = await listFiles(tx, id, 'kept');
    for (const file of former) await appendFile(tx, actor, { verb: 'delete', file }, clock);
    for (const file of came) await appendFile(tx, actor, { verb: 'create', file }, clock);
  });
}

/** Gives up the votes that were sent; those that were kept before stay. */
export function giveUpVotes(target: Target, actor: Actor, input: VotesDecision) {
  return decide(target, actor, input, (tx, { id }) => dropVotes(tx, id, 'sent'));
}

/** Decides about votes as they were shown; refused where others have been sent since. */
function decide(
  target: Target,
  actor: Actor,
  input: VotesDecision,
  work: (tx: Transaction, input: VotesDecision, report: string) => Promise<void>,
) {
  return change(
    target,
    {
      allowed: mayEnterDebates(actor),
      schema: votesDecision,
      input,
      within: (tx, { id }) => mayEditDebate(tx, actor, id),
    },
    async (tx, values) => {
      const sent = await readVotes(tx, values.id, 'sent');
      if (!sent) return refused(refusals.missing);
      if (sent.digest !== values.digest) return refused(refusals.stale);
      await work(tx, values, sent.report);
      return { id: values.id };
    },
  );
}

/** Votes that were sent and that nobody decided about; their files go with those that nothing names. */
export const sentVotesExpiring: Expiring = {
  name: 'votes that were sent',
  purge: (db, clock) =>
    db.transaction(async (tx) => {
      const before = new Date(clock().getTime() - SENT_VOTES_KEPT * 86_400_000).toISOString();
      const late = await tx
        .selectFrom('debate_votes')
        .select('debate_id')
        .where('stage', '=', 'sent')
        .where('sent_at', '<=', before)
        .execute();
      for (const { debate_id } of late) await dropVotes(tx, debate_id, 'sent');
      return late.length;
    }),
};

/** Writes into the journal that a file of votes came or went: its name, and nothing of what it holds. */
async function appendFile(
  tx: Transaction,
  actor: Actor,
  { verb, file: { debate_id, file, name } }: { verb: 'create' | 'delete'; file: DebateFileRow },
  clock: Clock,
): Promise<void> {
  const row = { debate_id, file, name };
  const [before, after] = verb === 'create' ? [null, row] : [row, null];
  await append(tx, actor, { kind: 'debate_files', recordId: newId(), verb, before, after }, clock);
}

async function dropVotes(tx: Transaction, debateId: string, stage: VoteStage): Promise<void> {
  for (const table of ['debate_votes', 'debate_files'] as const)
    await tx.deleteFrom(table).where('debate_id', '=', debateId).where('stage', '=', stage).execute();
}

const withoutVotes = { digest: null, participants: null, statements: null, votes: null, group_count: null };

function columnsOf(values: v.InferOutput<typeof debateInput>) {
  return {
    slug: values.slug,
    ...columns('title', values.title),
    ...columns('summary', values.summary),
    starts_on: values.startsOn,
    ends_on: values.endsOn ?? null,
    workshop_id: values.workshopId ?? null,
    language: values.language,
    url: values.url ?? null,
    licence: values.licence ?? null,
    visibility: values.visibility,
  };
}
