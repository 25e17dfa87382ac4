import { redirect } from '@sveltejs/kit';
import { localized } from '#platform/locale/address.ts';
import { services } from '#platform/services/services.ts';
import { mayTry } from '#platform/services/tries.server.ts';
import { safeReturn } from '../../../../account.server.ts';
import { setCookies } from '../../../../cookies.server.ts';

/** Leads to an identity provider; a link, since a form may lead to no other site than ours. */
export const GET = async ({ params, locals, url, request, cookies }) => {
  const page = `${locals.publicUrl}${localized('/sign-in', locals.locale)}`;
  const back = encodeURIComponent(
    safeReturn(url.searchParams.get('after'), localized('/my-work', locals.locale)),
  );
  const refused = `${page}?provider=refused&after=${back}`;
  if (!(await mayTry('provider', null, request.headers))) redirect(303, refused);
  const to = { after: `${page}?after=${back}`, refused };
  const way = await (await services().signIn()).withProvider(params.provider, to, request.headers);
  if (!way) redirect(303, `${page}?provider=silent&after=${back}`);
  setCookies(cookies, way.cookies);
  redirect(303, way.url);
};
