import { error } from '@sveltejs/kit';
import { phaseOf } from '#events/workshops/model.ts';
import { proceedingsPaper } from '#publication/proceedings/exports.server.ts';
import { readProceedings } from '#publication/proceedings/queries.server.ts';
import { dossierAt } from './dossier.server.ts';
import { demonstrates, exercises } from './exercise.server.ts';

/** The proceedings of the workshop at an address, in the language of the request: 404 until the meeting is over. */
export async function proceedingsAt(locals: App.Locals, slug: string) {
  const dossier = await dossierAt(locals, slug);
  const { phase, changesAt } = phaseOf(dossier.workshop, locals.clock());
  if (changesAt) locals.reads.changesAt(changesAt);
  if (phase !== 'past') error(404, 'not-found');
  const proceedings = await readProceedings(locals.db.reader, locals.actor, dossier);
  const paper = proceedingsPaper(proceedings, {
    publicUrl: locals.publicUrl,
    exercise: await exercises(locals),
    demonstration: await demonstrates(locals),
  });
  return { workshop: dossier.workshop, paper };
}
