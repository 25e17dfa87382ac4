import { readDelays } from '#follow-up/delays/queries.server.ts';
import { dayOf, endOfDay } from '#platform/clock/due.ts';
import { recalled } from '../recalled.server.ts';
import { viewAsked } from '../register.server.ts';

const known = ['territory', 'institution', 'page'];

/** What an address asks of delays: a territory, an institution, or all. @param most how many of each list are read */
export async function delaysAt(locals: App.Locals, url: URL, most?: number) {
  const narrowed = new URL(url);
  const foreign = [...url.searchParams].filter(([name]) => !known.includes(name));
  for (const [name] of foreign) narrowed.searchParams.delete(name);
  const asked = await viewAsked(locals, narrowed, 'commitments');
  // What narrows the register and not this is told as well: more than was asked for would mislead.
  for (const [name, value] of foreign)
    if (value.trim() !== '')
      asked.problems.push({ name: name.slice(0, 80), value: value.slice(0, 80), reason: 'unknown-filter' });
  const today = dayOf(locals.clock());
  locals.reads.changesAt(endOfDay(today));
  const { territory, institution } = asked.named;
  const scope = { within: asked.within, institution, today, ...(most !== undefined && { most }) };
  const key = `delays ${today} ${territory?.id ?? ''} ${institution?.id ?? ''} ${most ?? ''}`;
  // All of it may be long: it is read for whoever asks, and not kept.
  const delays = await (most === undefined
    ? readDelays(locals.db.reader, locals.actor, scope)
    : recalled(locals, key, ({ db, actor }) => readDelays(db.reader, actor, scope)));
  return { asked, delays };
}
