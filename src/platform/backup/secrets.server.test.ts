import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { migrate } from '../database/migrate.ts';
import { makeTestLocation } from '../database/testing.ts';
import { openSecrets, secretsFile } from '../secrets/secrets.ts';
import { backup } from './backup.ts';
import { restore } from './restore.ts';
import { using } from './testing.ts';

it('a backup holds no secret, and a restore leaves those of the folder', async () => {
  const { location, remove } = await makeTestLocation();
  try {
    const key = openSecrets(location.dataFolder).generated('session-key');
    await using(location, async (db) => {
      await migrate(db);
      await db.transaction((tx) => tx.insertInto('settings').values({ key: 'seen', value: 'yes' }).execute());
    });
    const file = join(location.dataFolder, 'one.indimaj');
    await backup(location, file);
    const content = gunzipSync(readFileSync(file)).toString();
    expect(content).toContain('["seen","yes"]');
    expect(content).not.toContain(key);
    await restore(location, file);
    expect(existsSync(secretsFile(location.dataFolder))).toBe(true);
    expect(openSecrets(location.dataFolder).read('session-key')).toBe(key);
  } finally {
    await remove();
  }
});
