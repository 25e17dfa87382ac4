import type { Actor } from '#platform/actor/actor.ts';
import type { Source } from '#platform/database/database.ts';
import type { Register } from '../register/model.ts';
import type { SavedViewRow } from './model.ts';

/** The views that an actor keeps, of one register or of both, by name. */
export function listSavedViews(db: Source, actor: Actor, register?: Register): Promise<SavedViewRow[]> {
  return db
    .selectFrom('saved_views')
    .selectAll()
    .where('account_id', '=', actor.id)
    .$if(register !== undefined, (query) => query.where('register', '=', register!))
    .orderBy('register')
    .orderBy('name')
    .execute();
}
