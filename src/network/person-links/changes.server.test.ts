import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { systemActor, type Actor } from '#platform/actor/actor.ts';
import { openTestDatabase, type TestDatabase } from '#platform/database/testing.ts';
import { done } from '#platform/records/outcome.ts';
import { newId } from '#platform/records/uuid.ts';
import { createAccount } from '../accounts/changes.server.ts';
import { readAccount, readVisitor } from '../accounts/queries.server.ts';
import { eraseAccount } from '../erasures/changes.server.ts';
import { giveRole } from '../grants/changes.server.ts';
import { createPerson } from '../people/changes.server.ts';
import { readPerson } from '../people/queries.server.ts';
import { networkHolder } from '../personal-data/changes.server.ts';
import { linkPerson, proposePerson } from './changes.server.ts';
import { personDuties } from './queries.server.ts';
import { personNotices } from './reactions.server.ts';

const system = systemActor('test');
let db: TestDatabase;
const ids: Record<string, string> = {};
let people: string[];
beforeAll(async () => {
  db = await openTestDatabase();
  people = [];
  for (const slug of ['one', 'two'])
    people.push(
      done(await createPerson(db, system, { slug, name: { fr: `Person ${slug}`, original: 'fr' } })).id,
    );
  for (const name of ['coordinator', 'first', 'second', 'focal']) {
    const input = { name, email: `${name}@region.example`, locale: 'fr' } as const;
    ids[name] = done(await createAccount(db, system, input)).id;
  }
  const held = {
    accountId: ids['coordinator']!,
    role: 'coordinator',
    scope: 'network',
    on: 'network',
  } as const;
  done(await giveRole(db, system, held));
});
afterAll(() => db.close());

const actor = async (name: string): Promise<Actor> => (await readVisitor(db.reader, ids[name]!))!.actor;
const account = async (name: string) => (await readAccount(db.reader, ids[name]!))!;
const asked = async (name: string, personId?: string) => {
  const { id, version } = await account(name);
  return { id, version, ...(personId && { personId }) };
};
const told = async (name: string) => {
  const visitor = { actor: await actor(name), locale: 'fr' as const };
  const rows = await db.reader
    .selectFrom('notices')
    .selectAll()
    .where('account_id', '=', ids[name]!)
    .where('kind', 'like', 'person-%')
    .orderBy('id')
    .execute();
  const lines = [];
  for (const { kind, record_id } of rows) {
    const record = { kind: 'accounts', id: record_id } as const;
    lines.push((await personNotices[kind]!(db.reader, { kind, record, about: {} }, visitor))?.text);
  }
  return lines.filter(Boolean).map((text) => text!.replaceAll(/[\u00A0\u202F]/g, ' '));
};

describe('an account and a public person', () => {
  const notAllowed = { ok: false, reason: 'platform_refused_not_allowed' };

  it('are proposed by the person, and linked by who manages accounts', async () => {
    expect(await proposePerson(db, await actor('second'), await asked('first', people[0]))).toEqual(
      notAllowed,
    );
    done(await proposePerson(db, await actor('first'), await asked('first', people[0])));
    expect(await account('first')).toMatchObject({ person_id: null, proposed_person_id: people[0] });
    expect(await told('coordinator')).toEqual(['first dit être Person one, dans les fiches publiques.']);
    const duty = { kind: 'person-proposed', href: `/accounts/${ids['first']}#person`, about: 'first' };
    expect(await personDuties(db.reader, await actor('coordinator'))).toMatchObject([duty]);
    expect(await personDuties(db.reader, await actor('first'))).toEqual([]);
    expect(await linkPerson(db, await actor('first'), await asked('first', people[0]))).toEqual(notAllowed);
    done(await linkPerson(db, await actor('coordinator'), await asked('first', people[0])));
    expect(await account('first')).toMatchObject({ person_id: people[0], proposed_person_id: null });
    expect(await told('coordinator')).toEqual([]);
    expect(await personDuties(db.reader, await actor('coordinator'))).toEqual([]);
    expect(await told('first')).toEqual(['Votre compte est relié à la fiche publique : Person one.']);
  });

  it('are one to one', async () => {
    const taken = { ok: false, reason: 'network_problem_person_taken', field: 'person' };
    expect(await linkPerson(db, system, await asked('second', people[0]))).toEqual(taken);
    expect(await proposePerson(db, await actor('second'), await asked('second', people[0]))).toEqual(taken);
    expect(await linkPerson(db, system, await asked('second', newId()))).toMatchObject({
      ok: false,
      reason: 'platform_refused_missing',
    });
  });

  it('are parted, and a proposal is declined, without a trace on the person', async () => {
    done(await proposePerson(db, await actor('second'), await asked('second', people[1])));
    done(await linkPerson(db, system, await asked('second')));
    expect(await account('second')).toMatchObject({ person_id: null, proposed_person_id: null });
    done(await linkPerson(db, system, await asked('first')));
    expect((await account('first')).person_id).toBeNull();
    done(await linkPerson(db, system, await asked('first', people[0])));
  });

  it('are parted when the account is erased, and the person stays', async () => {
    done(await proposePerson(db, await actor('first'), await asked('first', people[1])));
    const before = await readPerson(db.reader, people[0]!);
    done(await eraseAccount(db, system, ids['first']!, [networkHolder]));
    expect(await account('first')).toMatchObject({ person_id: null, proposed_person_id: null });
    expect(await readPerson(db.reader, people[0]!)).toEqual(before);
  });
});
