import { readChain } from '#follow-up/chain/queries.server.ts';
import type { ChainRef } from '#follow-up/chain/model.ts';
import { recalled } from './recalled.server.ts';

/** What leads to a record, which the actor may read, and what came of it. */
export function chainOf(locals: App.Locals, root: ChainRef) {
  return recalled(locals, `chain/${root.id}`, ({ db, actor }) => readChain(db.reader, actor, root));
}
