import { createAccount } from '#network/accounts/changes.server.ts';
import { readVisitor } from '#network/accounts/queries.server.ts';
import { scopesOf } from '#network/grants/model.ts';
import { giveRole } from '#network/grants/changes.server.ts';
import { requestMembership } from '#network/memberships/changes.server.ts';
import { createLink } from '#network/links/changes.server.ts';
import { createOrganisation } from '#network/organisations/changes.server.ts';
import { createPerson } from '#network/people/changes.server.ts';
import { createTerritory } from '#network/territories/changes.server.ts';
import { createAction } from '#events/actions/changes.server.ts';
import { createEntry } from '#events/board/changes.server.ts';
import { createConclusion } from '#events/conclusions/changes.server.ts';
import { newReplica, send, write } from '#events/minutes-replica/model.ts';
import { syncMinutes } from '#events/minutes-sync/changes.server.ts';
import { openMinutes } from '#events/minutes/changes.server.ts';
import { createItem } from '#events/programme/changes.server.ts';
import { createWorkshop } from '#events/workshops/changes.server.ts';
import { createResponse } from '#follow-up/responses/changes.server.ts';
import { createRecommendation } from '#follow-up/recommendations/changes.server.ts';
import { anonymous, NETWORK, roles, systemActor, type Actor, type Scope } from '#platform/actor/actor.ts';
import type { Database } from '#platform/database/database.ts';
import { done } from '#platform/records/outcome.ts';
import { newId } from '#platform/records/uuid.ts';
import { updateRecord } from '#platform/records/records.server.ts';

/** One half of the world: a region, its organisation, its draft with one session, whoever asks to join it. */
export interface Side {
  territory: string;
  organisation: string;
  workshop: string;
  session: string;
  /** What that session concluded, and a recommendation that the workshop shared. */
  conclusion: string;
  recommendation: string;
  /** A draft of a recommendation, and one for the network, neither of any workshop, both addressed to the organisation. */
  hidden: string;
  shown: string;
  /** The answer of the organisation to the one for the network. */
  response: string;
  /** The minutes of that session, and those of another session of the workshop, each with something in it. */
  minutes: string;
  otherMinutes: string;
  /** A draft on the workshop's board, and an action that it took on. */
  draft: string;
  action: string;
  request: string;
  /** A role that an account holds on the organisation, to be taken away. */
  grant: string;
}

/** Two regions that know nothing of one another, and what lies beside both. */
export interface World {
  own: Side;
  other: Side;
  person: string;
  /** An account without any role, and a request that names no organisation. */
  account: string;
  request: string;
}

export const root = systemActor('test');
export const text = (fr: string) => ({ fr, original: 'fr' as const });
const clock = () => new Date('2026-11-25T12:00:00Z');

export const workshopNamed = (slug: string) => ({
  slug,
  form: 'workshop' as const,
  title: text(slug),
  startsOn: '2027-03-01',
  endsOn: '2027-03-02',
});

export async function writeWorld(db: Database): Promise<World> {
  const own = await writeSide(db, 'nord', 'MA-01');
  const other = await writeSide(db, 'sud', 'MA-02');
  const person = done(await createPerson(db, root, { slug: 'personne', name: text('Personne') })).id;
  const account = await writeAccountNamed(db, 'plain');
  return { own, other, person, account, request: await writeRequest(db, 'nulle-part') };
}

async function writeSide(db: Database, slug: string, code: string): Promise<Side> {
  const territory = done(
    await createTerritory(db, root, { slug, level: 'region', code, name: text(slug) }),
  ).id;
  const organisation = done(await createOrganisation(db, root, organisationNamed(slug, territory))).id;
  const workshop = done(
    await createWorkshop(db, root, { ...workshopNamed(slug), status: 'draft', territoryId: territory }),
  ).id;
  const from = { kind: 'workshops' as const, id: workshop };
  const to = { kind: 'organisations' as const, id: organisation };
  done(await createLink(db, root, { from, relation: 'organiser', to }));
  const session = done(await createItem(db, root, itemOf(workshop, 'ouverture'))).id;
  const concluded = { workshopId: workshop, itemId: session, kind: 'conclusion', text: text(slug) } as const;
  const conclusion = done(await createConclusion(db, root, concluded)).id;
  const minutes = await writeMinutes(db, session);
  const otherMinutes = await writeMinutes(db, done(await createItem(db, root, itemOf(workshop, 'suivi'))).id);
  const proposed = { workshopId: workshop, kind: 'decision', text: text(slug) } as const;
  const draft = done(await createEntry(db, root, proposed)).id;
  const action = done(await createAction(db, root, { ...proposed, kind: 'action' })).id;
  const recommendation = done(
    await createRecommendation(db, root, { slug, reference: slug, title: text(slug) }),
  ).id;
  const shared = { kind: 'recommendations' as const, id: recommendation };
  done(await createLink(db, root, { from: shared, relation: 'shared-at', to: from }));
  const accountId = await writeAccountNamed(db, `member-${slug}`);
  const held = { accountId, role: 'member', scope: 'organisation', on: organisation } as const;
  const grant = done(await giveRole(db, root, held)).id;
  const request = await writeRequest(db, slug, organisation);
  const hidden = await writeRecommendation(db, `${slug}-hidden`, 'draft', organisation);
  const shown = await writeRecommendation(db, `${slug}-shown`, 'network', organisation);
  const response = done(await createResponse(db, root, answerOf(shown, organisation))).id;
  const written = { conclusion, minutes, otherMinutes, draft, action, recommendation };
  return { territory, organisation, workshop, session, ...written, hidden, shown, response, request, grant };
}

/** A recommendation that asks one organisation to answer. */
async function writeRecommendation(
  db: Database,
  slug: string,
  visibility: 'draft' | 'network',
  organisation: string,
): Promise<string> {
  const input = { slug, reference: slug, title: text(slug), visibility };
  const { id } = done(await createRecommendation(db, root, input));
  const from = { kind: 'recommendations' as const, id };
  const to = { kind: 'organisations' as const, id: organisation };
  done(await createLink(db, root, { from, relation: 'addressed-to', to }));
  return id;
}

/** What an organisation answers to a recommendation. */
export const answerOf = (recommendationId: string, organisationId: string) => ({
  recommendationId,
  organisationId,
  answer: 'accepted' as const,
  respondedOn: '2026-11-01',
});

/** Minutes of a session, not sealed, with one entry. */
async function writeMinutes(db: Database, itemId: string): Promise<string> {
  const minutesId = done(await openMinutes(db, root, { itemId })).id;
  const at = clock().toISOString();
  const set = { rank: 'a0', kind: 'decision' as const, text_fr: 'Encore en débat' };
  const device = write(newReplica(minutesId, newId()), newId(), set, { id: newId(), at });
  done(await syncMinutes(db, root, { minutesId, ...send(device, at, null).request }, clock));
  return minutesId;
}

export const organisationNamed = (slug: string, territoryId: string) => ({
  slug,
  type: 'regional-council' as const,
  level: 'regional' as const,
  name: text(slug),
  territoryId,
});

export const itemOf = (workshopId: string, anchor: string) => ({
  workshopId,
  anchor,
  position: 1,
  kind: 'opening' as const,
  title: text(anchor),
});

/** Somebody who took part in a side's workshop, or in a session of it. */
export const countsOf = ({ workshop: workshopId }: Side, itemId?: string) => ({
  workshopId,
  ...(itemId && { itemId }),
  version: 1,
  counts: [{ women: 1 }],
});

async function writeRequest(db: Database, name: string, organisationId?: string): Promise<string> {
  const email = `${name}@region.example`;
  done(await requestMembership(db, { name, email, locale: 'fr', message: 'Bonjour', organisationId }, clock));
  const row = await db.reader
    .selectFrom('membership_requests')
    .select('id')
    .where('personal_email', '=', email)
    .executeTakeFirstOrThrow();
  return row.id;
}

export async function writeAccountNamed(db: Database, name: string): Promise<string> {
  const email = `${name}@region.example`.replaceAll(' ', '-');
  return done(await createAccount(db, root, { name, email, locale: 'fr' })).id;
}

/** What a role of each scope is held on, on one's own side. */
export function placeOf(scope: Scope, side: Side): string {
  return scope === 'network' ? NETWORK : side[scope];
}

/** An actor for each role on each scope that it fits, then anyone, and an administrator who is suspended. */
export async function writeActors(db: Database, world: World): Promise<Map<string, Actor>> {
  const actors = new Map<string, Actor>();
  for (const role of roles)
    for (const scope of scopesOf[role]) {
      const accountId = await writeAccountNamed(db, `${role} ${scope}`);
      done(await giveRole(db, root, { accountId, role, scope, on: placeOf(scope, world.own) }));
      actors.set(`${role} ${scope}`, (await readVisitor(db.reader, accountId))!.actor);
    }
  actors.set('anyone', anonymous);
  const suspended = await writeAccountNamed(db, 'suspended');
  done(
    await giveRole(db, root, { accountId: suspended, role: 'administrator', scope: 'network', on: NETWORK }),
  );
  await db.transaction((tx) => updateRecord(tx, root, 'accounts', suspended, { status: 'suspended' }));
  actors.set('suspended', (await readVisitor(db.reader, suspended))?.actor ?? anonymous);
  return actors;
}
