import { sql } from 'kysely';
import type { Transaction } from '../database/database.ts';
import { holdDatabase } from '../database/database-lock.ts';
import { openPostgres } from '../database/postgres.ts';
import { fill } from './fill.ts';
import type { DatabasePart } from './read.ts';
import type { Restored } from './restore.ts';

/** Restores into a schema of its own, whose tables then change places with the old ones, in one transaction. */
export async function restorePostgres(
  url: string,
  parts: AsyncIterable<DatabasePart>,
  stamp: string,
): Promise<Restored> {
  const letGo = await holdDatabase(url, 'alone');
  const db = openPostgres(url);
  try {
    return await db.transaction(async (tx) => {
      await sql`select pg_advisory_xact_lock(4714300)`.execute(tx);
      await sql`set local lock_timeout = '10s'`.execute(tx);
      const current = await schemaInUse(tx);
      const fresh = `indimaj_restoring_${stamp}`;
      await sql`create schema ${sql.ref(fresh)}`.execute(tx);
      await sql`set local search_path to ${sql.ref(fresh)}`.execute(tx);
      const filled = await fill(tx, 'postgres', parts);
      const aside = await setAside(tx, current, stamp);
      await move(tx, fresh, current);
      await sql`drop schema ${sql.ref(fresh)}`.execute(tx);
      return { ...filled, aside };
    });
  } finally {
    await db.close();
    await letGo();
  }
}

async function schemaInUse(tx: Transaction): Promise<string> {
  const { rows } = await sql<{ name: string }>`select current_schema()::text as name`.execute(tx);
  return rows[0]!.name;
}

/** Moves what stands in a schema into one of its own. @returns its name, null where there was nothing */
async function setAside(tx: Transaction, current: string, stamp: string): Promise<string | null> {
  if ((await contents(tx, current)).length === 0) return null;
  const taken = await sql<{ name: string }>`
    select nspname::text as name from pg_namespace where nspname like 'before_restore_%'`.execute(tx);
  const names = new Set(taken.rows.map((row) => row.name));
  let aside = `before_restore_${stamp}`;
  for (let count = 2; names.has(aside); count += 1) aside = `before_restore_${stamp}_${count}`;
  await sql`create schema ${sql.ref(aside)}`.execute(tx);
  await move(tx, current, aside);
  return aside;
}

async function move(tx: Transaction, from: string, to: string): Promise<void> {
  for (const { kind, name } of await contents(tx, from)) {
    await sql.raw(`alter ${kind} ${name} set schema "${to}"`).execute(tx);
  }
}

/** Tables, views, sequences and functions of a schema that no extension and no table brought along. */
async function contents(tx: Transaction, schema: string): Promise<{ kind: string; name: string }[]> {
  const { rows } = await sql<{ kind: string; name: string }>`
    select case c.relkind when 'v' then 'view' when 'm' then 'materialized view' when 'S' then 'sequence' else 'table' end
        as kind, format('%I.%I', ${schema}::text, c.relname) as name
      from pg_class c
      where c.relnamespace = ${schema}::regnamespace and c.relkind in ('r', 'p', 'v', 'm', 'S')
        and not exists (select from pg_depend d where d.objid = c.oid and d.deptype in ('e', 'a', 'i')
          and d.classid = 'pg_class'::regclass)
    union all
    select 'function', p.oid::regprocedure::text from pg_proc p
      where p.pronamespace = ${schema}::regnamespace and p.prokind = 'f'
        and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e')`.execute(tx);
  return rows;
}
