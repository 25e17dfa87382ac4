import type { Actor } from '#platform/actor/actor.ts';
import type { Source } from '#platform/database/database.ts';
import { listNamedRecords } from '../evidence-records/queries.server.ts';
import { reportsReadableBy, writtenBy } from '../reports/queries.server.ts';
import type { EvidenceRow } from './model.ts';

/** The evidence of some reports, in its order. The caller has read the reports. */
export async function listEvidence(db: Source, reportIds: readonly string[]): Promise<EvidenceRow[]> {
  if (reportIds.length === 0) return [];
  return db
    .selectFrom('evidence')
    .selectAll()
    .where('report_id', 'in', reportIds)
    .orderBy('position')
    .orderBy('id')
    .execute();
}

/** The evidence of a report with the public records among it as they stand; null where one is not public any more. */
export async function readEvidenceOf(db: Source, reportId: string) {
  const rows = await listEvidence(db, [reportId]);
  const records = await listNamedRecords(
    db,
    rows.flatMap(({ record_kind: kind, record_id: id }) => (kind && id ? [{ kind, id }] : [])),
  );
  return rows.map((row) => ({ ...row, record: records.find(({ id }) => id === row.record_id) ?? null }));
}

export type ToldEvidence = Awaited<ReturnType<typeof readEvidenceOf>>[number];

/** One piece of evidence, where the actor may read its report. */
export function readEvidence(db: Source, actor: Actor, id: string): Promise<EvidenceRow | undefined> {
  return db
    .selectFrom('evidence')
    .innerJoin('reports', 'reports.id', 'evidence.report_id')
    .innerJoin('commitments', 'commitments.id', 'reports.commitment_id')
    .selectAll('evidence')
    .where('evidence.id', '=', id)
    .where(reportsReadableBy(actor))
    .executeTakeFirst();
}

/** Whether an actor writes in the name of the institution whose report some evidence belongs to. */
export async function mayWriteEvidence(db: Source, actor: Actor, id: string): Promise<boolean> {
  const found = await db
    .selectFrom('evidence')
    .innerJoin('reports', 'reports.id', 'evidence.report_id')
    .select('evidence.id')
    .where('evidence.id', '=', id)
    .where(writtenBy(actor))
    .executeTakeFirst();
  return found !== undefined;
}

/** Every file that evidence is or has a copy in. What was taken off a draft is not named any more, and goes. */
export async function evidenceFiles(db: Source): Promise<Set<string>> {
  const rows = await db
    .selectFrom('evidence')
    .select(['sha256', 'narrow_sha256'])
    .where('sha256', 'is not', null)
    .execute();
  return new Set(rows.flatMap(({ sha256, narrow_sha256 }) => [sha256!, narrow_sha256 ?? sha256!]));
}
