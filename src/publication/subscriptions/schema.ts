import * as v from 'valibot';
import { choice, id, mailAddress, problems } from '#platform/locale/schema.ts';
import { locales } from '#platform/locale/locale.ts';

/** What is subscribed to, as a form sends it: see `subjectOf`. */
const subject = v.pipe(
  v.string(problems.required),
  v.maxLength(60, problems.notAChoice),
  v.transform((value) => {
    const at = value.indexOf(':');
    return at < 0 ? { topic: value } : { topic: value.slice(0, at), on: value.slice(at + 1) };
  }),
  v.variant(
    'topic',
    [
      v.object({ topic: v.literal('all') }),
      v.object({ topic: v.literal('series'), on: id }),
      v.object({ topic: v.literal('territory'), on: id }),
    ],
    problems.notAChoice,
  ),
);

const wish = { subject, locale: choice(locales) };
const token = v.pipe(v.string(problems.required), v.maxLength(200, problems.tooLong));

export const subscriptionInput = v.object({ ...wish, email: mailAddress });
export const tokenInput = v.object({ token });
export const subscriptionChange = v.object({ ...wish, token });

export type Subject = v.InferOutput<typeof subject>;
export type SubscriptionInput = v.InferInput<typeof subscriptionInput>;
export type TokenInput = v.InferInput<typeof tokenInput>;
export type SubscriptionChange = v.InferInput<typeof subscriptionChange>;
