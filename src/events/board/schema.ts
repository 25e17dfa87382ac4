import * as v from 'valibot';
import { choice, id, line, problems, trilingual, version, wholeDate } from '#platform/locale/schema.ts';
import { boardKinds } from './model.ts';

const entries = {
  kind: choice(boardKinds),
  text: trilingual(4_000),
  owner: v.optional(line(300)),
  organisationId: v.optional(id),
  personId: v.optional(id),
  dueOn: v.optional(wholeDate),
};

export const boardEntryInput = v.object({ ...entries, workshopId: id });

/** The whole input again but its workshop; with the record and the version it was filled from. */
export const boardEntryUpdate = v.object({ ...entries, id, version });

/** An entry as it was seen. */
export const seenEntry = v.object({ id, version });

/** An entry that goes some places up or down among those that are not left. */
export const boardMove = v.object({
  id,
  by: v.picklist([-1, 1], problems.notAChoice),
  places: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1_000)),
});

/** Entries that become one, in their order. */
export const boardMerge = v.object({
  workshopId: id,
  ids: v.pipe(
    v.array(id),
    v.minLength(2, 'events_board_problem_one'),
    v.maxLength(100, problems.tooLarge),
    v.check((ids) => new Set(ids).size === ids.length, problems.notAChoice),
  ),
});

/** A merged draft that is parted; its wording may go to one of its parts. */
export const boardSplit = v.object({ ...seenEntry.entries, wordingFor: v.optional(id) });

/** What becomes of a source that was changed in the minutes: its new text is taken, or the board's kept. */
export const sourceChoice = v.object({ sourceId: id, entry: seenEntry, take: v.boolean() });

/** An entry that is adopted; a recommendation may follow from a conclusion. */
export const adoptionInput = v.object({ ...seenEntry.entries, conclusionId: v.optional(id) });

export type BoardEntryInput = v.InferInput<typeof boardEntryInput>;
export type BoardEntryUpdate = v.InferInput<typeof boardEntryUpdate>;
export type SeenEntry = v.InferInput<typeof seenEntry>;
export type BoardMove = v.InferInput<typeof boardMove>;
export type BoardSplit = v.InferInput<typeof boardSplit>;
export type BoardMerge = v.InferInput<typeof boardMerge>;
export type SourceChoice = v.InferInput<typeof sourceChoice>;
export type AdoptionInput = v.InferInput<typeof adoptionInput>;
