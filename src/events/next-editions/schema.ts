import * as v from 'valibot';
import { id, problems, slug, trilingual } from '#platform/locale/schema.ts';
import { isInOrder, isShort, workshopDate } from '../workshops/schema.ts';

/** What the next edition is asked with; everything else is taken over from the one before. */
export const nextEditionInput = v.pipe(
  v.object({
    followsId: id,
    slug,
    title: trilingual(400),
    startsOn: workshopDate,
    endsOn: workshopDate,
    /** Whether it is held in the same place. */
    keepPlace: v.optional(v.boolean(), false),
  }),
  v.forward(
    v.check((input) => isInOrder(input), problems.endBeforeStart),
    ['endsOn'],
  ),
  v.forward(
    v.check((input) => isShort(input), 'events_problem_too_many_days'),
    ['endsOn'],
  ),
);

export type NextEditionInput = v.InferInput<typeof nextEditionInput>;
