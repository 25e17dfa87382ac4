import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { systemActor } from '#platform/actor/actor.ts';
import { PageCache } from '#platform/cache/pages.ts';
import { silentLog } from '#platform/log/log.ts';
import { resolveAddress, updateRecord } from '#platform/records/records.server.ts';
import { changeMark } from '../load/freshness.ts';
import { serve, type RunningNode } from '../../src/server.ts';

/** What the node is asked to be. */
export interface NodePlan {
  dataFolder: string;
  databaseUrl?: string | undefined;
  /** The workshop that the writer changes, by its slug. */
  workshop: string;
}

/** What the node says once it serves. */
export interface NodeReady {
  url: string;
  /** A POST here changes the workshop and answers the change's number once every page is as fresh as it. */
  writer: string;
}

/** How often the page cache was asked, and had the page. */
export interface CacheCounts {
  asked: number;
  had: number;
}

const counts: CacheCounts = { asked: 0, had: 0 };
countCache();

process.once('message', async ({ dataFolder, databaseUrl, workshop }: NodePlan) => {
  const node = await serve({
    host: '127.0.0.1',
    port: 0,
    portAsked: true,
    dataFolder,
    databaseUrl,
    publicUrl: undefined,
    log: { ...silentLog, error: (message, fields) => console.error(message, fields) },
  });
  const ready: NodeReady = {
    url: `http://127.0.0.1:${node.port}`,
    writer: await listenForWrites(node, workshop),
  };
  process.send!(ready);
  process.on('message', () => process.send!(counts));
  process.once('SIGTERM', () => void node.stop().then(() => process.exit()));
});
process.on('disconnect', () => process.exit());

/** Changes the workshop's summary through the journal, as any change does; pages show its number. */
async function listenForWrites({ services: { db }, settled }: RunningNode, slug: string): Promise<string> {
  const id = await resolveAddress(db.reader, 'workshops', slug);
  if (id === null) throw new Error(`There is no workshop ${slug}`);
  let number = 0;
  const server = createServer(async (_request, response) => {
    const mine = (number += 1);
    const text = changeMark(mine);
    await db.transaction((tx) =>
      updateRecord(tx, systemActor('bench'), 'workshops', id, {
        summary_fr: text,
        summary_ar: text,
        summary_en: text,
      }),
    );
    await settled();
    response.end(String(mine));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}

function countCache(): void {
  const { get } = PageCache.prototype;
  PageCache.prototype.get = function counted(key, now) {
    const page = get.call(this, key, now);
    counts.asked += 1;
    if (page) counts.had += 1;
    return page;
  };
}
