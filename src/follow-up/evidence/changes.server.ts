import { dayIn } from '#platform/clock/due.ts';
import { sql } from 'kysely';
import type { Actor } from '#platform/actor/actor.ts';
import { instant, systemClock, type Clock } from '#platform/clock/clock.ts';
import type { Database, Target, Transaction } from '#platform/database/database.ts';
import { keepFile } from '#platform/files/keep.ts';
import type { KeptFile, SentFile } from '#platform/files/model.ts';
import { safeName } from '#platform/files/name.ts';
import type { FileStore } from '#platform/files/store.ts';
import { problems } from '#platform/locale/schema.ts';
import { columns, type TrilingualText } from '#platform/locale/text.ts';
import { change } from '#platform/records/change.server.ts';
import { nextPosition } from '#platform/records/list.server.ts';
import type { NewRecord } from '#platform/records/model.ts';
import { refused, type Refusal } from '#platform/records/outcome.ts';
import { createRecord, deleteRecord, updateRecord } from '#platform/records/records.server.ts';
import type { Copier } from '#platform/web-copies/model.ts';
import { findRecord } from '../evidence-records/queries.server.ts';
import { openStages } from '../reports/model.ts';
import { mayReport } from '../reports/policy.ts';
import { mayWriteReport } from '../reports/queries.server.ts';
import { handedOutAs, isPicture, MOST_EVIDENCE, type EvidenceRow } from './model.ts';
import { listEvidence, mayWriteEvidence } from './queries.server.ts';
import {
  evidenceDescription,
  fileInput,
  recordInput,
  standingEvidence,
  webPageInput,
  type EvidenceDescription,
  type FileInput,
  type RecordInput,
  type StandingEvidence,
  type WebPageInput,
} from './schema.ts';

/**
 * Adds a file to a report that is being written. Rights and words are asked before the file is looked at, and again with
 * the row: no transaction waits for bytes, unless it is the caller's.
 */
export async function attachFile(
  target: Target,
  store: FileStore,
  actor: Actor,
  { sent, ...input }: FileInput & { sent: SentFile },
  clock: Clock = systemClock,
) {
  const asked = adding(actor, fileInput, input);
  const first = await change(
    target,
    asked,
    async (tx, { reportId }) => (await refusalOf(tx, reportId)) ?? {},
  );
  if (!first.ok) return first;
  const kept = await keepFile(store, sent, 'as named');
  if (!kept.ok) return kept;
  return change(target, asked, async (tx, { reportId, alt, ...said }) => {
    const { file } = kept;
    const refusal = await refusalOf(
      tx,
      reportId,
      ({ kind, sha256 }) => kind === 'file' && sha256 === file.sha256,
    );
    if (refusal) return refusal;
    if (file.narrowSha256 && !alt) return refused(problems.required, 'alt');
    const row = {
      ...nothing,
      ...saidOf(said),
      ...columns('alt', alt),
      ...bytesOf(file),
      kind: 'file' as const,
    };
    return add(tx, actor, reportId, row, clock);
  });
}

/**
 * Adds a page of the public web to a report that is being written, with a copy of what stands there now. Where there is
 * none, the page stands with the reason; an address that is not of the public web is refused. No transaction waits for
 * the network.
 */
export async function attachWebPage(
  db: Database,
  store: FileStore,
  copier: Copier,
  actor: Actor,
  input: WebPageInput,
  clock: Clock = systemClock,
) {
  const asked = adding(actor, webPageInput, input);
  const refusing = (tx: Transaction, { reportId, url }: WebPageInput) =>
    refusalOf(tx, reportId, (row) => row.url === url, 'url');
  const first = await change(db, asked, async (tx, values) => (await refusing(tx, values)) ?? {});
  if (!first.ok) return first;
  const copy = await copied(store, copier, input.url, clock);
  if ('ok' in copy) return copy;
  return change(db, asked, async (tx, values) => {
    const refusal = await refusing(tx, values);
    if (refusal) return refusal;
    const { reportId, url, ...said } = values;
    return add(tx, actor, reportId, { ...nothing, ...saidOf(said), ...copy, kind: 'web-page', url }, clock);
  });
}

/** Asks again for the copy of a page that there is none of. A copy that stands is never replaced. */
export async function copyAgain(
  db: Database,
  store: FileStore,
  copier: Copier,
  actor: Actor,
  input: StandingEvidence,
  clock: Clock = systemClock,
) {
  const asked = changing(actor, standingEvidence, input);
  const first = await change(db, asked, async (tx, { id }) => {
    const row = await standing(tx, id);
    const refusal = (await refusalOf(tx, row.report_id)) ?? uncopied(row);
    return refusal ?? { url: row.url! };
  });
  if (!first.ok) return first;
  const copy = await copied(store, copier, first.url, clock);
  if ('ok' in copy) return copy;
  return change(db, asked, async (tx, { id, version }) => {
    const row = await standing(tx, id);
    const refusal = (await closed(tx, row.report_id)) ?? uncopied(row);
    if (refusal) return refusal;
    await updateRecord(tx, actor, 'evidence', id, copy, { version, clock });
    return { id, isCopied: copy.sha256 !== null };
  });
}

/** Adds a public record of the node, by the address of its page. */
export function attachRecord(
  target: Target,
  actor: Actor,
  { publicUrl, ...input }: RecordInput & { publicUrl: string },
  clock: Clock = systemClock,
) {
  return change(target, adding(actor, recordInput, input), async (tx, { reportId, address, ...said }) => {
    const record = await findRecord(tx, address, publicUrl);
    if (!record) return refused('follow_up_problem_no_public_record', 'address');
    const { kind: record_kind, id: record_id } = record;
    const refusal = await refusalOf(tx, reportId, (row) => row.record_id === record_id, 'address');
    if (refusal) return refusal;
    const row = { ...nothing, ...saidOf(said), kind: 'record' as const, record_kind, record_id };
    return add(tx, actor, reportId, row, clock);
  });
}

/** Changes what is said of evidence, as long as its report is being written. */
export function describeEvidence(
  target: Target,
  actor: Actor,
  input: EvidenceDescription,
  clock: Clock = systemClock,
) {
  return change(
    target,
    changing(actor, evidenceDescription, input),
    async (tx, { id, version, alt, ...said }) => {
      const row = await standing(tx, id);
      const refusal = await closed(tx, row.report_id);
      if (refusal) return refusal;
      if (isPicture(row) && !alt) return refused(problems.required, 'alt');
      const seen = columns('alt', isPicture(row) ? alt : undefined);
      await updateRecord(tx, actor, 'evidence', id, { ...saidOf(said), ...seen }, { version, clock });
      return { id, version: version + 1 };
    },
  );
}

/** Takes evidence off a report that is being written; its bytes go where nothing else names them. */
export function removeEvidence(
  target: Target,
  actor: Actor,
  input: StandingEvidence,
  clock: Clock = systemClock,
) {
  return change(target, changing(actor, standingEvidence, input), async (tx, { id }) => {
    const refusal = await closed(tx, (await standing(tx, id)).report_id);
    if (refusal) return refusal;
    await deleteRecord(tx, actor, 'evidence', id, clock);
    return { id };
  });
}

/** Moves evidence one place up among that of its report. */
export function raiseEvidence(
  target: Target,
  actor: Actor,
  input: StandingEvidence,
  clock: Clock = systemClock,
) {
  return change(target, changing(actor, standingEvidence, input), async (tx, { id }) => {
    const { report_id } = await standing(tx, id);
    const refusal = await closed(tx, report_id);
    if (refusal) return refusal;
    const rows = await listEvidence(tx, [report_id]);
    const at = rows.findIndex((row) => row.id === id);
    const order = rows.toSpliced(at, 1).toSpliced(Math.max(0, at - 1), 0, rows[at]!);
    for (const [index, row] of order.entries())
      if (row.position !== index + 1)
        await updateRecord(tx, actor, 'evidence', row.id, { position: index + 1 }, { clock });
    return { id };
  });
}

const adding = <Schema extends typeof fileInput | typeof webPageInput | typeof recordInput>(
  actor: Actor,
  schema: Schema,
  input: unknown,
) => ({
  allowed: mayReport(actor),
  schema,
  input,
  within: (tx: Transaction, { reportId }: { reportId: string }) => mayWriteReport(tx, actor, reportId),
});

const changing = <Schema extends typeof standingEvidence | typeof evidenceDescription>(
  actor: Actor,
  schema: Schema,
  input: unknown,
) => ({
  allowed: mayReport(actor),
  schema,
  input,
  within: (tx: Transaction, { id }: { id: string }) => mayWriteEvidence(tx, actor, id),
});

function standing(tx: Transaction, id: string): Promise<EvidenceRow> {
  return tx.selectFrom('evidence').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
}

/**
 * A refusal where a report is not being written. The report's row is written as it is, so that whoever hands it in, or
 * adds to it as well, waits: what is handed in is what was there.
 */
async function closed(tx: Transaction, reportId: string): Promise<Refusal | null> {
  const { numUpdatedRows } = await tx
    .updateTable('reports')
    .set({ version: sql`version` })
    .where('id', '=', reportId)
    .where('stage', 'in', openStages)
    .executeTakeFirst();
  return numUpdatedRows === 1n ? null : refused('follow_up_problem_report_sent');
}

/** A refusal where a report takes no more evidence, or has this already. */
async function refusalOf(
  tx: Transaction,
  reportId: string,
  isTwin: (row: EvidenceRow) => boolean = () => false,
  field = 'file',
): Promise<Refusal | null> {
  const refusal = await closed(tx, reportId);
  if (refusal) return refusal;
  const rows = await listEvidence(tx, [reportId]);
  if (rows.some(isTwin)) return refused('follow_up_problem_evidence_twice', field);
  return rows.length >= MOST_EVIDENCE ? refused('follow_up_problem_too_much_evidence', field) : null;
}

const uncopied = ({ kind, sha256 }: EvidenceRow): Refusal | null =>
  kind === 'web-page' && sha256 === null ? null : refused('follow_up_problem_copied_already');

type Row = Omit<NewRecord<'evidence'>, 'report_id' | 'position'>;

async function add(tx: Transaction, actor: Actor, reportId: string, row: Row, clock: Clock) {
  const position = await nextPosition(tx, 'evidence', { column: 'report_id', value: reportId });
  const id = await createRecord(tx, actor, 'evidence', { report_id: reportId, position, ...row }, clock);
  return { id, isCopied: row.sha256 !== null };
}

const nothing = {
  ...columns('alt', undefined),
  name: null,
  media_type: null,
  bytes: null,
  sha256: null,
  narrow_sha256: null,
  width: null,
  height: null,
  url: null,
  tried_at: null,
  copied_from: null,
  copy_problem: null,
  copy_status: null,
  record_kind: null,
  record_id: null,
};

interface Said {
  caption: TrilingualText;
  datedOn?: string | undefined;
  source?: string | undefined;
  licence?: string | undefined;
}

const saidOf = ({ caption, datedOn, source, licence }: Said) => ({
  ...columns('caption', caption),
  dated_on: datedOn ?? null,
  source: source || null,
  licence: licence || null,
});

const bytesOf = ({ name, mediaType, bytes, sha256, narrowSha256, width, height }: KeptFile) => ({
  name,
  media_type: mediaType,
  bytes,
  sha256,
  narrow_sha256: narrowSha256,
  width,
  height,
});

/** What stands at an address now, in the store; or why there is no copy. */
async function copied(store: FileStore, copier: Copier, url: string, clock: Clock) {
  const copy = await copier(url);
  const tried_at = instant(clock);
  if (!copy.ok) {
    if (copy.problem === 'not-public') return refused('follow_up_problem_not_public', 'url');
    const none = { name: null, media_type: null, bytes: null, sha256: null, copied_from: null };
    return { ...none, tried_at, copy_problem: copy.problem, copy_status: copy.status };
  }
  const { bytes, mediaType: media_type, address: copied_from } = copy;
  const name = safeName(
    `${new URL(copied_from).hostname.replaceAll('.', '-')} ${dayIn(tried_at)}`,
    handedOutAs(media_type).extension,
  );
  const sha256 = await store.put(bytes);
  const none = { copy_problem: null, copy_status: null };
  return { ...none, name, media_type, bytes: bytes.length, sha256, copied_from, tried_at };
}
