import type { RequestEvent } from '@sveltejs/kit';
import { readBoard, type ShownEntry } from '#events/board/queries.server.ts';
import { mayEditWorkshop, sessionsToRecord } from '#events/queries.server.ts';
import { readWorkshop } from '#events/workshops/queries.server.ts';
import { readAdopted } from '#follow-up/adoptions/queries.server.ts';
import { requireAccount, requireRight } from './account.server.ts';
import { addressed } from './addressed.server.ts';

type Asked = Pick<RequestEvent, 'locals' | 'url'> & { params: { slug: string } };

/** The workshop at an address, for those who edit it or write down what it says; whether they edit it. */
export async function recordedWorkshop({ locals, url, params }: Asked) {
  requireAccount({ locals, url });
  const { db, actor } = locals;
  const workshop = await addressed(locals, 'workshops', params.slug, (id) =>
    readWorkshop(db.reader, actor, id),
  );
  const edits = await mayEditWorkshop(db.reader, actor, workshop.id);
  const sessions = edits ? 'every' : await sessionsToRecord(db.reader, actor, workshop.id);
  requireRight(sessions === 'every' || sessions.length > 0);
  return { workshop, edits };
}

/** A workshop's board, what was adopted as its record says it now. */
export async function shownBoard({ db, actor }: App.Locals, workshopId: string): Promise<ShownEntry[]> {
  const entries = await readBoard(db.reader, workshopId);
  const adopted = await readAdopted(db.reader, actor, entries);
  return entries.map((entry) => {
    const found = adopted.get(entry.id);
    if (!found) return { ...entry, shown: entry, record: null };
    const { text, ...record } = found;
    return { ...entry, shown: text, record };
  });
}
