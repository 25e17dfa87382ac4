import * as v from 'valibot';
import { choice, id, problems, text } from '#platform/locale/schema.ts';
import { locales } from '#platform/locale/locale.ts';

const words = v.pipe(text(4_000), v.minLength(1, problems.required));

export const answerInput = v.pipe(
  v.object({
    token: v.pipe(v.string(problems.required), v.maxLength(100, problems.tooLong)),
    answer: v.picklist(['approved', 'changes'], problems.notAChoice),
    language: choice(locales),
    remarks: v.pipe(
      v.array(v.object({ entryId: v.nullable(id), text: words })),
      v.maxLength(200, problems.tooLong),
    ),
  }),
  v.forward(
    v.partialCheck(
      [['answer'], ['remarks']],
      ({ answer, remarks }) => answer === 'approved' || remarks.length > 0,
      'events_minutes_problem_which_changes',
    ),
    ['remarks'],
  ),
);
export type AnswerInput = v.InferInput<typeof answerInput>;

export const replyInput = v.object({ remarkId: id, text: words, language: choice(locales) });
export type ReplyInput = v.InferInput<typeof replyInput>;
