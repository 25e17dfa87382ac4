import { describe, expect, it } from 'vitest';
import { BackupRefusal, type BackupReason } from '#platform/backup/format.ts';
import { DatabaseInUse } from '#platform/database/database-lock.ts';
import { SchemaMismatch } from '#platform/database/migrate.ts';
import { FolderInUse } from '#platform/database/server-lock.ts';
import { EnvironmentError } from '#platform/environment/environment.ts';
import { PortTaken } from '#platform/http/listen.ts';
import { SecretsRefused } from '#platform/secrets/file.ts';
import { speaker } from './language.ts';
import { refusal } from './refusals.ts';

const environment = {
  port: 3000,
  portAsked: false,
  dataFolder: '/srv/data',
  databaseUrl: 'postgres://user:hidden@db.example:5433/indimaj',
  publicUrl: undefined,
};
const embedded = { ...environment, databaseUrl: undefined };
const system = (fields: object) => Object.assign(new Error('as the system says it'), fields);

/** What each refusal must tell its reader. */
const cases: [string, unknown, RegExp, object?][] = [
  ['a folder in use', new FolderInUse('/srv/data'), /already running on these data \(\/srv\/data\)/],
  [
    'a database in use',
    new DatabaseInUse(),
    /is using this database \(PostgreSQL db\.example:5433\/indimaj\)/,
  ],
  [
    'secrets others may read',
    new SecretsRefused('open-to-others', '/srv/data/secrets.json'),
    /chmod 600 \/srv\/data\/secrets\.json/,
  ],
  [
    'damaged secrets',
    new SecretsRefused('damaged', '/srv/data/secrets.json'),
    /\/srv\/data\/secrets\.json is damaged/,
  ],
  ['a newer schema', new SchemaMismatch('newer', '0009-x'), /newer version of Indimaj \(step 0009-x\)/],
  ['a rewritten schema', new SchemaMismatch('rewritten', '0001-x'), /Step 0001-x has changed/],
  ['a taken port', new PortTaken(3000), /Port 3000 is already in use/],
  ['a low port', system({ code: 'EACCES', syscall: 'listen', port: 80 }), /may not listen on port 80/],
  [
    'a foreign host',
    system({ code: 'EADDRNOTAVAIL', syscall: 'listen' }),
    /192\.0\.2\.1 is not one/,
    { host: '192.0.2.1' },
  ],
  [
    'an unknown host',
    system({ code: 'ENOTFOUND', syscall: 'getaddrinfo', hostname: 'nowhere' }),
    /nowhere is not one/,
    { host: 'nowhere' },
  ],
  ['a full disk', system({ code: 'ENOSPC', path: '/srv/data/x' }), /disk is full/],
  ['a full disk under SQLite', system({ code: 'ERR_SQLITE_ERROR', errcode: 13 }), /disk is full/],
  ['a full disk under PostgreSQL', system({ code: '53100' }), /disk is full/],
  ['a read-only folder', system({ code: 'EROFS', path: '/srv/data' }), /Cannot write to \/srv\/data/],
  [
    'a database that cannot be opened',
    system({ code: 'ERR_SQLITE_ERROR', errcode: 14 }),
    /Cannot write to \/srv\/data/,
  ],
  [
    'a read-only database',
    system({ code: 'ERR_SQLITE_ERROR', errcode: 1032 }),
    /Cannot write to \/srv\/data/,
  ],
  ['a busy database', system({ code: 'ERR_SQLITE_ERROR', errcode: 5 }), /keeps the database busy/],
  ['a damaged database', system({ code: 'ERR_SQLITE_ERROR', errcode: 11 }), /in \/srv\/data is damaged/],
  ['something else under its name', system({ code: 'ERR_SQLITE_ERROR', errcode: 26 }), /is not Indimaj’s/],
  [
    'PostgreSQL not running',
    system({ code: 'ECONNREFUSED' }),
    /does not answer \(PostgreSQL db\.example:5433\/indimaj\)/,
  ],
  ['PostgreSQL on no address', new AggregateError([system({ code: 'ECONNREFUSED' })]), /does not answer/],
  ['PostgreSQL starting', system({ code: '57P03' }), /does not answer/],
  ['a wrong password', system({ code: '28P01' }), /refuses the user or the password/],
  ['a missing database', system({ code: '3D000' }), /does not exist .* createdb/],
  ['missing rights', system({ code: '42501' }), /lacks rights/],
  [
    'missing pages',
    Object.assign(new Error("Cannot find module '/srv/indimaj/build/handler.js'"), {
      code: 'ERR_MODULE_NOT_FOUND',
    }),
    /npm run build/,
  ],
];

describe('refusal', () => {
  it.each(cases)('says what to do about %s', (_what, error, expected, where = {}) => {
    const sentences = refusal(error, { environment, ...where }, speaker('en'));
    expect(sentences).toEqual([expect.stringMatching(expected)]);
    expect(sentences!.join()).not.toMatch(/hidden|undefined|\{\w+\}/);
  });

  it.each<BackupReason>([
    'nothing',
    'exists',
    'missing',
    'foreign',
    'newer',
    'truncated',
    'corrupt',
    'unwritable',
  ])('words a backup that is refused as %s, in the three languages', (reason) => {
    for (const locale of ['fr', 'ar', 'en'] as const) {
      const error = new BackupRefusal(reason, 'journal 7');
      const [sentence] = refusal(error, { environment: embedded, file: '/backups/one' }, speaker(locale))!;
      expect(sentence).toMatch(/\/backups\/one|\/srv\/data/);
      expect(sentence).not.toMatch(/\{\w+\}/);
    }
  });

  it('says everything that is wrong with the environment', () => {
    const error = new EnvironmentError([
      { variable: 'PORT', reason: 'not-a-port', value: 'x' },
      { variable: 'DATABASE_URL', reason: 'not-postgres' },
      { variable: 'INDIMAJ_URL', reason: 'not-a-web-address', value: 'y' },
      { variable: 'INDIMAJ_URL', reason: 'has-a-path', value: 'z' },
    ]);
    const sentences = refusal(error, {}, speaker('fr'))!;
    expect(sentences).toHaveLength(4);
    expect(sentences[0]).toBe(
      'PORT\u00a0: «\u00a0x\u00a0» n’est pas un port\u202f; donnez un nombre de 0 à 65535.',
    );
    expect(sentences.join()).not.toMatch(/\{\w+\}/);
  });

  it('leaves surprises alone', () => {
    const surprises = [
      new TypeError('x is undefined'),
      system({ code: '23505' }),
      system({ code: 'ERR_SQLITE_ERROR', errcode: 1 }),
    ];
    for (const surprise of surprises) expect(refusal(surprise, { environment }, speaker('en'))).toBe(null);
    expect(refusal(system({ code: 'ECONNREFUSED' }), { environment: embedded }, speaker('en'))).toBe(null);
  });
});
