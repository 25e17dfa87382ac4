import { listPublicPages } from '#publication/sitemap/queries.server.ts';

/** Every page that anyone may read now, for the site map. */
export async function publicPages({ db, actor, clock, reads }: App.Locals) {
  const { pages, changesAt } = await listPublicPages(db.reader, actor, clock());
  if (changesAt) reads.changesAt(changesAt);
  return pages;
}
