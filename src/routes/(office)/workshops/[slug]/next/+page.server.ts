import { createNextEdition } from '#events/next-editions/changes.server.ts';
import { nextEditionFields } from '#events/next-editions/components/fields.ts';
import { mayCreateWorkshops } from '#events/policy.ts';
import { readWorkshop } from '#events/workshops/queries.server.ts';
import { valuesOf } from '#platform/forms/values.ts';
import { requireAccount, requireRight } from '../../../../account.server.ts';
import { addressed } from '../../../../addressed.server.ts';
import { headOf } from '../../../../edited-workshop.server.ts';
import { keepForLater, openForm, submit } from '../../../../forms.server.ts';
import { freeSlugOf } from '../../../../slugs.server.ts';

/** The workshop that the next edition follows, for whoever may read it. */
function followed({ db, actor, ...locals }: App.Locals, slug: string) {
  return addressed({ db, actor, ...locals }, 'workshops', slug, (id) => readWorkshop(db.reader, actor, id));
}

export const load = async (event) => {
  const account = requireAccount(event);
  requireRight(mayCreateWorkshops(event.locals.actor));
  const workshop = await followed(event.locals, event.params.slug);
  // The title is asked anew: what is left of the former one in another language would be wrong unseen.
  const values = {
    ...valuesOf(nextEditionFields, { keep_place: 1 }),
    'title.original': account.locale,
  };
  return { ...headOf(workshop), form: await openForm(event, values) };
};

export const actions = {
  default: async (event) => {
    const { locals } = event;
    if (!locals.account) return keepForLater(event, nextEditionFields);
    const workshop = await followed(locals, event.params.slug);
    return submit(event, {
      fields: nextEditionFields,
      work: async (input) => {
        const slug = await freeSlugOf(locals, 'workshops', input['title']);
        const outcome = await createNextEdition(locals.db, locals.actor, {
          ...input,
          slug,
          followsId: workshop.id,
        } as never);
        return outcome.ok ? { ...outcome, slug } : outcome;
      },
      goTo: ({ slug }) => `/workshops/${slug}`,
    });
  },
};
