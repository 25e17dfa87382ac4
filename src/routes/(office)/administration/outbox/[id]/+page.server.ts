import { error, fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { localized } from '#platform/locale/address.ts';
import { directionOf } from '#platform/locale/locale.ts';
import { mailStore } from '#platform/services/mail.server.ts';
import { requireAdministrator } from '../../../../administrator.server.ts';
import { sentence } from '../../../../forms.server.ts';
import { decisionsOf, problemWords, purposeWord, stateWord } from '../../../../mail-words.server.ts';

export const load = async (event) => {
  requireAdministrator(event);
  const message = await mailStore().read(event.params.id);
  if (!message) error(404, 'not-found');
  return {
    id: message.id,
    subject: message.subject,
    text: message.text,
    to: message.to_address,
    name: message.to_name,
    lang: message.locale,
    dir: directionOf(message.locale),
    at: message.created_at,
    sentAt: message.sent_at,
    purpose: purposeWord(message.purpose),
    status: message.status,
    state: stateWord(message.status),
    problem: problemWords(message.last_error),
    attempts: message.attempts,
    withheld: message.withheld,
    emptied: message.emptied_at !== null,
    decisions: decisionsOf(message, event.locals.clock()),
  };
};

type Decision = 'resend' | 'withdraw' | 'markSent';

const decide = (decision: Decision) => async (event: RequestEvent) => {
  requireAdministrator(event);
  const id = event.params['id'] ?? '';
  const outcome = await mailStore()[decision](event.locals.actor, id);
  if (!outcome.ok) return fail(409, { problem: sentence(outcome.reason) });
  redirect(303, localized(`/administration/outbox/${id}`, event.locals.locale));
};

export const actions = {
  resend: decide('resend'),
  withdraw: decide('withdraw'),
  markSent: decide('markSent'),
};
