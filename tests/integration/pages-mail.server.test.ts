import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { createAccount } from '#network/accounts/changes.server.ts';
import { giveRole } from '#network/grants/changes.server.ts';
import { NETWORK } from '#platform/actor/actor.ts';
import { queueMail } from '#platform/mail/queue.ts';
import { someMessage, startPeer, type Peer } from '#platform/mail/testing.ts';
import { done } from '#platform/records/outcome.ts';
import { startNode, tester, type TestNode } from '../support/node.ts';

/* The administrator's pages of mail against a node without the demonstration and a mail server that is not ours. */
let node: TestNode;
let peer: Peer;
const cookies = { administrator: '', member: '' };

beforeAll(async () => {
  [node, peer] = await Promise.all([
    startNode({ empty: true }),
    startPeer({ auth: (user, password) => user === 'network' && password === 'a mail password' }),
  ]);
  const { db } = node.services;
  const signIn = await node.services.signIn();
  for (const role of ['administrator', 'member'] as const) {
    const account = { name: `A role ${role}`, email: `${role}@example.org`, locale: 'fr' } as const;
    const { id: accountId } = done(await createAccount(db, tester, account));
    done(await giveRole(db, tester, { accountId, role, scope: 'network', on: NETWORK }));
    const opened = await signIn.open(accountId, new Headers({ host: new URL(node.publicUrl).host }));
    cookies[role] = opened.cookies.map((cookie) => cookie.split(';')[0]).join('; ');
  }
});
afterAll(async () => {
  await node?.stop();
  await peer?.stop();
});

const get = (path: string, who: keyof typeof cookies = 'administrator') =>
  node.get(path, { cookie: cookies[who] });
const post = (path: string, form: Record<string, string>, who: keyof typeof cookies = 'administrator') =>
  fetch(node.url + path, {
    method: 'POST',
    redirect: 'manual',
    headers: { cookie: cookies[who], origin: node.publicUrl, accept: 'text/html' },
    body: new URLSearchParams(form),
  });
const settings = () => ({
  host: 'localhost',
  port: String(peer.port),
  security: 'none',
  user: 'network',
  password: 'a mail password',
  from_address: 'network@indimaj.example',
  from_name_fr: 'Réseau',
  from_name_ar: 'الشبكة',
});

async function linkMessage(): Promise<string> {
  const expiresAt = new Date(Date.now() + 600_000);
  const text = 'https://node.example/fr/sign-in/link?token=one-time-7f3a';
  const id = await node.write((tx) =>
    queueMail(
      tx,
      someMessage({ purpose: 'sign-in', text, html: `<p>${text}</p>`, expiresAt }),
      node.services.clock,
    ),
  );
  return id!;
}

describe('the pages of mail', () => {
  it.each(['mail', 'outbox', 'sign-in', 'processing'])(
    '%s is there for administrators only',
    async (page) => {
      const path = `/fr/administration/${page}`;
      expect([(await get(path)).status, (await get(path, 'member')).status]).toEqual([200, 404]);
      const stranger = await node.get(path);
      expect([stranger.status, stranger.headers.get('location')?.split('?')[0]]).toEqual([
        303,
        '/fr/sign-in',
      ]);
    },
  );

  it('show a one-time link while the node has no mail server: the outbox is then the only way', async () => {
    const id = await linkMessage();
    const page = await (await get(`/fr/administration/outbox/${id}`)).text();
    expect(page).toContain('one-time-7f3a');
    const frame = await get(`/fr/administration/outbox/${id}/message.html`);
    expect([await frame.text(), frame.headers.get('content-security-policy')]).toEqual([
      expect.stringContaining('one-time-7f3a'),
      "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'; sandbox",
    ]);
    expect((await get(`/fr/administration/outbox/${id}/message.html`, 'member')).status).toBe(404);
    const withdrawn = await post(`/fr/administration/outbox/${id}?/withdraw`, {});
    expect(withdrawn.status).toBe(303);
  });

  it('keep settings, and never show the password again', async () => {
    const refused = await post('/fr/administration/mail?/save', { ...settings(), port: '0' });
    const text = await refused.text();
    expect([refused.status, text.includes('de 1 à 65535'), text.includes('a mail password')]).toEqual([
      422,
      true,
      false,
    ]);
    expect((await post('/fr/administration/mail?/save', settings(), 'member')).status).toBe(404);
    expect(await (await get('/fr/administration/mail')).text()).toContain('Aucun serveur de courriel');
    expect((await post('/fr/administration/mail?/save', settings())).status).toBe(303);
    const page = await (await get('/fr/administration/mail')).text();
    expect([page.includes('network@indimaj.example'), page.includes('a mail password')]).toEqual([
      true,
      false,
    ]);
  });

  it('send a test message to whoever asks', async () => {
    const answer = await post('/fr/administration/mail?/test', {});
    expect(answer.headers.get('location')).toBe('/fr/administration/mail?done=tested');
    await vi.waitFor(() => expect(peer.taken.map(({ to }) => to)).toEqual([['administrator@example.org']]), {
      timeout: 20_000,
    });
    await vi.waitFor(async () => {
      const sent = await (await get('/fr/administration/outbox?state=sent')).text();
      expect(sent).toContain('Message de test');
    });
  });

  it('say at which step a test fails', async () => {
    await post('/fr/administration/mail?/save', { ...settings(), password: 'another' });
    const answer = await post('/fr/administration/mail?/test', {});
    const text = await answer.text();
    expect([answer.status, text.includes('le test s’arrête à l’identification')]).toEqual([422, true]);
  });

  it('withhold a one-time link as soon as there is a mail server', async () => {
    const id = await linkMessage();
    const page = await (await get(`/fr/administration/outbox/${id}`)).text();
    expect([page.includes('one-time-7f3a'), page.includes('qui ne sert qu’une fois')]).toEqual([false, true]);
    expect((await get(`/fr/administration/outbox/${id}/message.html`)).status).toBe(404);
  });

  it('leave nothing in the log but what was meant', () => {
    expect(node.errors).toEqual([]);
  });
});
