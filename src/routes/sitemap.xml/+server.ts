import { sitemapXml } from '#publication/sitemap/exports.server.ts';
import { listPublicPages } from '#publication/sitemap/queries.server.ts';
import { answer } from '../answer.ts';

export const GET = async ({ locals: { db, actor, publicUrl } }) =>
  answer(sitemapXml(await listPublicPages(db.reader, actor), publicUrl), 'application/xml; charset=utf-8');
