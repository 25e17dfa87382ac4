import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createLink } from '#network/links/changes.server.ts';
import type { RecordRef, Relation } from '#network/links/model.ts';
import { createOrganisation } from '#network/organisations/changes.server.ts';
import { createConcept } from '#network/taxonomy/changes.server.ts';
import { createTerritory } from '#network/territories/changes.server.ts';
import { anonymous, NETWORK, type Actor } from '#platform/actor/actor.ts';
import { openTestDatabase, type TestDatabase } from '#platform/database/testing.ts';
import { done } from '#platform/records/outcome.ts';
import { readServing } from '#publication/concepts/queries.server.ts';
import { listPublicPages } from '#publication/sitemap/queries.server.ts';
import { administrator, holding, inFrench, organises, workshopNamed } from '../../tests/support/workshops.ts';
import { isReadable } from './policy.ts';
import { mayEditRecommendation } from './queries.server.ts';
import { createRecommendation, updateRecommendation } from './recommendations/changes.server.ts';
import {
  countRecommendations,
  listRecommendations,
  listRecommendationsById,
  readRecommendation,
  recommendationsLinkedTo,
} from './recommendations/queries.server.ts';
import { visibilities } from '#network/visibility/model.ts';

/*
 * Two regions, each with an organisation, a workshop, and a recommendation for every visibility that the workshop
 * shared, that concerns the region and serves the one goal there is: whatever could leak stands there.
 */
let db: TestDatabase;
let concept: string;
const places: Record<string, { territory: string; organisation: string; workshop: string }> = {};
const ids: string[] = [];

beforeAll(async () => {
  db = await openTestDatabase();
  const goal = { slug: 'goal', scheme: 'sdg', code: '1', name: inFrench('But') } as const;
  concept = done(await createConcept(db, administrator, goal)).id;
  for (const [slug, code] of [
    ['nord', 'MA-01'],
    ['sud', 'MA-02'],
  ] as const) {
    const region = { slug, level: 'region', code, name: inFrench(slug) } as const;
    const territory = done(await createTerritory(db, administrator, region)).id;
    const council = { slug, type: 'regional-council', level: 'regional', name: inFrench(slug) } as const;
    const organisation = done(
      await createOrganisation(db, administrator, { ...council, territoryId: territory }),
    ).id;
    const workshop = await workshopNamed(db, slug, { status: 'published', territoryId: territory });
    await organises(db, organisation, workshop);
    places[slug] = { territory, organisation, workshop };
    for (const visibility of visibilities) {
      const named = `${slug}-${visibility}`;
      const input = { slug: named, reference: named, title: inFrench(named), visibility };
      const { id } = done(await createRecommendation(db, administrator, input));
      await tie(id, 'shared-at', { kind: 'workshops', id: workshop });
      await tie(id, 'concerns', { kind: 'territories', id: territory });
      await tie(id, 'serves', { kind: 'concepts', id: concept });
      ids.push(id);
    }
  }
});
afterAll(() => db.close());

async function tie(id: string, relation: Relation, to: RecordRef): Promise<void> {
  const from = { kind: 'recommendations', id };
  done(await createLink(db, administrator, { from, relation, to }));
}

const all = ['nord-draft', 'nord-network', 'nord-public', 'sud-draft', 'sud-network', 'sud-public'];
const open = ['nord-network', 'nord-public', 'sud-network', 'sud-public'];
const actors: [string, () => Actor, readonly string[]][] = [
  ['anyone', () => anonymous, ['nord-public', 'sud-public']],
  ['an account without a role', () => holding(), ['nord-public', 'sud-public']],
  [
    'a member',
    () => holding({ role: 'member', scope: 'organisation', on: places['sud']!.organisation }),
    open,
  ],
  ['a reader of the network', () => holding({ role: 'reader', scope: 'network', on: NETWORK }), open],
  [
    'a focal point of one organisation',
    () => holding({ role: 'focal-point', scope: 'organisation', on: places['nord']!.organisation }),
    ['nord-draft', ...open],
  ],
  [
    'a coordinator of the other region',
    () => holding({ role: 'coordinator', scope: 'territory', on: places['sud']!.territory }),
    [...open, 'sud-draft'],
  ],
  [
    'the coordinator of the network',
    () => holding({ role: 'coordinator', scope: 'network', on: NETWORK }),
    all,
  ],
  ['an administrator', () => administrator, all],
];

describe.each(actors)('%s', (_, actorOf, expected) => {
  const sorted = (rows: readonly { slug: string }[]) => rows.map(({ slug }) => slug).sort();
  const of = (slug: string) => expected.filter((one) => one.startsWith(slug)).toSorted();

  it('lists and counts what may be read', async () => {
    const actor = actorOf();
    expect(sorted(await listRecommendations(db.reader, actor))).toEqual(expected.toSorted());
    expect(await countRecommendations(db.reader, actor)).toBe(expected.length);
    expect(sorted(await listRecommendationsById(db.reader, actor, ids))).toEqual(expected.toSorted());
    expect(sorted(await listRecommendations(db.reader, actor, { offset: 0, limit: 1 }))).toHaveLength(1);
  });

  it('reads one by one what may be read', async () => {
    const rows = await Promise.all(ids.map((id) => readRecommendation(db.reader, actorOf(), id)));
    expect(sorted(rows.flatMap((row) => row ?? []))).toEqual(expected.toSorted());
  });

  it.each(['nord', 'sud'])('finds it from the records of %s that it is linked with', async (slug) => {
    const { territory, workshop } = places[slug]!;
    for (const id of [territory, workshop])
      expect(sorted(await recommendationsLinkedTo(db.reader, actorOf(), id))).toEqual(of(slug));
  });

  it('finds it from a goal, and among the pages of the network', async () => {
    const { recommendations } = await readServing(db.reader, actorOf(), [concept]);
    expect(sorted(recommendations)).toEqual(expected.toSorted());
    const { pages } = await listPublicPages(db.reader, actorOf(), new Date('2027-01-01T00:00:00Z'));
    const ofOne = /^\/recommendations\/(?!matrix$)(.+)/;
    const addresses = pages.flatMap(({ address }) => ofOne.exec(address)?.[1] ?? []);
    expect(addresses.toSorted()).toEqual(expected.toSorted());
  });

  it('is said of one recommendation as of all', async () => {
    const actor = actorOf();
    for (const [index, id] of ids.entries()) {
      const slug = all[index]!.split('-')[0]!;
      const reach = {
        visibility: visibilities[index % 3]!,
        organiserIds: [places[slug]!.organisation],
        territoryIds: [places[slug]!.territory],
      };
      const row = await readRecommendation(db.reader, actor, id);
      expect(isReadable(actor, reach)).toBe(row !== undefined);
      if (await mayEditRecommendation(db.reader, actor, id)) expect(row).toBeDefined();
    }
  });
});

it('a draft is not changed by who may not edit it, whatever it knows of it', async () => {
  const [id] = ids;
  const input = {
    id: id!,
    version: 1,
    slug: 'nord-draft',
    reference: 'nord-draft',
    title: inFrench('Autre'),
  };
  for (const [, actorOf, expected] of actors.filter(([, , those]) => !those.includes('nord-draft'))) {
    expect(expected).not.toContain('nord-draft');
    expect(await updateRecommendation(db, actorOf(), { ...input, visibility: 'public' })).toEqual({
      ok: false,
      reason: 'platform_refused_not_allowed',
    });
  }
});
