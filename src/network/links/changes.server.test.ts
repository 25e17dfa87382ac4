import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { systemActor } from '#platform/actor/actor.ts';
import { openTestDatabase, type TestDatabase } from '#platform/database/testing.ts';
import { createRecord } from '#platform/records/records.server.ts';
import { conceptAt, sourceNamed } from '#platform/records/testing.ts';
import { newId } from '#platform/records/uuid.ts';
import { createLink } from './changes.server.ts';
import type { LinkInput } from './schema.ts';

const actor = systemActor('test');
let db: TestDatabase;
let concept: LinkInput['from'];
let source: LinkInput['to'];
beforeEach(async () => {
  db = await openTestDatabase();
  [concept, source] = await db.transaction(async (tx) => [
    { kind: 'concepts', id: await createRecord(tx, actor, 'concepts', conceptAt('a')) },
    { kind: 'sources', id: await createRecord(tx, actor, 'sources', sourceNamed('s')) },
  ]);
});
afterEach(() => db.close());

const link = (more: Partial<LinkInput>) =>
  createLink(db, actor, { from: concept, relation: 'cites', to: source, ...more });
const standing = async () => (await db.reader.selectFrom('links').select('id').execute()).length;

describe('a link', () => {
  it('is made between records that the relation joins, once', async () => {
    expect(await link({})).toMatchObject({ ok: true });
    expect(await link({})).toEqual({ ok: false, reason: 'platform_refused_taken' });
    expect(await standing()).toBe(1);
  });

  it('is refused where an end is missing, or is another kind’s record', async () => {
    const refusal = (field: string) => ({ ok: false, reason: 'platform_refused_missing', field });
    expect(await link({ from: { kind: 'concepts', id: newId() } })).toEqual(refusal('from'));
    expect(await link({ to: { kind: 'sources', id: newId() } })).toEqual(refusal('to'));
    expect(await link({ to: { kind: 'sources', id: concept.id } })).toEqual(refusal('to'));
    expect(await standing()).toBe(0);
  });

  it('is refused between kinds that the relation does not join', async () => {
    const refusal = (field: string) => ({ ok: false, reason: 'platform_problem_not_a_choice', field });
    // Neither end is one of such a link, and both are told.
    expect(await link({ relation: 'organiser' })).toMatchObject({
      ...refusal('from.kind'),
      problems: [{ field: 'from.kind' }, { field: 'to.kind' }],
    });
    expect(await link({ from: source })).toEqual(refusal('from.kind'));
    expect(await link({ to: concept })).toEqual(refusal('to.kind'));
    expect(await link({ from: { kind: 'nothing', id: concept.id } })).toEqual(refusal('from.kind'));
    expect(await standing()).toBe(0);
  });
});
