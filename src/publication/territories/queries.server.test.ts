import { afterAll, beforeAll, expect, it } from 'vitest';
import { createWorkshop } from '#events/workshops/changes.server.ts';
import { createLink } from '#network/links/changes.server.ts';
import { createTerritory } from '#network/territories/changes.server.ts';
import { anonymous, systemActor } from '#platform/actor/actor.ts';
import type { Database } from '#platform/database/database.ts';
import { openTestDatabase } from '#platform/database/testing.ts';
import { done } from '#platform/records/outcome.ts';
import { readPresence } from './queries.server.ts';

const administrator = systemActor('test');
const text = (fr: string) => ({ fr, original: 'fr' as const });
const statuses = ['draft', 'published', 'cancelled'] as const;

let db: Database & { close(): Promise<void> };
let territoryId: string;
beforeAll(async () => {
  db = await openTestDatabase();
  const territory = { slug: 't', level: 'region', code: 'MA-01', name: text('T') } as const;
  territoryId = done(await createTerritory(db, administrator, territory)).id;
  for (const status of statuses) {
    const dates = { startsOn: '2026-11-24', endsOn: '2026-11-24' };
    const workshop = { slug: status, form: 'workshop', status, title: text(status), ...dates } as const;
    const { id } = done(await createWorkshop(db, administrator, workshop));
    const to = { kind: 'territories', id: territoryId };
    done(await createLink(db, administrator, { from: { kind: 'workshops', id }, relation: 'concerns', to }));
  }
});
afterAll(() => db.close());

it.each([
  ['anyone', anonymous, 2],
  ['an administrator', administrator, 3],
])('counts for %s the meetings they may read that concern a territory', async (_name, actor, meetings) => {
  const presence = await readPresence(db.reader, actor, [territoryId]);
  expect(presence).toEqual(new Map([[territoryId, { meetings, initiative: false }]]));
});
