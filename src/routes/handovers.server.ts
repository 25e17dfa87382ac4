import { error, type RequestEvent } from '@sveltejs/kit';
import { handoverPaper } from '#follow-up/handover-files/exports.server.ts';
import { readHandoverFile } from '#follow-up/handover-files/queries.server.ts';
import type { HandoverRow } from '#follow-up/handovers/model.ts';
import { listInvited, readHandover, standingIn, successorOf } from '#follow-up/handovers/queries.server.ts';
import { readAccountNames } from '#network/accounts/queries.server.ts';
import { isId } from '#platform/records/uuid.ts';
import { requireAccount } from './account.server.ts';
import { formTitle } from './duties.server.ts';
import { demonstrates, exercises } from './exercise.server.ts';
import { nameOfPlace, namesOfPlaces } from './places.server.ts';

type Asked = Pick<RequestEvent, 'locals' | 'url'> & { params: { id: string } };

/** The handover at an address, for who guides it or succeeds by it; for anyone else there is none. */
export async function handoverAt({ locals, url, params }: Asked) {
  requireAccount({ locals, url });
  const { db, actor } = locals;
  const handover = isId(params.id) ? await readHandover(db.reader, actor, params.id) : undefined;
  if (!handover) error(404, 'not-found');
  return { handover, standing: await standingIn(db.reader, actor, handover) };
}

/** What is handed over and by whom, in the reader's words. */
export async function namesIn(locals: App.Locals, handovers: readonly HandoverRow[]) {
  const { db, locale } = locals;
  const places = handovers.map(({ scope, on_id: on }) => ({ scope, on }));
  const [names, successors] = await Promise.all([
    namesOfPlaces(locals, places, locale),
    Promise.all(handovers.map((handover) => successorOf(db.reader, handover))),
  ]);
  const ids = [...handovers.map(({ account_id }) => account_id), ...successors].filter((id) => id !== null);
  const [accounts, invited] = await Promise.all([
    readAccountNames(db.reader, ids),
    listInvited(db.reader, handovers, locals.clock()),
  ]);
  return handovers.map((handover, at) => ({
    place: nameOfPlace(names, { scope: handover.scope, on: handover.on_id }),
    leaver: accounts.get(handover.account_id ?? '') ?? '',
    successor: accounts.get(successors[at] ?? '') ?? '',
    /** Who is invited to succeed and has not answered. */
    invited: invited.get(handover.id) ?? '',
  }));
}

/** The file of a handover that the caller may read, as a paper in the language of the request. */
export async function handoverPaperOf(locals: App.Locals, handover: HandoverRow) {
  const now = locals.clock();
  const [file, [names]] = await Promise.all([
    readHandoverFile(locals.db.reader, handover, now),
    namesIn(locals, [handover]),
  ]);
  const formTitles = new Map(
    await Promise.all(
      file.drafts.map(async ({ address }): Promise<[string, string]> => [
        address,
        await formTitle(locals, address),
      ]),
    ),
  );
  const { publicUrl } = locals;
  const [exercise, demonstration] = [await exercises(locals), await demonstrates(locals)];
  const setting = { publicUrl, exercise, demonstration, now, formTitles, ...names! };
  return { file, paper: handoverPaper(handover, file, setting) };
}
