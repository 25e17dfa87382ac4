import { error, type RequestEvent } from '@sveltejs/kit';
import { readCommitment } from '#follow-up/commitments/queries.server.ts';
import { listIndicators } from '#follow-up/indicators/queries.server.ts';
import { readReportDossier } from '#follow-up/report-dossiers/queries.server.ts';
import type { ReportRole } from '#follow-up/reports/model.ts';
import {
  listReporting,
  listReports,
  withFigures,
  type ToldReport,
} from '#follow-up/reports/queries.server.ts';
import { read, readOptional } from '#platform/locale/reader.ts';
import { requireAccount, requireRight } from './account.server.ts';
import { addressed } from './addressed.server.ts';

type AskedCommitment = RequestEvent & { params: { slug: string } };
type AskedReport = RequestEvent & { params: { slug: string; id: string } };

/** The commitment at an address with what is measured of it, for who reports on it, and in whose name. */
export async function reportedCommitment({ locals, url, params }: AskedCommitment) {
  requireAccount({ locals, url });
  const { db, actor } = locals;
  const commitment = await addressed(locals, 'commitments', params.slug, (id) =>
    readCommitment(db.reader, actor, id),
  );
  const reporting = await listReporting(db.reader, actor, commitment.id);
  requireRight(reporting.length > 0);
  return { commitment, reporting, indicators: await listIndicators(db.reader, commitment.id) };
}

/** The report at an address, for who has something to do with it. */
export async function reportFor({ locals, url, params }: AskedReport, may: (role: ReportRole) => boolean) {
  requireAccount({ locals, url });
  const dossier = await readReportDossier(locals.db.reader, locals.actor, params.id);
  if (!dossier) error(404, 'not-found');
  const { commitment, role } = dossier;
  await addressed(locals, 'commitments', params.slug, async (at) =>
    at === commitment.id ? commitment : undefined,
  );
  requireRight(may(role));
  return dossier;
}

/** What stands over every page of a report in the office. */
export function headOf({ commitment, report }: Awaited<ReturnType<typeof reportFor>>) {
  return {
    slug: commitment.slug,
    name: read(commitment, 'title'),
    report: {
      id: report.id,
      version: report.version,
      stage: report.stage,
      from: report.period_starts_on,
      to: report.period_ends_on,
    },
  };
}

/** The reports on a commitment as far as whoever writes may read them, the latest period first. */
export async function pastReports({ db, actor }: App.Locals, commitmentId: string): Promise<ToldReport[]> {
  return withFigures(db.reader, await listReports(db.reader, actor, commitmentId));
}

/** What a former report announced, as it stands beside the form of the next one. */
export function announced(report: ToldReport | undefined) {
  if (!report) return null;
  return {
    id: report.id,
    from: report.period_starts_on,
    to: report.period_ends_on,
    nextSteps: readOptional(report, 'next_steps') ?? null,
  };
}

/** The day after one, as records hold it. */
export function dayAfter(day: string): string {
  return new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);
}
