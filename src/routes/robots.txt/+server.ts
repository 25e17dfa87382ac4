import { answer } from '../answer.ts';
import { exercises } from '../exercise.server.ts';

/** Everything may be found, but for an exercise: what a program made up is nobody's to find. */
export const GET = async ({ locals }) => {
  const rules = (await exercises(locals))
    ? 'Disallow: /'
    : `Allow: /\nSitemap: ${locals.publicUrl}/sitemap.xml`;
  return answer(`User-agent: *\n${rules}\n`, 'text/plain; charset=utf-8');
};
