import type { Source } from '../database/database.ts';
import { mailStatuses, type MailMessageRow, type MailStatus } from './model.ts';

/** Messages on one page of the outbox. */
const ON_PAGE = 50;

/** A message as the outbox lists it, without what it says. */
export type OutboxLine = Omit<
  MailMessageRow,
  'text' | 'html' | 'message_id' | 'once_key' | 'unsubscribe_href' | 'unsubscribe_post'
>;

/** One page of the outbox, the newest first; pages are numbered from 1. */
export async function listOutbox(
  db: Source,
  { status, page = 1 }: { status?: MailStatus | undefined; page?: number } = {},
): Promise<{ messages: OutboxLine[]; page: number; pages: number; total: number }> {
  const counts = await countByStatus(db);
  const total = status ? counts[status] : Object.values(counts).reduce((sum, count) => sum + count, 0);
  const pages = Math.max(1, Math.ceil(total / ON_PAGE));
  const shown = Math.min(Math.max(1, Math.trunc(page) || 1), pages);
  const messages = await db
    .selectFrom('mail_messages')
    .select(['id', 'purpose', 'to_address', 'to_name', 'locale', 'subject', 'status', 'attempts'])
    .select([
      'next_attempt_at',
      'last_error',
      'created_at',
      'sent_at',
      'expires_at',
      'emptied_at',
      'account_id',
    ])
    .$if(status !== undefined, (query) => query.where('status', '=', status!))
    .orderBy('id', 'desc')
    .limit(ON_PAGE)
    .offset((shown - 1) * ON_PAGE)
    .execute();
  return { messages, page: shown, pages, total };
}

/**
 * A message with what it says. Where it carries a one-time link its bodies are withheld: who reads the link could
 * sign in as somebody else.
 * @param links true shows those too, for a demonstration whose accounts are nobody's
 */
export async function readMessage(
  db: Source,
  id: string,
  { links = false }: { links?: boolean } = {},
): Promise<(MailMessageRow & { withheld: boolean }) | null> {
  const row = await db.selectFrom('mail_messages').selectAll().where('id', '=', id).executeTakeFirst();
  if (!row) return null;
  const withheld = row.expires_at !== null && row.emptied_at === null && !links;
  return withheld ? { ...row, text: '', html: '', withheld } : { ...row, withheld };
}

/** How many messages there are of each status. */
export async function countByStatus(db: Source): Promise<Record<MailStatus, number>> {
  const rows = await db
    .selectFrom('mail_messages')
    .select(['status', (count) => count.fn.countAll<number>().as('count')])
    .groupBy('status')
    .execute();
  const counts = new Map(rows.map((row) => [row.status, Number(row.count)]));
  return Object.fromEntries(mailStatuses.map((status) => [status, counts.get(status) ?? 0])) as Record<
    MailStatus,
    number
  >;
}
