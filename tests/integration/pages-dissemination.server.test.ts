import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { updateRecord } from '#platform/records/records.server.ts';
import { idAt, inThree, writeMeeting } from '../support/meeting.ts';
import { startNode, tester, type TestNode } from '../support/node.ts';
import { openSession, post } from '../support/session.ts';

/* A meeting is made known: its press note, its pictures, a letter to those who subscribed. */

let node: TestNode;
let cookie: string;
let outsider: string;
beforeAll(async () => {
  node = await startNode({ clock: () => new Date('2026-03-20T12:00:00Z') });
  cookie = await openSession(node, 'administrator');
  outsider = await openSession(node, 'rapporteur');
  await node.write((tx) => writeMeeting(tx, 'known', { title: inThree('known') }));
});
afterAll(async () => {
  expect(node.errors).toEqual([]);
  await node.stop();
});

const at = '/fr/workshops/known';
const office = `${at}/dissemination`;
const db = () => node.services.db.reader;
const note = () => db().selectFrom('press_notes').selectAll().executeTakeFirst();
const letters = (purpose: string) =>
  db().selectFrom('mail_messages').selectAll().where('purpose', '=', purpose).orderBy('id').execute();
const sent = async (action: string, fields: Record<string, string> = {}) =>
  (await post(node, `${office}?/${action}`, fields, { cookie })).status;
const ofNote = async () => {
  const { id, version } = (await note())!;
  return { id, version: String(version) };
};
const pressFiles = ['press-note', 'press-note.pdf', 'press-note.docx'];
const statusOf = async (path: string, as?: string) =>
  (await node.get(path, as === undefined ? {} : { cookie: as })).status;

describe('the pack of a meeting', () => {
  it('is for who edits it', async () => {
    expect(await statusOf(office, cookie)).toBe(200);
    expect(await statusOf(office, outsider)).toBe(404);
    const refused = await post(node, `${office}?/draft`, {}, { cookie: outsider });
    expect([refused.status, await note()]).toEqual([404, undefined]);
    const anonymous = await fetch(node.url + office, { redirect: 'manual' });
    expect(anonymous.headers.get('location')).toContain('/fr/sign-in');
  });

  it('drafts a note from the facts, for its editors only', async () => {
    expect(await sent('draft')).toBe(303);
    expect(await note()).toMatchObject({
      title_fr: 'known en français',
      title_ar: 'known بالعربية',
      is_public: 0,
    });
    for (const file of pressFiles) {
      expect([file, await statusOf(`${at}/${file}`, cookie)]).toEqual([file, 200]);
      expect([file, await statusOf(`${at}/${file}`, outsider)]).toEqual([file, 404]);
      expect([file, await statusOf(`${at}/${file}`)]).toEqual([file, 404]);
    }
    const page = await (await node.get(`${at}/press-note`, { cookie })).text();
    expect(page).toContain('Brouillon');
    expect(await (await node.get(at)).text()).not.toContain('press-note');
  });

  it('keeps what an editor writes, beside what the facts give anew', async () => {
    const { id, version } = await ofNote();
    const edited = await post(
      node,
      `/fr/press-notes/${id}/edit`,
      {
        version,
        'title.fr': 'Écrit à la main',
        'title.original': 'fr',
        'text.fr': 'Un texte à nous.\n\n– un point',
        'text.original': 'fr',
      },
      { cookie },
    );
    expect([edited.status, edited.headers.get('location')]).toEqual([303, `${office}#press`]);
    const both = await (await node.get(`${at}/press-note/redraft`, { cookie })).text();
    expect(both).toContain('Un texte à nous.');
    expect(both).toContain('known en français');
    expect((await note())!.text_fr).toContain('Un texte à nous.');
    expect(await statusOf(`${at}/press-note/redraft`, outsider)).toBe(404);

    const take = (language: string, seen: string) =>
      post(node, `${at}/press-note/redraft`, { language, version: seen }, { cookie });
    const now = (await ofNote()).version;
    expect((await take('ar', now)).status).toBe(303);
    expect(await note()).toMatchObject({ title_fr: 'Écrit à la main', title_ar: 'known بالعربية' });
    expect((await take('ar', now)).status).toBe(422);
    expect((await take('de', now)).status).toBe(422);
  });

  it('publishes it when an editor says so, on every page at once, and takes it back', async () => {
    expect(await sent('publish', { ...(await ofNote()), public: '1' })).toBe(303);
    await node.settled();
    for (const file of pressFiles) expect([file, await statusOf(`${at}/${file}`)]).toEqual([file, 200]);
    const page = await (await node.get(`${at}/press-note`)).text();
    expect(page).toContain('Un texte à nous.');
    expect(page).not.toContain('Brouillon');
    expect(page).not.toMatch(/<script(?![^>]*ld\+json)/);
    expect(await (await node.get(at)).text()).toContain(`${at}/press-note`);
    expect(await (await node.get('/sitemap.xml')).text()).toContain('workshops/known/press-note');

    expect(await sent('publish', { ...(await ofNote()), public: '0' })).toBe(303);
    await node.settled();
    for (const file of pressFiles) expect([file, await statusOf(`${at}/${file}`)]).toEqual([file, 404]);
    expect(await sent('publish', { ...(await ofNote()), public: '1' })).toBe(303);
  });

  it('offers pictures in both shapes, and stands in the feed with its proceedings', async () => {
    const sizes = [
      ['card.png', 1200, 630],
      ['card-square.png', 1080, 1080],
    ] as const;
    for (const [file, width, height] of sizes) {
      const answer = await node.get(`/ar/workshops/known/${file}`);
      const png = Buffer.from(await answer.arrayBuffer());
      expect([file, answer.status, png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([
        file,
        200,
        width,
        height,
      ]);
    }
    const feed = await (await node.get('/en/workshops/feed.atom')).text();
    expect(feed).toContain('Proceedings: known in English');
    expect(feed).toContain('/en/workshops/known/proceedings');
    const page = await (await node.get(office, { cookie })).text();
    expect(page).toContain('L’atelier figure dans le flux du réseau.');
    expect(page).toContain('known بالعربية · ');
  });
});

describe('a subscription', () => {
  const ask = (fields: Record<string, string>, options = {}) =>
    post(node, '/ar/subscribe', { locale: 'ar', subject: 'all', ...fields }, options);
  const subscriptions = () => db().selectFrom('subscriptions').selectAll().execute();

  it('is asked for without script and answered the same whatever was typed', async () => {
    const form = await node.get('/ar/subscribe');
    expect([form.status, await form.text()]).toEqual([200, expect.stringContaining('dir="rtl"')]);
    const places = [];
    for (const email of ['reader@a.example', 'reader@a.example', 'READER@a.example'])
      places.push((await ask({ email })).headers.get('location'));
    expect(new Set(places)).toEqual(new Set(['/ar/subscribe?sent']));
    expect(await subscriptions()).toHaveLength(1);
    expect(await letters('subscription')).toHaveLength(1);
  });

  it('refuses hostile input beside its field and writes nothing', async () => {
    for (const email of [
      'a@b.example\r\nBcc: x@y.example',
      `${'x'.repeat(5_000)}@a.example`,
      '<a@b.example>',
      '',
    ]) {
      const answer = await ask({ email });
      expect([email.slice(0, 20), answer.status]).toEqual([email.slice(0, 20), 422]);
      expect(await answer.text()).toContain('id="field-email-problem"');
    }
    expect((await ask({ email: 'b@a.example', subject: 'series:x' })).status).toBe(422);
    expect((await ask({ email: 'program@a.example', website: 'x' })).status).toBe(303);
    expect((await ask({ email: 'other@a.example' }, { origin: 'https://evil.example' })).status).toBe(403);
    expect(await subscriptions()).toHaveLength(1);
    expect((await ask({ email: `${'x'.repeat(2_000_000)}@a.example` })).status).toBe(413);
  });

  it('is confirmed by a button behind its link, which looking at does not press', async () => {
    const [letter] = await letters('subscription');
    const href = /https?:\S+\/ar\/subscription\?token=\S+/.exec(letter!.text)![0];
    const path = href.slice(node.publicUrl.length);
    const page = await node.get(path);
    expect([page.status, page.headers.get('cache-control'), page.headers.get('referrer-policy')]).toEqual([
      200,
      'private, no-store',
      'same-origin',
    ]);
    expect(await page.text()).not.toContain('reader@a.example');
    expect((await subscriptions())[0]!.confirmed_at).toBeNull();
    const token = new URL(href).searchParams.get('token')!;
    expect((await post(node, '/ar/subscription?/confirm', { token })).status).toBe(303);
    expect((await subscriptions())[0]!.confirmed_at).not.toBeNull();
    const change = { token, locale: 'fr', subject: 'all' };
    expect((await post(node, '/ar/subscription?/change', change)).status).toBe(303);
    expect((await subscriptions())[0]!.locale).toBe('fr');
    const forged = { ...change, token: `${token}x`, locale: 'en' };
    expect((await post(node, '/ar/subscription?/change', forged)).status).toBe(422);
    expect((await subscriptions())[0]!.locale).toBe('fr');
    expect(await (await node.get('/fr/subscription?token=x')).text()).toContain('Ce lien n’est pas valable');
  });
});

describe('the letter to subscribers', () => {
  it('is shown before it is sent, with how many get it, and sent once', async () => {
    const page = await (await node.get(office, { cookie })).text();
    expect(page).toContain('Envoyer la lettre (1)');
    expect(page).toContain('Un texte à nous.');
    const fields = await ofNote();
    expect(await sent('send', { ...fields, version: '1' })).toBe(422);
    expect(await sent('send', fields)).toBe(303);
    expect(await sent('send', fields)).toBe(422);
    await vi.waitFor(async () => expect(await letters('dispatch')).toHaveLength(1), 10_000);
    await node.write((tx) => updateRecord(tx, tester, 'workshops', idOf(), { city_fr: 'Ailleurs' }));
    await node.settled();
    expect(await letters('dispatch')).toHaveLength(1);
    expect(await (await node.get(office, { cookie })).text()).toContain('Destinataires\u00A0: 1.');
  });

  it('is left by one request of a mail program, from anywhere, and by nothing less', async () => {
    const [letter] = await letters('dispatch');
    const path = letter!.unsubscribe_href!.slice(node.publicUrl.length);
    const count = async () => (await db().selectFrom('subscriptions').select('id').execute()).length;
    const looked = await fetch(node.url + path, { redirect: 'manual' });
    expect([looked.status, looked.headers.get('location')]).toEqual([
      303,
      expect.stringMatching(/^\/fr\/subscription\?token=/),
    ]);
    const request = (body: string, to = path) =>
      fetch(node.url + to, {
        method: 'POST',
        redirect: 'manual',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        body,
      });
    expect((await request('x=y')).status).toBe(400);
    expect((await request('List-Unsubscribe=One-Click', `${path}x`)).status).toBe(204);
    expect(await count()).toBe(1);
    expect((await request('List-Unsubscribe=One-Click')).status).toBe(204);
    expect(await count()).toBe(0);
    expect((await request('List-Unsubscribe=One-Click')).status).toBe(204);
  });

  it('opens no other form to others', async () => {
    const answer = await fetch(`${node.url}/fr/subscribe`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: 'email=a@b.example&locale=fr&subject=all',
    });
    expect(answer.status).toBe(403);
  });
});

let known = '';
beforeAll(async () => {
  known = await node.write((tx) => idAt(tx, 'workshops', 'known'));
});
const idOf = () => known;
