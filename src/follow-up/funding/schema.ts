import * as v from 'valibot';
import { isCurrency, readAmount } from '#platform/locale/money.ts';
import { id, line, problems, smallCount, version } from '#platform/locale/schema.ts';

const entries = {
  /** Who gives it: an organisation of the node, or in words. */
  organisationId: v.optional(id),
  funder: v.optional(line(200)),
  /** As it is typed; what it means depends on the currency. */
  amount: v.pipe(line(40), v.nonEmpty(problems.required)),
  currency: v.pipe(v.string(problems.required), v.check(isCurrency, problems.notAChoice)),
  /** Whether it is sure to come. */
  secured: v.optional(v.boolean(), false),
  /** Its place among the others; left out, it comes last. */
  position: v.optional(smallCount),
};

type Asked = { organisationId?: string | undefined; funder?: string | undefined };
const isGiven = ({ organisationId, funder }: Asked) => Boolean(organisationId) !== Boolean(funder);
const isAmount = ({ amount, currency }: { amount: string; currency: string }) =>
  readAmount(amount, currency) !== null;
const amountProblem = 'follow_up_problem_amount';
const funderProblem = 'follow_up_problem_funder';

export const shareInput = v.pipe(
  v.object({ ...entries, commitmentId: id }),
  v.forward(v.partialCheck([['amount'], ['currency']], isAmount, amountProblem), ['amount']),
  v.forward(v.partialCheck([['organisationId'], ['funder']], isGiven, funderProblem), ['organisationId']),
);

/** The whole input again but its commitment, which stays; with the record and the version it was filled from. */
export const shareUpdate = v.pipe(
  v.object({ ...entries, id, version }),
  v.forward(v.partialCheck([['amount'], ['currency']], isAmount, amountProblem), ['amount']),
  v.forward(v.partialCheck([['organisationId'], ['funder']], isGiven, funderProblem), ['organisationId']),
);

export type ShareInput = v.InferInput<typeof shareInput>;
export type ShareUpdate = v.InferInput<typeof shareUpdate>;
