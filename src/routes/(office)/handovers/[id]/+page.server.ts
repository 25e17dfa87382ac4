import { fail, redirect, type RequestEvent } from '@sveltejs/kit';
import {
  confirmHandover,
  inviteeRole,
  inviteSuccessor,
  nameSuccessor,
  withdrawHandover,
  writeNotes,
} from '#follow-up/handovers/changes.server.ts';
import {
  confirmationFields,
  inviteeFields,
  notesFields,
  successorFields,
} from '#follow-up/handovers/components/fields.ts';
import { rolesOf } from '#follow-up/handovers/model.ts';
import { holdsThere } from '#follow-up/handovers/policy.ts';
import { listColleagues } from '#follow-up/handovers/queries.server.ts';
import { m } from '#messages';
import { mayGive } from '#network/grants/policy.ts';
import type { Field } from '#platform/forms/fields.ts';
import { freshForm } from '#platform/forms/state.ts';
import { readForm, valuesOf } from '#platform/forms/values.ts';
import { localized } from '#platform/locale/address.ts';
import { isLocale } from '#platform/locale/locale.ts';
import type { Outcome } from '#platform/records/outcome.ts';
import { mayTry } from '#platform/services/tries.server.ts';
import { requireAccount } from '../../../account.server.ts';
import { keepForLater, openForm, sentence, submit } from '../../../forms.server.ts';
import { handoverAt, handoverPaperOf, namesIn } from '../../../handovers.server.ts';
import { placeInLetter, placeValue } from '../../../places.server.ts';

export const load = async (event) => {
  const { locals } = event;
  const account = requireAccount(event);
  const { handover, standing } = await handoverAt(event);
  const [names] = await namesIn(locals, [handover]);
  const { isOpen, leaves, guides, succeeds, readsFile } = standing;
  const language = handover.notes_language ?? account.locale;
  const stands = { ...valuesOf(notesFields(leaves), handover), language };
  const colleagues =
    guides && isOpen ? await listColleagues(locals.db.reader, handover, handover.account_id) : [];
  return {
    ...names!,
    handover: {
      id: handover.id,
      version: handover.version,
      status: handover.status,
      begun: handover.created_at,
      settled: handover.settled_at,
      roles: rolesOf(handover),
    },
    leaves,
    /** Whoever has taken over begins there. */
    week:
      handover.status === 'confirmed' && succeeds && holdsThere(locals.actor, handover)
        ? `/first-week?of=${placeValue({ scope: handover.scope, on: handover.on_id })}`
        : null,
    notes: guides && isOpen ? await openForm(event, stands, handover.version) : null,
    name: colleagues.length > 0 ? freshForm(valuesOf(successorFields, {}), handover.version) : null,
    mayName: guides && isOpen,
    options: {
      accountId: colleagues.map(({ id, personal_name }) => ({ value: id, label: personal_name })),
    },
    invite:
      guides && isOpen && mayGive(locals.actor, inviteeRole(handover))
        ? freshForm({ ...valuesOf(inviteeFields, {}), locale: account.locale }, handover.version)
        : null,
    confirm: succeeds && isOpen ? freshForm(valuesOf(confirmationFields, {}), handover.version) : null,
    paper: readsFile ? (await handoverPaperOf(locals, handover)).paper : null,
  };
};

type Event = RequestEvent & { params: { id: string } };

/** A step that is asked by a form of its own on this page. */
async function step(
  event: Event,
  form: 'name' | 'invite' | 'confirm',
  fields: readonly Field[],
  work: (input: Record<string, unknown>, version: number | null) => Promise<Outcome<object>>,
) {
  const { id } = event.params;
  const current = event.locals.account ? (await handoverAt(event)).handover.version : undefined;
  const answer = await submit(event, {
    fields,
    current,
    drafts: false,
    work,
    goTo: () => `/handovers/${id}`,
  });
  return fail(answer.status, { [form]: answer.data.form });
}

export const actions = {
  notes: async (event) => {
    const { locals, params } = event;
    // Whether drafts pass is asked of whoever leaves; kept for later, that question is asked again.
    if (!locals.account) return keepForLater(event, notesFields(false));
    const { handover, standing } = await handoverAt(event);
    return submit(event, {
      fields: notesFields(standing.leaves),
      edited: { id: handover.id, row: handover },
      work: (input, version) =>
        writeNotes(
          locals.db,
          locals.actor,
          { ...input, id: params.id, version: version ?? 0 } as never,
          locals.clock,
        ),
      goTo: () => `/handovers/${params.id}`,
    });
  },
  name: (event) =>
    step(event, 'name', successorFields, (input, version) =>
      nameSuccessor(
        event.locals.db,
        event.locals.actor,
        { ...input, id: event.params.id, version: version ?? 0 } as never,
        event.locals.clock,
      ),
    ),
  invite: async (event) => {
    const { locals, params, request } = event;
    requireAccount(event);
    const { handover } = await handoverAt(event);
    const values = readForm(inviteeFields, await request.clone().formData());
    const email = String(values['email'] ?? '').toLowerCase();
    if (!(await mayTry('invitation', email, request.headers)))
      return fail(429, {
        invite: {
          ...freshForm(values, handover.version),
          problems: [{ control: '', text: m.network_account_too_often() }],
        },
      });
    return step(event, 'invite', inviteeFields, async (input, version) => {
      const locale = isLocale(input['locale']) ? input['locale'] : locals.locale;
      const place = await placeInLetter(locals, inviteeRole(handover), locale);
      const { clock, publicUrl } = locals;
      return inviteSuccessor(
        locals.db,
        locals.actor,
        { ...input, id: params.id, version: version ?? 0 } as never,
        { clock, publicUrl, place },
      );
    });
  },
  confirm: (event) =>
    step(event, 'confirm', confirmationFields, (input, version) =>
      confirmHandover(
        event.locals.db,
        event.locals.actor,
        { ...input, id: event.params.id, version: version ?? 0 } as never,
        event.locals.clock,
      ),
    ),
  withdraw: async (event) => {
    const { locals, params, request } = event;
    requireAccount(event);
    const version = Number((await request.formData()).get('version'));
    const outcome = await withdrawHandover(locals.db, locals.actor, { id: params.id, version }, locals.clock);
    if (!outcome.ok) return fail(422, { problem: sentence(outcome.reason) });
    redirect(303, localized('/handovers', locals.locale));
  },
};
