import { listEditions, readSeries } from '#events/workshops/queries.server.ts';
import { addressed } from '../../addressed.server.ts';

/** The series at an address with its editions, the first one first. */
export async function seriesAt(locals: App.Locals, slug: string) {
  const db = locals.db.reader;
  const series = await addressed(locals, 'series', slug, (id) => readSeries(db, id));
  return { series, editions: await listEditions(db, locals.actor, series.id) };
}
