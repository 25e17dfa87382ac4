import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { updateRecord } from '#platform/records/records.server.ts';
import { bodies, everyPath } from '../support/crawl.ts';
import { idAt, tie, writeMeeting } from '../support/meeting.ts';
import { startNode, tester, type TestNode } from '../support/node.ts';

/*
 * A draft is tied to the public network in every way there is, and no public byte may show it: not its words,
 * not one more meeting in a count. Published, it shows wherever it could have leaked.
 */
const secret = 'indiscretion';
const languages = ['fr', 'ar'];

let node: TestNode;
let before: Map<string, string>;
let draft: { id: string; items: string[] };
beforeAll(async () => {
  node = await startNode({ clock: () => new Date('2026-03-01T12:00:00Z') });
  before = await bodies(node, await everyPath(node, languages));
  draft = await node.write(async (tx) => {
    const seriesId = (await tx.selectFrom('series').select('id').executeTakeFirstOrThrow()).id;
    const territoryId = await idAt(tx, 'territories', 'oriental');
    const written = await writeMeeting(tx, secret, {
      status: 'draft',
      seriesId,
      territoryId,
      audiences: ['academia'],
    });
    await tie(tx, secret, written);
    return written;
  });
});
afterAll(() => node?.stop());

describe('a draft workshop', () => {
  it('changes no byte of what the public reads', async () => {
    expect(before.size).toBeGreaterThan(400);
    const after = await bodies(node, [...before.keys()]);
    const changed = [...before].filter(([path, body]) => after.get(path) !== body).map(([path]) => path);
    expect(changed).toEqual([]);
  });

  it('has no page and no file', async () => {
    const beside = [
      '',
      '/calendar.ics',
      '/schedule.xml',
      '/schedule.json',
      '/record.json',
      '/card.png',
      '/__data.json',
    ];
    const files = [...beside, `/programme/${secret}-1.ics`];
    for (const language of languages)
      for (const file of files) {
        const path = `/${language}/workshops/${secret}${file}`;
        const [there, nowhere] = [await node.get(path), await node.get(path.replace(secret, 'nowhere'))];
        expect(there.status, path).toBe(nowhere.status);
        // What says that it is missing says the same of what never was, its own address apart.
        const said = (await there.text()).replaceAll(secret, 'nowhere');
        expect(said, path).toBe(await nowhere.text());
        if (!path.endsWith('__data.json')) expect(there.status, path).toBe(404);
      }
  });

  it('shows wherever it belongs once it is published, and nowhere once it is a draft again', async () => {
    await node.write((tx) => updateRecord(tx, tester, 'workshops', draft.id, { status: 'published' }));
    const published = await bodies(node, await everyPath(node, languages));
    const showing = [...published].filter(([, body]) => body.includes(secret)).map(([path]) => path);
    const page = `/fr/workshops/${secret}`;
    expect(showing).toEqual(
      expect.arrayContaining([
        '/sitemap.xml',
        '/fr',
        '/fr/workshops',
        '/ar/workshops/calendar.ics',
        '/ar/workshops/feed.atom',
        page,
        `${page}/record.json`,
        `${page}/calendar.ics`,
        `${page}/schedule.xml`,
        '/fr/people/ana-fonseca',
        '/fr/organisations/regional-council-oriental',
        '/ar/organisations/embassy-netherlands',
        '/fr/territories/oriental',
        '/ar/initiatives/indimaj-oriental',
        '/fr/recommendations/multi-level-partnerships',
        '/fr/axes/youth',
        '/fr/goals/sdg-17',
      ]),
    );
    await node.write((tx) => updateRecord(tx, tester, 'workshops', draft.id, { status: 'draft' }));
    const after = await bodies(node, [...before.keys()]);
    expect([...before].filter(([path, body]) => after.get(path) !== body).map(([path]) => path)).toEqual([]);
    expect(node.errors).toEqual([]);
  });
});
