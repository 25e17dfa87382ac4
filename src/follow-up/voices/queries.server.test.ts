import { afterAll, beforeAll, expect, it } from 'vitest';
import { createInitiative } from '#network/initiatives/changes.server.ts';
import { createLink } from '#network/links/changes.server.ts';
import type { RecordRef, Relation } from '#network/links/model.ts';
import { createPerson } from '#network/people/changes.server.ts';
import { anonymous, NETWORK, type Actor } from '#platform/actor/actor.ts';
import { openTestDatabase, type TestDatabase } from '#platform/database/testing.ts';
import { done } from '#platform/records/outcome.ts';
import { administrator, holding, inFrench, organisationNamed } from '../../../tests/support/workshops.ts';
import { createCommitment } from '../commitments/changes.server.ts';
import { addImplementation } from '../implementations/changes.server.ts';
import { createRecommendation } from '../recommendations/changes.server.ts';
import { createResponse } from '../responses/changes.server.ts';
import { visibilities } from '#network/visibility/model.ts';
import { countSaid, listSaid, readVoice } from './queries.server.ts';

/*
 * For every visibility a recommendation that a person and an organisation proposed, and one that stems from a study of
 * that organisation; one of nobody; and commitments of every visibility that serve the public ones.
 */
let db: TestDatabase;
const clock = () => new Date('2026-11-27T10:00:00Z');
const member = holding({ role: 'focal-point', scope: 'network', on: NETWORK });
let person: string;
let proposer: string;
let author: string;
let addressee: string;

beforeAll(async () => {
  db = await openTestDatabase();
  person = done(await createPerson(db, administrator, { slug: 'p', name: inFrench('Personne') })).id;
  proposer = await organisationNamed(db, 'proposer');
  author = await organisationNamed(db, 'author');
  addressee = await organisationNamed(db, 'addressee');
  const study = done(
    await createInitiative(db, administrator, { slug: 'study', name: inFrench('Étude') }),
  ).id;
  await tie({ kind: 'initiatives', id: study }, 'implementer', { kind: 'organisations', id: author });
  await recommendation('nobody', 'public');
  for (const visibility of visibilities) {
    const proposed = {
      kind: 'recommendations',
      id: await recommendation(`proposed-${visibility}`, visibility),
    } as const;
    await tie(proposed, 'proposed-by', { kind: 'people', id: person });
    await tie(proposed, 'proposing-organisation', { kind: 'organisations', id: proposer });
    const studied = {
      kind: 'recommendations',
      id: await recommendation(`studied-${visibility}`, visibility),
    } as const;
    await tie(studied, 'stems-from', { kind: 'initiatives', id: study });
  }
});
afterAll(() => db.close());

async function recommendation(slug: string, visibility: (typeof visibilities)[number]): Promise<string> {
  const input = { slug, reference: slug, title: inFrench(slug), visibility };
  return done(await createRecommendation(db, administrator, input, clock)).id;
}

async function tie(from: RecordRef, relation: Relation, to: RecordRef): Promise<void> {
  done(await createLink(db, administrator, { from, relation, to }, true));
}

async function commit(reference: string, visibility: (typeof visibilities)[number]) {
  const input = {
    slug: reference.toLowerCase(),
    reference,
    title: inFrench(reference),
    deliverable: inFrench('Un guichet'),
    kind: 'service',
    organisationId: addressee,
    visibility,
  } as const;
  const { id } = done(await createCommitment(db, administrator, input, clock));
  done(await addImplementation(db, administrator, { commitmentId: id, reference: 'proposed-public' }, clock));
}

const said = async (actor: Actor, id: string) => {
  const voice = await readVoice(db.reader, id);
  const rows = await listSaid(db.reader, actor, voice, { offset: 0, limit: 50 });
  expect(await countSaid(db.reader, actor, voice)).toBe(rows.length);
  return rows;
};

it.each([
  ['anyone', anonymous, ['public']],
  ['who holds a role', member, ['network', 'public']],
  ['an administrator', administrator, ['draft', 'network', 'public']],
] as const)('shows %s what a person or an organisation is at the origin of', async (_name, actor, seen) => {
  const slugs = async (id: string) => (await said(actor, id)).map(({ slug }) => slug).sort();
  const of = (what: string) => seen.map((visibility) => `${what}-${visibility}`);
  expect(await slugs(person)).toEqual(of('proposed'));
  expect(await slugs(proposer)).toEqual(of('proposed'));
  expect(await slugs(author)).toEqual(of('studied'));
  expect(await slugs(addressee)).toEqual([]);
});

it('tells a part of it, what moved last first', async () => {
  const voice = await readVoice(db.reader, author);
  const all = await said(administrator, author);
  const part = await listSaid(db.reader, administrator, voice, { offset: 1, limit: 1 });
  expect(part).toEqual([all[1]]);
});

it('tells what last moved each, as far as the reader may read it', async () => {
  const movement = async (actor: Actor) =>
    (await said(actor, person)).find(({ slug }) => slug === 'proposed-public')!.movement;
  expect(await movement(anonymous)).toBeNull();
  await commit('C-DRAFT', 'draft');
  expect(await movement(anonymous)).toBeNull();
  expect(await movement(administrator)).toMatchObject({
    kind: 'commitment',
    commitment: { reference: 'C-DRAFT' },
  });
  const { id } = await db.reader
    .selectFrom('recommendations')
    .select('id')
    .where('slug', '=', 'proposed-public')
    .executeTakeFirstOrThrow();
  await tie({ kind: 'recommendations', id }, 'addressed-to', { kind: 'organisations', id: addressee });
  const answer = {
    recommendationId: id,
    organisationId: addressee,
    answer: 'accepted',
    respondedOn: '2026-11-20',
  };
  done(await createResponse(db, administrator, answer as never, clock));
  expect(await movement(anonymous)).toMatchObject({
    kind: 'answer',
    on: '2026-11-20',
    organisation: { slug: 'addressee' },
  });
  await commit('C-PUBLIC', 'public');
  expect(await movement(anonymous)).toMatchObject({
    kind: 'commitment',
    commitment: { reference: 'C-PUBLIC' },
  });
});
