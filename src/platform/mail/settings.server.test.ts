import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { anonymous, systemActor } from '../actor/actor.ts';
import { openTestDatabase, type TestDatabase } from '../database/testing.ts';
import { entriesAfter } from '../journal/read.ts';
import { openSecrets } from '../secrets/secrets.ts';
import { readOutage, keepOutage } from './outage.ts';
import { changeMailSettings, mailPassword, readMailSettings, removeMailSettings } from './settings.ts';
import { settingsFor } from './testing.ts';

const actor = systemActor('test');
const clock = () => new Date('2026-03-01T08:00:00.000Z');
let db: TestDatabase;
let secrets: ReturnType<typeof openSecrets>;
beforeEach(async () => {
  db = await openTestDatabase();
  secrets = openSecrets(db.location.dataFolder);
});
afterEach(() => db.close());

const settings = settingsFor(587, { host: 'smtp.region.example', security: 'starttls', user: 'network' });
const save = (input: object, who = actor) => changeMailSettings(db, secrets, who, input, clock);
const kept = async () => {
  const found = await readMailSettings(db.reader);
  return [found, found && mailPassword(secrets, found)];
};

describe('mail settings', () => {
  it('are kept with the password apart, and told in the journal without it', async () => {
    expect(await kept()).toEqual([null, null]);
    expect(await save({ ...settings, password: 'pass phrase one' })).toEqual({ ok: true });
    expect(await kept()).toEqual([settings, 'pass phrase one']);
    expect(await save({ ...settings, password: '', reply_to: 'desk@region.example' })).toEqual({ ok: true });
    const second = { ...settings, reply_to: 'desk@region.example' };
    expect(await kept()).toEqual([second, 'pass phrase one']);
    expect(await removeMailSettings(db, secrets, actor, clock)).toEqual({ ok: true });
    expect([await kept(), secrets.read('mail-password')]).toEqual([[null, null], undefined]);

    const entries = await entriesAfter(db, 0);
    expect(entries.map(({ actorId, kind, recordId, verb }) => [actorId, kind, recordId, verb])).toEqual([
      ['system:test', 'settings', 'mail', 'create'],
      ['system:test', 'settings', 'mail', 'update'],
      ['system:test', 'settings', 'mail', 'delete'],
    ]);
    expect(entries.map(({ before, after }) => [before, after])).toEqual([
      [null, { ...settings, password: 'entered' }],
      [settings, { ...second, password: 'kept' }],
      [second, null],
    ]);
    const everything = JSON.stringify([
      entries,
      await db.reader.selectFrom('settings').selectAll().execute(),
    ]);
    expect(everything).not.toContain('pass phrase');
  });

  it('ask for the password again where it would go elsewhere, and never take it there', async () => {
    await save({ ...settings, password: 'pass phrase one' });
    for (const over of [
      { host: 'mail.thief.example' },
      { port: 2525 },
      { user: 'other' },
      { security: 'tls' },
    ]) {
      const refusal = { ok: false, reason: 'platform_mail_password_again', field: 'password' };
      expect(await save({ ...settings, ...over })).toEqual(refusal);
    }
    expect(await kept()).toEqual([settings, 'pass phrase one']);
    expect(mailPassword(secrets, { ...settings, host: 'mail.thief.example' })).toBe(undefined);
  });

  it('forget the password with the account', async () => {
    await save({ ...settings, password: 'pass phrase one' });
    expect(await save({ ...settings, user: '' })).toEqual({ ok: true });
    expect(secrets.read('mail-password')).not.toContain('pass phrase');
    expect(await kept()).toEqual([{ ...settings, user: null }, '']);
  });

  it('are changed by administrators only', async () => {
    const refusal = { ok: false, reason: 'platform_refused_not_allowed' };
    expect(await save({ ...settings, password: 'x' }, anonymous)).toEqual(refusal);
    expect(await removeMailSettings(db, secrets, anonymous)).toEqual(refusal);
    expect([await kept(), secrets.read('mail-password')]).toEqual([[null, null], undefined]);
  });

  it.each([
    ['host', 'smtp.region.example\r\nRCPT TO:<x>', 'platform_problem_hidden_characters'],
    ['host', 'https://smtp.region.example', 'platform_mail_not_a_host'],
    ['host', '', 'platform_mail_not_a_host'],
    ['port', 0, 'platform_mail_not_a_port'],
    ['port', '587', 'platform_mail_not_a_port'],
    ['security', 'maybe', 'platform_problem_not_a_choice'],
    ['security', 'none', 'platform_mail_not_encrypted'],
    ['user', 'a\u0000b', 'platform_problem_hidden_characters'],
    ['from_address', 'network', 'platform_problem_not_a_mail_address'],
    ['from_address', 'a@b.example>\r\nBcc: <x@y.example', 'platform_problem_not_a_mail_address'],
    ['from_name_fr', 'Réseau\r\nBcc: x@y.example', 'platform_problem_hidden_characters'],
    ['from_name_ar', 'x'.repeat(101), 'platform_problem_too_long'],
    ['reply_to', 'desk@region.example, x@y.example', 'platform_problem_not_a_mail_address'],
  ])('refuse a %s of %j', async (field, value, reason) => {
    expect(await save({ ...settings, password: 'x', [field]: value })).toEqual({ ok: false, reason, field });
    expect(await kept()).toEqual([null, null]);
  });

  it('take away what was known of an outage', async () => {
    await keepOutage(db, 'timeout', clock);
    await keepOutage(db, 'not-answering', () => new Date());
    expect(await readOutage(db.reader)).toEqual({ problem: 'not-answering', since: clock().toISOString() });
    await save({ ...settings, password: 'x' });
    expect(await readOutage(db.reader)).toBe(null);
  });
});
