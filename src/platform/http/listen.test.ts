import { createServer, get } from 'node:http';
import { once } from 'node:events';
import { describe, expect, it } from 'vitest';
import { listen, PortTaken } from './listen.ts';

const host = '127.0.0.1';

async function occupied() {
  const server = createServer();
  server.listen(0, host);
  await once(server, 'listening');
  return { server, port: (server.address() as { port: number }).port };
}

describe('listen', () => {
  it('takes the next free port where it may', async () => {
    const { server, port } = await occupied();
    const listening = await listen(() => {}, { host, port, nextFree: true });
    expect(listening.port).toBeGreaterThan(port);
    await listening.stop();
    server.close();
  });

  it('refuses a taken port that was asked for', async () => {
    const { server, port } = await occupied();
    const refusal = listen(() => {}, { host, port, nextFree: false });
    await expect(refusal).rejects.toThrow(PortTaken);
    await expect(refusal).rejects.toMatchObject({ port });
    server.close();
  });

  it('answers requests under way before it ends, and takes no new ones', async () => {
    let finish = () => {};
    let arrived = () => {};
    const asked = new Promise<void>((resolve) => (arrived = resolve));
    const listening = await listen(
      (_request, response) => {
        finish = () => response.end('finished');
        arrived();
      },
      { host, port: 0, nextFree: false },
    );
    const answer = new Promise<string>((resolve, reject) => {
      get({ host, port: listening.port }, (response) => {
        response.setEncoding('utf8').on('data', resolve);
      }).on('error', reject);
    });
    await asked;
    const stopped = listening.stop();
    const refused = await new Promise((resolve) => {
      get({ host, port: listening.port, agent: false }, () => resolve('answered')).on('error', () =>
        resolve('refused'),
      );
    });
    expect(refused).toBe('refused');
    finish();
    expect(await answer).toBe('finished');
    await stopped;
  });
});
