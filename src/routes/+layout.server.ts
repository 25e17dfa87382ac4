import { splitLocale } from '#platform/locale/address.ts';
import { isEditable, editableKind } from './editable.server.ts';
import { resolveAddress } from '#platform/records/records.server.ts';
import { m } from '#messages';
import { isDemonstration } from '#platform/services/settings.server.ts';
import { recalled } from './recalled.server.ts';

export const load = async ({ locals, url }) => {
  return {
    account: locals.account && { name: locals.account.personal_name },
    tools: await toolsOf(locals),
    locale: locals.locale,
    publicUrl: locals.publicUrl,
    address: splitLocale(url.pathname).address,
    demonstration: await recalled(locals, 'demonstration', ({ db }) => isDemonstration(db.reader)),
  };
};

/** The links by which whoever is signed in changes the record that a page shows. */
async function toolsOf(locals: App.Locals): Promise<{ address: string; label: string }[]> {
  const [, noun = '', slug = ''] = locals.address.split('/');
  if (!locals.account || !isEditable(noun) || !slug) return [];
  const id = await resolveAddress(locals.db.reader, noun, slug);
  if (id === null || !(await editableKind(noun).mayEdit(locals, id))) return [];
  const beside = (place: string, label: string) => ({ address: `/${noun}/${slug}/${place}`, label });
  return [
    beside('edit', m.network_account_edit_page()),
    ...(noun === 'workshops' ? [beside('status', m.events_tool_status())] : []),
    beside('history', m.network_account_history()),
  ];
}
