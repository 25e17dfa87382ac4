import { fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { removeView, renameView } from '#follow-up/saved-views/changes.server.ts';
import { listSavedViews } from '#follow-up/saved-views/queries.server.ts';
import { localized } from '#platform/locale/address.ts';
import type { Outcome } from '#platform/records/outcome.ts';
import { requireAccount } from '../../account.server.ts';
import { sentence } from '../../forms.server.ts';
import { savedViewsInWords } from '../../saved-views.server.ts';

export const load = async (event) => {
  requireAccount(event);
  const { locals } = event;
  const views = await listSavedViews(locals.db.reader, locals.actor);
  return { views: await savedViewsInWords(locals, views) };
};

/** Does it, and shows the list again; what was typed stays where it was refused. */
async function changed(
  event: RequestEvent,
  work: (given: { id: string; name: string }) => Promise<Outcome<object>>,
) {
  requireAccount(event);
  const form = await event.request.formData();
  const given = { id: String(form.get('id') ?? ''), name: String(form.get('name') ?? '') };
  const outcome = await work(given);
  if (!outcome.ok) return fail(422, { ...given, problem: sentence(outcome.reason) });
  redirect(303, localized('/saved-views', event.locals.locale));
}

export const actions = {
  rename: (event) => changed(event, (given) => renameView(event.locals.db, event.locals.actor, given)),
  remove: (event) => changed(event, ({ id }) => removeView(event.locals.db, event.locals.actor, { id })),
};
