import { fail, redirect } from '@sveltejs/kit';
import { acceptMembership } from '#network/memberships/changes.server.ts';
import { roleAsked, type MembershipRequestRow } from '#network/memberships/model.ts';
import { mayDecideMemberships } from '#network/memberships/policy.ts';
import { listDecidedMemberships, listOpenMemberships } from '#network/memberships/queries.server.ts';
import { localized } from '#platform/locale/address.ts';
import { requireAccount, requireRight } from '../../account.server.ts';
import { sentence } from '../../forms.server.ts';
import { nameOfPlace, namesOfPlaces } from '../../places.server.ts';

export const load = async (event) => {
  const { locals, url } = event;
  requireAccount(event);
  const { actor, db, locale } = locals;
  requireRight(mayDecideMemberships(actor));
  const [open, decided] = await Promise.all([
    listOpenMemberships(db.reader, actor),
    listDecidedMemberships(db.reader, actor),
  ]);
  const names = await namesOfPlaces(locals, [...open, ...decided].map(roleAsked), locale);
  const shown = (row: MembershipRequestRow) => ({
    id: row.id,
    name: row.personal_name,
    email: row.personal_email,
    message: row.personal_message,
    lang: row.locale,
    at: row.created_at,
    status: row.status,
    reason: row.reason,
    organisation: row.organisation_id === null ? null : nameOfPlace(names, roleAsked(row)),
  });
  return {
    done: url.searchParams.get('done'),
    decides: mayDecideMemberships(actor),
    open: open.map(shown),
    decided: decided.map(shown),
  };
};

export const actions = {
  accept: async (event) => {
    requireAccount(event);
    const { locals, request } = event;
    const id = String((await request.formData()).get('id') ?? '');
    const outcome = await acceptMembership(locals.db, locals.actor, { id }, locals);
    if (outcome.ok) redirect(303, `${localized('/memberships', locals.locale)}?done=accepted`);
    return fail(outcome.reason === 'platform_refused_not_allowed' ? 403 : 422, {
      problem: sentence(outcome.reason),
    });
  },
};
