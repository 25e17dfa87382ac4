import { fail, redirect } from '@sveltejs/kit';
import { changeAccountStanding } from '#network/accounts/changes.server.ts';
import { maySuspend } from '#network/accounts/policy.ts';
import { readVisibleAccount } from '#network/accounts/queries.server.ts';
import { roleFields } from '#network/components/role-fields.ts';
import { eraseAccount } from '#network/erasures/changes.server.ts';
import { giveRole, takeRole } from '#network/grants/changes.server.ts';
import { mayGive, mayGiveSomewhere } from '#network/grants/policy.ts';
import { listAllRolesOf, listRolesOf } from '#network/grants/queries.server.ts';
import { mayDecideMemberships } from '#network/memberships/policy.ts';
import { linkPerson } from '#network/person-links/changes.server.ts';
import { personFields } from '#network/person-links/components/fields.ts';
import { mayManageAccounts } from '#network/policy.ts';
import { isAdministrator } from '#platform/actor/actor.ts';
import { freshForm } from '#platform/forms/state.ts';
import { valuesOf } from '#platform/forms/values.ts';
import { localized } from '#platform/locale/address.ts';
import { isId } from '#platform/records/uuid.ts';
import { services } from '#platform/services/services.ts';
import { requireAccount, requireRight } from '../../../account.server.ts';
import { personMeant, publicPerson } from '../../../public-person.server.ts';
import { sentence, submit } from '../../../forms.server.ts';
import { nameOfPlace, namesOfPlaces, leftUnchosen, placeFrom, roleOptions } from '../../../places.server.ts';

export const load = async (event) => {
  const { locals, params } = event;
  requireAccount(event);
  const { actor, db, locale } = locals;
  requireRight(mayGiveSomewhere(actor) && isId(params.id));
  const account = await readVisibleAccount(db.reader, actor, params.id);
  if (!account) return requireRight(false) as never;
  const grants = await listRolesOf(db.reader, actor, [account.id]);
  const held = grants.map((grant) => ({ ...grant, on: grant.on_id }));
  const names = await namesOfPlaces(locals, held, locale);
  const mayStand = maySuspend(actor, {
    id: account.id,
    grants: await listAllRolesOf(db.reader, [account.id]),
  });
  const linked = await publicPerson(locals, account.person_id);
  return {
    decides: mayDecideMemberships(actor),
    person: {
      name: account.personal_name,
      email: account.personal_email,
      status: account.status,
      since: account.created_at,
      version: account.version,
    },
    mayStand,
    mayLink: mayManageAccounts(actor),
    public: linked,
    proposed: await publicPerson(locals, account.proposed_person_id),
    link: freshForm({ person: linked?.label ?? '' }, account.version),
    mayErase: isAdministrator(actor) && account.id !== actor.id && account.status !== 'erased',
    roles: held.map((grant) => ({
      id: grant.id,
      role: grant.role,
      place: nameOfPlace(names, grant),
      given: grant.created_at,
      mayTake: mayGive(actor, grant),
    })),
    options: await roleOptions(locals),
    give: freshForm(valuesOf(roleFields, {})),
  };
};

export const actions = {
  give: (event) =>
    submit(event, {
      fields: roleFields,
      drafts: false,
      work: async ({ role, on }) =>
        leftUnchosen({ role, on }) ??
        giveRole(event.locals.db, event.locals.actor, {
          accountId: event.params.id,
          role: role as never,
          ...placeFrom(on),
        }),
      goTo: () => `/accounts/${event.params.id}`,
    }),
  link: async (event) => {
    const { locals, params } = event;
    const answer = await submit(event, {
      fields: personFields,
      drafts: false,
      work: async (input, version) => {
        const meant = await personMeant(locals, input['person']);
        if ('ok' in meant) return meant;
        return linkPerson(locals.db, locals.actor, { ...meant, id: params.id, version: version ?? 0 });
      },
      goTo: () => `/accounts/${params.id}`,
    });
    return fail(answer.status, { link: answer.data.form });
  },
  take: async (event) => {
    requireAccount(event);
    const { locals, request } = event;
    const id = String((await request.formData()).get('grant') ?? '');
    const outcome = await takeRole(locals.db, locals.actor, { id });
    return outcome.ok ? { done: true } : fail(422, { problem: sentence(outcome.reason) });
  },
  stand: async (event) => {
    requireAccount(event);
    const { locals, params, request } = event;
    const form = await request.formData();
    const outcome = await changeAccountStanding(locals.db, locals.actor, {
      id: params.id,
      version: Number(form.get('version')),
      status: form.get('status') === 'active' ? 'active' : 'suspended',
    });
    return outcome.ok ? { done: true } : fail(422, { problem: sentence(outcome.reason) });
  },
  erase: async (event) => {
    requireAccount(event);
    const { locals, params, request } = event;
    const account = await readVisibleAccount(locals.db.reader, locals.actor, params.id);
    const typed = String((await request.formData()).get('email') ?? '').trim();
    // Its address, typed, says that the person meant is the person erased.
    if (!account || typed.toLowerCase() !== account.personal_email)
      return fail(422, { unsure: sentence('network_erasure_other_address'), typed });
    const { personalData, clock } = services();
    const outcome = await eraseAccount(locals.db, locals.actor, params.id, personalData, clock);
    if (!outcome.ok) return fail(422, { problem: sentence(outcome.reason) });
    redirect(303, localized('/accounts', locals.locale));
  },
};
