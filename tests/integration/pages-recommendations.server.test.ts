import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createLink } from '#network/links/changes.server.ts';
import type { Relation } from '#network/links/model.ts';
import { createRecommendation } from '#follow-up/recommendations/changes.server.ts';
import type { RecommendationInput } from '#follow-up/recommendations/schema.ts';
import { done } from '#platform/records/outcome.ts';
import type { RecordKind } from '#platform/records/model.ts';
import { updateRecord } from '#platform/records/records.server.ts';
import { bodies, everyPath } from '../support/crawl.ts';
import { idAt, inThree } from '../support/meeting.ts';
import { startNode, tester, type TestNode } from '../support/node.ts';

/*
 * A recommendation that is not for everybody is tied to the public network in every way there is, and no public byte
 * may show it: not its words, not one more in a count. Made public, it shows wherever it could have leaked.
 */
const secret = 'indiscretion';
const languages = ['fr', 'ar'];
const ties: readonly [Relation, RecordKind, string][] = [
  ['shared-at', 'workshops', 'rabat-2018'],
  ['stems-from', 'initiatives', 'indimaj-oriental'],
  ['concerns', 'territories', 'oriental'],
  ['addressed-to', 'organisations', 'regional-council-oriental'],
  ['proposing-organisation', 'organisations', 'iom-morocco'],
  ['proposed-by', 'people', 'ana-fonseca'],
  ['serves', 'concepts', 'youth'],
  ['serves', 'concepts', 'sdg-17'],
];

let node: TestNode;
let before: Map<string, string>;
let id: string;
beforeAll(async () => {
  node = await startNode({ clock: () => new Date('2026-03-01T12:00:00Z') });
  before = await bodies(node, await everyPath(node, languages));
  id = await node.write(async (tx) => {
    const input: RecommendationInput = {
      slug: secret,
      reference: secret,
      title: inThree(secret),
      text: inThree(secret),
      visibility: 'draft',
      addressedLevels: ['region'],
    };
    const made = done(await createRecommendation(tx, tester, input)).id;
    for (const [relation, kind, slug] of ties) {
      const from = { kind: 'recommendations' as const, id: made };
      const to = { kind, id: await idAt(tx, kind, slug) };
      done(await createLink(tx, tester, { from, relation, to }, true));
    }
    return made;
  });
});
afterAll(() => node?.stop());

const changed = async () => {
  const after = await bodies(node, [...before.keys()]);
  return [...before].filter(([path, body]) => after.get(path) !== body).map(([path]) => path);
};
const becomes = (visibility: 'draft' | 'network' | 'public') =>
  node.write((tx) => updateRecord(tx, tester, 'recommendations', id, { visibility }));

describe('a recommendation that is not for everybody', () => {
  it.each(['draft', 'network'] as const)(
    'changes no byte of what the public reads: %s',
    async (visibility) => {
      expect(before.size).toBeGreaterThan(400);
      await becomes(visibility);
      expect(await changed()).toEqual([]);
    },
  );

  it('has no page and no file', async () => {
    for (const language of languages)
      for (const file of ['', '/record.json', '/__data.json', '/follow', '/answers']) {
        const path = `/${language}/recommendations/${secret}${file}`;
        const [there, nowhere] = [await node.get(path), await node.get(path.replace(secret, 'nowhere'))];
        expect(there.status, path).toBe(nowhere.status);
        expect((await there.text()).replaceAll(secret, 'nowhere'), path).toBe(await nowhere.text());
      }
  });

  it('shows wherever it belongs once it is for everybody, and nowhere once it is a draft again', async () => {
    await becomes('public');
    const shown = await bodies(node, await everyPath(node, languages));
    const showing = [...shown].filter(([, body]) => body.includes(secret)).map(([path]) => path);
    const page = `/fr/recommendations/${secret}`;
    expect(showing).toEqual(
      expect.arrayContaining([
        '/sitemap.xml',
        '/fr/recommendations',
        '/ar/recommendations',
        page,
        `${page}/record.json`,
        '/fr/workshops/rabat-2018',
        '/fr/workshops/rabat-2018/proceedings',
        // A later edition opens on it.
        '/ar/workshops/tangier-2024',
        '/fr/workshops/tangier-2024/proceedings',
        '/ar/initiatives/indimaj-oriental',
        '/ar/organisations/iom-morocco',
        '/fr/people/ana-fonseca',
        '/fr/territories/oriental',
        '/fr/axes/youth',
        '/fr/goals/sdg-17',
        '/fr/recommendations/multi-level-partnerships',
      ]),
    );
    await becomes('draft');
    expect(await changed()).toEqual([]);
    expect(node.errors).toEqual([]);
  });

  it('is told anew by the pages of later editions as soon as its status changes', async () => {
    await becomes('public');
    for (const path of ['/fr/workshops/tangier-2024', '/fr/workshops/tangier-2024/proceedings']) {
      const text = async () => (await node.get(path)).text();
      await text();
      const values = { status: 'late', status_since: '2026-02-28' } as const;
      await node.write((tx) => updateRecord(tx, tester, 'recommendations', id, values));
      expect(await text()).toContain('depuis le 28 février 2026');
      const stood = { status: 'unanswered', status_since: null } as const;
      await node.write((tx) => updateRecord(tx, tester, 'recommendations', id, stood));
      expect(await text()).not.toContain('depuis le 28 février 2026');
    }
    await becomes('draft');
    expect(await changed()).toEqual([]);
  });
});
