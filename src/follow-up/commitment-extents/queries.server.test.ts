import { setTimeout as wait } from 'node:timers/promises';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTerritory } from '#network/territories/changes.server.ts';
import type { Source } from '#platform/database/database.ts';
import { openTestDatabase, type TestDatabase } from '#platform/database/testing.ts';
import { done } from '#platform/records/outcome.ts';
import { administrator, inFrench, organisationNamed } from '../../../tests/support/workshops.ts';
import { commitmentStatuses } from '../commitments/model.ts';
import { authorities } from '../responses/model.ts';
import { visibilities } from '#network/visibility/model.ts';

/** Numbers from 0 to 1, the same each time. */
function seeded(seed: number): () => number {
  return () => {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
    return seed / 2 ** 32;
  };
}

let db: TestDatabase;
const territories: string[] = [];
const organisations: string[] = [];
beforeAll(async () => {
  db = await openTestDatabase();
  for (const code of ['MA-01', 'MA-02']) {
    const region = { slug: code.toLowerCase(), level: 'region', code, name: inFrench(code) } as const;
    territories.push(done(await createTerritory(db, administrator, region)).id);
  }
  for (const slug of ['one', 'two', 'three']) organisations.push(await organisationNamed(db, slug));
});
afterAll(() => db.close());

const at = '2027-01-01T00:00:00.000Z';
const record = (id: string) => ({ id, version: 1, created_at: at, updated_at: at });

const insert = (on: Source, table: string, row: Record<string, unknown>) =>
  sql`insert into ${sql.table(table)} (${sql.join(Object.keys(row).map((name) => sql.ref(name)))})
    values (${sql.join(Object.values(row))})`.execute(on);

const readOf = (id: string) =>
  db.reader.selectFrom('organisations').selectAll().where('id', '=', id).executeTakeFirstOrThrow();

/** A commitment's row of its own, by its id. */
const commitment = (id: string, organisation: string, values: object) => ({
  ...record(id),
  ...Object.fromEntries(
    ['title', 'deliverable', 'beneficiaries', 'participation'].map((name) => [`${name}_original`, 'fr']),
  ),
  slug: id,
  reference: id,
  kind: 'service',
  organisation_id: organisation,
  status_since: at,
  ...values,
});

/** What the triggers kept, and what the rule says. */
async function both() {
  const order = sql`order by commitment_id, way`;
  const kept = await sql`select * from commitment_extents ${order}`.execute(db.reader);
  const ruled = await sql`select * from commitment_extents_by_rule ${order}`.execute(db.reader);
  return { kept: kept.rows, ruled: ruled.rows };
}

describe('where commitments count', () => {
  it('is as the rule says after any change of what the rule reads', async () => {
    const random = seeded(38);
    const some = <Item>(items: readonly Item[]) => items[Math.floor(random() * items.length)]!;
    const ids = {
      commitments: [] as string[],
      links: [] as string[],
      parties: [] as string[],
      shares: [] as string[],
    };
    let made = 0;
    // What is there already is refused, and changes nothing.
    const once = async (work: Promise<unknown>) => {
      const refusal = await work.then(
        () => 'unique',
        ({ message }: Error) => message,
      );
      expect(refusal).toMatch(/unique/i);
    };
    const gone = (kind: keyof typeof ids, id: string) => (ids[kind] = ids[kind].filter((one) => one !== id));
    const set = (table: string, column: string, value: unknown, id: string) =>
      sql`update ${sql.table(table)} set ${sql.ref(column)} = ${value} where id = ${id}`.execute(
        db.connection,
      );
    const remove = (table: string, id: string) =>
      sql`delete from ${sql.table(table)} where id = ${id}`.execute(db.connection);
    const add = (table: string, row: Record<string, unknown>) => insert(db.connection, table, row);
    const changes: (() => Promise<unknown>)[] = [
      () => {
        const id = `c${(made += 1)}`;
        ids.commitments.push(id);
        const values = { visibility: some(visibilities), status: some(commitmentStatuses) };
        return add('commitments', commitment(id, some(organisations), values));
      },
      () => {
        const id = `l${(made += 1)}`;
        ids.links.push(id);
        return once(
          add('links', {
            ...record(id),
            position: 1,
            from_kind: 'commitments',
            from_id: some(ids.commitments),
            relation: some(['concerns', 'serves']),
            to_kind: 'territories',
            to_id: some(territories),
          }),
        );
      },
      () => {
        const id = `p${(made += 1)}`;
        ids.parties.push(id);
        return once(
          add('commitment_parties', {
            ...record(id),
            commitment_id: some(ids.commitments),
            organisation_id: some(organisations),
            contribution_original: 'fr',
            position: 1,
          }),
        );
      },
      () => {
        const id = `s${(made += 1)}`;
        ids.shares.push(id);
        return add('funding_shares', {
          ...record(id),
          commitment_id: some(ids.commitments),
          organisation_id: some([null, ...organisations]),
          funder: 'A fund',
          position: 1,
          amount_minor: 1,
          currency: 'MAD',
          secured: 0,
        });
      },
      () => set('commitments', 'status', some(commitmentStatuses), some(ids.commitments)),
      () => set('commitments', 'visibility', some(visibilities), some(ids.commitments)),
      () => set('commitments', 'due_on', some([null, '2027-01-01']), some(ids.commitments)),
      () => set('commitments', 'organisation_id', some(organisations), some(ids.commitments)),
      () => once(set('links', 'to_id', some(territories), some(ids.links))),
      () => once(set('links', 'relation', some(['concerns', 'serves']), some(ids.links))),
      () => once(set('links', 'from_id', some(ids.commitments), some(ids.links))),
      () => once(set('commitment_parties', 'organisation_id', some(organisations), some(ids.parties))),
      () => set('funding_shares', 'organisation_id', some([null, ...organisations]), some(ids.shares)),
      () => set('organisations', 'territory_id', some([null, ...territories]), some(organisations)),
      () =>
        set(
          'organisations',
          'type',
          some(['ministry', 'association', 'regional-council', 'university']),
          some(organisations),
        ),
      () => remove('links', some(ids.links)),
      () => remove('commitment_parties', some(ids.parties)),
      () => remove('funding_shares', some(ids.shares)),
      async () => {
        const id = some(ids.commitments);
        for (const [table, column] of [
          ['links', 'from_id'],
          ['commitment_parties', 'commitment_id'],
          ['funding_shares', 'commitment_id'],
        ] as const)
          await sql`delete from ${sql.table(table)} where ${sql.ref(column)} = ${id}`.execute(db.connection);
        await remove('commitments', id);
        gone('commitments', id);
      },
    ];
    for (const first of [0, 0, 0, 1, 2, 3]) await changes[first]!();
    let most = 0;
    for (let step = 0; step < 400; step += 1) {
      await changes[step % 3 === 0 ? Math.floor(random() * 4) : Math.floor(random() * changes.length)]!();
      if (step % 5 > 0) continue;
      const { kept, ruled } = await both();
      expect(kept, `after step ${step}`).toEqual(ruled);
      most = Math.max(most, kept.length);
    }
    expect(most).toBeGreaterThan(100);
  });

  it('is as the rule says after writers that stand side by side', async () => {
    const [one, two] = organisations as [string, string];
    const link = (id: string, from: string) => ({
      ...record(id),
      position: 1,
      from_kind: 'commitments',
      from_id: from,
      relation: 'concerns',
      to_kind: 'territories',
      to_id: territories[0]!,
    });
    const hide = (id: string) => (tx: Source) =>
      sql`update commitments set visibility = 'draft', status = 'late' where id = ${id}`.execute(tx);
    const open = { visibility: 'public', status: 'not-started' };
    await insert(db.connection, 'organisations', {
      ...(await readOf(one)),
      ...record('side'),
      slug: 'side',
      type: 'association',
    });
    for (const id of ['a', 'b', 'c'])
      await insert(db.connection, 'commitments', commitment(`side-${id}`, two, open));
    await insert(db.connection, 'links', link('side-link', 'side-b'));
    const pairs: [(tx: Source) => Promise<unknown>, (tx: Source) => Promise<unknown>][] = [
      [(tx) => insert(tx, 'links', link('side-new', 'side-a')), hide('side-a')],
      [(tx) => sql`delete from links where id = 'side-link'`.execute(tx), hide('side-b')],
      [hide('side-c'), (tx) => insert(tx, 'links', link('side-later', 'side-c'))],
      [
        (tx) => insert(tx, 'commitments', commitment('side-d', 'side', open)),
        (tx) =>
          sql`update organisations set type = 'regional-council', territory_id = ${territories[1]!} where id = 'side'`.execute(
            tx,
          ),
      ],
    ];
    for (const [first, second] of pairs) {
      const begun = db.transaction(async (tx) => {
        await first(tx);
        await wait(200);
      });
      await wait(50);
      await Promise.all([begun, db.transaction((tx) => second(tx))]);
      const { kept, ruled } = await both();
      expect(kept).toEqual(ruled);
    }
  });

  it('has those as authorities that are asked at each level', async () => {
    const { rows } = await sql<{ sql: string }>`${
      db.engine === 'sqlite'
        ? sql`select sql from sqlite_master where name = 'commitment_extents_by_rule'`
        : sql`select pg_get_viewdef('commitment_extents_by_rule'::regclass) as sql`
    }`.execute(db.reader);
    const named = /type (?:in|= ANY) \(([^;]*?)\]?\)\n?\s*(?:union|UNION)/s.exec(rows[0]!.sql)![1]!;
    expect([...named.matchAll(/'([a-z-]+)'/g)].map(([, type]) => type)).toEqual([
      ...new Set(Object.values(authorities)),
    ]);
  });
});
