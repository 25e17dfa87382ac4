import { error } from '@sveltejs/kit';
import { reportHtml } from '#deliberation/reports/exports.server.ts';
import type { ReportData } from '#deliberation/reports/model.ts';
import { passage } from '#platform/locale/text.ts';
import { debateAt } from '../debate.server.ts';

/** The report as a file that stands alone, in the language of the address. */
export const GET = async ({ params, locals }) => {
  const { debate, votes } = await debateAt(locals, params.slug);
  if (!votes) error(404, 'not-found');
  const { locale } = locals;
  const html = reportHtml(JSON.parse(votes.report) as ReportData, {
    locale,
    title: passage(debate, 'title', locale)!.text,
    summary: passage(debate, 'summary', locale)?.text,
  });
  return new Response(html, {
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-disposition': `attachment; filename="${debate.slug}-${locale}.html"`,
    },
  });
};
