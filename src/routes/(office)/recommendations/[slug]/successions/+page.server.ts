import { fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { keepsRegister } from '#follow-up/policy.ts';
import { createSuccession, deleteSuccession } from '#follow-up/successions/changes.server.ts';
import { successionFields } from '#follow-up/successions/components/fields.ts';
import { readSuccessions } from '#follow-up/successions/queries.server.ts';
import { valuesOf } from '#platform/forms/values.ts';
import { localized } from '#platform/locale/address.ts';
import { requireAccount, requireRight } from '../../../../account.server.ts';
import { crumbsOf } from '../../../../crumbs.server.ts';
import { editableKind, recordAt } from '../../../../editable.server.ts';
import { keepForLater, openForm, problemsOf, submit } from '../../../../forms.server.ts';

type Asked = RequestEvent & { params: { slug: string } };

/** The recommendation at an address, for those who keep the register. */
async function keptAt(event: Asked) {
  requireAccount(event);
  requireRight(keepsRegister(event.locals.actor));
  const kind = editableKind('recommendations');
  return { kind, row: await recordAt(event.locals, kind, event.params.slug) };
}

export const load = async (event) => {
  const { locals } = event;
  const { kind, row } = await keptAt(event);
  return {
    crumbs: crumbsOf(kind, row, locals.locale),
    ...(await readSuccessions(locals.db.reader, locals.actor, row.id)),
    form: await openForm(event, { ...valuesOf(successionFields, {}), takesOver: 'on' }),
  };
};

export const actions = {
  add: async (event) => {
    const { locals } = event;
    if (!locals.account) return keepForLater(event, successionFields);
    const { row } = await keptAt(event);
    return submit(event, {
      fields: successionFields,
      work: (input) => createSuccession(locals.db, locals.actor, { ...input, id: row.id } as never),
      goTo: () => `/recommendations/${row.slug}/successions`,
    });
  },
  remove: async (event) => {
    const { locals, request } = event;
    const { row } = await keptAt(event);
    const linkId = String((await request.formData()).get('link'));
    const outcome = await deleteSuccession(locals.db, locals.actor, { id: row.id, linkId });
    if (!outcome.ok) return fail(422, { problem: problemsOf(outcome)[0]!.text });
    redirect(303, localized(locals.address, locals.locale));
  },
};
