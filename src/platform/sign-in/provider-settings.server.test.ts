import { afterAll, beforeAll, expect, it } from 'vitest';
import { anonymous, systemActor } from '../actor/actor.ts';
import { openTestDatabase, type TestDatabase } from '../database/testing.ts';
import { openSecrets, type Secrets } from '../secrets/secrets.ts';
import { changeProvider, removeProvider } from './provider-settings.ts';
import { listProviders, usable } from './providers.ts';

const administrator = systemActor('test');
const regions = {
  id: 'regions',
  name: 'Les régions',
  discoveryUrl: 'https://identity.example/.well-known/openid-configuration',
  clientId: 'indimaj',
};
const { discoveryUrl } = regions;

let db: TestDatabase;
let secrets: Secrets;
beforeAll(async () => {
  db = await openTestDatabase();
  secrets = openSecrets(db.location.dataFolder);
});
afterAll(() => db.close());

const change = (input: object, actor = administrator) => changeProvider(db, secrets, actor, input);

it('is for administrators only', async () => {
  const refusal = { ok: false, reason: 'platform_refused_not_allowed' };
  expect(await change({ ...regions, secret: 's' }, anonymous)).toEqual(refusal);
  expect(await removeProvider(db, secrets, anonymous, 'regions')).toEqual(refusal);
});

it('needs https, and a secret for every new place', async () => {
  expect(await change({ ...regions, secret: 's', discoveryUrl: 'http://identity.example/' })).toMatchObject({
    reason: 'platform_provider_not_https',
    field: 'discoveryUrl',
  });
  expect(await change(regions)).toMatchObject({ reason: 'platform_provider_secret_again', field: 'secret' });
  expect(await change({ ...regions, secret: 'a client secret' })).toEqual({ ok: true });
  expect(await change({ ...regions, name: 'الجهات' })).toEqual({ ok: true });
  expect(usable(await listProviders(db.reader), secrets)).toEqual([
    { id: 'regions', discoveryUrl, clientId: 'indimaj', clientSecret: 'a client secret' },
  ]);
  expect(await change({ ...regions, discoveryUrl: 'https://elsewhere.example/' })).toMatchObject({
    field: 'secret',
  });
});

it('tells who changed what, and never the secret', async () => {
  const entries = await db.reader.selectFrom('journal').selectAll().execute();
  expect(entries.map(({ verb }) => verb)).toEqual(['create', 'update']);
  expect(JSON.stringify(entries)).not.toContain('a client secret');
  expect(JSON.stringify(await db.reader.selectFrom('settings').selectAll().execute())).not.toContain(
    'a client secret',
  );
});

it('is forgotten with its secret', async () => {
  expect(await removeProvider(db, secrets, administrator, 'regions')).toEqual({ ok: true });
  expect([await listProviders(db.reader), secrets.read('sign-in-provider-regions')]).toEqual([[], undefined]);
  expect(await removeProvider(db, secrets, administrator, 'regions')).toMatchObject({
    reason: 'platform_refused_missing',
  });
});
