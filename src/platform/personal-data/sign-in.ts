import '../sign-in/model.ts';
import { deviceOf } from '../sign-in/user-agent.ts';
import type { PersonalDataHolder } from './model.ts';
import { within } from './within.ts';

/** Sessions, ways to sign in, passkeys, and one-time links. Tokens, hashes and keys are never given out. */
export const signInHolder: PersonalDataHolder = {
  name: 'sign-in',
  async export(db, { accountId }) {
    const sessions = await db
      .selectFrom('sign_in_sessions')
      .select(['created_at', 'updated_at', 'expires_at', 'ip_address', 'user_agent'])
      .where('account_id', '=', accountId)
      .orderBy('id')
      .execute();
    const methods = await db
      .selectFrom('sign_in_methods')
      .select(['provider_id', 'provider_account_id', 'created_at'])
      .where('account_id', '=', accountId)
      .orderBy('id')
      .execute();
    const passkeys = await db
      .selectFrom('passkeys')
      .select(['name', 'created_at', 'device_type'])
      .where('account_id', '=', accountId)
      .orderBy('id')
      .execute();
    return [
      {
        name: 'sessions',
        rows: sessions.map((row) => ({
          created: row.created_at,
          used: row.updated_at,
          ends: row.expires_at,
          ...deviceOf(row.user_agent),
          user_agent: row.user_agent,
          ip_address: row.ip_address,
        })),
      },
      {
        name: 'methods',
        rows: methods.map((row) => ({
          method: row.provider_id,
          identifier: row.provider_account_id,
          created: row.created_at,
        })),
      },
      {
        name: 'passkeys',
        rows: passkeys.map(({ name, created_at, device_type }) => ({
          name,
          created: created_at,
          device: device_type,
        })),
      },
    ];
  },
  async erase(tx, { accountId, address }) {
    for (const table of ['sign_in_sessions', 'sign_in_methods', 'passkeys'] as const)
      await tx.deleteFrom(table).where('account_id', '=', accountId).execute();
    // Links and passkey ceremonies under way hold the address or the account within a text.
    for (const part of [address, accountId])
      await tx
        .deleteFrom('sign_in_tokens')
        .where((where) => within(where.ref('value'), part))
        .execute();
  },
  remains: async () => [],
};
