import type { Actor } from '#platform/actor/actor.ts';
import type { Source } from '#platform/database/database.ts';
import { listByIds } from '#platform/records/list.server.ts';
import { readCommitment } from '../commitments/queries.server.ts';
import { listIndicators } from '../indicators/queries.server.ts';
import { nextSteps, type ReportRole } from '../reports/model.ts';
import { roleIn } from '../reports/policy.ts';
import { listDecisions, mayWriteReport, readReport, withFigures } from '../reports/queries.server.ts';

/**
 * A report with its commitment, its figures and, for who writes or decides it, what was decided of it and why. Undefined
 * where the actor may not read it.
 */
export async function readReportDossier(db: Source, actor: Actor, id: string) {
  const row = await readReport(db, actor, id);
  if (!row) return undefined;
  const [[report], indicators, commitment, readable, writes] = await Promise.all([
    withFigures(db, [row]),
    listIndicators(db, row.commitment_id),
    // Whoever may read a report reads of what it is, even where the commitment itself is not theirs to read.
    db.selectFrom('commitments').selectAll().where('id', '=', row.commitment_id).executeTakeFirstOrThrow(),
    readCommitment(db, actor, row.commitment_id),
    mayWriteReport(db, actor, id),
  ]);
  const role: ReportRole = { writes, ...roleIn(actor, row, commitment) };
  const decisions = role.writes || role.decides || role.confirms ? await listDecisions(db, id) : null;
  const organisations = await listByIds(db, 'organisations', [
    ...(commitment.confirmed_by_id ? [commitment.confirmed_by_id] : []),
    ...(decisions ?? []).flatMap(({ organisation_id }) => organisation_id ?? []),
  ]);
  const at = (organisation: string | null) => organisations.find((one) => one.id === organisation) ?? null;
  const told = decisions?.map((one) => ({ ...one, organisation: at(one.organisation_id) })) ?? null;
  return {
    report: report!,
    indicators,
    commitment,
    /** Whether the commitment has a page for the actor. */
    isOpen: readable !== undefined,
    confirmer: at(commitment.confirmed_by_id),
    role,
    steps: nextSteps(row, role, {
      reader: actor.id,
      validatedBy: decisions?.findLast(({ decision }) => decision === 'validated')?.decided_by ?? null,
      isConfirmed: commitment.confirmed_by_id !== null,
    }),
    decisions: told,
    /** The decision by which it was sent back, while it is to be taken up again. */
    asked: report!.stage === 'returned' ? (told?.at(-1) ?? null) : null,
  };
}

export type ReportDossier = NonNullable<Awaited<ReturnType<typeof readReportDossier>>>;
