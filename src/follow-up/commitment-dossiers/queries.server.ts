import { linkedFrom } from '#network/links/queries.server.ts';
import type { Actor } from '#platform/actor/actor.ts';
import type { Source } from '#platform/database/database.ts';
import { listByIds } from '#platform/records/list.server.ts';
import type { CommitmentRow } from '../commitments/model.ts';
import { readMatching } from '../matching/queries.server.ts';
import { listEvidence } from '../evidence/queries.server.ts';
import { listIndicators } from '../indicators/queries.server.ts';
import { readableBy as recommendationsReadableBy } from '../queries.server.ts';
import { countReadings } from '../readings/queries.server.ts';
import { listReports, withFigures } from '../reports/queries.server.ts';

/** A commitment with who takes part, by which steps, with which money, for which recommendations. */
export async function readCommitmentDossier(db: Source, actor: Actor, commitment: CommitmentRow) {
  const { id } = commitment;
  const [
    parties,
    milestones,
    shares,
    extensions,
    recommendations,
    territories,
    concepts,
    sources,
    matching,
    indicators,
    reports,
  ] = await Promise.all([
    listParts(db, 'commitment_parties', id),
    listMilestones(db, id),
    listParts(db, 'funding_shares', id),
    listGranted(db, id),
    listServed(db, actor, id),
    linkedFrom(db, 'territories', [id], ['concerns']),
    linkedFrom(db, 'concepts', [id], ['serves']),
    linkedFrom(db, 'sources', [id], ['cites']),
    readMatching(db, actor, commitment),
    listIndicators(db, id),
    listReports(db, actor, id).then((rows) => withFigures(db, rows)),
  ]);
  const organisations = await listByIds(db, 'organisations', [
    commitment.organisation_id,
    ...[...parties, ...shares].flatMap(({ organisation_id }) => organisation_id ?? []),
    ...(commitment.confirmed_by_id ? [commitment.confirmed_by_id] : []),
  ]);
  const reportIds = reports.map((report) => report.id);
  const [evidence, readings] = await Promise.all([
    listEvidence(db, reportIds),
    countReadings(db, actor, reportIds),
  ]);
  const at = (organisationId: string | null) =>
    organisations.find((row) => row.id === organisationId) ?? null;
  return {
    commitment,
    organisation: at(commitment.organisation_id)!,
    confirmer: at(commitment.confirmed_by_id),
    parties: parties.map((party) => ({ ...party, organisation: at(party.organisation_id)! })),
    milestones,
    shares: shares.map((share) => ({ ...share, organisation: at(share.organisation_id) })),
    extensions,
    recommendations,
    territories,
    concepts,
    sources,
    matching,
    indicators,
    reports: reports.map((report) => ({
      ...report,
      // Who handed it in is known to those who work with it.
      submitted_by: null,
      evidence: evidence.filter(({ report_id }) => report_id === report.id),
      /** How many readings of civil society are published beside it; its status doesn't depend on them. */
      readings: readings.get(report.id) ?? 0,
    })),
  };
}

export type CommitmentDossier = Awaited<ReturnType<typeof readCommitmentDossier>>;

/** The parts of one kind of a commitment, in their order. The caller has read the commitment. */
export function listParts<Kind extends 'commitment_parties' | 'funding_shares'>(
  db: Source,
  kind: Kind,
  commitmentId: string,
) {
  return db
    .selectFrom(kind as 'commitment_parties')
    .selectAll()
    .where('commitment_id', '=', commitmentId)
    .orderBy('position')
    .orderBy('id')
    .execute() as unknown as Promise<import('#platform/database/tables.ts').Tables[Kind][]>;
}

/** The steps of a commitment, the first due first. The caller has read the commitment. */
export function listMilestones(db: Source, commitmentId: string) {
  return db
    .selectFrom('milestones')
    .selectAll()
    .where('commitment_id', '=', commitmentId)
    .orderBy('due_on')
    .orderBy('position')
    .orderBy('id')
    .execute();
}

/** The longer deadlines that were granted, as anyone reads them: without what was said for and against them. */
function listGranted(db: Source, commitmentId: string) {
  return db
    .selectFrom('deadline_extensions')
    .select(['id', 'from_due_on', 'to_due_on', 'answered_on'])
    .where('commitment_id', '=', commitmentId)
    .where('status', '=', 'granted')
    .orderBy('created_at')
    .orderBy('id')
    .execute();
}

/**
 * The longer deadlines that were asked for, in their order, with their reasons: for those who ask and answer. The caller
 * has read the commitment.
 */
export function listExtensions(db: Source, commitmentId: string) {
  return db
    .selectFrom('deadline_extensions')
    .selectAll()
    .where('commitment_id', '=', commitmentId)
    .orderBy('created_at')
    .orderBy('id')
    .execute();
}

/** The recommendations that a commitment serves, as far as an actor may read them. */
export function listServed(db: Source, actor: Actor, commitmentId: string) {
  return db
    .selectFrom('links')
    .innerJoin('recommendations', 'recommendations.id', 'links.to_id')
    .selectAll('recommendations')
    .select('links.id as link_id')
    .where('links.from_id', '=', commitmentId)
    .where('links.relation', '=', 'implements')
    .where(recommendationsReadableBy(actor))
    .orderBy('links.position')
    .orderBy('links.id')
    .execute();
}
