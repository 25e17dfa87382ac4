import { sitemapXml } from '#publication/sitemap/exports.server.ts';
import { answer } from '../answer.ts';
import { publicPages } from '../public-pages.server.ts';

export const GET = async ({ locals }) =>
  answer(sitemapXml(await publicPages(locals), locals.publicUrl), 'application/xml; charset=utf-8');
