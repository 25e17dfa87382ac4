import { mailStatuses, mailStore, type MailStatus } from '#platform/services/mail.server.ts';
import { requireAdministrator } from '../../../administrator.server.ts';
import { problemWords, purposeWord, stateWord } from '../../../mail-words.server.ts';

export const load = async (event) => {
  requireAdministrator(event);
  const { searchParams } = event.url;
  const asked = searchParams.get('state');
  const status = mailStatuses.find((known): known is MailStatus => known === asked);
  const store = mailStore();
  const counts = await store.counts();
  const { messages, page, pages } = await store.list({ status, page: Number(searchParams.get('page')) });
  return {
    hasServer: (await store.settings()) !== null,
    status: status ?? null,
    states: mailStatuses.map((known) => ({ status: known, word: stateWord(known), count: counts[known] })),
    messages: messages.map((message) => ({
      id: message.id,
      subject: message.subject,
      to: message.to_address,
      at: message.created_at,
      purpose: purposeWord(message.purpose),
      status: message.status,
      state: stateWord(message.status),
      problem: problemWords(message.last_error),
    })),
    page,
    pages,
  };
};
