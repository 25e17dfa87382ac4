import { countSaid, listSaid, readVoice } from '#follow-up/voices/queries.server.ts';
import { pageAsked } from './paging.server.ts';

/** What became of the recommendations at whose origin an organisation or a person is: the page that an address asks for. */
export async function saidBy(locals: App.Locals, url: URL, id: string) {
  const db = locals.db.reader;
  const voice = await readVoice(db, id);
  const { paging, offset } = pageAsked(locals, url, await countSaid(db, locals.actor, voice));
  return { rows: await listSaid(db, locals.actor, voice, { offset, limit: paging.size }), paging };
}
