import { mayCreateWorkshops, mayRecordConclusions } from '#events/policy.ts';
import { sessionsToRecord } from '#events/queries.server.ts';
import { isAdministrator } from '#platform/actor/actor.ts';
import { mayGiveSomewhere } from '#network/grants/policy.ts';
import { splitLocale } from '#platform/locale/address.ts';
import { editableKind, idAt, isEditable } from './editable.server.ts';
import { m } from '#messages';
import { demonstrates, exercises } from './exercise.server.ts';

export const load = async ({ locals, url }) => {
  return {
    account: locals.account && {
      name: locals.account.personal_name,
      administers: isAdministrator(locals.actor),
    },
    rights: locals.account !== null && mayGiveSomewhere(locals.actor),
    tools: await toolsOf(locals),
    locale: locals.locale,
    publicUrl: locals.publicUrl,
    address: splitLocale(url.pathname).address,
    exercise: await exercises(locals),
    demonstration: await demonstrates(locals),
  };
};

/** The links by which whoever is signed in changes the record that a page shows. */
async function toolsOf(locals: App.Locals): Promise<{ address: string; label: string }[]> {
  const [, noun = '', slug = ''] = locals.address.split('/');
  if (!locals.account || !isEditable(noun)) return [];
  const kind = editableKind(noun);
  if (!slug)
    return kind.mayCreate?.(locals.actor) ? [{ address: `/new/${noun}`, label: kind.words.make() }] : [];
  const id = await idAt(locals, kind, slug);
  if (id === null) return [];
  const beside = (place: string, label: string) => ({ address: `/${noun}/${slug}/${place}`, label });
  const tools = [];
  if (await kind.mayEdit(locals, id)) {
    tools.push(beside('edit', m.network_account_edit_page()));
    if (noun === 'workshops')
      tools.push(
        beside('programme/edit', m.events_programme_edit()),
        beside('links', m.events_tool_links()),
        beside('documents', m.events_tool_documents()),
        beside('status', m.events_tool_status()),
        beside('certificates', m.publication_certificates()),
        beside('letters', m.publication_letters()),
        beside('proceedings/draft', m.publication_proceedings_draft()),
      );
    if (kind.links) tools.push(beside('links', m.network_links_title()));
    if (noun === 'initiatives') tools.push(beside('outcomes', m.network_outcomes()));
    tools.push(beside('history', m.network_account_history()));
  }
  if (noun === 'workshops' && mayRecordConclusions(locals.actor)) {
    const sessions = await sessionsToRecord(locals.db.reader, locals.actor, id);
    if (sessions === 'every' || sessions.length > 0)
      tools.push(
        beside('minutes', m.events_minutes()),
        beside('conclusions', m.events_conclusions_of()),
        beside('board', m.events_board()),
        beside('actions', m.events_actions()),
      );
    if (sessions === 'every') tools.push(beside('figures', m.events_figures()));
  }
  if (noun === 'workshops' && mayCreateWorkshops(locals.actor) && (await kind.read(locals, id)))
    tools.push(beside('next', m.events_tool_next()));
  return tools;
}
