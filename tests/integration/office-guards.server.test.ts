import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createLink } from '#network/links/changes.server.ts';
import { createWorkshop } from '#events/workshops/changes.server.ts';
import { done } from '#platform/records/outcome.ts';
import { resolveAddress } from '#platform/records/records.server.ts';
import { startNode, tester, type TestNode } from '../support/node.ts';
import { demonstrationAccount, openSession, post } from '../support/session.ts';

let node: TestNode;
const cookies = new Map<string, string>();
const text = (fr: string) => ({ fr, original: 'fr' as const });
const SECRET = 'Brouillon que nul autre ne lit';

beforeAll(async () => {
  node = await startNode();
  for (const account of ['administrator', 'coordinator', 'coordinator-souss-massa', 'facilitator'])
    cookies.set(account, await openSession(node, account));
  await node.write(async (tx) => {
    const { id } = done(
      await createWorkshop(tx, tester, {
        slug: 'hidden-draft',
        form: 'workshop',
        status: 'draft',
        title: text(SECRET),
        startsOn: '2027-04-10',
        endsOn: '2027-04-11',
      }),
    );
    const organisation = await resolveAddress(tx, 'organisations', 'iom-morocco');
    const to = { kind: 'organisations' as const, id: organisation! };
    done(await createLink(tx, tester, { from: { kind: 'workshops', id }, relation: 'organiser', to }));
  });
});
afterAll(() => node?.stop());

const as = (account: string) => ({ cookie: cookies.get(account) ?? '' });
const organisation = '/fr/organisations/iom-morocco/edit';
const fields = { 'name.fr': 'Nom', 'name.original': 'fr', type: 'other', level: 'local', version: '1' };
const nameOf = async () =>
  (
    await node.services.db.reader
      .selectFrom('organisations')
      .select('name_fr')
      .where('slug', '=', 'iom-morocco')
      .executeTakeFirstOrThrow()
  ).name_fr;

describe('a form', () => {
  it('sent from another site changes nothing', async () => {
    const before = await nameOf();
    for (const origin of ['https://attacker.example', 'null', node.publicUrl.replace('http:', 'https:')]) {
      const answer = await post(node, organisation, fields, { ...as('administrator'), origin });
      expect([origin, answer.status]).toEqual([origin, 403]);
    }
    expect(await nameOf()).toBe(before);
  });

  it('sent by somebody without the right changes nothing', async () => {
    const before = await nameOf();
    for (const account of ['coordinator-souss-massa', 'facilitator']) {
      const answer = await post(node, organisation, fields, as(account));
      expect([account, answer.status]).toEqual([account, 404]);
    }
    expect(await nameOf()).toBe(before);
  });

  it('shows what was typed as text, whatever it is', async () => {
    const script = '"><script>alert(1)</script><img src=x onerror=alert(2)>';
    const answer = await post(
      node,
      '/fr/new/people',
      { 'name.fr': script, slug: 'NOT A SLUG' },
      as('administrator'),
    );
    const page = await answer.text();
    expect(answer.status).toBe(422);
    expect(page).not.toContain('<script>alert');
    expect(page).not.toContain('<img src=x');
    expect(page).toContain('&lt;script>alert(1)');
  });

  it('stores a script as the text it is, and every page shows it so', async () => {
    const script = '<script>alert("stored")</script>';
    await post(node, '/fr/new/people', { 'name.fr': script, slug: 'stored' }, as('administrator'));
    for (const path of [
      '/fr/people/stored',
      '/fr/people',
      '/fr/people/stored/edit',
      '/fr/people/stored/history',
    ]) {
      const page = await (await node.get(path, as('administrator'))).text();
      expect([path, page.includes('alert(')]).toEqual([path, true]);
      expect([path, page.includes(script)]).toEqual([path, false]);
    }
  });

  it('refuses what hides: control characters, and marks that turn the direction', async () => {
    for (const hidden of ['a\u0000b', 'a\u202Eb', 'a\u2066b', 'a\u0007b']) {
      const answer = await post(node, '/fr/new/people', { 'name.fr': hidden }, as('administrator'));
      expect([JSON.stringify(hidden), answer.status]).toEqual([JSON.stringify(hidden), 422]);
      expect(await answer.text()).toContain('caractère invisible');
    }
  });

  it('refuses too long a text, a date that does not exist, a fragment of SQL where a choice is asked', async () => {
    const meeting = { 'title.fr': 'T', form: 'workshop', startsOn: '2027-01-01', endsOn: '2027-01-02' };
    const refused = async (path: string, given: Record<string, string>, sentence: string) => {
      const answer = await post(node, path, given, as('administrator'));
      expect([sentence, answer.status]).toEqual([sentence, 422]);
      expect(await answer.text()).toContain(sentence);
    };
    await refused('/fr/new/people', { 'name.fr': 'x'.repeat(201) }, 'Ce texte est trop long.');
    await refused('/fr/new/workshops', { ...meeting, startsOn: '2027-02-30' }, 'Donnez une date');
    await refused('/fr/new/workshops', { ...meeting, endsOn: '2026-12-31' }, 'La fin précède le début.');
    await refused('/fr/new/workshops', { ...meeting, form: "x'; drop table workshops;--" }, 'Choisissez');
    await refused('/fr/new/workshops', { ...meeting, 'title.fr': '' }, 'langue d’origine');
    // Marked where the text is to be written, and in no other language.
    const arabic = { ...meeting, 'title.en': 'T', 'title.original': 'ar' };
    const answer = await post(node, '/fr/new/workshops', arabic, as('administrator'));
    const html = await answer.text();
    const marked = [...html.matchAll(/id="field-title([a-z-]*)-problem"/g)].map(([, control]) => control);
    expect(marked).toEqual(['-ar']);
  });

  it('of an invitation tells what was not chosen at its own field', async () => {
    const invited = { name: 'Un rôle', email: 'role@example.org', locale: 'fr' };
    const answer = await post(
      node,
      '/fr/invitations/new',
      { ...invited, role: 'reader' },
      as('administrator'),
    );
    expect(answer.status).toBe(422);
    const page = await answer.text();
    expect(page).toContain('id="field-on-problem"');
    expect(page).not.toContain('id="field-role-problem"');
  });

  it('that is longer than a form can be is refused before it is read', async () => {
    const answer = await post(
      node,
      '/fr/new/people',
      { 'name.fr': 'x'.repeat(2_000_000) },
      as('administrator'),
    );
    expect(answer.status).toBe(413);
  });
});

describe('a draft', () => {
  const places = ['', '/edit', '/history', '/record.json', '/calendar.ics', '/schedule.xml', '/card.png'];

  it.each(['coordinator-souss-massa', 'nobody'])(
    'is not there for %s, on any of its pages',
    async (account) => {
      for (const place of places) {
        const answer = await node.get(`/fr/workshops/hidden-draft${place}`, as(account));
        const isDoor = account === 'nobody' && (place === '/edit' || place === '/history');
        expect([place, answer.status]).toEqual([place, isDoor ? 303 : 404]);
        expect((await answer.text()).includes(SECRET)).toBe(false);
      }
      for (const path of [
        '/fr/workshops',
        '/fr',
        '/sitemap.xml',
        '/fr/organisations/iom-morocco',
        '/fr/workshops/feed.atom',
      ])
        expect([path, (await (await node.get(path, as(account))).text()).includes(SECRET)]).toEqual([
          path,
          false,
        ]);
    },
  );

  it('is there for who organises it, and never kept for others', async () => {
    for (const account of ['facilitator', 'coordinator', 'administrator']) {
      const answer = await node.get('/fr/workshops/hidden-draft', as(account));
      expect([account, answer.status, answer.headers.get('cache-control')]).toEqual([
        account,
        200,
        'private, no-store',
      ]);
      expect(await answer.text()).toContain(SECRET);
    }
    expect((await node.get('/fr/workshops/hidden-draft')).status).toBe(404);
  });
});

describe('signing in', () => {
  it('leads to this site and nowhere else', async () => {
    const account = await demonstrationAccount(node, 'administrator');
    const there = async (after: string) => {
      const path = `/fr/sign-in?/demonstration&after=${encodeURIComponent(after)}`;
      return (await post(node, path, { account })).headers.get('location');
    };
    expect(await there('/fr/workshops')).toBe('/fr/workshops');
    for (const after of [
      'https://attacker.example/',
      '//attacker.example',
      '/\\attacker.example',
      '/fr/\\attacker',
      '/fr//attacker.example',
      'javascript:alert(1)',
      '/fr\r\nset-cookie: a=b',
    ])
      expect([after, await there(after)]).toEqual([after, '/fr/my-work']);
  });

  it('answers the same whether an account has the address or not', async () => {
    const ask = async (email: string, password = '') => {
      const answer = await post(node, '/fr/sign-in?/enter', { email, password });
      return [answer.status, (await answer.text()).replaceAll(email, '…')];
    };
    const known = 'administrator@demonstration.invalid';
    expect(await ask(known)).toEqual(await ask('nobody@demonstration.invalid'));
    expect(await ask(known, 'a wrong password')).toEqual(
      await ask('nobody@demonstration.invalid', 'a wrong password'),
    );
  });

  it('is refused after too many tries for one address, from wherever they come', async () => {
    const email = 'tried-often@example.org';
    const answers = [];
    for (let i = 0; i < 12; i += 1)
      answers.push((await post(node, '/fr/sign-in?/enter', { email, password: `guess number ${i}` })).status);
    expect(answers).toEqual([...Array(10).fill(422), 429, 429]);
  });

  it('as a demonstration account is for the demonstration’s own accounts only', async () => {
    const { id } = await node.services.db.transaction((tx) =>
      tx
        .updateTable('accounts')
        .set({ demonstration: 0 })
        .where('personal_email', '=', 'rapporteur@demonstration.invalid')
        .returning('id')
        .executeTakeFirstOrThrow(),
    );
    for (const account of [id, 'nobody', '', "' or 1=1 --"]) {
      const answer = await post(node, '/fr/sign-in?/demonstration', { account });
      expect([account, answer.status, answer.headers.getSetCookie()]).toEqual([account, 422, []]);
    }
  });
});

it('no page of the office can be framed, and each keeps its own policy', async () => {
  for (const path of ['/fr/sign-in', '/fr/my-work', '/fr/new/people']) {
    const { headers } = await node.get(path, as('administrator'));
    if (headers.get('location')) continue;
    expect(headers.get('x-frame-options')).toBe('DENY');
    expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
  }
});

it('nothing of this was an error to the node', () => {
  expect(node.errors).toEqual([]);
});
