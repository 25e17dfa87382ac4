import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { systemActor, type Actor, type Role } from '#platform/actor/actor.ts';
import { openTestDatabase, type TestDatabase } from '#platform/database/testing.ts';
import { silentLog } from '#platform/log/log.ts';
import { done } from '#platform/records/outcome.ts';
import { openSignIn } from '#platform/sign-in/sign-in.ts';
import { giveRole, takeRole } from '../grants/changes.server.ts';
import { changeAccountStanding, createAccount } from './changes.server.ts';
import {
  countAccounts,
  listAccounts,
  readAccount,
  readVisibleAccount,
  readVisitor,
} from './queries.server.ts';

const system = systemActor('test');
let db: TestDatabase;
const ids: Record<string, string> = {};
const grants: Record<string, string> = {};

async function account(name: string, role?: Role): Promise<void> {
  const email = `${/^\w/.test(name) ? name : 'arabic'}@region.example`;
  const accountId = done(await createAccount(db, system, { name, email, locale: 'fr' })).id;
  ids[name] = accountId;
  const held = { accountId, scope: 'network', on: 'network' } as const;
  if (role) grants[name] = done(await giveRole(db, system, { ...held, role })).id;
}
const actor = async (name: string): Promise<Actor> => (await readVisitor(db.reader, ids[name]!))!.actor;
const stand = async (by: Actor, name: string, status: 'active' | 'suspended') => {
  const { version } = (await readAccount(db.reader, ids[name]!))!;
  return changeAccountStanding(db, by, { id: ids[name]!, version, status });
};

beforeAll(async () => {
  db = await openTestDatabase();
  await account('Alpha', 'administrator');
  await account('Beta', 'administrator');
  await account('Coordination', 'coordinator');
  await account('Member_100%', 'member');
  await account('عضوية');
});
afterAll(() => db.close());

describe('the last administrator', () => {
  const last = { ok: false, reason: 'network_problem_last_administrator' };

  it('is neither suspended nor loses the role, whoever asks', async () => {
    done(await stand(await actor('Alpha'), 'Beta', 'suspended'));
    expect(await stand(system, 'Alpha', 'suspended')).toEqual(last);
    expect(await takeRole(db, system, { id: grants['Alpha']! })).toEqual(last);
    expect(await takeRole(db, await actor('Alpha'), { id: grants['Alpha']! })).toEqual(last);
    done(await stand(await actor('Alpha'), 'Beta', 'active'));
  });

  it('is left, when two take the role from one another at once', async () => {
    const [alpha, beta] = [await actor('Alpha'), await actor('Beta')];
    const outcomes = await Promise.all([
      takeRole(db, alpha, { id: grants['Beta']! }),
      takeRole(db, beta, { id: grants['Alpha']! }),
    ]);
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect(outcomes).toContainEqual(last);
    const without = outcomes[0]!.ok ? 'Beta' : 'Alpha';
    const held = {
      accountId: ids[without]!,
      role: 'administrator',
      scope: 'network',
      on: 'network',
    } as const;
    grants[without] = done(await giveRole(db, system, held)).id;
  });
});

describe('a suspended account', () => {
  it('loses its sessions at once and begins none until it is reactivated', async () => {
    const secret = 'a secret of this test, long enough to be one';
    const publicUrl = 'http://localhost:3000';
    const signIn = openSignIn({ db, log: silentLog, publicUrl, name: 'Indimaj', secret, providers: [] });
    await signIn.setPassword(ids['Coordination']!, 'a long enough password', null);
    const email = 'coordination@region.example';
    const enter = () => signIn.withPassword(email, 'a long enough password', new Headers());
    const cookie = (await enter())!.cookies.map((one) => one.split(';')[0]).join('; ');
    const session = () => signIn.session(new Headers({ cookie }));
    expect((await session())?.accountId).toBe(ids['Coordination']);
    const link = await signIn.linkToken(email, new Headers());

    done(await stand(system, 'Coordination', 'suspended'));
    expect(await session()).toBeNull();
    expect([await enter(), await signIn.withLink(link!, new Headers())]).toEqual([null, null]);
    await expect(signIn.open(ids['Coordination']!, new Headers())).rejects.toThrow();
    expect(await readVisitor(db.reader, ids['Coordination']!)).toBeUndefined();

    done(await stand(system, 'Coordination', 'active'));
    expect(await enter()).not.toBeNull();
    expect(await session()).toBeNull();
  });

  it('is never one’s own, and runs the network only for an administrator', async () => {
    const notAllowed = { ok: false, reason: 'platform_refused_not_allowed' };
    expect(await stand(await actor('Alpha'), 'Alpha', 'suspended')).toEqual(notAllowed);
    expect(await stand(await actor('Coordination'), 'Alpha', 'suspended')).toEqual(notAllowed);
    expect(await stand(await actor('Coordination'), 'Member_100%', 'suspended')).toMatchObject({ ok: true });
    expect(await stand(await actor('Coordination'), 'Member_100%', 'active')).toMatchObject({ ok: true });
  });
});

describe('the list of accounts', () => {
  const names = async (by: Actor, search?: string) =>
    (await listAccounts(db.reader, by, search === undefined ? {} : { search })).map(
      ({ personal_name }) => personal_name,
    );

  it('finds a part of a name or an address, and takes signs of a pattern for what they are', async () => {
    expect(await names(system, 'ALPH')).toEqual(['Alpha']);
    expect(await names(system, 'beta@region')).toEqual(['Beta']);
    expect(await names(system, 'عضو')).toEqual(['عضوية']);
    expect(await names(system, '_100%')).toEqual(['Member_100%']);
    expect(await names(system, '%')).toEqual(['Member_100%']);
    expect(await names(system, "' or 1=1 --")).toEqual([]);
  });

  it('is for those who give roles, as far as they do', async () => {
    expect((await names(system)).length).toBe(5);
    const nobody = { id: ids['Member_100%']!, grants: [] };
    expect(await names(nobody)).toEqual([]);
    expect(await readVisibleAccount(db.reader, nobody, ids['Alpha']!)).toBeUndefined();
  });

  it('goes on from page to page', async () => {
    for (let number = 0; number < 30; number += 1) await account(`zz-${String(number).padStart(2, '0')}`);
    const part = (offset: number) => listAccounts(db.reader, system, { search: 'zz-', offset, most: 25 });
    const [first, second] = [await part(0), await part(25)];
    expect(await countAccounts(db.reader, system, 'zz-')).toBe(30);
    expect([first.length, second.length]).toEqual([25, 5]);
    expect(second[0]?.personal_name).toBe('zz-25');
  });
});
