import { error } from '@sveltejs/kit';
import { readReportDossier } from '#follow-up/report-dossiers/queries.server.ts';
import { addressed } from '../../../../addressed.server.ts';

/** The report at an address with all that the actor may read around it. */
export async function reportAt(locals: App.Locals, { slug, id }: { slug: string; id: string }) {
  const dossier = await readReportDossier(locals.db.reader, locals.actor, id);
  if (!dossier) error(404, 'not-found');
  const { commitment } = dossier;
  await addressed(locals, 'commitments', slug, async (at) => (at === commitment.id ? commitment : undefined));
  return dossier;
}
