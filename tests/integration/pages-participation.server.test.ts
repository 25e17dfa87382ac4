import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { systemActor } from '#platform/actor/actor.ts';
import { controlId } from '#platform/forms/state.ts';
import { updateRecord } from '#platform/records/records.server.ts';
import { startNode, type TestNode } from '../support/node.ts';
import { openSession, post } from '../support/session.ts';

/* Who took part is entered from a paper list by a form that needs no script, and told without small groups. */
let node: TestNode;
let cookie: string;
let region: string;
beforeAll(async () => {
  node = await startNode();
  cookie = await openSession(node, 'coordinator');
  const row = await node.services.db.reader
    .selectFrom('territories')
    .select('id')
    .where('slug', '=', 'oriental')
    .executeTakeFirstOrThrow();
  region = row.id;
});
afterAll(async () => {
  expect(node?.errors).toEqual([]);
  await node?.stop();
});

const place = '/workshops/rabat-2018/participation';
const page = async (path = place, language = 'fr') =>
  (await node.get(`/${language}${path}`, { cookie })).text();
const versionIn = (html: string) => /name="version" value="(\d+)"/.exec(html)![1]!;
const send = (fields: Record<string, string>, action = 'save', path = place) =>
  post(node, `/fr${path}?/${action}`, fields, { cookie });
const linesIn = (html: string) =>
  [...html.matchAll(/name="(counts\.[a-z0-9-]+)\.women"/g)].map(([, row]) => row!);

describe('the form', () => {
  it('adds lines and takes one away with all that was typed, and writes nothing', async () => {
    const before = await page();
    expect(linesIn(before)).toEqual(['counts.new-1', 'counts.new-2', 'counts.new-3']);
    const typed = {
      version: versionIn(before),
      'attendance.total': '75',
      'counts.new-1.women': '12',
      'counts.new-2.actorType': 'academia',
      'counts.new-2.men': '٧',
    };
    const more = await (await send({ ...typed, add: '1' }, 'lines')).text();
    expect(linesIn(more)).toHaveLength(5);
    expect(more).toContain('value="12"');
    const less = await (await send({ ...typed, remove: 'new-1' }, 'lines')).text();
    expect(linesIn(less)).toEqual(['counts.new-2']);
    expect(less).toContain('value="٧"');
    expect(less).not.toContain('value="12"');
    expect(versionIn(await page())).toBe(typed.version);
  });

  it('says what is wrong beside its control, in the reader’s language, and keeps what was typed', async () => {
    const version = versionIn(await page());
    const fields = {
      version,
      'attendance.total': '5',
      'counts.new-2.actorType': 'academia',
      'counts.new-3.women': '8',
    };
    const answer = await post(node, `/ar${place}?/save`, fields, { cookie });
    expect(answer.status).toBe(422);
    const html = await answer.text();
    const problem = (control: string) =>
      new RegExp(`id="${controlId(control)}-problem"[^>]*>([^<]*)<`).exec(html)?.[1];
    expect(problem('counts.new-2.women')).toBe('أدخلوا عدداً واحداً على الأقل أو أفرغوا السطر.');
    expect(problem('attendance.total')).toBe('تحصي الأسطر أشخاصاً أكثر من هذا المجموع.');
    expect(html).toContain('value="8"');
    expect(versionIn(await page())).toBe(version);
  });

  it('writes a total, then lines beside it, and puts together what two people saved', async () => {
    const version = versionIn(await page());
    const total = await send({ version, 'attendance.total': '75' });
    expect([total.status, total.headers.get('location')]).toEqual([303, `/fr${place}?saved=1`]);
    // Somebody who opened the form before that adds a line: both stay.
    const late = await send({
      version,
      'counts.new-1.territoryId': region,
      'counts.new-1.women': '21',
      'counts.new-1.men': '10',
      'counts.new-2.actorType': 'civil-society',
      'counts.new-2.notStated': '3',
    });
    expect(late.status).toBe(409);
    const html = await late.text();
    expect(html).toContain('value="75"');
    expect(html).toContain('value="21"');
    const done = await send({
      version: versionIn(html),
      'attendance.total': '75',
      'counts.new-1.territoryId': region,
      'counts.new-1.women': '21',
      'counts.new-1.men': '10',
      'counts.new-2.actorType': 'civil-society',
      'counts.new-2.notStated': '3',
    });
    expect(done.status).toBe(303);
    const saved = await page();
    expect(linesIn(saved)).toHaveLength(5);
    const history = await page('/workshops/rabat-2018/history');
    expect(history).toContain('civile');
  });

  it('is a session’s as well, for those who write its minutes', async () => {
    const path = `${place}/session-1`;
    const version = versionIn(await page(path));
    expect((await send({ version, 'attendance.total': '30' }, 'save', path)).status).toBe(303);
    const minutes = await page('/workshops/rabat-2018/minutes/session-1');
    expect(minutes).toContain(`href="/fr${path}"`);
    expect(minutes).toContain('30 personnes');
    expect((await node.get(`/fr${place}/nowhere`, { cookie })).status).toBe(404);
    const reader = await openSession(node, 'coordinator-souss-massa');
    for (const own of [path, place])
      expect((await node.get(`/fr${own}`, { cookie: reader })).status).not.toBe(200);
  });
});

describe('readers', () => {
  it.each(['', '/proceedings', '/record.json'])('are told of no small group: %s', async (path) => {
    const answer = await node.get(`/fr/workshops/rabat-2018${path}`);
    expect(answer.status).toBe(200);
    const text = await answer.text();
    expect(text).toMatch(path === '/record.json' ? /"count":\s*31/ : /Par territoire/);
    expect(text).not.toContain('Par type d’acteur');
    expect(text).not.toContain('civil-society","count');
  });

  it('are told what a session counted', async () => {
    const text = await (await node.get('/en/workshops/rabat-2018')).text();
    expect(text).toContain('30 people');
  });

  it.each([
    '',
    '/workshops',
    '/workshops/rabat-2018',
    '/workshops/rabat-2018/proceedings',
    '/territories/rabat-sale-kenitra',
    '/recommendations',
  ])(
    'read in what a page loads no women and men but the published, and no key of an import: %s',
    async (path) => {
      const { db } = node.services;
      const few = { attendance_women: 3, attendance_men: 42 };
      const workshop = await db.reader
        .selectFrom('workshops')
        .select('id')
        .where('slug', '=', 'rabat-2018')
        .executeTakeFirstOrThrow();
      const items = await db.reader
        .selectFrom('programme_items')
        .select('id')
        .where('workshop_id', '=', workshop.id)
        .execute();
      await db.transaction(async (tx) => {
        await updateRecord(tx, systemActor('test'), 'workshops', workshop.id, few);
        for (const { id } of items)
          await updateRecord(tx, systemActor('test'), 'programme_items', id, {
            ...few,
            import_key: `elsewhere-${id}`,
          });
      });
      const answer = await node.get(`/fr${path}/__data.json`);
      expect(answer.status).toBe(200);
      const { nodes } = (await answer.json()) as { nodes: ({ data?: unknown[] } | null)[] };
      // Each list holds every value once; objects hold the places of their values in it.
      const lists = nodes.flatMap((one) => (one?.data ? [one.data] : []));
      expect(lists.flat().length).toBeGreaterThan(10);
      const found = lists.flatMap((list) =>
        list.flatMap((value) =>
          Object.entries((value ?? {}) as Record<string, number>).filter(
            ([key, place]) =>
              /^(attendance_(wo)?men|import_key)$/.test(key) && place >= 0 && list[place] !== null,
          ),
        ),
      );
      expect(found).toEqual([]);
    },
  );
});
