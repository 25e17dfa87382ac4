import { anonymous } from '#platform/actor/actor.ts';
import { services } from '#platform/services/services.ts';
import { sitemapXml } from '#publication/sitemap/exports.server.ts';
import { listPublicPages } from '#publication/sitemap/queries.server.ts';
import { answer } from '../answer.ts';

export const GET = async () => {
  const { db, publicUrl } = services();
  return answer(
    sitemapXml(await listPublicPages(db.reader, anonymous), publicUrl),
    'application/xml; charset=utf-8',
  );
};
