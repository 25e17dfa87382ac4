import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startModule } from '../testing/child.ts';
import { openSecrets, secretsFile } from './secrets.ts';

let place: string;
let folder: string;
let file: string;
beforeEach(() => {
  place = mkdtempSync(join(tmpdir(), 'indimaj-test-'));
  folder = join(place, 'data');
  file = secretsFile(folder);
});
afterEach(() => rmSync(place, { recursive: true }));

describe('secrets', () => {
  it('are kept, replaced and removed by name, and known to whoever opens the folder later', () => {
    const secrets = openSecrets(folder);
    expect(secrets.read('mail-password')).toBe(undefined);
    secrets.write('mail-password', 'كلمة "سر" \n é');
    secrets.write('other', 'o');
    expect(openSecrets(folder).read('mail-password')).toBe('كلمة "سر" \n é');
    secrets.write('mail-password', null);
    expect([secrets.read('mail-password'), secrets.read('other')]).toEqual([undefined, 'o']);
  });

  it('are generated once, as long as was asked', () => {
    const secrets = openSecrets(folder);
    const first = secrets.generated('session-key');
    expect(Buffer.from(first, 'base64url')).toHaveLength(32);
    expect([secrets.generated('session-key'), openSecrets(folder).read('session-key')]).toEqual([
      first,
      first,
    ]);
    expect(Buffer.from(secrets.generated('longer', 48), 'base64url')).toHaveLength(48);
    expect(secrets.generated('another')).not.toBe(first);
  });

  it('stand in a file and a folder for their owner only, whatever was there before', () => {
    const secrets = openSecrets(folder);
    secrets.generated('a');
    writeFileSync(`${file}.partial`, 'left by a process that was killed', { mode: 0o644 });
    secrets.generated('b');
    expect([statSync(folder).mode & 0o777, statSync(file).mode & 0o777]).toEqual([0o700, 0o600]);
    expect(readdirSync(folder).toSorted()).toEqual(['secrets.json', 'secrets.json.lock']);
    expect(readFileSync(`${file}.lock`, 'utf8')).toBe('');
  });

  it.skipIf(process.platform === 'win32')(
    'are refused while others can read them, also after opening',
    () => {
      const secrets = openSecrets(folder);
      const key = secrets.generated('key');
      for (const mode of [0o640, 0o604]) {
        chmodSync(file, mode);
        const refusal = expect.objectContaining({ name: 'SecretsRefused', reason: 'open-to-others', file });
        expect(() => openSecrets(folder)).toThrow(refusal);
        expect(() => secrets.read('key')).toThrow(refusal);
        expect(() => secrets.write('key', 'x')).toThrow(refusal);
        expect(() => secrets.generated('new')).toThrow(refusal);
      }
      chmodSync(file, 0o600);
      expect(secrets.read('key')).toBe(key);
    },
  );

  it.each(['', '{"key":"hidden', '["hidden"]', '{"key":1,"other":"hidden"}', '"hidden"', 'null', 'hidden'])(
    'are refused when damaged, left as they are and never quoted: %s',
    (text) => {
      const secrets = openSecrets(folder);
      writeFileSync(file, text, { mode: 0o600 });
      for (const attempt of [
        () => openSecrets(folder),
        () => secrets.generated('key'),
        () => secrets.write('key', null),
      ]) {
        let thrown: unknown;
        try {
          attempt();
        } catch (error) {
          thrown = error;
        }
        expect(thrown).toMatchObject({ name: 'SecretsRefused', reason: 'damaged', file });
        expect(`${(thrown as Error).stack}${JSON.stringify(thrown)}`).not.toContain('hidden');
      }
      expect(readFileSync(file, 'utf8')).toBe(text);
    },
  );

  it('have plain names', () => {
    const secrets = openSecrets(folder);
    for (const name of ['', '__proto__', 'A', 'a b', 'a/b', '-a'])
      expect(() => secrets.write(name, 'x')).toThrow('lower-case words');
    expect(secrets.read('constructor')).toBe(undefined);
  });

  it('of several processes at once are all kept, and one key is made for all', async () => {
    openSecrets(folder);
    const children = ['a', 'b', 'c'].map((name) =>
      startModule(
        `import { openSecrets } from '#platform/secrets/secrets.ts';
         const secrets = openSecrets(input.folder);
         console.log('ready');
         process.stdin.once('data', () => {
           for (let i = 0; i < 15; i += 1) secrets.write(input.name + '-' + i, String(i));
           console.log(secrets.generated('shared'));
           process.exit();
         });`,
        { folder, name },
      ),
    );
    for (const child of children) expect(await child.line()).toBe('ready');
    for (const child of children) child.say('go');
    const keys = await Promise.all(children.map((child) => child.line()));
    await Promise.all(children.map((child) => child.ended));
    const secrets = openSecrets(folder);
    expect(keys).toEqual(Array(3).fill(secrets.read('shared')));
    const expected = ['a', 'b', 'c'].flatMap((name) => Array.from({ length: 15 }, (_, i) => `${name}-${i}`));
    expect(Object.keys(JSON.parse(readFileSync(file, 'utf8'))).toSorted()).toEqual(
      [...expected, 'shared'].toSorted(),
    );
  });
});
