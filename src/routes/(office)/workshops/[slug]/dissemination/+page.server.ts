import { fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { inFeed, phaseOf } from '#events/workshops/model.ts';
import { publicStatuses } from '#events/policy.ts';
import { cardWords } from '#events/card/exports.server.ts';
import { listWorkshops } from '#events/workshops/queries.server.ts';
import { anonymous } from '#platform/actor/actor.ts';
import { localized } from '#platform/locale/address.ts';
import { locales } from '#platform/locale/locale.ts';
import { read } from '#platform/locale/reader.ts';
import type { Outcome } from '#platform/records/outcome.ts';
import { dispatchNote } from '#publication/dispatches/changes.server.ts';
import { readDispatch } from '#publication/dispatches/queries.server.ts';
import { createPressNote, publishPressNote } from '#publication/press-notes/changes.server.ts';
import { readPressNote } from '#publication/press-notes/queries.server.ts';
import { lettersToSend } from '../../../../dispatch.server.ts';
import { dossierAt } from '../../../../dossier.server.ts';
import { editedWorkshop, headOf } from '../../../../edited-workshop.server.ts';
import { exercises } from '../../../../exercise.server.ts';
import { sentence } from '../../../../forms.server.ts';
import { draftedAt } from '../../../../press-note.server.ts';

export const load = async (event) => {
  const { locals } = event;
  const workshop = await editedWorkshop(event);
  const db = locals.db.reader;
  const dossier = await dossierAt(locals, workshop.slug);
  const note = await readPressNote(db, workshop.id);
  const dispatch = await readDispatch(db, workshop.id);
  const isPublic = publicStatuses.includes(workshop.status);
  return {
    ...headOf(workshop),
    isPublic,
    isOver: phaseOf(workshop, locals.clock()).phase === 'past',
    inFeed: isPublic && inFeed(await listWorkshops(db, anonymous)).some(({ id }) => id === workshop.id),
    exercise: await exercises(locals),
    note: note && {
      id: note.id,
      version: note.version,
      isPublic: note.is_public === 1,
      title: read(note, 'title'),
      languages: locales.filter((locale) => note[`text_${locale}`] !== null),
      changedAt: note.updated_at,
    },
    cards: locales.map((locale) => ({ locale, alt: cardWords(dossier, locale) })),
    letters: note ? await lettersToSend(locals, dossier, note) : [],
    dispatch: dispatch && {
      at: dispatch.created_at,
      queued: dispatch.queued,
      settled: dispatch.settled_at !== null,
    },
  };
};

type Event = RequestEvent & { params: { slug: string } };

/** Does one thing, and comes back to the page. */
async function done(
  event: Event,
  work: (workshop: { id: string; slug: string }) => Promise<Outcome<object>>,
) {
  const workshop = await editedWorkshop(event);
  const outcome = await work(workshop);
  if (!outcome.ok) return fail(422, { problem: sentence(outcome.reason) });
  redirect(303, localized(`/workshops/${workshop.slug}/dissemination`, event.locals.locale));
}

const idAndVersion = (form: FormData) => ({
  id: String(form.get('id')),
  version: Number(form.get('version')),
});

export const actions = {
  draft: (event) =>
    done(event, async ({ id, slug }) => {
      const drafted = await draftedAt(event.locals, slug);
      return createPressNote(event.locals.db, event.locals.actor, { workshopId: id, ...drafted });
    }),
  publish: (event) =>
    done(event, async () => {
      const form = await event.request.formData();
      const isPublic = form.get('public') === '1';
      const input = { ...idAndVersion(form), isPublic };
      return publishPressNote(event.locals.db, event.locals.actor, input);
    }),
  send: (event) =>
    done(event, async () => {
      const { locals } = event;
      const { id: pressNoteId, version } = idAndVersion(await event.request.formData());
      return dispatchNote(locals.db, locals.actor, { pressNoteId, version }, locals);
    }),
};
