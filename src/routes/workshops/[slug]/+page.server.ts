import { debatesOf } from '#deliberation/debates/queries.server.ts';
import { workshopJsonLd } from '#events/structured-data/exports.server.ts';
import { nextLate } from '#events/actions/model.ts';
import { dayOf, endOfDay } from '#platform/clock/due.ts';
import { readActions } from '#events/actions/queries.server.ts';
import type { Dossier } from '#events/dossier/queries.server.ts';
import { nothingOn, nowAndNext } from '#events/programme/model.ts';
import { readReadiness } from '#events/readiness/queries.server.ts';
import { phaseOf, withoutSexes } from '#events/workshops/model.ts';
import { countAheadOf } from '#follow-up/chain/queries.server.ts';
import { readUptakes } from '#follow-up/conclusions/queries.server.ts';
import { readPrevious } from '#follow-up/previous-editions/queries.server.ts';
import { recommendationsLinkedTo } from '#follow-up/recommendations/queries.server.ts';
import { linkedFrom } from '#network/links/queries.server.ts';
import type { Actor } from '#platform/actor/actor.ts';
import type { Source } from '#platform/database/database.ts';
import { readPublicNote } from '#publication/press-notes/queries.server.ts';
import { dossierAt } from '../../dossier.server.ts';
import { recalled } from '../../recalled.server.ts';

/** How many recommendations of the editions before the page tells one by one; the register has the rest. */
const PREVIOUS_MOST = 3;

export const load = async ({ params, locals }) => {
  const dossier = await dossierAt(locals, params.slug);
  const { workshop } = dossier;
  // What is remembered beside the dossier reads it anew, so that it depends on what the dossier depends on.
  const { recommendations, sessions, ahead, uptakes } = await recalled(
    locals,
    `came-of/${workshop.id}`,
    async (within) => cameOf(within.db.reader, within.actor, await dossierAt(within, params.slug)),
  );
  // Who is to do what is told once the workshop is published.
  const owned =
    workshop.status === 'published'
      ? await recalled(locals, `actions/${workshop.id}`, ({ db }) => readActions(db.reader, workshop.id))
      : [];

  const hasNote = await recalled(locals, `press-note/${workshop.id}`, async ({ db }) => {
    const note = await readPublicNote(db.reader, workshop);
    return note !== undefined;
  });

  const debates = await recalled(locals, `debates/${workshop.id}`, ({ db, actor }) =>
    debatesOf(db.reader, actor, workshop.id),
  );

  const before = await recalled(locals, `previous/${workshop.id}`, async (within) =>
    readPrevious(within.db.reader, within.actor, await dossierAt(within, params.slug), PREVIOUS_MOST),
  );

  const at = locals.clock();
  const late = nextLate(owned, dayOf(at));
  if (late) locals.reads.changesAt(late);
  const { phase, changesAt } = phaseOf(workshop, at);
  const now = phase === 'off' ? nothingOn : nowAndNext(dossier.programme, workshop.time_zone, at);
  for (const change of [changesAt, now.changesAt]) if (change) locals.reads.changesAt(change);

  const until = locals.reads.next;
  // What stands on a day is told anew the day after; a page left open is of the day that it names.
  if (before.editions.length > 0) locals.reads.changesAt(endOfDay(dayOf(at)));

  // Only who is signed in reads a draft, so that nothing of this is kept for anyone.
  const readiness =
    workshop.status === 'draft'
      ? await readReadiness(locals.db.reader, locals.actor, workshop, dossier.programme, recommendations)
      : null;

  return {
    readiness,
    dossier,
    recommendations,
    sessions,
    ahead,
    uptakes,
    debates,
    before,
    // Words that name an owner may be those of somebody without a public record.
    actions: owned.map((action) => ({ ...action, owner: null, reason: null, reason_language: null })),
    today: dayOf(at),
    hasNote,
    phase,
    now,
    until,
    jsonLd: workshopJsonLd(dossier, locals.publicUrl),
  };
};

/** What a workshop shared and what became of it, and the sessions in which this and its conclusions were formulated. */
async function cameOf(db: Source, actor: Actor, { workshop, conclusions }: Dossier) {
  const recommendations = await recommendationsLinkedTo(db, actor, workshop.id, ['shared-at']);
  const ids = [...conclusions, ...recommendations].map(({ id }) => id);
  const [items, ahead, uptakes] = await Promise.all([
    linkedFrom(db, 'programme_items', ids, ['formulated-in']),
    countAheadOf(
      db,
      actor,
      recommendations.map(({ id }) => id),
    ),
    readUptakes(db, actor, conclusions),
  ]);
  return {
    recommendations,
    ahead,
    uptakes,
    sessions: withoutSexes(items)
      .filter(({ workshop_id }) => workshop_id === workshop.id)
      .map(({ id, other_id }) => ({ itemId: id, of: other_id })),
  };
}
