import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testEngine } from '#platform/database/testing.ts';
import { updateRecord } from '#platform/records/records.server.ts';
import { startModule } from '#platform/testing/child.ts';
import { publicPages, startNode, tester, type TestNode } from '../support/node.ts';
import { changeAtRandom, kinds, type Verb } from '../support/random-changes.ts';
import { seeded, testSeed } from '../support/random.ts';
import { differences } from '../support/sameness.ts';

/** How often every kind of record is changed in each way; TEST_ROUNDS asks for a longer look. */
const rounds = Number(process.env['TEST_ROUNDS'] ?? 1);
const seed = testSeed();
/** Which part of the pages that are no lists is looked at after each change; what pages read is noted alike on both engines. */
const part = testEngine === 'sqlite' ? 0.15 : 0.05;
const languages = ['fr', 'ar', 'en'] as const;
const verbs: readonly Verb[] = ['create', 'update', 'delete'];
const once = verbs.flatMap((verb) => kinds.map((kind) => ({ verb, kind })));
const steps = Array.from({ length: rounds }, () => once).flat();

/** During the Rabat workshop, so that pages that change by themselves are among those compared. */
const during = new Date('2018-04-10T09:00:00Z');

let node: TestNode;
beforeAll(async () => {
  node = await startNode({ clock: () => during });
}, 120_000);
afterAll(() => node?.stop());

/** Every page of the sitemap and every file beside one, without locale; pictures take long and come last. */
async function addresses(): Promise<string[]> {
  const pages = (await publicPages(node))
    .filter((page) => /^\/fr(\/|$)/.test(page))
    .map((page) => page.slice(3));
  const records = pages.filter((page) => page.lastIndexOf('/') > 0);
  const beside = ['calendar.ics', 'schedule.xml', 'schedule.json'];
  const { rows } = await sql<{ workshop: string; item: string }>`
    select workshops.slug as workshop, programme_items.anchor as item
    from programme_items join workshops on workshops.id = programme_items.workshop_id`.execute(
    node.services.db.reader,
  );
  return [
    ...pages,
    '/workshops/calendar.ics',
    '/workshops/feed.atom',
    ...records.map((page) => `${page}/record.json`),
    ...workshopsOf(pages).flatMap((page) => beside.map((file) => `${page}/${file}`)),
    ...rows.map(({ workshop, item }) => `/workshops/${workshop}/programme/${item}.ics`),
  ];
}

describe('a page from the cache', () => {
  const path = '/fr/workshops/rabat-2018';
  const shows = async (words: string) => (await (await node.get(path)).text()).includes(words);
  const rabat = () =>
    node.services.db.reader
      .selectFrom('workshops')
      .selectAll()
      .where('slug', '=', 'rabat-2018')
      .executeTakeFirstOrThrow();

  it('is made once, and again only after a change of something it read', async () => {
    const { id, title_fr } = await rabat();
    expect(await shows(title_fr!)).toBe(true);
    // Written past the journal: only a page made anew can show it.
    await node.write((tx) =>
      tx.updateTable('workshops').set({ title_fr: 'Hors journal' }).where('id', '=', id).execute(),
    );
    expect(await shows('Hors journal')).toBe(false);
    await node.write((tx) => changeAtRandom(tx, seeded(seed), 'create', 'people'));
    expect(await shows('Hors journal')).toBe(false);
    await node.write((tx) => updateRecord(tx, tester, 'workshops', id, { form: 'seminar' }));
    expect(await shows('Hors journal')).toBe(true);
    await node.write((tx) => updateRecord(tx, tester, 'workshops', id, { title_fr, form: 'workshop' }));
    expect(await shows(title_fr!)).toBe(true);
  });

  it('is made anew after a change by another process', async () => {
    const { id, title_fr } = await rabat();
    await node.get(path);
    const child = startModule(writeTitle, { location: node.location, id, title: 'Écrit à côté' });
    expect(await child.ended).toMatchObject({ code: 0, errors: '' });
    await expect.poll(() => shows('Écrit à côté'), { timeout: 10_000 }).toBe(true);
    await node.write((tx) => updateRecord(tx, tester, 'workshops', id, { title_fr }));
    expect(await shows('Écrit à côté')).toBe(false);
  });

  it('is the page made anew, whatever was created, changed or deleted', { timeout: 3_600_000 }, async () => {
    const random = seeded(seed);
    const visited = new Set(await addresses());
    const paths = (chosen = [...visited], spoken: readonly string[] = languages) =>
      spoken.flatMap((language) => chosen.map((address) => `/${language}${address}`));
    for (const path of paths()) await (await node.get(path)).arrayBuffer();
    for (const page of workshopsOf([...visited])) await (await node.get(`/ar${page}/card.png`)).arrayBuffer();

    const done: string[] = [];
    for (const [step, { verb, kind }] of steps.entries()) {
      const said = await node.write((tx) => changeAtRandom(tx, random, verb, kind)).catch(ifTaken);
      if (said === null) continue;
      done.push(said);
      for (const address of await addresses()) visited.add(address);
      // A page out of date stays so: lists are looked at each time, a part of the others, and in the end all.
      const some = [...visited].filter((address) => isList(address) || random.chance(part));
      const found = await differences(node, paths(some, [languages[step % languages.length]!]));
      expect(found, `seed ${seed}, step ${step}, after\n${done.slice(-5).join('\n')}`).toEqual([]);
    }
    expect(await differences(node, paths()), `seed ${seed}, at the end`).toEqual([]);
    const pictures = workshopsOf([...visited]).map((page) => `${page}/card.png`);
    expect(await differences(node, paths(pictures, ['ar'])), `seed ${seed}, pictures`).toEqual([]);
    expect(done.length).toBeGreaterThan(steps.length * 0.8);
    expect(node.errors).toEqual([]);
  });
});

function workshopsOf(addresses: readonly string[]): string[] {
  return addresses.filter((address) => /^\/workshops\/[^/.]+$/.test(address));
}

/** Whether an address is that of no one record. */
function isList(address: string): boolean {
  return address.lastIndexOf('/') <= 0 || /^\/workshops\/[^/]+\.[a-z]+$/.test(address);
}

/** What the command line does beside a running node: opens its database and changes a record. */
const writeTitle = `
  import { systemActor } from '#platform/actor/actor.ts';
  import { openDatabase } from '#platform/database/open.ts';
  import { updateRecord } from '#platform/records/records.server.ts';
  const { location, id, title } = globalThis.input;
  const db = openDatabase(location);
  await db.transaction((tx) => updateRecord(tx, systemActor('beside'), 'workshops', id, { title_fr: title }));
  await db.close();
`;

/** A random value may be taken already: nothing was written then. */
function ifTaken(error: Error & { code?: string }): null {
  const taken =
    error.name === 'AddressTaken' || error.code === '23505' || /UNIQUE constraint/.test(error.message);
  if (taken) return null;
  throw error;
}
