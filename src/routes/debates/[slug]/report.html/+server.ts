import { error } from '@sveltejs/kit';
import { reportIn } from '#deliberation/debates/model.ts';
import { reportHtml } from '#deliberation/reports/exports.server.ts';
import { passage } from '#platform/locale/text.ts';
import { marked, markedName } from '../../../exercise.server.ts';
import { debateAt } from '../debate.server.ts';

/** The report as a file that stands alone, in the language of the address. */
export const GET = async ({ params, locals }) => {
  const { debate, votes } = await debateAt(locals, params.slug);
  if (!votes) error(404, 'not-found');
  const { locale } = locals;
  const [shown] = await marked(locals, [debate]);
  const name = await markedName(locals, `${debate.slug}-${locale}.html`);
  const html = reportHtml(reportIn(votes, debate), {
    locale,
    title: passage(shown!, 'title', locale)!.text,
    summary: passage(debate, 'summary', locale)?.text,
  });
  return new Response(html, {
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-disposition': `attachment; filename="${name}"`,
    },
  });
};
