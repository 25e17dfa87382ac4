import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { createAccount } from '#network/accounts/changes.server.ts';
import { readAccount } from '#network/accounts/queries.server.ts';
import { giveRole } from '#network/grants/changes.server.ts';
import { rhythmToken } from '#network/notices/queries.server.ts';
import { done } from '#platform/records/outcome.ts';
import { startNode, tester, type TestNode } from '../support/node.ts';

/* The link at the end of a letter, followed by somebody who is signed in nowhere. */
let node: TestNode;
let accountId: string;
beforeAll(async () => {
  node = await startNode({ empty: true });
  const account = { name: 'Someone', email: 'someone@region.example', locale: 'ar' } as const;
  accountId = done(await createAccount(node.services.db, tester, account)).id;
  await node.write((tx) =>
    tx.updateTable('accounts').set({ notices: 'each' }).where('id', '=', accountId).execute(),
  );
});
afterAll(async () => {
  await node?.stop();
  expect(node?.errors).toEqual([]);
});

const letter = () =>
  node.services.db.reader
    .selectFrom('mail_messages')
    .selectAll()
    .where('purpose', '=', 'notices')
    .executeTakeFirst();
const post = (form: Record<string, string>) =>
  fetch(`${node.url}/ar/notices`, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin: node.publicUrl, accept: 'text/html' },
    body: new URLSearchParams(form),
  });
const rhythm = async () => (await readAccount(node.services.db.reader, accountId))!.notices;

describe('a notice', () => {
  it('is written by the running node, at once, in the reader’s language', async () => {
    const given = { accountId, role: 'member', scope: 'network', on: 'network' } as const;
    done(await giveRole(node.services.db, tester, given));
    await vi.waitFor(async () => expect(await letter()).toBeDefined(), 10_000);
    expect((await letter())!.text).toContain('أُسند إليكم دور: عضوية · الشبكة كلها.');
  });

  it('ends with a link at which its reader changes the rhythm', async () => {
    const href = (await letter())!.unsubscribe_href!;
    expect((await letter())!.text).toContain(href);
    const path = href.slice(node.publicUrl.length);
    const answer = await node.get(path);
    expect([answer.status, answer.headers.get('cache-control')]).toEqual([200, 'private, no-store']);
    const page = await answer.text();
    expect(page).toContain('dir="rtl"');
    expect(page).not.toContain('someone@region.example');
    const token = new URL(href).searchParams.get('token')!;
    const sent = await post({ token, notices: 'none' });
    expect([sent.status, await rhythm()]).toEqual([303, 'none']);
    const saved = await node.get(sent.headers.get('location')!);
    expect(await saved.text()).toContain('تم حفظ وتيرة إشعاراتكم.');
  });

  it('lets nobody change it with a link that is not their own', async () => {
    const forged = `${accountId}.${rhythmToken(node.services.secrets, 'x').split('.')[1]}`;
    expect(await (await node.get(`/ar/notices?token=${forged}`)).text()).toContain('هذا الرابط غير صالح');
    expect((await post({ token: forged, notices: 'each' })).status).toBe(422);
    const own = rhythmToken(node.services.secrets, accountId);
    expect((await post({ token: own, notices: 'hourly' })).status).toBe(422);
    expect(await rhythm()).toBe('none');
  });
});
