import { sql } from 'kysely';
import * as v from 'valibot';
import type { Source } from '#platform/database/database.ts';
import { processings, type Controller, type Processing } from './model.ts';
import { controllerInput } from './schema.ts';

/** The setting that says who answers for the processing. */
export const CONTROLLER = 'data-controller';

/** A processing with the node's own facts: how much of it there is, and since when. */
export type ProcessingFacts = Processing & { count: number; oldest: string | null };

export async function readController(db: Source): Promise<Controller | null> {
  const row = await db
    .selectFrom('settings')
    .select('value')
    .where('key', '=', CONTROLLER)
    .executeTakeFirst();
  return row ? v.parse(controllerInput, JSON.parse(row.value)) : null;
}

/** Every processing of the register, in its order. Names no id: an erased account counts as no data of a person. */
export async function listProcessings(db: Source): Promise<ProcessingFacts[]> {
  const facts: ProcessingFacts[] = [];
  for (const processing of processings) {
    const kept = processing.id === 'accounts' ? sql`where status <> 'erased'` : sql``;
    const { rows } = await sql<{ count: number; oldest: string | null }>`
      select count(*) as count, min(${sql.ref(processing.at)}) as oldest
      from ${sql.table(processing.table)} ${kept}`.execute(db);
    const { count = 0, oldest = null } = rows[0] ?? {};
    facts.push({ ...processing, count: Number(count), oldest });
  }
  return facts;
}
