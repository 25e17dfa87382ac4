import type { ReportData } from '#deliberation/reports/model.ts';
import { debateAt } from './debate.server.ts';

export const load = async ({ params, locals }) => {
  const { debate, workshop, votes } = await debateAt(locals, params.slug);
  return { debate, workshop, report: votes && (JSON.parse(votes.report) as ReportData) };
};
