import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { updatePerson } from '#network/people/changes.server.ts';
import { createWorkshop } from '#events/workshops/changes.server.ts';
import { done } from '#platform/records/outcome.ts';
import { startNode, tester, type TestNode } from '../support/node.ts';
import { openSession, post } from '../support/session.ts';

/* An exercise is written in like a network, and whatever leaves it says that it is one. */

let node: TestNode;
let cookie: string;
/** The same paths on a node that is no exercise: what they say, and under which name they are kept. */
const real = new Map<string, Told>();
interface Told {
  text: string;
  name: string | null;
}
const files = ['calendar.ics', 'schedule.xml', 'schedule.json', 'record.json'];
const lists = ['organisations', 'people'].flatMap((noun) => [
  `/fr/${noun}/list.csv`,
  `/fr/${noun}/list.xlsx`,
]);
const pages = ['/fr', '/ar/workshops/written-here', '/en/people'];
const meeting = {
  slug: 'written-here',
  form: 'workshop',
  status: 'announced',
  startsOn: '2027-05-04',
  endsOn: '2027-05-05',
  title: { fr: 'Rencontre écrite ici', ar: 'لقاء كُتب هنا', original: 'fr' },
} as const;
const told = async (of: TestNode, path: string): Promise<Told> => {
  const answer = await of.get(path);
  return { text: await answer.text(), name: answer.headers.get('content-disposition') };
};
const text = async (path: string) => (await told(node, path)).text;
const realText = (path: string) => real.get(path)!.text;

beforeAll(async () => {
  const other = await startNode();
  await other.write(async (tx) => done(await createWorkshop(tx, tester, meeting)));
  const all = ['calendar.ics', 'feed.atom'].flatMap((file) => [
    `/fr/workshops/${file}`,
    `/ar/workshops/${file}`,
  ]);
  const beside = files.map((file) => `/fr/workshops/written-here/${file}`);
  for (const path of [...beside, ...all, ...lists, ...pages, '/robots.txt'])
    real.set(path, await told(other, path));
  expect(other.errors).toEqual([]);
  await other.stop();

  node = await startNode({ exercise: true });
  cookie = await openSession(node, 'administrator');
  await node.write(async (tx) => done(await createWorkshop(tx, tester, meeting)));
});
afterAll(async () => {
  expect(node.errors).toEqual([]);
  await node.stop();
});

describe('an exercise', () => {
  it.each(files)('says so in %s of what was written in it', async (file) => {
    const path = `/fr/workshops/written-here/${file}`;
    expect(await text(path)).toContain('Exercice · Rencontre écrite ici');
    expect(realText(path)).toContain('Rencontre écrite ici');
    expect(realText(path)).not.toContain('Exercice · ');
  });

  it.each(['calendar.ics', 'feed.atom'])(
    'says so in %s of all its workshops, in both scripts',
    async (file) => {
      const unfolded = (file: string) => file.replaceAll('\r\n ', '');
      const [french, arabic] = [`/fr/workshops/${file}`, `/ar/workshops/${file}`];
      expect(unfolded(await text(french))).toContain('Exercice · Rencontre écrite ici');
      expect(unfolded(await text(arabic))).toContain('تمرين · لقاء كُتب هنا');
      expect(unfolded(realText(arabic))).toContain('لقاء كُتب هنا');
      expect(unfolded(realText(arabic))).not.toContain('تمرين');
    },
  );

  it('says so in the names of its lists, whose cells are taken back as they are', async () => {
    for (const path of lists) {
      const kept = /^\/fr\/(\w+)\/list\.(\w+)$/.exec(path)!;
      const name = `${kept[1]}-fr.${kept[2]}`;
      expect((await told(node, path)).name).toBe(`inline; filename="exercise-${name}"`);
      expect(real.get(path)!.name).toBe(`inline; filename="${name}"`);
    }
  });

  it('says so in the report of a debate, and in its record', async () => {
    const report = await told(node, '/fr/debates/exercise-debate/report.html');
    expect(report.name).toContain('filename="exercise-exercise-debate-fr.html"');
    expect(report.text).toContain('<title>Exercice · ');
    expect(await text('/ar/debates/exercise-debate/report.html')).toContain('<title>تمرين · ');
    expect(await text('/fr/debates/exercise-debate/record.json')).toContain('"fr": "Exercice · ');
  });

  it('is found by no robot', async () => {
    expect(await text('/robots.txt')).toBe('User-agent: *\nDisallow: /\n');
    expect(realText('/robots.txt')).toMatch(/^User-agent: \*\nAllow: \/\nSitemap: /);
    for (const path of pages) {
      expect(await text(path)).toContain('<meta name="robots" content="noindex, nofollow"/>');
      expect(realText(path)).not.toContain('noindex, nofollow');
    }
  });

  it('is written in by whoever enters it, and names no server that it would write to', async () => {
    const { id, version } = await node.services.db.reader
      .selectFrom('people')
      .select(['id', 'version'])
      .where('slug', '=', 'exercise-person-1')
      .executeTakeFirstOrThrow();
    const name = { fr: 'Rapport, essai', original: 'fr' } as const;
    await node.write(async (tx) =>
      done(await updatePerson(tx, tester, { id, version, slug: 'exercise-person-1', name })),
    );
    expect(await text('/fr/people/exercise-person-1')).toContain('Rapport, essai');
    const server = { host: 'mail.example', port: '587', security: 'starttls', sender: 'a@mail.example' };
    const answer = await post(node, '/fr/administration/mail?/save', server, { cookie });
    expect([answer.status, await answer.text()]).toEqual([
      422,
      expect.stringContaining('Dans un réseau de démonstration, n’impor'),
    ]);
    const kept = node.services.db.reader.selectFrom('settings').select('key').where('key', 'like', 'mail%');
    expect(await kept.execute()).toEqual([]);
  });

  it('offers each role once, with what it does, and tells its doors apart, by their language where nothing else does', async () => {
    const page = await text('/ar/sign-in');
    const plain = (html: string) =>
      html
        .replaceAll(/<[^>]+>/g, '')
        .replaceAll(/\s+/g, ' ')
        .trim();
    const groups = [...page.matchAll(/<section aria-labelledby="role-([\w-]+)"[^]*?<\/section>/g)];
    const roles = groups.map(([, role]) => role);
    expect(roles).toEqual(expect.arrayContaining(['coordinator', 'facilitator', 'member', 'reader']));
    expect(new Set(roles).size).toBe(roles.length);
    for (const [group, role] of groups) {
      const doors = [...group.matchAll(/<button[^]*?<\/button>/g)].map(([door]) => plain(door));
      expect([role, doors.length > 0, new Set(doors).size]).toEqual([role, true, doors.length]);
      const told = doors.filter((door) => /\((Français|العربية)\)$/.test(door));
      expect([role, told.length]).toEqual([role, role === 'rapporteur' ? 2 : 0]);
    }
  });

  it('says in one strip what it is, and what it is not nowhere', async () => {
    for (const path of ['/fr', '/fr/about']) {
      const page = await text(path);
      expect(page.match(/<aside[^>]*aria-label="Exercice"/g)).toHaveLength(1);
      expect(page).not.toContain('éseau de démonstration');
      expect(realText('/fr')).toContain('Réseau de démonstration, composé');
    }
  });
});
