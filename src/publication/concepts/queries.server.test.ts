import { afterAll, beforeAll, expect, it } from 'vitest';
import { createWorkshop } from '#events/workshops/changes.server.ts';
import { createLink } from '#network/links/changes.server.ts';
import { createConcept } from '#network/taxonomy/changes.server.ts';
import { anonymous, systemActor } from '#platform/actor/actor.ts';
import type { Database } from '#platform/database/database.ts';
import { openTestDatabase } from '#platform/database/testing.ts';
import { done } from '#platform/records/outcome.ts';
import { countServing, readServing } from './queries.server.ts';

const administrator = systemActor('test');
const text = (fr: string) => ({ fr, original: 'fr' as const });
const statuses = ['draft', 'published', 'cancelled'] as const;

let db: Database & { close(): Promise<void> };
let conceptId: string;
beforeAll(async () => {
  db = await openTestDatabase();
  const concept = { slug: 'c', scheme: 'axis', code: 'c', position: 1, name: text('C') } as const;
  conceptId = done(await createConcept(db, administrator, concept)).id;
  for (const status of statuses) {
    const dates = { startsOn: '2026-11-24', endsOn: '2026-11-24' };
    const workshop = { slug: status, form: 'workshop', status, title: text(status), ...dates } as const;
    const { id } = done(await createWorkshop(db, administrator, workshop));
    const to = { kind: 'concepts', id: conceptId };
    done(await createLink(db, administrator, { from: { kind: 'workshops', id }, relation: 'serves', to }));
  }
});
afterAll(() => db.close());

it.each([
  ['anyone', anonymous, ['cancelled', 'published']],
  ['an administrator', administrator, ['cancelled', 'draft', 'published']],
])('shows %s and counts the meetings they may read that serve a concept', async (_name, actor, expected) => {
  const serving = await readServing(db.reader, actor, [conceptId]);
  expect(serving.workshops.map(({ slug }) => slug).sort()).toEqual(expected);
  const counts = await countServing(db.reader, actor, [conceptId], serving);
  expect(counts.all.get(conceptId)).toBe(expected.length);
  expect(counts.recommendations.size).toBe(0);
});
