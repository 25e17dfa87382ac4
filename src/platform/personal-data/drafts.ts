import '../drafts/drafts.ts';
import type { PersonalDataHolder } from './model.ts';
import { within } from './within.ts';

/** Forms that were begun and not saved. */
export const draftsHolder: PersonalDataHolder = {
  name: 'drafts',
  async export(db, { accountId }) {
    const rows = await db
      .selectFrom('form_drafts')
      .select(['address', 'fields', 'updated_at'])
      .where('account_id', '=', accountId)
      .orderBy('id')
      .execute();
    return [
      {
        name: 'drafts',
        rows: rows.map(({ address, fields, updated_at }) => ({ address, text: fields, changed: updated_at })),
      },
    ];
  },
  async erase(tx, { accountId, address }) {
    await tx
      .deleteFrom('form_drafts')
      // Also what others began to write to the address: an invitation, say.
      .where((where) => where.or([where('account_id', '=', accountId), within(where.ref('fields'), address)]))
      .execute();
  },
  remains: async () => [],
};
