import { readDelays } from '#follow-up/delays/queries.server.ts';
import { dayOf, endOfDay } from '#platform/clock/due.ts';
import { recalled } from '../recalled.server.ts';
import { viewAsked } from '../register.server.ts';

/** What an address asks of delays: a territory, an institution, or all. @param most how many of each list are read */
export async function delaysAt(locals: App.Locals, url: URL, most?: number) {
  const narrowed = new URL(url);
  const names = [...narrowed.searchParams.keys()];
  for (const name of names)
    if (!['territory', 'institution'].includes(name)) narrowed.searchParams.delete(name);
  const asked = await viewAsked(locals, narrowed, 'commitments');
  const today = dayOf(locals.clock());
  locals.reads.changesAt(endOfDay(today));
  const { territory, institution } = asked.named;
  const scope = { within: asked.within, institution, today, ...(most !== undefined && { most }) };
  const key = `delays ${today} ${territory?.id ?? ''} ${institution?.id ?? ''} ${most ?? ''}`;
  const delays = await recalled(locals, key, ({ db, actor }) => readDelays(db.reader, actor, scope));
  return { asked, delays };
}
