import { error, redirect, type RequestEvent } from '@sveltejs/kit';
import { dayOf } from '#platform/clock/due.ts';
import { readDossier } from '#events/dossier/queries.server.ts';
import { phaseOf } from '#events/workshops/model.ts';
import {
  proceedingsPaper,
  proceedingsProgress,
  type FileType,
  type Paper,
  type Setting,
} from '#publication/proceedings/exports.server.ts';
import { readProceedings } from '#publication/proceedings/queries.server.ts';
import { localized } from '#platform/locale/address.ts';
import { dossierAt } from './dossier.server.ts';
import { editedWorkshop } from './edited-workshop.server.ts';
import { demonstrates, exercises } from './exercise.server.ts';

/** The proceedings as they would be now, for whoever edits the workshop; for anyone else there are none. */
export async function draftProceedingsAt(event: Parameters<typeof editedWorkshop>[0]) {
  const { locals } = event;
  const workshop = await editedWorkshop(event);
  const db = locals.db.reader;
  const dossier = await readDossier(db, locals.actor, workshop);
  const proceedings = await readProceedings(db, locals.actor, dossier, { draft: true });
  return { workshop, paper: proceedingsPaper(proceedings, await settingOf(locals, locals.clock())) };
}

/** The proceedings of the workshop at an address, in the language of the request: 404 until the meeting is over. */
export async function proceedingsAt(locals: App.Locals, slug: string) {
  const dossier = await dossierAt(locals, slug);
  const { phase, changesAt } = phaseOf(dossier.workshop, locals.clock());
  if (changesAt) locals.reads.changesAt(changesAt);
  if (phase !== 'past') error(404, 'not-found');
  const proceedings = await readProceedings(locals.db.reader, locals.actor, dossier);
  return { workshop: dossier.workshop, paper: proceedingsPaper(proceedings, await settingOf(locals)) };
}

/** Where papers are read, and of what network they are. */
export async function settingOf(locals: App.Locals, draftAt?: Date): Promise<Setting> {
  return {
    publicUrl: locals.publicUrl,
    exercise: await exercises(locals),
    demonstration: await demonstrates(locals),
    ...(draftAt && { draftOf: dayOf(draftAt) }),
  };
}

/**
 * Leads to a file once it is written; until then says how it goes, on a page that looks again by itself.
 * @param address of the file without its ending, without locale
 */
export async function fileOrProgress(
  { locals, url, setHeaders }: Pick<RequestEvent, 'locals' | 'url' | 'setHeaders'>,
  paper: Paper,
  address: string,
) {
  const type: FileType = url.searchParams.get('as') === 'docx' ? 'docx' : 'pdf';
  const progress = await proceedingsProgress(paper, type);
  if (progress.written) redirect(303, localized(`${address}.${type}`, locals.locale));
  // Nothing is typed or read here that looking again would disturb.
  setHeaders({ refresh: '2', 'cache-control': 'private, no-store' });
  return { ahead: progress.ahead, again: `${locals.address}?as=${type}` };
}
