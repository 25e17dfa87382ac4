import type * as v from 'valibot';
import { mayEditWorkshops, publicStatuses } from '#events/policy.ts';
import { mayEditWorkshop } from '#events/queries.server.ts';
import type { Actor } from '#platform/actor/actor.ts';
import { systemClock, type Clock } from '#platform/clock/clock.ts';
import type { Target, Transaction } from '#platform/database/database.ts';
import { columns, textOf, type TrilingualText } from '#platform/locale/text.ts';
import { change } from '#platform/records/change.server.ts';
import { refused } from '#platform/records/outcome.ts';
import { createRecord, updateRecord } from '#platform/records/records.server.ts';
import { readEditable } from './queries.server.ts';
import {
  pressNoteInput,
  pressNotePublishing,
  pressNoteTaking,
  pressNoteUpdate,
  type PressNoteInput,
  type PressNotePublishing,
  type PressNoteTaking,
  type PressNoteUpdate,
} from './schema.ts';

/** Begins the press note of a workshop, for its editors only until one of them makes it public. */
export function createPressNote(
  target: Target,
  actor: Actor,
  input: PressNoteInput,
  clock: Clock = systemClock,
) {
  return change(
    target,
    {
      allowed: mayEditWorkshops(actor),
      schema: pressNoteInput,
      input,
      within: (tx, { workshopId }) => mayEditWorkshop(tx, actor, workshopId),
    },
    async (tx, { workshopId, ...words }) => {
      const row = { workshop_id: workshopId, ...columnsOf(words), is_public: 0 } as const;
      return { id: await createRecord(tx, actor, 'press_notes', row, clock) };
    },
  );
}

/** Changes a press note to the whole input. */
export function updatePressNote(
  target: Target,
  actor: Actor,
  input: PressNoteUpdate,
  clock: Clock = systemClock,
) {
  return change(target, asked(actor, pressNoteUpdate, input), async (tx, { id, version, ...words }) => {
    await updateRecord(tx, actor, 'press_notes', id, columnsOf(words), { version, clock });
    return { id, version: version + 1 };
  });
}

/** Puts the words of one language in the place of those that stand; the other languages stay, the history keeps all. */
export function takeDraft(target: Target, actor: Actor, input: PressNoteTaking) {
  return change(
    target,
    asked(actor, pressNoteTaking, input),
    async (tx, { id, version, language, title, text }) => {
      const note = (await readEditable(tx, actor, id))!;
      const taken = {
        title: { ...textOf(note, 'title'), [language]: title[language] },
        text: { ...textOf(note, 'text'), [language]: text[language] },
      };
      await updateRecord(tx, actor, 'press_notes', id, columnsOf(taken), { version });
      return { id, version: version + 1 };
    },
  );
}

/** Lets everyone read a press note, or its editors only again. Nothing is public of a workshop that is not. */
export function publishPressNote(target: Target, actor: Actor, input: PressNotePublishing) {
  return change(target, asked(actor, pressNotePublishing, input), async (tx, { id, version, isPublic }) => {
    const { workshop_id } = (await readEditable(tx, actor, id))!;
    const { status } = await tx
      .selectFrom('workshops')
      .select('status')
      .where('id', '=', workshop_id)
      .executeTakeFirstOrThrow();
    if (isPublic && !publicStatuses.includes(status)) return refused('publication_press_not_public');
    await updateRecord(tx, actor, 'press_notes', id, { is_public: isPublic ? 1 : 0 }, { version });
    return { id, version: version + 1 };
  });
}

function asked<Schema extends v.GenericSchema<unknown, { id: string }>>(
  actor: Actor,
  schema: Schema,
  input: unknown,
) {
  return {
    allowed: mayEditWorkshops(actor),
    schema,
    input,
    within: async (tx: Transaction, { id }: { id: string }) =>
      (await readEditable(tx, actor, id)) !== undefined,
  };
}

function columnsOf({ title, text }: { title: TrilingualText; text: TrilingualText }) {
  return { ...columns('title', title), ...columns('text', text) };
}
