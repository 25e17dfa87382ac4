import { splitLocale } from '#platform/locale/address.ts';
import { isDemonstration } from '#platform/services/settings.server.ts';
import { recalled } from './recalled.server.ts';

export const load = async ({ locals, url }) => {
  return {
    locale: locals.locale,
    publicUrl: locals.publicUrl,
    address: splitLocale(url.pathname).address,
    demonstration: await recalled(locals, 'demonstration', ({ db }) => isDemonstration(db.reader)),
  };
};
