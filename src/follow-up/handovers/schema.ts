import * as v from 'valibot';
import { locales } from '#platform/locale/locale.ts';
import { choice, id, line, mailAddress, problems, text, version } from '#platform/locale/schema.ts';
import { handedScopes } from './model.ts';

/** Whose roles on what; without an account, those of an institution that has nobody. */
export const handoverInput = v.object({
  accountId: v.optional(id),
  scope: choice(handedScopes),
  on: id,
});

/** What whoever leaves, or sees to it, writes for the successor, in one language. */
export const handoverNotes = v.object({
  id,
  version,
  notes: v.optional(text(20_000)),
  language: choice(locales),
  passesDrafts: v.optional(v.boolean(), false),
});

/** A successor who has an account and a role in the institution already. */
export const successorInput = v.object({ id, version, accountId: id });

/** A successor who is to be invited. */
export const inviteeInput = v.object({
  id,
  version,
  name: v.pipe(line(200), v.minLength(1, problems.required)),
  email: mailAddress,
  locale: choice(locales),
});

/** A handover as it was seen. */
export const handoverSeen = v.object({ id, version });

/** Its successor says that the file was read. */
export const handoverConfirmation = v.object({
  id,
  version,
  read: v.pipe(
    v.boolean(problems.required),
    v.check((value) => value, 'follow_up_problem_file_unread'),
  ),
});

export type HandoverInput = v.InferInput<typeof handoverInput>;
export type HandoverNotes = v.InferInput<typeof handoverNotes>;
export type SuccessorInput = v.InferInput<typeof successorInput>;
export type InviteeInput = v.InferInput<typeof inviteeInput>;
export type HandoverSeen = v.InferInput<typeof handoverSeen>;
export type HandoverConfirmation = v.InferInput<typeof handoverConfirmation>;
