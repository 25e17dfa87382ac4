import { redirect } from '@sveltejs/kit';
import { localized } from '#platform/locale/address.ts';
import { services } from '#platform/services/services.ts';
import { setCookies } from '../../cookies.server.ts';

export const load = ({ locals }) => {
  if (!locals.account) redirect(303, localized('/', locals.locale));
};

export const actions = {
  default: async ({ request, locals, cookies, setHeaders }) => {
    setCookies(cookies, await (await services().signIn()).end(request.headers));
    // What this device kept of forms goes with the session.
    setHeaders({ 'clear-site-data': '"storage"' });
    redirect(303, localized('/', locals.locale));
  },
};
