import { eraseMail } from '../mail/queue.ts';
import type { PersonalDataHolder } from './model.ts';
import { within, without } from './within.ts';
import { escaped } from '../text/html.ts';

/** Messages to the person; in those to others their name and address are struck out. */
export const mailHolder: PersonalDataHolder = {
  name: 'mail',
  async export(db, { accountId, address }) {
    const rows = await db
      .selectFrom('mail_messages')
      .select(['purpose', 'to_address', 'subject', 'text', 'status', 'created_at', 'sent_at', 'expires_at'])
      .where((where) =>
        where.or([
          where('account_id', '=', accountId),
          where(where.fn('lower', ['to_address']), '=', address),
        ]),
      )
      .orderBy('id')
      .execute();
    return [
      {
        name: 'mail',
        rows: rows.map((row) => ({
          purpose: row.purpose,
          to: row.to_address,
          subject: row.subject,
          // A link that still signs in is in the message itself, and nowhere else.
          text: row.expires_at === null ? row.text : null,
          state: row.status,
          created: row.created_at,
          sent: row.sent_at,
        })),
      },
    ];
  },
  async erase(tx, { accountId, address, name }) {
    await eraseMail(tx, { accountId, address });
    const parts = [name, escaped(name), address];
    const others = await tx
      .selectFrom('mail_messages')
      .select(['id', 'subject', 'text', 'html', 'to_name', 'once_key'])
      .where((where) =>
        where.or(
          parts
            .filter(Boolean)
            .flatMap((part) =>
              (['subject', 'text', 'html', 'to_name', 'once_key'] as const).map((column) =>
                within(where.ref(column), part),
              ),
            ),
        ),
      )
      .execute();
    for (const { id, subject, text, html, to_name, once_key } of others)
      await tx
        .updateTable('mail_messages')
        .set({
          subject: without(subject, parts),
          text: without(text, parts),
          html: without(html, parts),
          to_name: to_name && without(to_name, parts),
          once_key: once_key && without(once_key, parts),
        })
        .where('id', '=', id)
        .execute();
  },
  remains: async () => [],
};
