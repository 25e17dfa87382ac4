import * as v from 'valibot';
import { choice, id, trilingual, version } from '#platform/locale/schema.ts';
import { locales } from '#platform/locale/locale.ts';

const entries = { title: trilingual(300), text: trilingual(12_000) };

export const pressNoteInput = v.object({ ...entries, workshopId: id });

/** The whole input again but its workshop, which stays; with the record and the version it was filled from. */
export const pressNoteUpdate = v.object({ ...entries, id, version });

/** The words of one language that take the place of those that stand. */
export const pressNoteTaking = v.object({
  ...entries,
  id,
  version,
  language: choice(locales),
});

export const pressNotePublishing = v.object({ id, version, isPublic: v.boolean() });

export type PressNoteInput = v.InferInput<typeof pressNoteInput>;
export type PressNoteUpdate = v.InferInput<typeof pressNoteUpdate>;
export type PressNoteTaking = v.InferInput<typeof pressNoteTaking>;
export type PressNotePublishing = v.InferInput<typeof pressNotePublishing>;
