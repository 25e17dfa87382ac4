import { error } from '@sveltejs/kit';
import { sitemapPartXml } from '#publication/sitemap/exports.server.ts';
import { answer } from '../answer.ts';
import { publicPages } from '../public-pages.server.ts';

export const GET = async ({ params, locals }) => {
  const xml = sitemapPartXml(await publicPages(locals), locals.publicUrl, Number(params.part));
  if (xml === null) error(404, 'not-found');
  return answer(xml, 'application/xml; charset=utf-8');
};
