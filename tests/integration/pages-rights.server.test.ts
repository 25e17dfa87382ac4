import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { changeAccountStanding } from '#network/accounts/changes.server.ts';
import { readAccountOf } from '#network/accounts/queries.server.ts';
import { createInvitation } from '#network/invitations/changes.server.ts';
import { setupToken } from '#network/setup/changes.server.ts';
import { done } from '#platform/records/outcome.ts';
import { startNode, tester, type TestNode } from '../support/node.ts';
import { post } from '../support/session.ts';

/* Who enters an empty node, and how, over HTTP: set-up, invitation, request, suspension. */
let node: TestNode;
beforeAll(async () => void (node = await startNode({ empty: true })));
afterAll(() => node?.stop());

const cookieOf = (answer: Response) =>
  answer.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ');
const requests = () =>
  node.services.db.reader.selectFrom('membership_requests').select('personal_email').execute();

describe('an empty node', () => {
  const account = { name: 'Administration', email: 'admin@region.example', locale: 'fr' };
  const password = 'quatre mots sans lien';

  it('is set up by its link, once', async () => {
    const token = (await setupToken(node.services))!;
    const page = await node.get(`/fr/setup?token=${token}`);
    expect([page.headers.get('cache-control'), page.headers.get('referrer-policy')]).toEqual([
      'private, no-store',
      'same-origin',
    ]);
    expect(await page.text()).toContain('name="password"');
    expect(await (await node.get('/fr/setup?token=other')).text()).not.toContain('name="password"');

    const made = await post(node, '/fr/setup', { ...account, password, token });
    expect([made.status, made.headers.get('location')]).toEqual([303, '/fr/my-work']);
    const work = await node.get('/fr/accounts', { cookie: cookieOf(made) });
    expect(await work.text()).toContain('admin@region.example');
    expect(await (await node.get(`/fr/setup?token=${token}`)).text()).not.toContain('name="password"');
  });

  it('lets in whom it invites, by the button and not by the link, until they are suspended', async () => {
    const invited = { name: 'Coordination', email: 'coordination@region.example', locale: 'fr' } as const;
    const role = { role: 'coordinator', scope: 'network', on: 'network' } as const;
    const sending = { clock: node.services.clock, publicUrl: node.publicUrl, place: '' };
    const { href } = done(await createInvitation(node.services.db, tester, { ...invited, ...role }, sending));
    const { pathname, searchParams } = new URL(href);
    const token = searchParams.get('token')!;
    for (let looked = 0; looked < 2; looked += 1) {
      const page = await node.get(`${pathname}?token=${token}`);
      expect(page.headers.get('cache-control')).toBe('private, no-store');
      expect(await page.text()).toContain('coordination@region.example');
    }
    const accepted = await post(node, pathname, { token });
    expect(accepted.headers.get('location')).toBe('/fr/my-work');
    const cookie = cookieOf(accepted);
    expect((await node.get('/fr/invitations', { cookie })).status).toBe(200);
    expect((await post(node, pathname, { token })).status).toBe(422);

    const { id, version } = (await readAccountOf(node.services.db.reader, invited.email))!;
    const suspension = { id, version, status: 'suspended' } as const;
    done(await changeAccountStanding(node.services.db, tester, suspension));
    const after = await node.get('/fr/invitations', { cookie });
    expect([after.status, after.headers.get('location')?.split('?')[0]]).toEqual([303, '/fr/sign-in']);
  });
});

describe('a request to join', () => {
  const form = { name: 'Quelqu’un', email: 'somebody@region.example', message: 'Bonjour' };
  const ask = async (values: Record<string, string>) => {
    const answer = await post(node, '/fr/membership', values);
    return [answer.status, answer.headers.get('location')];
  };

  it('answers alike whoever asks, known or not, and a program that fills in everything', async () => {
    const sent = [303, '/fr/membership?sent'];
    expect(await ask(form)).toEqual(sent);
    expect(await ask(form)).toEqual(sent);
    expect(await ask({ ...form, email: 'admin@region.example' })).toEqual(sent);
    expect(await ask({ ...form, email: 'program@region.example', website: 'x' })).toEqual(sent);
    expect((await requests()).map(({ personal_email }) => personal_email).sort()).toEqual([
      'admin@region.example',
      'somebody@region.example',
    ]);
  });

  it('is refused with what was typed, which no later reader gets to see', async () => {
    const refused = await post(node, '/fr/membership', { ...form, email: 'no address' });
    expect(refused.status).toBe(422);
    expect(await refused.text()).toContain('no address');
    expect(await (await node.get('/fr/membership')).text()).not.toContain('no address');
  });

  it('ends by a limit', async () => {
    const statuses = [];
    for (let tries = 0; tries < 12; tries += 1) statuses.push((await ask(form))[0]);
    expect(statuses).toContain(429);
  });
});

it('nothing was logged as an error', () => expect(node.errors).toEqual([]));
