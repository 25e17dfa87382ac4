import { error } from '@sveltejs/kit';
import { sitemapPartXml } from '#publication/sitemap/exports.server.ts';
import { listPublicPages } from '#publication/sitemap/queries.server.ts';
import { answer } from '../answer.ts';

export const GET = async ({ params, locals: { db, actor, publicUrl } }) => {
  const xml = sitemapPartXml(await listPublicPages(db.reader, actor), publicUrl, Number(params.part));
  if (xml === null) error(404, 'not-found');
  return answer(xml, 'application/xml; charset=utf-8');
};
