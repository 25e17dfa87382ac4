import { fail, redirect } from '@sveltejs/kit';
import { services } from '#platform/services/services.ts';
import { mayTry } from '#platform/services/tries.server.ts';
import { placeAfterSignIn } from '../../../after-sign-in.server.ts';
import { setCookies } from '../../../cookies.server.ts';

export const load = ({ url, setHeaders }) => {
  // The address holds the token: it goes to no other site. Without any referrer the form would name no origin.
  setHeaders({ 'referrer-policy': 'same-origin', 'cache-control': 'private, no-store' });
  return { token: url.searchParams.get('token') ?? '' };
};

export const actions = {
  /** By a button, not by the link itself: programs that look at the links of a mail must not use it up. */
  default: async ({ request, locals, url, cookies }) => {
    const token = String((await request.formData()).get('token') ?? '');
    if (!(await mayTry('link', token, request.headers))) return fail(429, { worn: true });
    const admitted = await (await services().signIn()).withLink(token, request.headers);
    if (!admitted) return fail(422, { worn: true });
    setCookies(cookies, admitted.cookies);
    redirect(303, await placeAfterSignIn(locals, admitted.accountId, url.searchParams.get('after')));
  },
};
