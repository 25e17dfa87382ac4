import { createHash, randomBytes } from 'node:crypto';
import { instant, type Clock } from '../clock/clock.ts';
import type { Source, Transaction } from '../database/database.ts';
import type { Values } from '../forms/values.ts';
import { newId } from '../records/uuid.ts';

declare module '../database/tables.ts' {
  interface Tables {
    form_drafts: {
      id: string;
      account_id: string | null;
      holder: string | null;
      address: string;
      fields: string;
      base_version: number | null;
      updated_at: string;
    };
  }
}

/** What was typed into a form and not saved yet. */
export interface Draft {
  values: Values;
  /** The version of the record that the form was filled from; null for a new one. */
  baseVersion: number | null;
  updatedAt: string;
}

/** The longest draft kept, in characters; a form's limits lie far below. */
export const LONGEST_DRAFT = 200_000;

/** How long a draft of a session that ended is held for whoever signs in again, in milliseconds. */
const HELD = 24 * 60 * 60 * 1_000;

/** A form of an account, by its address without locale. */
export interface FormPlace {
  accountId: string;
  address: string;
}

/** Keeps what stands in a form; the newer one replaces the older. */
export async function keepDraft(
  tx: Transaction,
  { accountId, address }: FormPlace,
  { values, baseVersion }: Pick<Draft, 'values' | 'baseVersion'>,
  clock: Clock,
): Promise<string> {
  const updated_at = instant(clock);
  const kept = { fields: JSON.stringify(values), base_version: baseVersion, updated_at };
  await tx
    .insertInto('form_drafts')
    .values({ id: newId(), account_id: accountId, holder: null, address, ...kept })
    .onConflict((conflict) => conflict.columns(['account_id', 'address']).doUpdateSet(kept))
    .execute();
  return updated_at;
}

export async function readDraft(db: Source, { accountId, address }: FormPlace): Promise<Draft | undefined> {
  const row = await db
    .selectFrom('form_drafts')
    .select(['fields', 'base_version', 'updated_at'])
    .where('account_id', '=', accountId)
    .where('address', '=', address)
    .executeTakeFirst();
  return row && { values: JSON.parse(row.fields), baseVersion: row.base_version, updatedAt: row.updated_at };
}

export async function discardDraft(tx: Transaction, { accountId, address }: FormPlace): Promise<void> {
  await tx
    .deleteFrom('form_drafts')
    .where('account_id', '=', accountId)
    .where('address', '=', address)
    .execute();
}

/** Forms that an account has begun and not saved, the latest first. */
export async function listDrafts(
  db: Source,
  accountId: string,
): Promise<{ address: string; updatedAt: string }[]> {
  const rows = await db
    .selectFrom('form_drafts')
    .select(['address', 'updated_at'])
    .where('account_id', '=', accountId)
    .orderBy('updated_at', 'desc')
    .execute();
  return rows.map(({ address, updated_at }) => ({ address, updatedAt: updated_at }));
}

/**
 * Holds a form that was sent after its session had ended.
 * @returns the key by which whoever signs in next in that browser gets it back; only its hash is kept here
 */
export async function holdDraft(
  tx: Transaction,
  address: string,
  { values, baseVersion }: Pick<Draft, 'values' | 'baseVersion'>,
  clock: Clock,
): Promise<string> {
  const key = randomBytes(24).toString('base64url');
  const now = instant(clock);
  const before = new Date(clock().getTime() - HELD).toISOString();
  await tx
    .deleteFrom('form_drafts')
    .where('account_id', 'is', null)
    .where('updated_at', '<', before)
    .execute();
  await tx
    .insertInto('form_drafts')
    .values({
      id: newId(),
      account_id: null,
      holder: hashOf(key),
      address,
      fields: JSON.stringify(values),
      base_version: baseVersion,
      updated_at: now,
    })
    .execute();
  return key;
}

/** Gives a held form to the account that signed in with its key; a draft it had there gives way. */
export async function adoptDraft(tx: Transaction, key: string, accountId: string): Promise<void> {
  const held = await tx
    .selectFrom('form_drafts')
    .select(['id', 'address'])
    .where('holder', '=', hashOf(key))
    .executeTakeFirst();
  if (!held) return;
  await discardDraft(tx, { accountId, address: held.address });
  await tx
    .updateTable('form_drafts')
    .set({ account_id: accountId, holder: null })
    .where('id', '=', held.id)
    .execute();
}

function hashOf(key: string): string {
  return createHash('sha256').update(key).digest('hex');
}
