import { error } from '@sveltejs/kit';
import { readDossier } from '#events/dossier/queries.server.ts';
import { hasKnownDays } from '#events/workshops/model.ts';
import { readWorkshop } from '#events/workshops/queries.server.ts';
import { addressed } from './addressed.server.ts';
import { marked } from './exercise.server.ts';
import { recalled } from './recalled.server.ts';

/** As {@link dossierAt}, for the files beside its page, which say where they are of an exercise. */
export async function filedDossierAt(locals: App.Locals, slug: string) {
  const dossier = await dossierAt(locals, slug);
  const [workshop] = await marked(locals, [dossier.workshop]);
  return { ...dossier, workshop: workshop!, programme: await marked(locals, dossier.programme) };
}

/** As {@link filedDossierAt}, for files that need the workshop's days: 404 where they are not known. */
export async function datedDossierAt(locals: App.Locals, slug: string) {
  const dossier = await filedDossierAt(locals, slug);
  if (!hasKnownDays(dossier.workshop)) error(404, 'not-found');
  return dossier;
}

/** The workshop at an address with everything around it, for its page. */
export function dossierAt(locals: App.Locals, slug: string) {
  return recalled(locals, `workshops/${slug}`, async (locals) => {
    const db = locals.db.reader;
    const workshop = await addressed(locals, 'workshops', slug, (id) => readWorkshop(db, locals.actor, id));
    return readDossier(db, locals.actor, workshop);
  });
}
