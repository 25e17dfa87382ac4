import { error, fail } from '@sveltejs/kit';
import { heldOn } from '#platform/actor/actor.ts';
import { valuesOf } from '#platform/forms/values.ts';
import { refused } from '#platform/records/outcome.ts';
import { requireAccount, requireRight } from '../../../account.server.ts';
import { editableKind, hasAddress, placesOf } from '../../../editable.server.ts';
import { openForm, submit } from '../../../forms.server.ts';
import { likelyOf } from '../../../likely.server.ts';
import { serve, servedBy } from '../../../served.server.ts';
import { freeSlugOf } from '../../../slugs.server.ts';

export const load = async (event) => {
  const kind = editableKind(event.params.noun);
  const account = requireAccount(event);
  requireRight(kind.mayCreate?.(event.locals.actor) ?? false);
  const values = { ...valuesOf(kind.fields, {}), ...kind.defaults };
  for (const field of kind.fields)
    if (field.kind === 'trilingual') values[`${field.name}.original`] = account.locale;
  // What somebody in charge of one territory records is of that territory, or it would not be theirs to mend.
  const [own, ...others] = heldOn(event.locals.actor, 'territory', [
    'coordinator',
    'focal-point',
    'alternate',
  ]);
  if (own && others.length === 0 && 'territoryId' in values) values['territoryId'] = own;
  const options = (await kind.options?.(event.locals)) ?? {};
  // Whoever speaks for one institution alone speaks for that one.
  const [led, ...further] = options['organisationId'] ?? [];
  if (led && further.length === 0) values['organisationId'] = led.value;
  return {
    noun: kind.noun,
    title: kind.words.make(),
    /** The field by which a record is called, beside which is said what it may be already. */
    named: kind.title,
    list: { address: kind.list?.({} as never) ?? `/${kind.noun}`, label: kind.words.list() },
    options,
    needed: kind.needs?.(event.locals.actor) ?? [],
    serves: await servedBy(event.locals, kind.noun, event.url.searchParams.get('serves')),
    form: await openForm(event, values),
  };
};

export const actions = {
  default: async (event) => {
    const kind = editableKind(event.params.noun);
    if (!kind.mayCreate) error(404, 'not-found');
    const { db, actor, clock } = event.locals;
    // What was looked at and is another one.
    const sent = await event.request.clone().formData();
    const others = sent.getAll('another').map(String);
    const served = await servedBy(event.locals, kind.noun, String(sent.get('serves') ?? ''));
    let likely: Awaited<ReturnType<typeof likelyOf>> = [];
    const answer = await submit(event, {
      fields: kind.fields,
      work: async (input) => {
        likely = await likelyOf(event.locals, kind, input);
        if (likely.some(({ id }) => !others.includes(id))) return refused('network_problem_likely_there');
        const slug = hasAddress(kind)
          ? (input['slug'] ?? (await freeSlugOf(event.locals, kind.kind, input[kind.title])))
          : undefined;
        const made = await kind.create(db, actor, { ...input, slug } as never, clock);
        if (made.ok && served) await serve(event.locals, made.id, served.reference);
        return made;
      },
      goTo: async ({ id }) => placesOf(kind, (await kind.read(event.locals, id))!).page,
    });
    return fail(answer.status, { ...answer.data, likely });
  },
};
