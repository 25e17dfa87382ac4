import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createLink } from '#network/links/changes.server.ts';
import { listLinksFrom } from '#network/links/queries.server.ts';
import { References } from '#network/references/queries.server.ts';
import { anonymous } from '#platform/actor/actor.ts';
import { openTestDatabase, type TestDatabase } from '#platform/database/testing.ts';
import { done } from '#platform/records/outcome.ts';
import { administrator, inFrench, organisationNamed } from '../../../tests/support/workshops.ts';
import {
  createRecommendation,
  deleteRecommendation,
  updateRecommendation,
} from '../recommendations/changes.server.ts';
import { listAddressedLevels, readRecommendation } from '../recommendations/queries.server.ts';
import { createSuccession, deleteSuccession } from './changes.server.ts';
import type { Succession } from './model.ts';
import { readSuccessions } from './queries.server.ts';

let db: TestDatabase;
let references: References;
let count = 0;
let ids: Record<string, string>;
beforeAll(async () => {
  db = await openTestDatabase();
  references = await References.of(db);
});
afterAll(() => db.close());
beforeEach(async () => {
  count += 1;
  ids = {};
  for (const name of ['a', 'b', 'c']) ids[name] = await recommend(name);
});

const called = (name: string) => `${name}-${count}`;
async function recommend(name: string, visibility: 'draft' | 'public' = 'public') {
  const input = { slug: called(name), reference: called(name), title: inFrench(name), visibility };
  return done(await createRecommendation(db, administrator, { ...input, addressedLevels: ['region'] })).id;
}
const follow = (name: string, relation: Succession, ...earlier: string[]) =>
  createSuccession(db, administrator, {
    id: ids[name]!,
    relation,
    references: earlier.map(called).join(', '),
  });
const read = async (name: string) => (await readRecommendation(db.reader, administrator, ids[name]!))!;
const status = async (name: string) => (await read(name)).status;
const seen = async (name: string) => {
  const { predecessors, successors } = await readSuccessions(db.reader, anonymous, ids[name]!);
  const told = (rows: typeof predecessors) => rows.map((row) => `${row.relation} ${row.reference}`);
  return { predecessors: told(predecessors), successors: told(successors) };
};

describe('a succession', () => {
  it.each(['supersedes', 'parted-from'] as const)(
    '%s: both ends tell of it, and it is taken back',
    async (relation) => {
      const before = await read('a');
      done(await follow('b', relation, 'a'));
      expect(await seen('a')).toEqual({ predecessors: [], successors: [`${relation} ${called('b')}`] });
      expect(await seen('b')).toEqual({ predecessors: [`${relation} ${called('a')}`], successors: [] });
      expect(await read('a')).toEqual({
        ...before,
        status: 'superseded',
        status_since: expect.any(String),
        version: expect.any(Number),
        updated_at: expect.any(String),
      });
      expect(await status('b')).toBe('unanswered');
      const [link] = await listLinksFrom(db.reader, ids['b']!, [relation]);
      done(await deleteSuccession(db, administrator, { id: ids['b']!, linkId: link!.id }));
      expect(await status('a')).toBe('unanswered');
    },
  );

  it('unites two at least, a part is of one', async () => {
    expect(await follow('c', 'unites', 'a')).toMatchObject({
      reason: 'follow_up_problem_unites_one',
      field: 'references',
    });
    expect(await follow('c', 'parted-from', 'a', 'b')).toMatchObject({
      reason: 'follow_up_problem_part_of_several',
    });
    done(await follow('c', 'unites', 'a', 'b'));
    expect(await seen('c')).toEqual({
      predecessors: [`unites ${called('a')}`, `unites ${called('b')}`],
      successors: [],
    });
    expect([await status('a'), await status('b')]).toEqual(['superseded', 'superseded']);
  });

  it('copies links and levels where it is asked to, and leaves them where they were', async () => {
    const organisation = await organisationNamed(db, called('organisation'));
    const link = async (name: string) => {
      const from = { kind: 'recommendations', id: ids[name]! } as const;
      const to = { kind: 'organisations', id: organisation } as const;
      done(await createLink(db, administrator, { from, relation: 'addressed-to', to }));
    };
    await link('a');
    await link('b');
    const input = {
      id: ids['c']!,
      relation: 'unites',
      references: `${called('a')}, ${called('b')}`,
    } as const;
    done(await createSuccession(db, administrator, { ...input, takesOver: true }));
    for (const name of ['a', 'b', 'c']) {
      const links = await listLinksFrom(db.reader, ids[name]!, ['addressed-to']);
      expect([name, links.map(({ to_id }) => to_id)]).toEqual([name, [organisation]]);
      const levels = await listAddressedLevels(db.reader, ids[name]!);
      expect(levels.map(({ level }) => level)).toEqual(['region']);
    }
  });

  it('names what the register does not have, and is said once', async () => {
    expect(await follow('b', 'supersedes', 'a', 'nowhere')).toEqual({
      ok: false,
      reason: 'follow_up_problem_no_such_reference',
      field: 'references',
      values: { references: called('nowhere') },
    });
    expect(await seen('a')).toEqual({ predecessors: [], successors: [] });
    done(await follow('b', 'supersedes', 'a'));
    expect(await follow('b', 'supersedes', 'a')).toMatchObject({ reason: 'platform_refused_taken' });
  });

  it('never closes a circle, and the refusal names it', async () => {
    done(await follow('b', 'supersedes', 'a'));
    done(await follow('c', 'parted-from', 'b'));
    expect(await follow('a', 'supersedes', 'c')).toEqual({
      ok: false,
      reason: 'follow_up_problem_circle',
      field: 'references',
      values: { circle: ['a', 'c', 'b', 'a'].map(called).join(' → ') },
    });
    expect(await follow('a', 'supersedes', 'a')).toMatchObject({
      values: { circle: `${called('a')} → ${called('a')}` },
    });
    expect(await seen('a')).toEqual({ predecessors: [], successors: [`supersedes ${called('b')}`] });
  });

  it('closes none where all are said at once', async () => {
    const outcomes = await Promise.all([
      follow('a', 'supersedes', 'b'),
      follow('b', 'supersedes', 'c'),
      follow('c', 'supersedes', 'a'),
    ]);
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(2);
    expect(outcomes.find(({ ok }) => !ok)).toMatchObject({ reason: 'follow_up_problem_circle' });
  });

  it('is told to nobody, by a status either, while who comes after is a draft', async () => {
    ids['d'] = await recommend('d', 'draft');
    done(await follow('d', 'supersedes', 'a'));
    expect(await status('a')).toBe('unanswered');
    expect((await seen('a')).successors).toEqual([]);
    const { version } = await read('d');
    const input = { slug: called('d'), reference: called('d'), title: inFrench('d'), id: ids['d'], version };
    done(await updateRecommendation(db, administrator, { ...input, visibility: 'public' }));
    expect(await status('a')).toBe('superseded');
    const removed = { id: ids['d'], version: (await read('d')).version };
    done(await deleteRecommendation(db, administrator, removed, references));
    expect(await status('a')).toBe('unanswered');
  });
});
