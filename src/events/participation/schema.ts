import * as v from 'valibot';
import { choice, id, smallCount, version } from '#platform/locale/schema.ts';
import { attendance } from '../workshops/schema.ts';
import { actorTypes } from '../workshops/model.ts';
import { participationLevels } from './model.ts';

/** More lines than any attendance list is counted in. */
const MOST_LINES = 300;

const line = v.object({
  /** The line that it changes; left out for a new one. */
  id: v.optional(id),
  actorType: v.optional(choice(actorTypes)),
  level: v.optional(choice(participationLevels)),
  territoryId: v.optional(id),
  women: v.optional(smallCount),
  men: v.optional(smallCount),
  notStated: v.optional(smallCount),
});

/**
 * Who took part in a workshop, or in one session of it, as a whole: what is left out is emptied. The version is that of
 * the workshop, or of the session's programme item.
 */
export const participationInput = v.object({
  workshopId: id,
  itemId: v.optional(id),
  version,
  attendance,
  counts: v.optional(
    v.pipe(v.array(line), v.maxLength(MOST_LINES, 'events_participation_problem_lines')),
    [],
  ),
});

export type ParticipationInput = v.InferInput<typeof participationInput>;
