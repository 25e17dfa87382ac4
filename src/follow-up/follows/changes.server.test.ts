import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createAccount } from '#network/accounts/changes.server.ts';
import { readAccount, readVisitor } from '#network/accounts/queries.server.ts';
import { giveRole } from '#network/grants/changes.server.ts';
import { createInitiative } from '#network/initiatives/changes.server.ts';
import { createLink } from '#network/links/changes.server.ts';
import type { RecordKind } from '#platform/records/model.ts';
import type { Relation } from '#network/links/model.ts';
import { personOf } from '#network/personal-data/queries.server.ts';
import { linkPerson } from '#network/person-links/changes.server.ts';
import { createPerson } from '#network/people/changes.server.ts';
import { tellDue } from '#network/notices/changes.server.ts';
import { changeProfile } from '#network/profiles/changes.server.ts';
import { NETWORK, type Actor, type Role } from '#platform/actor/actor.ts';
import { openTestDatabase, type TestDatabase } from '#platform/database/testing.ts';
import { done } from '#platform/records/outcome.ts';
import { createRecord, updateRecord } from '#platform/records/records.server.ts';
import { openSecrets } from '#platform/secrets/secrets.ts';
import { administrator, inFrench, organisationNamed } from '../../../tests/support/workshops.ts';
import { followUpNotices } from '../reactions.server.ts';
import { createRecommendation, recommendationLinks } from '../recommendations/changes.server.ts';
import { createResponse, updateResponse } from '../responses/changes.server.ts';
import { linkRecord } from '#network/links/changes.server.ts';
import { follow, followsHolder, tellOfCommitment, unfollow } from './changes.server.ts';
import { isFollowing } from './queries.server.ts';

/*
 * Everybody who is told what became of what they said, each by one way, and one to whom it is nothing.
 */
let db: TestDatabase;
let secrets: ReturnType<typeof openSecrets>;
const accounts: Record<string, string> = {};
const organisations: Record<string, string> = {};
let id: string;
let now = new Date('2026-11-20T12:00:00Z');
const clock = () => now;
const around = ['addressee', 'author', 'follower', 'person', 'proposer'];

beforeAll(async () => {
  db = await openTestDatabase();
  secrets = openSecrets(db.location.dataFolder);
  for (const slug of ['addressed', 'proposing', 'behind', 'beside'])
    organisations[slug] = await organisationNamed(db, slug);
  await account('person');
  await account('proposer', 'member', 'proposing');
  await account('author', 'member', 'behind');
  await account('addressee', 'focal-point', 'addressed');
  await account('follower');
  await account('nobody', 'member', 'beside');
  // Of the addressed organisation, and not who answers for it.
  await account('reader', 'reader', 'addressed');
});
afterAll(() => db.close());

async function account(name: string, role?: Role, on?: string): Promise<void> {
  const locale = name === 'person' ? 'ar' : 'fr';
  const made = done(
    await createAccount(db, administrator, { name, email: `${name}@region.example`, locale }),
  ).id;
  done(
    await changeProfile(
      db,
      { id: made, grants: [] },
      { id: made, version: 1, name, locale, notices: 'each' },
    ),
  );
  if (role && on)
    done(
      await giveRole(db, administrator, {
        accountId: made,
        role,
        scope: 'organisation',
        on: organisations[on]!,
      }),
    );
  accounts[name] = made;
}

const actorOf = async (name: string): Promise<Actor> =>
  (await readVisitor(db.reader, accounts[name]!))!.actor;
let count = 0;

beforeEach(async () => {
  count += 1;
  const named = `r-${count}`;
  const input = {
    slug: named,
    reference: named,
    title: { fr: 'Accueillir', ar: 'الاستقبال', original: 'fr' },
  } as const;
  id = done(await createRecommendation(db, administrator, input, clock)).id;
  const person = done(await createPerson(db, administrator, { slug: named, name: inFrench('Personne') })).id;
  const { version } = (await readAccount(db.reader, accounts['person']!))!;
  done(await linkPerson(db, administrator, { id: accounts['person']!, version, personId: person }));
  const study = done(
    await createInitiative(db, administrator, {
      slug: named,
      kind: 'study',
      name: inFrench('Étude'),
    } as never),
  ).id;
  const tie = async (kind: RecordKind, from: string, relation: Relation, toKind: RecordKind, to: string) =>
    done(
      await createLink(db, administrator, {
        from: { kind, id: from },
        relation,
        to: { kind: toKind, id: to },
      }),
    );
  await tie('recommendations', id, 'proposed-by', 'people', person);
  await tie('recommendations', id, 'proposing-organisation', 'organisations', organisations['proposing']!);
  await tie('recommendations', id, 'stems-from', 'initiatives', study);
  await tie('initiatives', study, 'implementer', 'organisations', organisations['behind']!);
  done(await follow(db, await actorOf('follower'), { kind: 'recommendations', id }, clock));
  await letters();
});

/** What has been told since it was last asked: to whom, and what. */
let seen = new Set<string>();
async function letters(): Promise<string[]> {
  await tellDue(db, { writers: writers(), publicUrl: 'https://network.example', secrets, clock });
  const rows = await db.reader
    .selectFrom('mail_messages')
    .select(['id', 'to_address', 'subject'])
    .where('purpose', '=', 'notices')
    .orderBy('id')
    .execute();
  const fresh = rows.filter((row) => !seen.has(row.id));
  seen = new Set(rows.map((row) => row.id));
  return fresh
    .map(
      ({ to_address, subject }) =>
        `${to_address.split('@')[0]}: ${subject.replaceAll(/[\u00A0\u202F]/g, ' ')}`,
    )
    .toSorted();
}
/** Roles and links between accounts and people are told as well; they are not what this is about. */
const writers = () => ({
  'role-given': async () => null,
  'person-linked': async () => null,
  ...followUpNotices,
});

const addressed = async (actor: Actor = administrator) =>
  done(
    await linkRecord(
      db,
      actor,
      { fromId: id, relation: 'addressed-to', toId: organisations['addressed']! },
      recommendationLinks(actor, clock),
    ),
  );
const answer = async (actor: Actor, position: 'accepted' | 'rejected') =>
  done(
    await createResponse(
      db,
      actor,
      {
        recommendationId: id,
        organisationId: organisations['addressed']!,
        answer: position,
        reasons: inFrench('Motif'),
        respondedOn: '2026-11-19',
      },
      clock,
    ),
  );
const names = (lines: string[]) => lines.map((line) => line.split(':')[0]);

describe('what became of what one said', () => {
  it('is told when a recommendation asks somebody, to everybody around it and nobody else', async () => {
    await addressed();
    const lines = await letters();
    expect(names(lines)).toEqual(around);
    expect(lines).toContain('follower: La recommandation « Accueillir » a changé d’état : Sans réponse.');
    expect(await letters()).toEqual([]);
  });

  it('is told of an answer once, in each one’s language, but not to who gave it', async () => {
    await addressed();
    await letters();
    await answer(await actorOf('addressee'), 'accepted');
    const lines = await letters();
    expect(names(lines)).toEqual(around.filter((name) => name !== 'addressee'));
    expect(lines).toContain('follower: addressed accepte la recommandation « Accueillir ».');
    expect(lines).toContain('person: التوصية «الاستقبال»: قبول من addressed.');
  });

  it('is told again when the answer turns, and not when its words are mended', async () => {
    await addressed();
    const { id: response } = await answer(administrator, 'rejected');
    await letters();
    const given = {
      id: response,
      organisationId: organisations['addressed']!,
      reasons: inFrench('Autre motif'),
      respondedOn: '2026-11-19',
    };
    done(await updateResponse(db, administrator, { ...given, version: 1, answer: 'rejected' }, clock));
    expect(await letters()).toEqual([]);
    done(await updateResponse(db, administrator, { ...given, version: 2, answer: 'accepted' }, clock));
    expect(names(await letters())).toEqual(around);
  });

  it('is not told of what one may not read any more, nor of what no longer holds', async () => {
    await addressed();
    await db.transaction((tx) =>
      updateRecord(tx, administrator, 'recommendations', id, { visibility: 'network' }),
    );
    // Neither has a role.
    expect(names(await letters())).toEqual(around.filter((name) => !['follower', 'person'].includes(name)));
    await answer(administrator, 'accepted');
    await db.transaction((tx) =>
      updateRecord(tx, administrator, 'recommendations', id, { visibility: 'draft' }),
    );
    expect(await letters()).toEqual([]);
  });

  it('is told of a commitment that everybody may read, once', async () => {
    const commitment = await db.transaction(async (tx) => {
      const text = (field: string) => ({
        [`${field}_fr`]: null,
        [`${field}_ar`]: null,
        [`${field}_en`]: null,
        [`${field}_original`]: 'fr',
      });
      return createRecord(tx, administrator, 'commitments', {
        slug: `c-${count}`,
        reference: `C-${count}`,
        ...text('title'),
        title_fr: 'Ouvrir un guichet',
        ...text('deliverable'),
        ...text('beneficiaries'),
        ...text('participation'),
        kind: 'service',
        organisation_id: organisations['addressed']!,
        starts_on: null,
        due_on: null,
        first_due_on: null,
        matches_id: null,
        confirmed_by_id: null,
        visibility: 'public',
        status: 'not-started',
        status_since: '2026-11-20',
        last_report_id: null,
      } as never);
    });
    const from = { kind: 'commitments', id: commitment } as const;
    const to = { kind: 'recommendations', id } as const;
    done(await createLink(db, administrator, { from, relation: 'implements', to }));
    for (let again = 0; again < 2; again += 1)
      await db.transaction((tx) =>
        tellOfCommitment(tx, administrator, { recommendationId: id, commitmentId: commitment }, clock),
      );
    const lines = await letters();
    expect(names(lines)).toEqual(around.filter((name) => name !== 'addressee'));
    expect(lines).toContain(
      'follower: Un engagement répond à la recommandation « Accueillir » : Ouvrir un guichet.',
    );
  });
});

describe('following', () => {
  it('is asked once, and ended', async () => {
    const actor = await actorOf('nobody');
    const asked = { kind: 'recommendations', id } as const;
    done(await follow(db, actor, asked, clock));
    done(await follow(db, actor, asked, clock));
    expect(await isFollowing(db.reader, actor.id, id)).toBe(true);
    done(await unfollow(db, actor, asked));
    expect(await isFollowing(db.reader, actor.id, id)).toBe(false);
  });

  it('is for accounts, and of what they may read', async () => {
    const asked = { kind: 'recommendations', id } as const;
    const refusal = { ok: false, reason: 'platform_refused_not_allowed' };
    expect(await follow(db, { id: 'anonymous', grants: [] }, asked, clock)).toEqual(refusal);
    await db.transaction((tx) =>
      updateRecord(tx, administrator, 'recommendations', id, { visibility: 'draft' }),
    );
    expect(await follow(db, await actorOf('nobody'), asked, clock)).toEqual(refusal);
    const keeper = {
      id: accounts['nobody']!,
      grants: [{ role: 'coordinator', scope: 'network', on: NETWORK }],
    } as const;
    expect((await follow(db, keeper, asked, clock)).ok).toBe(true);
    done(await unfollow(db, keeper, asked));
  });

  it('is given to the person, and erased with them', async () => {
    const person = personOf((await readAccount(db.reader, accounts['follower']!))!);
    const [list] = await followsHolder.export(db.reader, person);
    expect(list!.rows.at(-1)).toEqual({ record: `r-${count}`, created: now.toISOString() });
    await db.transaction((tx) => followsHolder.erase(tx, person, { actor: administrator, clock }));
    expect((await followsHolder.export(db.reader, person))[0]!.rows).toEqual([]);
    now = new Date(now.getTime() + 1_000);
  });
});
