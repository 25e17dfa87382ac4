import { request as ask } from 'node:http';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Memory } from '../cache/memory.ts';
import { PageCache } from '../cache/pages.ts';
import { silentLog } from '../log/log.ts';
import { front } from './front.ts';
import { listen, type Listening } from './listen.ts';

let listening: Listening;
beforeEach(async () => {
  const pages = {
    handle: (_request: unknown, response: { end(text: string): void }) => response.end('handled'),
    render: async () => new Response('rendered'),
  };
  const answer = front({
    pages,
    cache: new PageCache(),
    memory: new Memory(),
    publicUrl: 'https://indimaj.example',
    clock: () => new Date(0),
    log: silentLog,
    uploads: /^\/fr\/files$/,
    tooLarge: (of, locale) => ({
      title: `${of} ${locale}`,
      text: `${of} <most> ${locale}`,
      home: 'home',
      back: 'back',
    }),
    health: async () => ({ healthy: true, body: {} }),
  });
  listening = await listen(answer, { host: '127.0.0.1', port: 0, nextFree: false });
});
afterEach(() => listening.stop());

/** Says that so many bytes follow, or nothing of it, and gives the answer's status. */
function send(path: string, length: number | null, headers: Record<string, string> = {}): Promise<number> {
  const said = length === null ? {} : { 'content-length': length };
  return new Promise((resolve, reject) => {
    const sent = ask({ port: listening.port, path, method: 'POST', headers: { ...said, ...headers } });
    sent.on('response', (response) => {
      resolve(response.statusCode!);
      sent.destroy();
    });
    sent.on('error', reject);
    if (length === null) sent.write('a');
    else sent.flushHeaders();
  });
}

const session = { cookie: 'indimaj_session=x' };
const [form, file] = [1024 * 1024, 21 * 1024 * 1024];

describe('a body', () => {
  it('is a form’s, but where files are sent by whoever is signed in', async () => {
    expect(await send('/fr/other', form)).toBe(200);
    expect(await send('/fr/other', form + 1)).toBe(413);
    expect(await send('/fr/other', form + 1, session)).toBe(413);
    expect(await send('/fr/files', form + 1)).toBe(413);
    expect(await send('/fr/files', file, session)).toBe(200);
    expect(await send('/fr/files', file + 1, session)).toBe(413);
  });

  it('that is too large is answered with a page in every language, the reader’s own first, once it has come', async () => {
    const answer = await fetch(`http://127.0.0.1:${listening.port}/ar/other?/send`, {
      method: 'POST',
      body: 'x'.repeat(3 * form),
    });
    expect(answer.status).toBe(413);
    expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8');
    const page = await answer.text();
    expect(page).toContain('<html lang="ar" dir="rtl">');
    expect(page.match(/form &lt;most&gt; ../g)).toEqual([
      'form &lt;most&gt; ar',
      'form &lt;most&gt; fr',
      'form &lt;most&gt; en',
    ]);
    expect(page.match(/<h1>/g)).toHaveLength(1);
    expect(page).not.toMatch(/<script|style=/);
    expect(page.match(/href="[^"]*">back/g)).toEqual(
      ['ar', 'fr', 'en'].map((locale) => `href="/${locale}/other">back`),
    );
  });

  it('is refused in the language of the reader’s browser where the address has none', async () => {
    const answer = await fetch(`http://127.0.0.1:${listening.port}/api/x`, {
      method: 'POST',
      headers: { 'accept-language': 'en' },
      body: 'x'.repeat(form + 1),
    });
    const page = await answer.text();
    expect(page).toContain('<html lang="en" dir="ltr">');
    expect(page).not.toContain('back');
  });

  it('says how long it is', async () => {
    expect(await send('/fr/files', null, session)).toBe(411);
  });
});
