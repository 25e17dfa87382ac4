import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createAccount } from '#network/accounts/changes.server.ts';
import { readAccount } from '#network/accounts/queries.server.ts';
import { giveRole, takeRole } from '#network/grants/changes.server.ts';
import { createInvitation } from '#network/invitations/changes.server.ts';
import { requestMembership } from '#network/memberships/changes.server.ts';
import { done } from '#platform/records/outcome.ts';
import { newId } from '#platform/records/uuid.ts';
import { startNode, tester, type TestNode } from '../support/node.ts';
import { demonstrationAccount, openSession, post } from '../support/session.ts';

/* Accounts, invitations and requests, as their pages handle them without script. */
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

const page = async (path: string) => (await node.get(path, { cookie })).text();

describe('the roles on one’s own page', () => {
  it('name the session and its workshop, and what is gone is not taken for the network', async () => {
    const { db } = node.services;
    const session = await db.reader
      .selectFrom('programme_items')
      .innerJoin('workshops', 'workshops.id', 'programme_items.workshop_id')
      .select(['programme_items.id', 'programme_items.anchor'])
      .where('workshops.slug', '=', 'rabat-2018')
      .where('programme_items.kind', '=', 'session')
      .orderBy('programme_items.position')
      .executeTakeFirstOrThrow();
    const accountId = await demonstrationAccount(node, 'rapporteur');
    const role = { accountId, role: 'rapporteur', scope: 'session', on: session.id } as const;
    const { id } = done(await giveRole(db, tester, role));
    const own = await openSession(node, 'rapporteur');
    const roles = async () =>
      /id="roles"[\s\S]*?<\/section>/.exec(await (await node.get('/fr/profile', { cookie: own })).text())![0];
    const links = (html: string) => [...html.matchAll(/href="([^"]*)"/g)].map(([, href]) => href).sort();
    const workshop = '/fr/workshops/rabat-2018';
    expect(links(await roles())).toEqual([workshop, workshop, `${workshop}#item-${session.anchor}`]);
    expect(await roles()).not.toContain('sur tout le réseau');

    await db.transaction((tx) =>
      tx.updateTable('grants').set({ on_id: newId() }).where('id', '=', id).execute(),
    );
    expect(links(await roles())).toEqual([workshop]);
    expect(await roles()).not.toContain('sur tout le réseau');
    done(await takeRole(db, tester, { id }));
  });
});

describe('an account that an administrator erases', () => {
  const account = async (email: string) => {
    const input = { name: 'To be erased', email, locale: 'fr' } as const;
    return done(await createAccount(node.services.db, tester, input)).id;
  };
  const status = async (id: string) => (await readAccount(node.services.db.reader, id))!.status;

  it('goes only once its address was typed', async () => {
    const id = await account('gone@region.example');
    const path = `/fr/accounts/${id}`;
    expect(await page(path)).toContain('saisissez son adresse\u00A0: gone@region.example');
    for (const email of ['', 'other@region.example', 'on']) {
      const answer = await post(node, `${path}?/erase`, { email, sure: '1' }, { cookie });
      expect([answer.status, await status(id)]).toEqual([422, 'active']);
      expect(await answer.text()).toContain('rien n’est effacé');
    }
    const answer = await post(node, `${path}?/erase`, { email: ' Gone@Region.example ' }, { cookie });
    expect([answer.status, answer.headers.get('location'), await status(id)]).toEqual([
      303,
      '/fr/accounts',
      'erased',
    ]);
    expect((await node.get(path, { cookie })).status).toBe(404);
  });

  it('is erased by nobody else', async () => {
    const id = await account('stays@region.example');
    const other = await openSession(node, 'coordinator');
    expect(await (await node.get(`/fr/accounts/${id}`, { cookie: other })).text()).not.toContain(
      'erase-email',
    );
    await post(node, `/fr/accounts/${id}?/erase`, { email: 'stays@region.example' }, { cookie: other });
    expect(await status(id)).toBe('active');
  });
});

describe('a request that names no organisation', () => {
  it('is accepted once its place is chosen', async () => {
    const { db, clock } = node.services;
    const input = {
      name: 'Without',
      email: 'without@region.example',
      locale: 'fr',
      message: 'Bonjour',
    } as const;
    done(await requestMembership(db, input, clock));
    const { id } = await db.reader
      .selectFrom('membership_requests')
      .select('id')
      .where('personal_email', '=', input.email)
      .executeTakeFirstOrThrow();
    expect(await page('/fr/memberships')).toContain(`href="/fr/memberships/${id}/accept"`);
    const path = `/fr/memberships/${id}/accept`;
    expect(await page(path)).toContain('<option value="network"');
    expect((await post(node, '/fr/memberships?/accept', { id }, { cookie })).status).toBe(422);
    expect((await post(node, path, { on: '' }, { cookie })).status).toBe(422);
    expect((await post(node, path, { on: 'network' }, { cookie })).status).toBe(303);
    const invitation = await db.reader.selectFrom('invitations').selectAll().executeTakeFirstOrThrow();
    expect(invitation).toMatchObject({ role: 'member', scope: 'network', personal_email: input.email });
  });
});

describe('the list of invitations', () => {
  it('goes on to further pages', async () => {
    const { db, clock } = node.services;
    for (let n = 0; n < 60; n += 1)
      done(
        await createInvitation(
          db,
          tester,
          {
            name: `Invited ${n}`,
            email: `i${n}@region.example`,
            locale: 'fr',
            role: 'member',
            scope: 'network',
            on: 'network',
          },
          { clock, publicUrl: node.publicUrl, place: '' },
        ),
      );
    const rows = async (path: string) => (await page(path)).match(/<bdi>i\d+@region\.example/g)?.length;
    expect([await rows('/fr/invitations'), await rows('/fr/invitations?page=2')]).toEqual([50, 10]);
    expect(await page('/fr/invitations')).toContain('En attente · ');
    expect((await node.get('/fr/invitations?page=3', { cookie })).status).toBe(404);
  });
});

describe('what is held, as its page words it', () => {
  it('shows no word of the program', async () => {
    for (const locale of ['fr', 'ar']) {
      const text = await page(`/${locale}/profile/data/held`);
      for (const code of ['administrator', 'weekly', 'active', 'membership_requests'])
        expect(text).not.toMatch(new RegExp(`<dd[^>]*>${code}</dd>`));
    }
    expect(await page('/fr/profile/data/held')).toMatch(/<dd[^>]*>Administration<\/dd>/);
  });
});
