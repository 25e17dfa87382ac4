import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { systemActor } from '#platform/actor/actor.ts';
import { openTestDatabase, type TestDatabase } from '#platform/database/testing.ts';
import { done } from '#platform/records/outcome.ts';
import { deleteRecord } from '#platform/records/records.server.ts';
import { createPerson, updatePerson } from '../people/changes.server.ts';
import { Pairs, type Named } from './model.ts';
import { listLikelyPairs } from './queries.server.ts';

const actor = systemActor('test');
let db: TestDatabase;
beforeEach(async () => (db = await openTestDatabase()));
afterEach(() => db.close());

const name = (fr: string) => ({ fr, original: 'fr' as const });
const person = async (slug: string, fr: string) =>
  done(await createPerson(db, actor, { slug, name: name(fr) })).id;
const pairs = async () =>
  (await listLikelyPairs(db.reader, 'people')).map(({ first, second }) => `${first.slug} ${second.slug}`);

describe('pairs that are kept', () => {
  it('follow records that come, change and go', async () => {
    const first = await person('a', 'Samira Benali');
    expect(await pairs()).toEqual([]);
    const second = await person('b', 'Benali, Samira');
    expect(await pairs()).toEqual(['a b']);
    await person('c', 'Youssef Alaoui');
    const renamed = { id: second, version: 1, slug: 'b', name: name('Youssef Alaoui') };
    done(await updatePerson(db, actor, renamed));
    expect(await pairs()).toEqual(['b c']);
    done(await updatePerson(db, actor, { ...renamed, version: 2, slug: 'z' }));
    expect(await pairs()).toEqual(['c z']);
    await db.transaction((tx) => deleteRecord(tx, actor, 'people', second));
    expect(await pairs()).toEqual([]);
    done(await updatePerson(db, actor, { id: first, version: 1, slug: 'a', name: name('Alaoui Youssef') }));
    expect(await pairs()).toEqual(['a c']);
  });

  it('are the same for everybody who asks at once', async () => {
    await person('a', 'Samira Benali');
    await person('b', 'Samira Benali');
    expect(await Promise.all([pairs(), pairs(), pairs()])).toEqual([['a b'], ['a b'], ['a b']]);
  });

  it('are those that would be found anew, whatever came and went', () => {
    const words = ['Atlas', 'Rif', 'Souss', 'Oriental', 'Sahara'];
    let seed = 7;
    const next = (below: number) => (seed = (seed * 16_807) % 2_147_483_647) % below;
    const made = (slug: number): Named => ({
      slug: `r-${slug}`,
      names: [`${words[next(5)]} ${words[next(5)]} ${next(40)}`],
      acronyms: [],
    });
    const kept = new Pairs<Named>();
    let records: Named[] = [];
    const run = (gone: Named[], come: Named[]) => {
      for (const _ of kept.replace(gone, come));
      records = [...records.filter((record) => !gone.includes(record)), ...come];
    };
    run(
      [],
      Array.from({ length: 450 }, (_, index) => made(index)),
    );
    let found = 0;
    for (let round = 1; round <= 12; round += 1) {
      const gone = records.filter(() => next(9) === 0);
      run(
        gone,
        Array.from({ length: 30 }, (_, index) => made(round * 1_000 + index)),
      );
      const anew = new Pairs<Named>();
      for (const _ of anew.replace([], records));
      const told = (list: Pairs<Named>) =>
        list.list().map(({ first, second }) => `${first.slug} ${second.slug}`);
      expect(told(kept)).toEqual(told(anew));
      found += told(kept).length;
    }
    expect(found).toBeGreaterThan(100);
  });
});
