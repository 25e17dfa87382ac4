import { redirect } from '@sveltejs/kit';
import { localized } from '#platform/locale/address.ts';
import { requireAdministrator } from '../../administrator.server.ts';

export const load = (event) => {
  requireAdministrator(event);
  redirect(302, localized('/administration/mail', event.locals.locale));
};
