import { afterEach, beforeEach, expect, it } from 'vitest';
import { systemActor } from '../actor/actor.ts';
import { openTestDatabase, type TestDatabase } from '../database/testing.ts';
import { newId } from '../records/uuid.ts';
import { append } from './append.ts';
import { changesAround } from './history.ts';

const belongings = [
  { kind: 'parts', column: 'owner_id' },
  { kind: 'leaves', column: 'part_id', through: { kind: 'parts', column: 'owner_id' } },
];
const [owner, part, leaf, stranger] = [newId(), newId(), newId(), newId()] as const;

let db: TestDatabase;
beforeEach(async () => {
  db = await openTestDatabase();
  await db.transaction(async (tx) => {
    const write = (kind: string, recordId: string, row: object, verb: 'create' | 'delete' = 'create') => {
      const [before, after] = verb === 'create' ? [null, { ...row }] : [{ ...row }, null];
      return append(tx, systemActor('test'), { kind, recordId, verb, before, after }, () => new Date());
    };
    await write('owners', owner, { id: owner });
    await write('parts', part, { id: part, owner_id: owner });
    await write('leaves', leaf, { id: leaf, part_id: part });
    // Names the owner in another column, or only within a text.
    await write('parts', stranger, { id: stranger, owner_id: stranger, other_id: owner });
    await write('parts', stranger, { id: stranger, text: `"owner_id":"${owner}"` });
    await write('other', stranger, { id: stranger, owner_id: owner });
    await write('leaves', leaf, { id: leaf, part_id: part }, 'delete');
    await write('parts', part, { id: part, owner_id: owner }, 'delete');
  });
});
afterEach(() => db.close());

const told = async (options?: Parameters<typeof changesAround>[3]) => {
  const { changes, older } = await changesAround(db.reader, owner, belongings, options);
  return { changes: changes.map(({ kind, verb }) => `${verb} ${kind}`), older };
};

it('are those of a record and of all that belongs to it, what is gone included', async () => {
  expect(await told()).toEqual({
    changes: ['delete parts', 'delete leaves', 'create leaves', 'create parts', 'create owners'],
    older: null,
  });
});

it('come in pages', async () => {
  const first = await told({ most: 3 });
  expect(first.changes).toEqual(['delete parts', 'delete leaves', 'create leaves']);
  expect(await told({ most: 3, before: first.older! })).toEqual({
    changes: ['create parts', 'create owners'],
    older: null,
  });
});
