import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { mergeRecords, undoMerge } from '#network/merges/changes.server.ts';
import { mergeableKinds, type MergeableKind } from '#network/merges/model.ts';
import { listMerges, undoable } from '#network/merges/queries.server.ts';
import type { Source } from '#platform/database/database.ts';
import { describeTables } from '#platform/database/describe.ts';
import { openTestDatabase, type TestDatabase } from '#platform/database/testing.ts';
import { createRecord, resolveAddress, updateRecord } from '#platform/records/records.server.ts';
import { done } from '#platform/records/outcome.ts';
import { changeAtRandom, kinds } from '../support/random-changes.ts';
import { seeded, testSeed, type Random } from '../support/random.ts';
import { networkValues } from '../support/network-values.ts';
import { tester } from '../support/node.ts';

const seed = testSeed();
let db: TestDatabase;
let random: Random;
beforeEach(async () => {
  db = await openTestDatabase();
  random = seeded(seed);
});
afterEach(() => db.close());

/** A network of some hundred records, with links, roles and distinctions between them. */
async function writeNetwork(): Promise<void> {
  for (const kind of [...kinds.filter((kind) => kind !== 'links'), 'links' as const]) {
    // Many links between few records, so that merged ones find their links taken.
    const wanted = kind === 'links' ? 100 : 5;
    for (let count = 0; count < wanted; count += 1)
      await db
        .transaction((tx) => changeAtRandom(tx, random, 'create', kind))
        .catch((error: unknown) => expect(String(error)).toMatch(/unique/i));
  }
  await db.transaction(async (tx) => {
    // Codes for anyone's use, so that territories may be one; dates that fit one another.
    for (const [index, id] of (await idsOf('territories', tx)).entries())
      await tx
        .updateTable('territories')
        .set({ code: `XZ-${index}` })
        .where('id', '=', id)
        .execute();
    await tx.updateTable('initiatives').set({ starts_on: '2019', ends_on: '2020' }).execute();
  });
  const ids = Object.fromEntries(
    await Promise.all(mergeableKinds.map(async (kind) => [kind, await idsOf(kind)] as const)),
  ) as Record<MergeableKind, string[]>;
  await db.transaction(async (tx) => {
    for (const person_id of ids.people.slice(0, 3)) {
      const account = await createRecord(tx, tester, 'accounts', {
        personal_name: 'x',
        personal_email: `${random.word()}@example.org`,
        email_verified: 0,
        image: null,
        status: 'active',
        locale: 'fr',
        notices: 'none',
        person_id,
        proposed_person_id: null,
        demonstration: 0,
      });
      for (const on_id of ids.organisations)
        await createRecord(tx, tester, 'grants', {
          account_id: account,
          role: 'member',
          scope: 'organisation',
          on_id,
          given_by: 'test',
        });
    }
    for (const kind of mergeableKinds)
      await createRecord(tx, tester, 'distinctions', {
        kind,
        first_id: ids[kind][0]!,
        second_id: ids[kind][1]!,
      });
  });
}

async function idsOf(kind: string, source: Source = db.reader): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select id from ${sql.table(kind)} order by id`.execute(source);
  return rows.map(({ id }) => id);
}

/** Everything in the database but its own memory: no versions, no instants of writing, no journal. */
async function content(): Promise<Record<string, string[]>> {
  const tables = (await describeTables(db.reader, db.engine)).filter(({ name }) => name !== 'journal');
  const found: Record<string, string[]> = {};
  for (const { name } of tables) {
    const { rows } = await sql<Record<string, unknown>>`select * from ${sql.table(name)}`.execute(db.reader);
    found[name] = rows
      .map(({ version: _version, updated_at: _updated, ...row }) =>
        JSON.stringify(Object.fromEntries(Object.entries(row).toSorted())),
      )
      .toSorted();
  }
  return found;
}

/** References that lead nowhere; foreign keys can't, so that the columns without one are looked at. */
async function dangling(): Promise<string[]> {
  const everyId = new Set((await Promise.all([...kinds, 'accounts'].map((kind) => idsOf(kind)))).flat());
  const found: string[] = [];
  for (const [table, column] of [
    ['links', 'from_id'],
    ['links', 'to_id'],
    ['grants', 'on_id'],
    ['distinctions', 'first_id'],
    ['distinctions', 'second_id'],
    ['addresses', 'record_id'],
  ] as const) {
    const { rows } = await sql<{ id: string }>`
      select ${sql.ref(column)} as id from ${sql.table(table)}`.execute(db.reader);
    for (const { id } of rows) if (!everyId.has(id)) found.push(`${table}.${column} ${id}`);
  }
  return found;
}

/** Merges two records of a kind that chance picks; the kept one takes some texts of the other. */
async function mergeAtRandom(kind: MergeableKind) {
  const ids = await idsOf(kind);
  const keptId = random.pick(ids);
  const goneId = random.pick(ids.filter((id) => id !== keptId));
  const { input, versions } = await networkValues(db.reader, kind, [keptId, goneId], random);
  const [keptVersion, goneVersion] = versions as [number, number];
  return mergeRecords(db, tester, { kind, keptId, goneId, keptVersion, goneVersion, values: input });
}

describe('merging two records, and parting them again', () => {
  it(`leaves the same database behind (TEST_SEED=${seed})`, async () => {
    await writeNetwork();
    let merged = 0;
    for (let round = 0; round < 12; round += 1) {
      const before = await content();
      const outcome = await mergeAtRandom(mergeableKinds[round % 4]!);
      if (!outcome.ok) {
        // A record can't be part of itself; then nothing at all has been written.
        expect(outcome.reason).toMatch(/of_itself$/);
        expect(await content()).toEqual(before);
        continue;
      }
      merged += 1;
      expect(await content()).not.toEqual(before);
      expect(await dangling()).toEqual([]);
      const undone = done(await undoMerge(db, tester, { id: outcome.id }));
      expect(undone.remaining).toEqual({ references: [], columns: [], addresses: [] });
      expect(await content()).toEqual(before);
    }
    expect(merged).toBeGreaterThan(5);
  });

  it(`does so over several merges, the latest undone first (TEST_SEED=${seed})`, async () => {
    await writeNetwork();
    const states = [await content()];
    const merges: string[] = [];
    for (let round = 0; round < 12; round += 1) {
      const outcome = await mergeAtRandom(mergeableKinds[round % 4]!);
      if (!outcome.ok) continue;
      merges.push(outcome.id);
      states.push(await content());
      expect(await dangling()).toEqual([]);
    }
    expect(merges.length).toBeGreaterThan(4);
    states.pop();
    for (const id of merges.toReversed()) {
      done(await undoMerge(db, tester, { id }));
      expect(await content()).toEqual(states.pop());
    }
  });

  it(`in any order leaves no reference dangling, and no record lost (TEST_SEED=${seed})`, async () => {
    await writeNetwork();
    const before = await Promise.all(mergeableKinds.map((kind) => idsOf(kind)));
    for (let round = 0; round < 12; round += 1) await mergeAtRandom(mergeableKinds[round % 4]!);
    for (;;) {
      const standing = await listMerges(db.reader);
      if (standing.length === 0) break;
      const free = await undoable(db.reader, standing);
      const blocked = standing.find(({ id }) => !free.has(id));
      if (blocked)
        expect(await undoMerge(db, tester, { id: blocked.id })).toEqual({
          ok: false,
          reason: 'network_merge_refused_later',
        });
      done(await undoMerge(db, tester, { id: random.pick([...free]) }));
      expect(await dangling()).toEqual([]);
    }
    expect(await Promise.all(mergeableKinds.map((kind) => idsOf(kind)))).toEqual(before);
  });

  it(`says what has changed since, and leaves it as it is (TEST_SEED=${seed})`, async () => {
    await writeNetwork();
    const [keptId, goneId, third] = (await idsOf('people')) as [string, string, string];
    const contribution = await db.transaction(async (tx) => {
      const item = (await tx.selectFrom('programme_items').select('id').executeTakeFirstOrThrow()).id;
      return createRecord(tx, tester, 'contributions', {
        item_id: item,
        position: 99,
        part: 'speaker',
        person_id: goneId,
        organisation_id: null,
        role_fr: null,
        role_ar: null,
        role_en: null,
        role_original: 'fr',
      });
    });
    const { input, versions } = await networkValues(db.reader, 'people', [keptId, goneId], random);
    const name = { fr: 'Un seul nom', original: 'fr' };
    const merge = done(
      await mergeRecords(db, tester, {
        kind: 'people',
        keptId,
        goneId,
        keptVersion: versions[0]!,
        goneVersion: versions[1]!,
        values: { ...input, name },
      }),
    );
    await db.transaction(async (tx) => {
      await updateRecord(tx, tester, 'contributions', contribution, { person_id: third });
      await updateRecord(tx, tester, 'people', keptId, { name_fr: 'Un autre nom' });
    });
    const { remaining } = done(await undoMerge(db, tester, { id: merge.id }));
    expect(remaining.columns).toContain('name_fr');
    expect(remaining.references).toEqual([{ table: 'contributions', id: contribution, column: 'person_id' }]);
    const row = await db.reader
      .selectFrom('contributions')
      .select('person_id')
      .where('id', '=', contribution)
      .executeTakeFirstOrThrow();
    expect(row.person_id).toBe(third);
  });

  it(`gives the addresses back, unless the kept record has taken one (TEST_SEED=${seed})`, async () => {
    await writeNetwork();
    const [keptId, goneId] = (await idsOf('people')) as [string, string];
    const { input, versions, slugs } = await networkValues(db.reader, 'people', [keptId, goneId], random);
    const merge = done(
      await mergeRecords(db, tester, {
        kind: 'people',
        keptId,
        goneId,
        keptVersion: versions[0]!,
        goneVersion: versions[1]!,
        values: input,
      }),
    );
    expect(await resolveAddress(db.reader, 'people', slugs[1]!)).toBe(keptId);
    await db.transaction((tx) => updateRecord(tx, tester, 'people', keptId, { slug: slugs[1]! }));
    const undone = done(await undoMerge(db, tester, { id: merge.id }));
    expect(undone.remaining.addresses).toEqual([slugs[1]]);
    expect(undone.slug).toBe(`${slugs[1]}-2`);
    expect(await dangling()).toEqual([]);
  });
});
