import type { Actor } from '../actor/actor.ts';
import type { Clock } from '../clock/clock.ts';
import type { Transaction } from '../database/database.ts';
import { append } from './append.ts';
import type { Row } from './model.ts';

/** A setting of the node as it is written, and what the journal tells of it: never a secret. */
interface Setting {
  key: string;
  /** Null where it is forgotten. */
  value: object | null;
  before: Row | null;
  after: Row | null;
}

/** Writes a setting. It is no record, but who changed it is told like for records. */
export async function keepSetting(
  tx: Transaction,
  actor: Actor,
  { key, value, before, after }: Setting,
  clock: Clock,
): Promise<void> {
  await tx.deleteFrom('settings').where('key', '=', key).execute();
  if (value)
    await tx
      .insertInto('settings')
      .values({ key, value: JSON.stringify(value) })
      .execute();
  const verb = before === null ? 'create' : after === null ? 'delete' : 'update';
  await append(tx, actor, { kind: 'settings', recordId: key, verb, before, after }, clock);
}
