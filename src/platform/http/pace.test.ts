import { connect, type Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { LARGEST_BODY } from './adapter.ts';
import { listen, type Listening } from './listen.ts';
import { filePace, formPace, keepsPace, type Pace } from './pace.ts';

const SECOND = 1_000;

describe('the pace of a body', () => {
  it('leaves what people type half a minute in all', () => {
    expect(keepsPace({ bytes: 1, elapsed: 30 * SECOND, idle: 29 * SECOND }, formPace)).toBe(true);
    expect(keepsPace({ bytes: 900_000, elapsed: 30 * SECOND + 1, idle: 0 }, formPace)).toBe(false);
  });

  it('lets the largest file come over a slow line', () => {
    // 128 kbit/s, one byte in eight bits.
    const perSecond = 128_000 / 8 + 400;
    for (let elapsed = SECOND; (elapsed / SECOND) * perSecond < LARGEST_BODY; elapsed += SECOND)
      expect(keepsPace({ bytes: (elapsed / SECOND) * perSecond, elapsed, idle: 0 }, filePace)).toBe(true);
  });

  it('cuts a file that stands still, trickles, or never ends', () => {
    expect(keepsPace({ bytes: 20_000_000, elapsed: 40 * SECOND, idle: 31 * SECOND }, filePace)).toBe(false);
    expect(keepsPace({ bytes: 60, elapsed: 60 * SECOND, idle: SECOND }, filePace)).toBe(false);
    expect(keepsPace({ bytes: 10 ** 9, elapsed: 31 * 60 * SECOND, idle: 0 }, filePace)).toBe(false);
  });

  it('looks at the average after a while only: lines begin slowly', () => {
    expect(keepsPace({ bytes: 0, elapsed: 20 * SECOND, idle: 20 * SECOND }, filePace)).toBe(true);
  });
});

describe('a server that holds bodies to their pace', () => {
  /** As {@link formPace} and {@link filePace}, with shorter times. */
  const short: Pace = { longest: 600, stall: 600, grace: 600, slowest: 0, every: 20 };
  const long: Pace = { longest: 60_000, stall: 600, grace: 600, slowest: 100, every: 20 };

  let listening: Listening;
  let sockets: Socket[] = [];
  beforeEach(async () => {
    listening = await listen(
      (request, response) => {
        let bytes = 0;
        request.on('data', (chunk: Buffer) => (bytes += chunk.length));
        request.on('end', () => response.end(`got ${bytes}`));
        request.on('error', () => undefined);
      },
      {
        host: '127.0.0.1',
        port: 0,
        nextFree: false,
        paceOf: ({ url }) => (url === '/file' ? long : short),
      },
    );
  });
  afterEach(async () => {
    for (const socket of sockets) socket.destroy();
    sockets = [];
    await listening.stop();
  });

  /** Sends so many pieces of a hundred bytes, one each 100 ms, of a body that is said to have `length`. */
  async function send(path: string, { pieces, length }: { pieces: number; length: number }): Promise<string> {
    const socket = connect(listening.port, '127.0.0.1');
    sockets.push(socket);
    let answer = '';
    socket.setEncoding('utf8').on('data', (text: string) => (answer += text));
    socket.on('error', () => undefined);
    const closed = new Promise<void>((resolve) => socket.on('close', () => resolve()));
    socket.write(
      `POST ${path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: ${length}\r\n\r\n`,
    );
    for (let piece = 0; piece < pieces && !socket.destroyed; piece += 1) {
      await pause(100);
      if (socket.writable) socket.write('x'.repeat(100));
    }
    await closed;
    return answer;
  }

  it('takes a slow but steady file, and cuts a form of the same pace', async () => {
    const [file, form] = await Promise.all([
      send('/file', { pieces: 15, length: 1_500 }),
      send('/form', { pieces: 15, length: 1_500 }),
    ]);
    expect(file).toMatch(/^HTTP\/1\.1 200 [\s\S]*got 1500$/);
    expect(form).toMatch(/^HTTP\/1\.1 408 /);
  });

  it('cuts a file that stalls', async () => {
    expect(await send('/file', { pieces: 3, length: 1_500 })).toMatch(/^HTTP\/1\.1 408 /);
  });

  it('answers whoever sends at once, however long the answer takes', async () => {
    expect(await send('/form', { pieces: 1, length: 100 })).toMatch(/got 100$/);
  });
});
