import { choiceWord, filterWord, filtersOf } from '#follow-up/register/components/words.ts';
import { askedOf } from '#follow-up/register/queries.server.ts';
import type { SavedViewRow } from '#follow-up/saved-views/model.ts';
import { dayOf } from '#platform/clock/due.ts';

/** Views with what each narrows its register to, and its order where that is another, in words; what is gone is left out. */
export async function savedViewsInWords<View extends Pick<SavedViewRow, 'register' | 'query'>>(
  locals: App.Locals,
  views: readonly View[],
) {
  const { db, actor } = locals;
  const today = dayOf(locals.clock());
  return Promise.all(
    views.map(async (saved) => {
      const { register } = saved;
      const query = new URLSearchParams(saved.query);
      const asked = await askedOf(db.reader, actor, { register, query, today });
      const filters: ReturnType<typeof filtersOf> = filtersOf(asked);
      const { sort } = asked.view;
      if (sort) {
        const value = { text: choiceWord(register, 'sort', sort) };
        filters.push({ name: 'sort', label: filterWord(register, 'sort'), value });
      }
      return { ...saved, filters };
    }),
  );
}
