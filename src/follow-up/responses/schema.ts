import * as v from 'valibot';
import { choice, id, problems, trilingual, version, wholeDate } from '#platform/locale/schema.ts';
import { responsePositions } from './model.ts';

const entries = {
  organisationId: id,
  answer: choice(responsePositions),
  /** Why; of whoever does not accept in whole. */
  reasons: v.optional(trilingual(4_000)),
  respondedOn: wholeDate,
};

const isReasoned = ({ answer, reasons }: { answer: string; reasons?: object | undefined }) =>
  answer === 'accepted' || reasons !== undefined;

export const responseInput = v.pipe(
  v.object({ ...entries, recommendationId: id }),
  v.forward(
    v.check((input) => isReasoned(input), problems.required),
    ['reasons'],
  ),
);

/** The whole input again, with the record and the version it was filled from. */
export const responseUpdate = v.pipe(
  v.object({ ...entries, id, version }),
  v.forward(
    v.check((input) => isReasoned(input), problems.required),
    ['reasons'],
  ),
);

export type ResponseInput = v.InferInput<typeof responseInput>;
export type ResponseUpdate = v.InferInput<typeof responseUpdate>;
