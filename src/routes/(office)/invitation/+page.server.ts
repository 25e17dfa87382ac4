import { fail, redirect } from '@sveltejs/kit';
import { rolesOf } from '#follow-up/handovers/model.ts';
import { handoverOfInvitation } from '#follow-up/handovers/queries.server.ts';
import { acceptInvitation } from '#network/acceptances/changes.server.ts';
import { readAccountNames } from '#network/accounts/queries.server.ts';
import { holdingInvitation } from '#network/invitations/queries.server.ts';
import { systemActor } from '#platform/actor/actor.ts';
import { localized } from '#platform/locale/address.ts';
import { services } from '#platform/services/services.ts';
import { mayTry } from '#platform/services/tries.server.ts';
import { setCookies } from '../../cookies.server.ts';
import { sentence } from '../../forms.server.ts';
import { nameOfPlace, namesOfPlaces } from '../../places.server.ts';

/** Whoever holds the link may know what the role is held on, be it a draft. */
const holder = systemActor('invitation');

export const load = async ({ locals, url, setHeaders }) => {
  // The address holds the token: it goes to no other site. Without any referrer the form would name no origin.
  setHeaders({ 'referrer-policy': 'same-origin', 'cache-control': 'private, no-store' });
  const token = url.searchParams.get('token') ?? '';
  const found = await holdingInvitation(locals.db.reader, { token }, locals.clock());
  if (!found) return { token, offer: null };
  const { role, scope, on_id: on, personal_name: name, personal_email: email, invited_by } = found.invitation;
  const names = await namesOfPlaces({ db: locals.db, actor: holder }, [{ scope, on }], locals.locale);
  const handover = await handoverOfInvitation(locals.db.reader, found.invitation.id);
  const inviters = await readAccountNames(locals.db.reader, [invited_by]);
  return {
    token,
    offer: {
      name,
      email,
      role,
      place: nameOfPlace(names, { scope, on }),
      by: inviters.get(invited_by),
      /** The roles that are handed over, where it asks somebody to succeed. */
      handed: handover ? rolesOf(handover) : [],
      // How it is taken: by a new account, by this session, after signing in, or not in this session.
      way:
        found.accountId === null
          ? locals.account
            ? 'other'
            : 'new'
          : locals.account === null
            ? 'sign-in'
            : locals.account.id === found.accountId
              ? 'mine'
              : 'other',
    } as const,
  };
};

export const actions = {
  /** By a button, not by the link itself: programs that look at the links of a mail must not use it up. */
  default: async ({ request, locals, cookies }) => {
    const token = String((await request.formData()).get('token') ?? '');
    if (!(await mayTry('invitation', token, request.headers)))
      return fail(429, { problem: sentence('network_account_too_often') });
    const outcome = await acceptInvitation(locals, locals.account?.id ?? null, { token });
    if (!outcome.ok) return fail(422, { problem: sentence(outcome.reason) });
    if (locals.account?.id !== outcome.accountId) {
      const opened = await (await services().signIn()).open(outcome.accountId, request.headers);
      setCookies(cookies, opened.cookies);
    }
    redirect(303, localized('/my-work', locals.locale));
  },
};
