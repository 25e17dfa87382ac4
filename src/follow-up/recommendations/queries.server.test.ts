import { afterAll, beforeAll, expect, it } from 'vitest';
import { createWorkshop } from '#events/workshops/changes.server.ts';
import { createLink } from '#network/links/changes.server.ts';
import { anonymous, systemActor } from '#platform/actor/actor.ts';
import type { Database } from '#platform/database/database.ts';
import { openTestDatabase } from '#platform/database/testing.ts';
import { done } from '#platform/records/outcome.ts';
import { createRecommendation } from './changes.server.ts';
import { readRecommendationDossier } from '../recommendation-dossiers/queries.server.ts';
import { readOrigins, readRecommendation } from './queries.server.ts';

const administrator = systemActor('test');
const text = (fr: string) => ({ fr, original: 'fr' as const });
const statuses = ['draft', 'published', 'cancelled'] as const;

let db: Database & { close(): Promise<void> };
let recommendationId: string;
beforeAll(async () => {
  db = await openTestDatabase();
  const recommendation = { slug: 'r', reference: 'R-1', position: 1, title: text('R') };
  recommendationId = done(await createRecommendation(db, administrator, recommendation)).id;
  for (const status of statuses) {
    const dates = { startsOn: '2026-11-24', endsOn: '2026-11-24' };
    const workshop = { slug: status, form: 'workshop', status, title: text(status), ...dates } as const;
    const { id } = done(await createWorkshop(db, administrator, workshop));
    const from = { kind: 'recommendations', id: recommendationId };
    done(await createLink(db, administrator, { from, relation: 'shared-at', to: { kind: 'workshops', id } }));
  }
});
afterAll(() => db.close());

it.each([
  ['anyone', anonymous, ['cancelled', 'published']],
  ['an administrator', administrator, ['cancelled', 'draft', 'published']],
])('shows %s the meetings they may read that shared a recommendation', async (_name, actor, expected) => {
  const slugs = (rows: { slug: string }[]) => rows.map(({ slug }) => slug).sort();
  const { workshops } = await readOrigins(db.reader, actor, [recommendationId]);
  expect(slugs(workshops)).toEqual(expected);
  const recommendation = (await readRecommendation(db.reader, actor, recommendationId))!;
  const dossier = await readRecommendationDossier(db.reader, actor, recommendation);
  expect(slugs(dossier.workshops)).toEqual(expected);
});
