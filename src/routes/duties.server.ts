import { actionDuties } from '#events/actions/queries.server.ts';
import { minutesDuties } from '#events/minutes/queries.server.ts';
import { workshopDuties } from '#events/workshops/queries.server.ts';
import { addresseeDuties } from '#follow-up/adoptions/queries.server.ts';
import { responseDuties } from '#follow-up/responses/queries.server.ts';
import { commitmentDuties } from '#follow-up/commitment-status/queries.server.ts';
import { extensionDuties } from '#follow-up/extensions/queries.server.ts';
import { readingDuties } from '#follow-up/readings/queries.server.ts';
import { handoverDuties } from '#follow-up/handovers/queries.server.ts';
import { vacancyDuties } from '#follow-up/vacancies/queries.server.ts';
import { reportDuties } from '#follow-up/reports/queries.server.ts';
import { m } from '#messages';
import { invitationDuties } from '#network/invitations/queries.server.ts';
import { membershipDuties } from '#network/memberships/queries.server.ts';
import { personDuties } from '#network/person-links/queries.server.ts';
import { passage, type Passage } from '#platform/locale/text.ts';
import { byDate, type Duty } from '#platform/records/duty.ts';
import { formStore } from '#platform/services/forms.server.ts';
import { editableKind, idAt, isEditable, nameOf } from './editable.server.ts';
import { nameOfPlace, namesOfPlaces } from './places.server.ts';

/** A duty in the reader's words: what kind of thing it is, and what it is about. */
export interface WordedDuty extends Pick<Duty, 'kind' | 'at' | 'href'> {
  title: Passage | string;
}

/** Everything that whoever is signed in owes, of all capabilities, the earliest first. */
export async function dutiesOf(locals: App.Locals): Promise<WordedDuty[]> {
  const { db, actor, clock } = locals;
  const duties = await Promise.all([
    membershipDuties(db.reader, actor),
    invitationDuties(db.reader, actor, clock),
    personDuties(db.reader, actor),
    workshopDuties(db.reader, actor),
    minutesDuties(db.reader, actor),
    actionDuties(db.reader, actor),
    addresseeDuties(db.reader, actor),
    responseDuties(db.reader, actor),
    commitmentDuties(db.reader, actor, clock()),
    extensionDuties(db.reader, actor),
    reportDuties(db.reader, actor),
    readingDuties(db.reader, actor),
    handoverDuties(db.reader, actor),
    vacancyDuties(db.reader, actor),
    begunForms(locals),
  ]);
  return Promise.all(
    byDate(duties.flat()).map(async ({ kind, at, href, about }) => ({
      kind,
      at,
      href,
      title: await titleOf(locals, about),
    })),
  );
}

async function titleOf(locals: App.Locals, about: Duty['about']): Promise<Passage | string> {
  if (typeof about === 'string') return about;
  if ('role' in about) {
    const place = nameOfPlace(await namesOfPlaces(locals, [about], locals.locale), about);
    const role = m.network_role({ role: about.role });
    return m.network_role_on({ role, place: typeof place === 'string' ? place : place.text });
  }
  const { original, fr = null, ar = null, en = null } = about;
  const row = { text_original: original, text_fr: fr, text_ar: ar, text_en: en };
  return passage(row, 'text', locals.locale) ?? '';
}

/** The forms that were begun and never saved. */
async function begunForms(locals: App.Locals): Promise<Duty[]> {
  const drafts = await formStore().list(locals.account!.id);
  return Promise.all(
    drafts.map(async ({ address, updatedAt }) => ({
      kind: 'form' as const,
      at: updatedAt,
      href: address,
      about: await formTitle(locals, address),
    })),
  );
}

/** The form of a report that was begun: its text, or what is decided of it. */
const reportTitle = (place: string | undefined) =>
  place === 'decision' ? m.follow_up_report_decide() : m.follow_up_report_edit();

/** What a form is for, by its address: its page's title, and the record's name. */
export async function formTitle(locals: App.Locals, address: string): Promise<string> {
  const [, first = '', second = '', third, fourth, fifth] = address.split('/');
  if (address === '/invitations/new') return m.network_invitation_new();
  if (first === 'new' && isEditable(second)) return editableKind(second).words.make();
  if (third === 'reports' && address.endsWith('/readings')) return m.follow_up_readings();
  if (third === 'recommendation') return m.follow_up_conclusion_recommend();
  if (third === 'conclusions') return editableKind('conclusions').words.make();
  if (third === 'figures') return m.events_figures();
  if (third === 'participation') return m.events_participation();
  if (third === 'board') return editableKind('board-entries').words.make();
  if (third === 'actions') return editableKind('actions').words.make();
  if (third === 'reports') return fourth === 'new' ? m.follow_up_report_new() : reportTitle(fifth);
  if (third === 'outcomes') return editableKind('outcomes').words.make();
  const titles: Record<string, (() => string) | undefined> = {
    next: m.events_next_title,
    programme: m.events_programme_edit,
    edit: isEditable(first) ? editableKind(first).words.edit : undefined,
  };
  const form = titles[third ?? '']?.();
  if (!isEditable(first) || form === undefined) return address;
  const kind = editableKind(first);
  const id = await idAt(locals, kind, second);
  const row = id === null ? undefined : await kind.read(locals, id);
  const name = row && nameOf(kind, row, locals.locale)?.text;
  return name ? m.network_my_work_form({ form, name }) : form;
}
