import { afterAll, beforeAll, expect, it } from 'vitest';
import type { RecordKind } from '#platform/records/model.ts';
import { formIn } from '../../bench/office-kills/forms.ts';
import { startNode, type TestNode } from '../support/node.ts';
import { openSession } from '../support/session.ts';

let node: TestNode;
let cookie: string;
beforeAll(async () => {
  node = await startNode();
  cookie = await openSession(node, 'administrator');
});
afterAll(() => node?.stop());

/** Where each kind is edited, and the table it lies in. */
const edited: readonly [noun: string, kind: RecordKind][] = [
  ['workshops', 'workshops'],
  ['organisations', 'organisations'],
  ['people', 'people'],
  ['territories', 'territories'],
  ['initiatives', 'initiatives'],
  ['series', 'series'],
  ['sources', 'sources'],
  ['recommendations', 'recommendations'],
  ['conclusions', 'conclusions'],
];

it.each(edited)(
  'a form of %s that is sent as the page brought it, without script, changes nothing',
  async (noun, kind) => {
    const all = () =>
      node.services.db.reader
        .selectFrom(kind as 'series')
        .selectAll()
        .orderBy('id')
        .execute() as Promise<Record<string, unknown>[]>;
    const before = await all();
    expect(before.length).toBeGreaterThan(0);
    for (const row of before.slice(0, 3)) {
      const path = `/fr/${noun}/${row['slug'] ?? row['id']}/edit`;
      const html = await (await node.get(path, { cookie })).text();
      const form = formIn(html, 'name="version"');
      expect(form, path).not.toBeNull();
      const answer = await fetch(node.url + path, {
        method: 'POST',
        headers: { cookie, origin: new URL(node.publicUrl).origin, accept: 'text/html' },
        body: new URLSearchParams(form!),
        redirect: 'manual',
      });
      expect([path, answer.status]).toEqual([path, 303]);
    }
    const words = (rows: Record<string, unknown>[]) =>
      rows.map(({ version, updated_at, ...rest }) => ({ ...rest, seen: Boolean(version && updated_at) }));
    expect(words(await all())).toEqual(words(before));
  },
);
