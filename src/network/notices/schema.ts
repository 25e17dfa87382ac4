import * as v from 'valibot';
import { choice, problems } from '#platform/locale/schema.ts';
import { noticeRhythms } from '../accounts/model.ts';

/** How often somebody wants to be told, with the token of the letter that they say it from. */
export const rhythmChange = v.object({
  token: v.pipe(v.string(problems.required), v.maxLength(200, problems.tooLong)),
  notices: choice(noticeRhythms),
});

export type RhythmChange = v.InferInput<typeof rhythmChange>;
