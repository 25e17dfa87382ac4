import { briefingPaper } from '#follow-up/briefings/exports.server.ts';
import { BACK, mostRead, refusedDay } from '#follow-up/briefings/model.ts';
import { readBriefing } from '#follow-up/briefings/queries.server.ts';
import { readTerritory } from '#network/territories/queries.server.ts';
import { anonymous } from '#platform/actor/actor.ts';
import { dayOf, endOfDay } from '#platform/clock/due.ts';
import { addDays } from '#platform/clock/local.ts';
import { addressed } from '../../addressed.server.ts';
import { demonstrates, exercises } from '../../exercise.server.ts';

/**
 * The briefing of the territory at an address, of today, with what its reader may read; `?public` leaves out what not
 * everybody reads, `?since=2026-01-01` says from when changes are told.
 */
export async function briefingAt(locals: App.Locals, url: URL, slug: string) {
  const db = locals.db.reader;
  const territory = await addressed(locals, 'territories', slug, (id) => readTerritory(db, id));
  const today = dayOf(locals.clock());
  locals.reads.changesAt(endOfDay(today));
  const given = (url.searchParams.get('since') ?? '').trim();
  const refused = refusedDay(given, today);
  const restricted = locals.actor.grants.length > 0 && !url.searchParams.has('public');
  const since = given === '' || refused ? addDays(today, -BACK) : given;
  const asked = { territory, today, since, most: mostRead };
  const briefing = await readBriefing(db, restricted ? locals.actor : anonymous, asked);
  const setting = {
    publicUrl: locals.publicUrl,
    exercise: await exercises(locals),
    demonstration: await demonstrates(locals),
    restricted,
  };
  return {
    briefing,
    setting,
    paper: briefingPaper(briefing, setting),
    /** The day that its reader asks changes from. */
    given: given === '' || refused ? null : given,
    /** What was given for a day and can't be one from which changes are told. */
    refused,
  };
}
