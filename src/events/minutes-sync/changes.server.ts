import * as v from 'valibot';
import { followMerges } from '#network/merges/queries.server.ts';
import type { Actor } from '#platform/actor/actor.ts';
import { instant, systemClock, type Clock } from '#platform/clock/clock.ts';
import type { Source, Target, Transaction } from '#platform/database/database.ts';
import { listByIds } from '#platform/records/list.server.ts';
import { change, refusals } from '#platform/records/change.server.ts';
import { refused, type Outcome } from '#platform/records/outcome.ts';
import { newId } from '#platform/records/uuid.ts';
import type { Expiring } from '#platform/retention/retention.ts';
import {
  emptyEntry,
  type EntryContent,
  type MinutesEntryRow,
  type MinutesOperationRow,
  type OperationOutcome,
} from '../minutes-entries/model.ts';
import { entryChange } from '../minutes-entries/schema.ts';
import { merge, type Merged, type Operation } from '../minutes-merge/model.ts';
import type { Answer } from '../minutes-replica/model.ts';
import type { MinutesRow } from '../minutes/model.ts';
import { mayRecordConclusions } from '../policy.ts';
import { mayWrite, readWritable } from '../minutes/queries.server.ts';
import { contentOf, isNoted, noteWriter, readSince } from './queries.server.ts';
import { syncInput, type SyncInput } from './schema.ts';

/**
 * Takes what a device wrote and answers what it has not seen. Each operation is done once, however often it is sent,
 * and answered for; what comes when the minutes take no more is kept beside them as late. Operations come in the order
 * they were written, so one that fails by its fields keeps no later one back.
 */
export async function syncMinutes(
  target: Target,
  actor: Actor,
  input: SyncInput,
  clock: Clock = systemClock,
): Promise<Outcome<{ answer: Answer }>> {
  if ('reader' in target) {
    const read = await readIdle(target.reader, actor, input, clock());
    if (read) return { ok: true, answer: read };
  }
  return change(
    target,
    {
      allowed: mayRecordConclusions(actor),
      schema: syncInput,
      input,
      within: (tx, { minutesId }) => mayWrite(tx, actor, minutesId),
    },
    async (tx, { minutesId, device, since, sentAt, entry, operations }) => {
      // The row's lock puts devices in a queue, so that sequences are given in the order they are committed in.
      const minutes = await tx
        .updateTable('minutes')
        .set((column) => ({ sequence: column('sequence', '+', operations.length > 0 ? 1 : 0) }))
        .where('id', '=', minutesId)
        .returningAll()
        .executeTakeFirst();
      if (!minutes) return refused(refusals.missing);
      const now = clock();
      const writer = { actor, device, minutes, now, ahead: Date.parse(sentAt) - now.getTime() };
      const outcomes: { id: string; outcome: OperationOutcome; reason?: string }[] = [];
      for (const operation of operations)
        outcomes.push({ id: operation.id, ...(await take(tx, writer, operation)) });
      await noteWriter(tx, { minutesId, device, accountId: actor.id, entry }, now);
      return { answer: { ...(await readSince(tx, actor, minutes, device, since, now)), outcomes } };
    },
  );
}

/**
 * What a device is answered that brings nothing, and is known to be there: such a request, which comes every few
 * seconds from each page that is open, writes nothing. Null where there is something to write, or to refuse.
 */
async function readIdle(db: Source, actor: Actor, input: SyncInput, now: Date): Promise<Answer | null> {
  const parsed = v.safeParse(syncInput, input, { abortEarly: true });
  if (!mayRecordConclusions(actor) || !parsed.success || parsed.output.operations.length > 0) return null;
  const { minutesId, device, since, entry } = parsed.output;
  if (!(await isNoted(db, { minutesId, device, accountId: actor.id, entry }, now))) return null;
  const minutes = await readWritable(db, actor, minutesId);
  return minutes ? { ...(await readSince(db, actor, minutes, device, since, now)), outcomes: [] } : null;
}

interface Writing {
  actor: Actor;
  device: string;
  minutes: MinutesRow;
  now: Date;
  /** By how many milliseconds the device's clock is ahead of ours. */
  ahead: number;
}

type Taken = { outcome: OperationOutcome; reason?: string };
type Asked = v.InferOutput<typeof syncInput>['operations'][number];

async function take(tx: Transaction, writing: Writing, asked: Asked): Promise<Taken> {
  const done = await tx
    .selectFrom('minutes_operations')
    .select(['outcome', 'minutes_id'])
    .where('id', '=', asked.id)
    .executeTakeFirst();
  if (done) return { outcome: done.outcome };
  const parsed = v.safeParse(entryChange, asked.set, { abortPipeEarly: true });
  if (!parsed.success) return { outcome: 'refused', reason: reasonOf(parsed.issues[0].message) };
  const operation: Operation = { ...asked, set: parsed.output as Partial<EntryContent> };
  const row = await tx
    .selectFrom('minutes_entries')
    .selectAll()
    .where('id', '=', asked.entry)
    .executeTakeFirst();
  // Nobody reaches an entry of other minutes by its id.
  if (row && row.minutes_id !== writing.minutes.id) return { outcome: 'refused', reason: refusals.missing };
  if (writing.minutes.status !== 'open') {
    await log(tx, writing, operation, { outcome: 'late', version: null, changed: {}, content: null });
    return { outcome: 'late' };
  }
  Object.assign(operation.set, await meantWith(tx, operation, row));
  if (!(await namesRecords(tx, operation.set))) {
    // A record that went while the device had no network takes no words away.
    if (!('owner' in operation.set || 'speaker' in operation.set))
      return { outcome: 'refused', reason: refusals.missing };
    Object.assign(operation.set, nobody);
  }
  const merged = merge(
    row ?? null,
    await historyOf(tx, operation),
    await rivalsOf(tx, operation.entry),
    writing.device,
    operation,
  );
  await put(tx, writing, operation, row, merged);
  await putRivals(tx, writing, operation, merged);
  return { outcome: merged.outcome };
}

/** Writes the entry, where it changes, and the operation. */
async function put(
  tx: Transaction,
  writing: Writing,
  operation: Operation,
  row: MinutesEntryRow | undefined,
  merged: Merged,
): Promise<void> {
  const { outcome, changed } = merged;
  const written = !row || Object.keys(changed).length > 0;
  const version = written ? (row?.version ?? 0) + 1 : null;
  const content = { ...(row ? contentOf(row) : emptyEntry), ...changed };
  if (version !== null) {
    const now = writing.now.toISOString();
    const columns = { ...content, version, sequence: writing.minutes.sequence, changed_at: now };
    if (row) await tx.updateTable('minutes_entries').set(columns).where('id', '=', row.id).execute();
    else
      await tx
        .insertInto('minutes_entries')
        .values({ ...columns, id: operation.entry, minutes_id: writing.minutes.id, begun_at: now })
        .execute();
  }
  await log(tx, writing, operation, { outcome, version, changed, content: written ? content : null });
}

async function putRivals(
  tx: Transaction,
  { actor, device, minutes, ...writing }: Writing,
  operation: Operation,
  { rivals, settled }: Merged,
): Promise<void> {
  const { sequence } = minutes;
  const written_at = writtenAt(writing, operation);
  for (const { id, field, value } of rivals) {
    if (id !== null)
      await tx
        .updateTable('minutes_rivals')
        .set({ value, sequence, written_at })
        .where('id', '=', id)
        .execute();
    else
      await tx
        .insertInto('minutes_rivals')
        .values({
          id: newId(),
          minutes_id: minutes.id,
          entry_id: operation.entry,
          sequence,
          field,
          value,
          device_id: device,
          account_id: actor.id,
          written_at,
          settled_by: null,
          settled_at: null,
        })
        .execute();
  }
  if (settled.length > 0)
    await tx
      .updateTable('minutes_rivals')
      .set({ settled_by: actor.id, settled_at: instant(() => writing.now), sequence })
      .where('id', 'in', settled)
      .execute();
}

async function log(
  tx: Transaction,
  { actor, device, minutes, ...writing }: Writing,
  operation: Operation,
  ended: Pick<MinutesOperationRow, 'outcome' | 'version'> & { changed: object; content: object | null },
): Promise<void> {
  await tx
    .insertInto('minutes_operations')
    .values({
      id: operation.id,
      minutes_id: minutes.id,
      entry_id: operation.entry,
      sequence: minutes.sequence,
      version: ended.version,
      device_id: device,
      account_id: actor.id,
      written_at: writtenAt(writing, operation),
      received_at: writing.now.toISOString(),
      outcome: ended.outcome,
      asked: JSON.stringify({
        base: operation.base,
        set: operation.set,
        ...(operation.settles && { settles: operation.settles }),
      }),
      changed: JSON.stringify(ended.changed),
      content: ended.content && JSON.stringify(ended.content),
    })
    .execute();
}

/** When it was written by our clock: the device's, less what it is ahead; never later than now. */
function writtenAt({ now, ahead }: Pick<Writing, 'now' | 'ahead'>, { writtenAt: said }: Operation): string {
  return new Date(Math.min(now.getTime(), Date.parse(said) - ahead)).toISOString();
}

async function historyOf(tx: Transaction, { entry, base, settles }: Operation) {
  const rows = await tx
    .selectFrom('minutes_operations')
    .select(['version', 'device_id', 'changed'])
    .where('entry_id', '=', entry)
    .where('version', '>', settles === undefined ? base : 0)
    .orderBy('version')
    .execute();
  return rows.map(({ version, device_id, changed }) => ({
    version: version!,
    device: device_id,
    changed: JSON.parse(changed) as Partial<EntryContent>,
  }));
}

async function rivalsOf(tx: Transaction, entry: string) {
  const rows = await tx.selectFrom('minutes_rivals').selectAll().where('entry_id', '=', entry).execute();
  return rows.map(({ id, field, value, device_id, settled_at }) => ({
    id,
    field,
    value,
    device: device_id,
    settled: settled_at !== null,
  }));
}

const nobody = { organisation_id: null, person_id: null };

/** The records that the words of a rival meant, where the rival is chosen: whoever wrote it named them. */
async function meantWith(
  tx: Transaction,
  { entry, set, settles }: Operation,
  row: MinutesEntryRow | undefined,
): Promise<Partial<EntryContent>> {
  const field = settles && (['owner', 'speaker'] as const).find((words) => words in set);
  if (!field || 'organisation_id' in set || 'person_id' in set || row?.[field] === set[field]) return {};
  const rows = await tx
    .selectFrom('minutes_operations')
    .select('asked')
    .where('entry_id', '=', entry)
    .orderBy('sequence', 'desc')
    .execute();
  const asked = rows.map((one) => (JSON.parse(one.asked) as { set: Partial<EntryContent> }).set);
  const named = asked.find(
    (one) => one[field] === set[field] && ('organisation_id' in one || 'person_id' in one),
  );
  const { organisation_id = null, person_id = null } = named ?? nobody;
  return { organisation_id, person_id };
}

/** Whether the records that an entry names are there, or others that they were merged into. */
async function namesRecords(tx: Transaction, set: Partial<EntryContent>): Promise<boolean> {
  const { organisation_id, person_id } = set;
  const found = async (kind: 'organisations' | 'people', id: string) =>
    (await listByIds(tx, kind, [(await followMerges(tx, id)).id])).length > 0;
  return (
    (!organisation_id || (await found('organisations', organisation_id))) &&
    (!person_id || (await found('people', person_id)))
  );
}

/** A message key, where the library's own sentence stands in its place. */
function reasonOf(message: string): string {
  return /^[a-z-]+_[a-z_]+$/.test(message) ? message : 'platform_problem_required';
}

/** How long a device is remembered that had minutes open, in milliseconds. */
const WRITERS_KEPT = 86_400_000;

/** Who had minutes open on which device: it tells who is there now, and nothing a day later. */
export const writersExpiring: Expiring = {
  name: 'writers of minutes',
  purge: (db, clock) =>
    db.transaction(async (tx) => {
      const before = new Date(clock().getTime() - WRITERS_KEPT).toISOString();
      const gone = await tx.deleteFrom('minutes_writers').where('seen_at', '<=', before).executeTakeFirst();
      return Number(gone.numDeletedRows);
    }),
};
