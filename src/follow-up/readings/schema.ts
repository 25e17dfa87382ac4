import * as v from 'valibot';
import { locales } from '#platform/locale/locale.ts';
import { choice, id, problems, text, trilingual, version, webAddress } from '#platform/locale/schema.ts';
import { commitmentStatuses } from '../commitments/model.ts';
import { judgements, MOST_SOURCES } from './model.ts';

/** Web addresses, one a line; empty lines are left out. */
const sources = v.pipe(
  v.string(problems.required),
  v.transform((typed) =>
    typed
      .split(/\r?\n/)
      .map((line) => line.trim())
      .filter(Boolean),
  ),
  v.maxLength(MOST_SOURCES, 'follow_up_problem_too_many_sources'),
  v.check((lines) => lines.every((line) => v.is(webAddress, line)), problems.notAnAddress),
);

const content = {
  judgement: choice(judgements),
  /** How the commitment stands, where that is something else than the report says. */
  ownStatus: v.optional(choice(commitmentStatuses)),
  text: trilingual(4_000),
  sources: v.optional(sources, ''),
};

/** What an organisation of civil society reads in a report. */
export const readingInput = v.object({ reportId: id, organisationId: id, ...content });

/** The whole content again, with the version it was filled from. */
export const readingUpdate = v.object({ id, version, ...content });

/** A reading in the version that somebody read. */
export const standingReading = v.object({ id, version });

/** What a coordinator decides of the version that it read; a refusal says why. */
export const readingDecision = v.pipe(
  v.object({
    id,
    version,
    decision: choice(['published', 'declined'] as const),
    answer: v.optional(text(2_000)),
    language: choice(locales),
  }),
  v.forward(
    v.partialCheck(
      [['decision'], ['answer']],
      ({ decision, answer }) => decision === 'published' || Boolean(answer),
      problems.required,
    ),
    ['answer'],
  ),
);

/** What the institution whose report it is says to a reading. */
export const readingReply = v.object({ id, version, reply: trilingual(4_000) });

export type ReadingInput = v.InferInput<typeof readingInput>;
export type ReadingUpdate = v.InferInput<typeof readingUpdate>;
export type StandingReading = v.InferInput<typeof standingReading>;
export type ReadingDecision = v.InferInput<typeof readingDecision>;
export type ReadingReply = v.InferInput<typeof readingReply>;
