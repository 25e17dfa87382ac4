import { fail, redirect } from '@sveltejs/kit';
import { handedRoles, type HandedRole, type HandedScope } from '#follow-up/handovers/model.ts';
import { coordinates, mayCoordinate } from '#follow-up/handovers/policy.ts';
import { territoryOf } from '#follow-up/handovers/queries.server.ts';
import { listLeftAlone } from '#follow-up/vacancies/queries.server.ts';
import { m } from '#messages';
import { changeAccountStanding } from '#network/accounts/changes.server.ts';
import { maySuspend } from '#network/accounts/policy.ts';
import { readVisibleAccount } from '#network/accounts/queries.server.ts';
import { roleFields } from '#network/components/role-fields.ts';
import { eraseAccount } from '#network/erasures/changes.server.ts';
import { giveRole, takeRole } from '#network/grants/changes.server.ts';
import type { GrantRow } from '#network/grants/model.ts';
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
  const handed = await handedBy(locals, held);
  return {
    leftAlone: mayCoordinate(actor) ? await listLeftAlone(db.reader, account.id) : [],
    decides: mayDecideMemberships(actor),
    person: {
      id: account.id,
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
      scope: grant.scope,
      on: grant.on,
      mayHandOver: handed.has(grant.id),
    })),
    options: await roleOptions(locals),
    give: freshForm(valuesOf(roleFields, {})),
  };
};

/** The roles that the reader may begin to hand over for somebody: one of each place. */
async function handedBy({ db, actor }: App.Locals, held: readonly (GrantRow & { on: string })[]) {
  const places = new Map<string, string>();
  for (const { id, role, scope, on } of held) {
    if (places.has(on) || !handedRoles.includes(role as HandedRole)) continue;
    const territory = await territoryOf(db.reader, { scope: scope as HandedScope, on_id: on });
    if (coordinates(actor, territory)) places.set(on, id);
  }
  return new Set(places.values());
}

/** What taking a role from somebody, or all of them, would leave without a focal point; asked once, before it is done. */
async function leftAloneBy({ db, actor }: App.Locals, accountId: string, grantId?: string) {
  return mayCoordinate(actor) && isId(accountId) ? listLeftAlone(db.reader, accountId, grantId) : [];
}

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
    const { locals, params, request } = event;
    const form = await request.formData();
    const id = String(form.get('grant') ?? '');
    const alone = form.has('sure') ? [] : await leftAloneBy(locals, params.id, id);
    if (alone.length > 0) return fail(422, { problem: m.follow_up_left_alone_first(), sure: id });
    const outcome = await takeRole(locals.db, locals.actor, { id });
    return outcome.ok ? { done: true } : fail(422, { problem: sentence(outcome.reason) });
  },
  stand: async (event) => {
    requireAccount(event);
    const { locals, params, request } = event;
    const form = await request.formData();
    const suspends = form.get('status') !== 'active';
    const alone = suspends && !form.has('sure') ? await leftAloneBy(locals, params.id) : [];
    if (alone.length > 0) return fail(422, { problem: m.follow_up_left_alone_first(), sure: 'standing' });
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
