import { mayCreateWorkshops, mayRecordConclusions } from '#events/policy.ts';
import { sessionsToRecord } from '#events/queries.server.ts';
import { keepsRegister, mayAnswer } from '#follow-up/policy.ts';
import { readRecommendation } from '#follow-up/recommendations/queries.server.ts';
import { answerable } from '#follow-up/responses/queries.server.ts';
import { mayReport } from '#follow-up/reports/policy.ts';
import { listReporting } from '#follow-up/reports/queries.server.ts';
import { mayDecideOf } from '#follow-up/commitments/queries.server.ts';
import { isAdministrator } from '#platform/actor/actor.ts';
import { mayGiveSomewhere } from '#network/grants/policy.ts';
import { capitalOffsets } from '#platform/clock/due.ts';
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
    // Pages with a script of the framework's are those of who is signed in.
    offsets: locals.account ? capitalOffsets(locals.clock()) : undefined,
    rights: locals.account !== null && mayGiveSomewhere(locals.actor),
    tools: await toolsOf(locals),
    locale: locals.locale,
    publicUrl: locals.publicUrl,
    address: splitLocale(url.pathname).address,
    exercise: await exercises(locals),
    demonstration: await demonstrates(locals),
  };
};

/** What the page that is shown offers whoever is signed in, in groups; a group without a title needs none. */
type Tools = { title: string | null; links: { address: string; label: string }[] }[];

/** The links by which whoever is signed in changes the record that a page shows. */
async function toolsOf(locals: App.Locals): Promise<Tools> {
  const [, noun = '', slug = ''] = locals.address.split('/');
  if (!locals.account || !isEditable(noun)) return [];
  const kind = editableKind(noun);
  const only = (links: Tools[number]['links']): Tools => (links.length > 0 ? [{ title: null, links }] : []);
  if (!slug)
    return only(
      kind.mayCreate?.(locals.actor) ? [{ address: `/new/${noun}`, label: kind.words.make() }] : [],
    );
  const id = await idAt(locals, kind, slug);
  if (id === null) return [];
  const beside = (place: string, label: string) => ({ address: `/${noun}/${slug}/${place}`, label });
  const mayEdit = await kind.mayEdit(locals, id);
  if (noun === 'workshops') return workshopTools(locals, id, mayEdit, beside);
  if (noun === 'recommendations') return only(await recommendationTools(locals, id, mayEdit, beside));
  if (noun === 'commitments') return commitmentTools(locals, id, mayEdit, beside);
  if (!mayEdit) return [];
  return only([
    beside('edit', m.network_account_edit_page()),
    ...(kind.links ? [beside('links', m.network_links_title())] : []),
    ...(noun === 'debates' ? [beside('votes', m.deliberation_votes_tool())] : []),
    ...(noun === 'initiatives' ? [beside('outcomes', m.network_outcomes())] : []),
    beside('history', m.network_account_history()),
  ]);
}

/** Those of a recommendation: to keep it, to answer it, to say what came after what. */
async function recommendationTools(
  locals: App.Locals,
  id: string,
  mayEdit: boolean,
  beside: (place: string, label: string) => { address: string; label: string },
): Promise<Tools[number]['links']> {
  const { db, actor } = locals;
  const row = await readRecommendation(db.reader, actor, id);
  if (!row) return [];
  const answers = mayAnswer(actor) && (await answerable(db.reader, actor, id)).length > 0;
  return [
    ...(mayEdit
      ? [beside('edit', m.network_account_edit_page()), beside('links', m.network_links_title())]
      : []),
    ...(answers ? [beside('answers', m.follow_up_answers())] : []),
    ...(keepsRegister(actor) ? [beside('successions', m.follow_up_tool_successions())] : []),
    ...(mayEdit ? [beside('history', m.network_account_history())] : []),
  ];
}

/** Those of a workshop, by what they serve: before it, what is said in it, and after. */
async function workshopTools(
  locals: App.Locals,
  id: string,
  mayEdit: boolean,
  beside: (place: string, label: string) => { address: string; label: string },
): Promise<Tools> {
  const prepare = [];
  const say = [];
  const publish = [];
  if (mayEdit) {
    prepare.push(
      beside('edit', m.network_account_edit_page()),
      beside('programme/edit', m.events_programme_edit()),
      beside('links', m.events_tool_links()),
      beside('documents', m.events_tool_documents()),
      beside('history', m.network_account_history()),
    );
    publish.push(
      beside('status', m.events_tool_status()),
      beside('dissemination', m.publication_dissemination()),
      beside('certificates', m.publication_certificates()),
      beside('letters', m.publication_letters()),
    );
  }
  if (mayRecordConclusions(locals.actor)) {
    const sessions = await sessionsToRecord(locals.db.reader, locals.actor, id);
    if (sessions === 'every' || sessions.length > 0)
      say.push(
        beside('minutes', m.events_minutes()),
        beside('conclusions', m.events_conclusions_of()),
        beside('board', m.events_board()),
        beside('actions', m.events_actions()),
      );
    if (sessions === 'every')
      say.push(beside('figures', m.events_figures()), beside('participation', m.events_participation()));
  }
  if (mayCreateWorkshops(locals.actor) && (await editableKind('workshops').read(locals, id)))
    prepare.push(beside('next', m.events_tool_next()));
  const groups = [
    { title: m.events_tools_prepare(), links: prepare },
    { title: m.events_tools_say(), links: say },
    { title: m.events_tools_publish(), links: publish },
  ];
  return groups.filter(({ links }) => links.length > 0);
}

/** Those of a commitment, by what they serve: what it says, what it is made of, and what comes of it. */
async function commitmentTools(
  locals: App.Locals,
  id: string,
  mayEdit: boolean,
  beside: (place: string, label: string) => { address: string; label: string },
): Promise<Tools> {
  const { db, actor } = locals;
  const reports = mayReport(actor) && (await listReporting(db.reader, actor, id)).length > 0;
  const isExtended = mayEdit || (await mayDecideOf(db.reader, actor, id));
  const text = [
    beside('edit', m.network_account_edit_page()),
    beside('links', m.network_links_title()),
    beside('history', m.network_account_history()),
  ];
  const parts = [
    beside('recommendations', m.follow_up_implements()),
    beside('parties', m.follow_up_commitment_parties()),
    beside('milestones', m.follow_up_milestones()),
    beside('indicators', m.follow_up_indicators()),
    beside('funding', m.follow_up_funds()),
    beside('matching', m.follow_up_matching()),
  ];
  const course = [
    ...(reports ? [beside('reports/new', m.follow_up_report_new())] : []),
    ...(isExtended ? [beside('extensions', m.follow_up_extensions())] : []),
  ];
  if (!mayEdit) return course.length > 0 ? [{ title: null, links: course }] : [];
  const groups = [
    { title: m.follow_up_tools_text(), links: text },
    { title: m.follow_up_tools_parts(), links: parts },
    { title: m.follow_up_tools_course(), links: course },
  ];
  return groups.filter(({ links }) => links.length > 0);
}
