import { readEvidenceOf } from '#follow-up/evidence/queries.server.ts';
import { listReaders, listReadings, withReaders } from '#follow-up/readings/queries.server.ts';
import { openStages } from '#follow-up/reports/model.ts';
import { mayReadDrafts } from '#follow-up/reports/queries.server.ts';
import { chainOf } from '../../../../chain.server.ts';
import { reportAt } from './dossier.server.ts';

export const load = async ({ params, locals }) => {
  const { db, actor } = locals;
  const dossier = await reportAt(locals, params);
  const { report, role } = dossier;
  const [evidence, readings, readers, chain, hasHistory] = await Promise.all([
    readEvidenceOf(db.reader, report.id),
    listReadings(db.reader, actor, [report.id]).then((rows) => withReaders(db.reader, rows)),
    listReaders(db.reader, actor, report.id),
    chainOf(locals, { kind: 'reports', id: report.id }),
    mayReadDrafts(db.reader, actor, report.id),
  ]);
  const published = readings.filter(({ stage }) => stage === 'published');
  return {
    // What a page loads is read beside it: accounts stay with those who work with reports and readings.
    dossier: { ...dossier, report: { ...report, submitted_by: null } },
    chain,
    hasHistory,
    evidence,
    /** Where evidence is added or changed, for who does. */
    addsEvidence: role.writes && openStages.includes(report.stage),
    readings: published.map((row) => ({ ...row, written_by: null, decided_by: null })),
    /** Whether there is something to write, to decide, to reply to or to follow about readings. */
    followsReadings:
      readers.length > 0 || published.length < readings.length || (role.writes && published.length > 0),
  };
};
