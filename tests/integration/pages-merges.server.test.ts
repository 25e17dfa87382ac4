import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createLink } from '#network/links/changes.server.ts';
import { createPerson } from '#network/people/changes.server.ts';
import { done } from '#platform/records/outcome.ts';
import { startNode, tester, type TestNode } from '../support/node.ts';
import { openSession, post } from '../support/session.ts';

/* Two records become one on a page that says what leads to each, and part again by one press. */

let node: TestNode;
let cookie: string;
const page = '/fr/duplicates/people/double-one/double-two';
beforeAll(async () => {
  node = await startNode();
  cookie = await openSession(node, 'administrator');
  const text = (fr: string) => ({ fr, original: 'fr' as const });
  await node.write(async (tx) => {
    const first = { slug: 'double-one', name: text('Fonction Doublée') };
    done(await createPerson(tx, tester, first));
    const { id } = done(
      await createPerson(tx, tester, { slug: 'double-two', name: text('Doublée, Fonction') }),
    );
    const sources = await tx.selectFrom('sources').select('id').orderBy('id').limit(2).execute();
    for (const source of sources)
      done(
        await createLink(tx, tester, {
          from: { kind: 'people', id },
          relation: 'cites',
          to: { kind: 'sources', id: source.id },
        }),
      );
  });
});
afterAll(async () => {
  expect(node.errors).toEqual([]);
  await node.stop();
});

const read = async (path: string) => (await node.get(path, { cookie })).text();
const people = async () =>
  (
    await node.services.db.reader
      .selectFrom('people')
      .select('slug')
      .where('slug', 'like', 'double-%')
      .orderBy('slug')
      .execute()
  ).map(({ slug }) => slug);

describe('merging two records', () => {
  it('begins with what leads to each of them', async () => {
    expect(await read('/fr/duplicates?kind=people')).toContain(`href="${page}"`);
    const text = await read(page);
    expect(text).toContain('Aucune autre fiche n’y mène.');
    expect(text).toContain('Ce qui y mène\u00a0: liens\u00a0: 2.');
  });

  it('ends with what was moved, and the way back', async () => {
    const fields = { keep: 'first', first: '1', second: '1' };
    const answer = await post(node, `${page}?/merge`, fields, { cookie });
    const place = answer.headers.get('location') ?? '';
    expect([answer.status, place.replace(/[0-9a-f-]{36}$/, 'id')]).toEqual([
      303,
      '/fr/people/double-one/history?joined=id',
    ]);
    expect(await people()).toEqual(['double-one']);
    const told = await read(place);
    expect(told).toContain('Références déplacées\u00a0: 2.');
    expect(told).toContain(`<input type="hidden" name="merge" value="${place.slice(-36)}"/>`);

    // Another record's history says nothing of it.
    expect(await read(place.replace('double-one', 'ana-fonseca'))).not.toContain('Références déplacées');
    const undone = await post(
      node,
      '/fr/people/double-one/history?/undo',
      { merge: place.slice(-36) },
      { cookie },
    );
    expect(undone.status).toBe(200);
    expect(await people()).toEqual(['double-one', 'double-two']);
    expect(await read(page)).toContain('Ce qui y mène\u00a0: liens\u00a0: 2.');
  });
});
