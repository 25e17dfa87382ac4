import type { Actor } from '#platform/actor/actor.ts';
import { instant, systemClock, type Clock } from '#platform/clock/clock.ts';
import type { Target, Transaction } from '#platform/database/database.ts';
import type { PersonalDataHolder } from '#platform/personal-data/model.ts';
import { change, refusals } from '#platform/records/change.server.ts';
import { refused } from '#platform/records/outcome.ts';
import { isId, newId } from '#platform/records/uuid.ts';
import { readView, viewQuery, type Register } from '../register/model.ts';
import { MOST_SAVED } from './model.ts';
import { listSavedViews } from './queries.server.ts';
import {
  savedViewInput,
  savedViewName,
  savedViewSeen,
  type SavedViewInput,
  type SavedViewName,
  type SavedViewSeen,
} from './schema.ts';

/** Keeps a view of a register under a name that no other of the actor's views of it has. */
export function saveView(target: Target, actor: Actor, input: SavedViewInput, clock: Clock = systemClock) {
  const asked = { allowed: isId(actor.id), schema: savedViewInput, input };
  return change(target, asked, async (tx, { register, name, query }) => {
    const { view, problems } = readView(register, new URLSearchParams(query));
    if (problems.length > 0) return refused('follow_up_problem_view_unknown');
    const standing = await listSavedViews(tx, actor, register);
    if (standing.length >= MOST_SAVED) return refused('follow_up_problem_views_many');
    const id = newId();
    const kept = { register, name, query: viewQuery(view) };
    const row = await tx
      .insertInto('saved_views')
      .values({ id, account_id: actor.id, ...kept, created_at: instant(clock) })
      .onConflict((conflict) => conflict.columns(['account_id', 'register', 'name']).doNothing())
      .returning('id')
      .executeTakeFirst();
    return row ? { id, register } : refused('follow_up_problem_view_named', 'name');
  });
}

/** Gives one of the actor's views another name. */
export function renameView(target: Target, actor: Actor, input: SavedViewName) {
  const asked = { allowed: isId(actor.id), schema: savedViewName, input };
  return change(target, asked, async (tx, { id, name }) => {
    const own = (await listSavedViews(tx, actor)).find((view) => view.id === id);
    if (!own) return refused(refusals.missing);
    if (await isNamed(tx, actor, { register: own.register, name, but: id }))
      return refused('follow_up_problem_view_named', 'name');
    await tx
      .updateTable('saved_views')
      .set({ name })
      .where('id', '=', id)
      .where('account_id', '=', actor.id)
      .execute();
    return { id };
  });
}

/** Keeps one of the actor's views no longer; asked twice, it is gone once. */
export function removeView(target: Target, actor: Actor, input: SavedViewSeen) {
  const asked = { allowed: isId(actor.id), schema: savedViewSeen, input };
  return change(target, asked, async (tx, { id }) => {
    await tx.deleteFrom('saved_views').where('id', '=', id).where('account_id', '=', actor.id).execute();
    return { id };
  });
}

async function isNamed(
  tx: Transaction,
  actor: Actor,
  { register, name, but }: { register: Register; name: string; but: string },
): Promise<boolean> {
  const views = await listSavedViews(tx, actor, register);
  return views.some((view) => view.name === name && view.id !== but);
}

/** The views that accounts keep for themselves. */
export const savedViewsHolder: PersonalDataHolder = {
  name: 'views',
  async export(db, { accountId }) {
    const rows = await db
      .selectFrom('saved_views')
      .select(['register', 'name', 'query', 'created_at'])
      .where('account_id', '=', accountId)
      .orderBy('id')
      .execute();
    return [
      {
        name: 'views',
        rows: rows.map(({ register, name, query, created_at }) => ({
          name,
          address: [`/${register}`, query].filter(Boolean).join('?'),
          created: created_at,
        })),
      },
    ];
  },
  async erase(tx, { accountId }) {
    await tx.deleteFrom('saved_views').where('account_id', '=', accountId).execute();
  },
  remains: async () => [],
};
