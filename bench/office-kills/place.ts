import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A temporary folder for a node's data. */
export function makeEmptyFolder(): { dataFolder: string; remove(): void } {
  const dataFolder = mkdtempSync(join(tmpdir(), 'indimaj-kills-'));
  return { dataFolder, remove: () => rmSync(dataFolder, { recursive: true, force: true }) };
}

/** A port of this machine that nobody listens on. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
