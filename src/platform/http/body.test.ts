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

  it('says how long it is', async () => {
    expect(await send('/fr/files', null, session)).toBe(411);
  });
});
