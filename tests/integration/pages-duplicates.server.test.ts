import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSession } from '../support/session.ts';
import { startNode, type TestNode } from '../support/node.ts';

/* A record that may be there already is pointed out before anything is written, without any script. */
let node: TestNode;
let cookie: string;
beforeAll(async () => {
  node = await startNode();
  cookie = await openSession(node, 'administrator');
});
afterAll(async () => {
  await node?.stop();
  expect(node?.errors).toEqual([]);
});

const post = (path: string, form: [string, string][], who = cookie) =>
  fetch(node.url + path, {
    method: 'POST',
    redirect: 'manual',
    headers: { cookie: who, origin: node.publicUrl, accept: 'text/html' },
    body: new URLSearchParams(form),
  });
const count = async (kind: 'people' | 'organisations') =>
  (await node.services.db.reader.selectFrom(kind).select('id').execute()).length;
const othersOf = (page: string) =>
  [...page.matchAll(/name="another" value="([^"]+)"/g)].map(([, id]): [string, string] => ['another', id!]);

describe('a form that makes a record', () => {
  it.each([
    ['fr', 'another spelling', 'ANA FONSÉCA'],
    ['ar', 'another script', 'آنا فونسيكا'],
  ])('in %s shows who is there by %s, keeps what was typed and writes nothing', async (locale, _, name) => {
    const before = await count('people');
    const answer = await post(`/${locale}/new/people`, [[`name.${locale}`, name]]);
    const page = await answer.text();
    expect([answer.status, await count('people')]).toEqual([422, before]);
    expect(page).toContain(`href="/${locale}/people/ana-fonseca"`);
    expect(page).toContain(name);
    expect(othersOf(page)).toHaveLength(1);
  });

  it('writes it once its author says that it is another one, and asks again of another name', async () => {
    const before = await count('people');
    const typed: [string, string][] = [['name.fr', 'Ana Fonséca']];
    const others = othersOf(await (await post('/fr/new/people', typed)).text());
    const changed = await post('/fr/new/organisations', [
      ['name.fr', 'OIM Maroc'],
      ['acronym.fr', 'OIM'],
      ['type', 'other'],
      ['level', 'local'],
      ...others,
    ]);
    expect(changed.status).toBe(422);
    const answer = await post('/fr/new/people', [...typed, ...others]);
    expect([answer.status, await count('people')]).toEqual([303, before + 1]);
    expect(answer.headers.get('location')).toBe('/fr/people/ana-fonseca-2');
  });

  it('shows nothing to who may not record any', async () => {
    const answer = await post(
      '/fr/new/people',
      [['name.fr', 'ANA FONSÉCA']],
      await openSession(node, 'rapporteur'),
    );
    const page = await answer.text();
    expect(answer.status).toBe(404);
    expect(page).not.toContain('/people/ana-fonseca"');
  });
});
