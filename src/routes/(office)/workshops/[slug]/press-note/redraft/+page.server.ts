import { error, fail, redirect } from '@sveltejs/kit';
import { localized } from '#platform/locale/address.ts';
import { isLocale, locales } from '#platform/locale/locale.ts';
import { takeDraft } from '#publication/press-notes/changes.server.ts';
import { readPressNote } from '#publication/press-notes/queries.server.ts';
import { editedWorkshop, headOf } from '../../../../../edited-workshop.server.ts';
import { sentence } from '../../../../../forms.server.ts';
import { draftedAt } from '../../../../../press-note.server.ts';

/** The note that stands beside the one that the facts give now, for who edits the workshop. */
async function notesAt(event: Parameters<typeof editedWorkshop>[0]) {
  const workshop = await editedWorkshop(event);
  const note = await readPressNote(event.locals.db.reader, workshop.id);
  if (!note) error(404, 'not-found');
  return { workshop, note, drafted: await draftedAt(event.locals, workshop.slug) };
}

export const load = async (event) => {
  const { workshop, note, drafted } = await notesAt(event);
  return {
    ...headOf(workshop),
    id: note.id,
    version: note.version,
    taken: event.url.searchParams.has('taken'),
    languages: locales
      .filter((locale) => drafted.text[locale] !== undefined)
      .map((locale) => {
        const kept = { title: note[`title_${locale}`] ?? '', text: note[`text_${locale}`] ?? '' };
        const now = { title: drafted.title[locale] ?? '', text: drafted.text[locale] ?? '' };
        return { locale, kept, now, same: kept.title === now.title && kept.text === now.text };
      }),
  };
};

export const actions = {
  default: async (event) => {
    const { locals, request } = event;
    const { workshop, note, drafted } = await notesAt(event);
    const form = await request.formData();
    const language = String(form.get('language'));
    if (!isLocale(language) || drafted.text[language] === undefined) error(422, 'not-a-choice');
    const outcome = await takeDraft(locals.db, locals.actor, {
      id: note.id,
      version: Number(form.get('version')),
      language,
      ...drafted,
    });
    if (!outcome.ok) return fail(422, { problem: sentence(outcome.reason) });
    redirect(303, `${localized(`/workshops/${workshop.slug}/press-note/redraft`, locals.locale)}?taken`);
  },
};
