import type { PersonalDataHolder } from './model.ts';
import { within } from './within.ts';

/** Settings of the node that name the person's address, as the sender of its mail say: the network's own words. */
export const settingsHolder: PersonalDataHolder = {
  name: 'settings',
  export: async () => [],
  erase: async () => undefined,
  async remains(db, { address }) {
    const rows = await db
      .selectFrom('settings')
      .select('key')
      .where((where) => within(where.ref('value'), address))
      .execute();
    return rows.length === 0 ? [] : [{ reason: 'network_remains_settings', count: rows.length }];
  },
};
