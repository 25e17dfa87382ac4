import { fail } from '@sveltejs/kit';
import { rolesOf } from '#follow-up/handovers/model.ts';
import { handoverOfInvitation } from '#follow-up/handovers/queries.server.ts';
import { readAccountNames } from '#network/accounts/queries.server.ts';
import { mayGive, mayGiveSomewhere } from '#network/grants/policy.ts';
import { resendInvitation, withdrawInvitation } from '#network/invitations/changes.server.ts';
import { stateOf } from '#network/invitations/model.ts';
import { countInvitations, listInvitations, readInvitation } from '#network/invitations/queries.server.ts';
import { mayDecideMemberships } from '#network/memberships/policy.ts';
import { m } from '#messages';
import { mayTry } from '#platform/services/tries.server.ts';
import { requireAccount, requireRight } from '../../account.server.ts';
import { sentence } from '../../forms.server.ts';
import { pageAsked } from '../../paging.server.ts';
import { nameOfPlace, namesOfPlaces, placeInLetter } from '../../places.server.ts';

export const load = async (event) => {
  const { locals, url } = event;
  requireAccount(event);
  const { actor, db, locale } = locals;
  requireRight(mayGiveSomewhere(actor));
  const total = await countInvitations(db.reader, actor);
  const { paging, offset } = pageAsked(locals, url, total);
  const rows = await listInvitations(db.reader, actor, { offset, most: paging.size });
  const held = rows.map((row) => ({ ...row, on: row.on_id }));
  const names = await namesOfPlaces(locals, held, locale);
  const inviters = await readAccountNames(
    db.reader,
    rows.map(({ invited_by }) => invited_by),
  );
  const now = locals.clock();
  return {
    sent: url.searchParams.has('sent'),
    paging,
    decides: mayDecideMemberships(actor),
    invitations: held.map((row) => ({
      id: row.id,
      name: row.personal_name,
      email: row.personal_email,
      role: row.role,
      place: nameOfPlace(names, row),
      state: stateOf(row, now),
      until: row.expires_at,
      by: inviters.get(row.invited_by),
      mayChange: row.status === 'open' && mayGive(actor, row),
    })),
  };
};

export const actions = {
  again: async (event) => {
    requireAccount(event);
    const { locals, request } = event;
    const id = String((await request.formData()).get('id') ?? '');
    const row = await readInvitation(locals.db.reader, locals.actor, id);
    if (!row) return fail(403, { problem: sentence('platform_refused_not_allowed') });
    if (!(await mayTry('invitation', row.personal_email, request.headers)))
      return fail(429, { problem: m.network_account_too_often() });
    const place = await placeInLetter(locals, { scope: row.scope, on: row.on_id }, row.locale);
    const handover = await handoverOfInvitation(locals.db.reader, id);
    const handed = handover && rolesOf(handover);
    const sending = { clock: locals.clock, publicUrl: locals.publicUrl, place, handed };
    const outcome = await resendInvitation(locals.db, locals.actor, { id }, sending);
    return outcome.ok ? { sent: true } : fail(422, { problem: sentence(outcome.reason) });
  },
  withdraw: async (event) => {
    requireAccount(event);
    const { locals, request } = event;
    const id = String((await request.formData()).get('id') ?? '');
    const outcome = await withdrawInvitation(locals.db, locals.actor, { id });
    return outcome.ok ? { sent: false } : fail(422, { problem: sentence(outcome.reason) });
  },
};
