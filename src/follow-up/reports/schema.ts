import * as v from 'valibot';
import { locales } from '#platform/locale/locale.ts';
import { choice, id, line, problems, text, trilingual, version, wholeDate } from '#platform/locale/schema.ts';
import { commitmentStatuses } from '../commitments/model.ts';

/** What an indicator stood at, as it was typed; what is left out is not known. */
const figure = v.object({
  value: v.optional(line(40)),
  source: v.optional(trilingual(500)),
});

const content = {
  periodStartsOn: wholeDate,
  periodEndsOn: wholeDate,
  status: choice(commitmentStatuses),
  /** Why it was discontinued. */
  reason: v.optional(trilingual(2_000)),
  narrative: trilingual(8_000),
  obstacles: v.optional(trilingual(4_000)),
  nextSteps: v.optional(trilingual(4_000)),
  /** By the indicator's id. */
  figures: v.optional(v.record(v.string(), figure), {}),
};

const isInOrder = ({ periodStartsOn, periodEndsOn }: { periodStartsOn: string; periodEndsOn: string }) =>
  periodStartsOn <= periodEndsOn;
const saysWhy = ({ status, reason }: { status: string; reason?: object | undefined }) =>
  status !== 'discontinued' || reason !== undefined;

/** A report that begins, of one institution on one commitment. */
export const reportInput = v.pipe(
  v.object({ commitmentId: id, organisationId: id, ...content }),
  v.forward(v.partialCheck([['periodStartsOn'], ['periodEndsOn']], isInOrder, problems.endBeforeStart), [
    'periodEndsOn',
  ]),
  v.forward(v.partialCheck([['status'], ['reason']], saysWhy, problems.required), ['reason']),
);

/** The whole content again, with the version it was filled from. */
export const reportUpdate = v.pipe(
  v.object({ id, version, ...content }),
  v.forward(v.partialCheck([['periodStartsOn'], ['periodEndsOn']], isInOrder, problems.endBeforeStart), [
    'periodEndsOn',
  ]),
  v.forward(v.partialCheck([['status'], ['reason']], saysWhy, problems.required), ['reason']),
);

/** A report in the version that somebody read. */
export const standingReport = v.object({ id, version });

/** What a validator decides of the version that it read; what goes back goes back with its comments. */
export const decisionInput = v.pipe(
  v.object({
    id,
    version,
    decision: choice(['validated', 'returned'] as const),
    reasons: v.optional(text(4_000)),
    language: v.optional(choice(locales)),
  }),
  v.forward(
    v.partialCheck(
      [['decision'], ['reasons']],
      ({ decision, reasons }) => decision === 'validated' || Boolean(reasons),
      problems.required,
    ),
    ['reasons'],
  ),
);

export type ReportInput = v.InferInput<typeof reportInput>;
export type ReportUpdate = v.InferInput<typeof reportUpdate>;
export type StandingReport = v.InferInput<typeof standingReport>;
export type DecisionInput = v.InferInput<typeof decisionInput>;
