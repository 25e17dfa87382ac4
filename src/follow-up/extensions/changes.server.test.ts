import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createAccount } from '#network/accounts/changes.server.ts';
import { readVisitor } from '#network/accounts/queries.server.ts';
import { giveRole } from '#network/grants/changes.server.ts';
import { createLink } from '#network/links/changes.server.ts';
import { tellDue } from '#network/notices/changes.server.ts';
import { changeProfile } from '#network/profiles/changes.server.ts';
import { createTerritory } from '#network/territories/changes.server.ts';
import { NETWORK, type Actor, type Role, type Scope } from '#platform/actor/actor.ts';
import { openTestDatabase, type TestDatabase } from '#platform/database/testing.ts';
import { done } from '#platform/records/outcome.ts';
import { openSecrets } from '#platform/secrets/secrets.ts';
import { administrator, inFrench, organisationNamed } from '../../../tests/support/workshops.ts';
import { createCommitment } from '../commitments/changes.server.ts';
import type { CommitmentInput } from '../commitments/schema.ts';
import { answerExtension, askExtension, withdrawExtension } from './changes.server.ts';
import { followUpNotices } from '../reactions.server.ts';
import { extensionDuties } from './queries.server.ts';
import { extensionNotices } from './reactions.server.ts';

let now = new Date('2027-03-12T08:00:00Z');
const clock = () => now;
const refused = { ok: false, reason: 'platform_refused_not_allowed' };
let db: TestDatabase;
let lead: string;
let territory: string;
const actors: Record<string, Actor> = {};

async function account(name: string, role: Role, scope: Scope, on: string) {
  const input = { name, email: `${name}@region.example`, locale: 'fr' as const };
  const id = done(await createAccount(db, administrator, input)).id;
  done(await changeProfile(db, { id, grants: [] }, { id, version: 1, name, locale: 'fr', notices: 'each' }));
  done(await giveRole(db, administrator, { accountId: id, role, scope, on }));
  actors[name] = (await readVisitor(db.reader, id))!.actor;
}

beforeAll(async () => {
  db = await openTestDatabase();
  lead = await organisationNamed(db, 'lead');
  const place = { slug: 't', level: 'region', code: 'MA-01', name: inFrench('T') } as const;
  territory = done(await createTerritory(db, administrator, place)).id;
  const elsewhere = { slug: 'u', level: 'region', code: 'MA-02', name: inFrench('U') } as const;
  const other = done(await createTerritory(db, administrator, elsewhere)).id;
  await account('point', 'focal-point', 'organisation', lead);
  await account('second', 'focal-point', 'organisation', lead);
  await account('network', 'coordinator', 'network', NETWORK);
  await account('region', 'coordinator', 'territory', territory);
  await account('far', 'coordinator', 'territory', other);
  await db.transaction((tx) => tx.deleteFrom('notices').execute());
});
afterAll(() => db.close());

async function commitment(slug: string, more: Partial<CommitmentInput> = {}) {
  const input: CommitmentInput = {
    slug,
    title: inFrench(`Engagement ${slug}`),
    deliverable: inFrench('Ouvert'),
    kind: 'service',
    organisationId: lead,
    dueOn: '2027-06-01',
    visibility: 'public',
    ...more,
  };
  const id = done(await createCommitment(db, actors['point']!, input, clock)).id;
  const from = { kind: 'commitments', id };
  const to = { kind: 'territories', id: territory };
  done(await createLink(db, administrator, { from, relation: 'concerns', to }));
  return id;
}
const row = (id: string) =>
  db.reader.selectFrom('commitments').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
const ask = (commitmentId: string, toDueOn = '2027-09-01', actor = actors['point']!) =>
  askExtension(db, actor, { commitmentId, toDueOn, reason: 'Le local manque', language: 'fr' }, clock);
const decide = (id: string, actor: Actor, more: object = {}) =>
  answerExtension(db, actor, { id, version: 1, decision: 'granted', language: 'fr', ...more }, clock);

/** Whom letters were written to since the last time, and what they say. */
async function told(): Promise<string[]> {
  const secrets = openSecrets(db.location.dataFolder);
  await tellDue(db, {
    writers: { ...extensionNotices, ...followUpNotices },
    publicUrl: 'https://network.example',
    secrets,
    clock,
  });
  const letters = await db.reader
    .selectFrom('mail_messages')
    .select(['to_address', 'subject'])
    .where('purpose', '=', 'notices')
    .execute();
  await db.transaction((tx) => tx.deleteFrom('mail_messages').execute());
  return letters.map(({ to_address, subject }) => `${String(to_address).split('@')[0]}: ${subject}`).sort();
}

describe('a longer deadline', () => {
  it('is granted by who coordinates, never by who asked; the first day stays, and both sides are told', async () => {
    const id = await commitment('granted');
    const asked = done(await ask(id)).id;
    expect((await told()).map((line) => line.split(':')[0])).toEqual(['network', 'region']);
    expect(await decide(asked, actors['point']!)).toEqual(refused);
    expect(await decide(asked, actors['second']!)).toEqual(refused);
    expect(await decide(asked, actors['far']!)).toEqual(refused);
    expect(await extensionDuties(db.reader, actors['region']!)).toHaveLength(1);
    expect(await extensionDuties(db.reader, actors['far']!)).toEqual([]);
    done(await decide(asked, actors['region']!));
    expect(await row(id)).toMatchObject({ due_on: '2027-09-01', first_due_on: '2027-06-01' });
    expect((await told()).map((line) => line.split(':')[0])).toEqual(['point', 'second']);
    expect(await extensionDuties(db.reader, actors['network']!)).toEqual([]);
    expect(await decide(asked, actors['network']!, { version: 2 })).toMatchObject({
      reason: 'platform_refused_stale',
    });
    const again = done(await ask(id, '2027-10-01')).id;
    done(await decide(again, actors['network']!));
    expect(await row(id)).toMatchObject({ due_on: '2027-10-01', first_due_on: '2027-06-01' });
    await told();
  });

  it('is refused with a reason, and the day stays', async () => {
    const id = await commitment('refused');
    const asked = done(await ask(id)).id;
    expect(await decide(asked, actors['network']!, { decision: 'refused' })).toMatchObject({
      reason: 'platform_problem_required',
      field: 'answer',
    });
    done(await decide(asked, actors['network']!, { decision: 'refused', answer: 'Tenez le jour' }));
    expect(await row(id)).toMatchObject({ due_on: '2027-06-01', status: 'not-started' });
    await told();
  });

  it('is not decided by a coordinator who asked', async () => {
    const id = await commitment('own');
    const asked = done(await ask(id, '2027-09-01', actors['network'])).id;
    expect(await decide(asked, actors['network']!)).toEqual({
      ok: false,
      reason: 'follow_up_problem_own_request',
    });
    expect((await told()).map((line) => line.split(':')[0])).toEqual(['region']);
    done(await decide(asked, actors['region']!));
    await told();
  });

  it('that is taken back is told no more, and another may be asked for', async () => {
    const id = await commitment('withdrawn');
    const asked = done(await ask(id)).id;
    expect(await ask(id, '2027-10-01')).toMatchObject({ reason: 'follow_up_problem_asked_already' });
    expect(await withdrawExtension(db, actors['far']!, { id: asked, version: 1 }, clock)).toEqual(refused);
    done(await withdrawExtension(db, actors['second']!, { id: asked, version: 1 }, clock));
    expect(await told()).toEqual([]);
    done(await ask(id, '2027-10-01'));
    await told();
  });

  it('is longer, of something that is due', async () => {
    const id = await commitment('wrong');
    expect(await ask(id, '2027-06-01')).toMatchObject({
      reason: 'follow_up_problem_not_longer',
      field: 'toDueOn',
    });
    const undated = await commitment('undated', { dueOn: undefined });
    expect(await ask(undated)).toMatchObject({ reason: 'follow_up_problem_nothing_due' });
    expect(await ask(id, '2027-09-01', actors['far'])).toEqual(refused);
  });

  it('makes what was late late no more', async () => {
    const id = await commitment('late', { dueOn: '2027-03-01' });
    expect((await row(id)).status).toBe('late');
    const asked = done(await ask(id)).id;
    now = new Date('2027-03-13T08:00:00Z');
    done(await decide(asked, actors['region']!));
    expect(await row(id)).toMatchObject({
      status: 'not-started',
      first_due_on: '2027-03-01',
      status_since: '2027-03-13T08:00:00.000Z',
    });
  });
});
