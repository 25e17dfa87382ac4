import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { settleAction, updateAction } from '#events/actions/changes.server.ts';
import { gatherEntries } from '#events/board-gathering/changes.server.ts';
import { moveEntry } from '#events/board-order/changes.server.ts';
import { createEntry, leaveEntry, updateEntry } from '#events/board/changes.server.ts';
import { createConclusion, deleteConclusion, updateConclusion } from '#events/conclusions/changes.server.ts';
import { recordFigures } from '#events/figures/changes.server.ts';
import { circulateMinutes, sealMinutes } from '#events/minutes-circulations/changes.server.ts';
import { newReplica, send, write } from '#events/minutes-replica/model.ts';
import { syncMinutes } from '#events/minutes-sync/changes.server.ts';
import { openMinutes } from '#events/minutes/changes.server.ts';
import { readWritable } from '#events/minutes/queries.server.ts';
import { recordParticipation } from '#events/participation/changes.server.ts';
import { createItem } from '#events/programme/changes.server.ts';
import { createSeries } from '#events/series/changes.server.ts';
import { createWorkshop, updateWorkshop } from '#events/workshops/changes.server.ts';
import { readWorkshop } from '#events/workshops/queries.server.ts';
import { adopt } from '#follow-up/adoptions/changes.server.ts';
import {
  createRecommendation,
  deleteRecommendation,
  recommendationLinks,
  updateRecommendation,
} from '#follow-up/recommendations/changes.server.ts';
import { readRecommendation } from '#follow-up/recommendations/queries.server.ts';
import { createResponse, deleteResponse, updateResponse } from '#follow-up/responses/changes.server.ts';
import { readResponse } from '#follow-up/responses/queries.server.ts';
import { createSuccession } from '#follow-up/successions/changes.server.ts';
import { changeAccountStanding } from '#network/accounts/changes.server.ts';
import { giveRole, takeRole } from '#network/grants/changes.server.ts';
import { scopesOf } from '#network/grants/model.ts';
import { createInvitation } from '#network/invitations/changes.server.ts';
import { createLink, linkRecord } from '#network/links/changes.server.ts';
import { acceptMembership } from '#network/memberships/changes.server.ts';
import { createOrganisation, updateOrganisation } from '#network/organisations/changes.server.ts';
import { createPerson, updatePerson } from '#network/people/changes.server.ts';
import { References } from '#network/references/queries.server.ts';
import { createSource } from '#network/sources/changes.server.ts';
import { createConcept } from '#network/taxonomy/changes.server.ts';
import { NETWORK, roles, type Actor, type Role, type Scope } from '#platform/actor/actor.ts';
import type { Transaction } from '#platform/database/database.ts';
import { openTestDatabase, type TestDatabase } from '#platform/database/testing.ts';
import type { Outcome } from '#platform/records/outcome.ts';
import { newId } from '#platform/records/uuid.ts';
import { expected } from '../support/rights-table.ts';
import {
  answerOf,
  countsOf,
  itemOf,
  organisationNamed,
  placeOf,
  root,
  text,
  workshopNamed,
  writeActors,
  writeWorld,
  type Side,
  type World,
} from '../support/rights.ts';
import { commitmentAttempts } from '../support/rights-commitments.ts';
import { debateAttempts } from '../support/rights-debates.ts';
import { readingAttempts } from '../support/rights-readings.ts';
import { progressAttempts } from '../support/rights-reports.ts';

/*
 * Every role, on every scope that it fits, does everything there is to do, on its own side of the world and on the
 * other: both sides hold the same, so that whatever leaks across would show.
 */
type Attempt = (tx: Transaction, actor: Actor, world: World) => Promise<Outcome<object>>;

const clock = () => new Date('2026-11-25T12:00:00Z');
const sending = { clock, publicUrl: 'http://localhost:3000', place: '' };
const at = clock().toISOString();
const named = { workshop: 'Rencontre', session: 'Séance' };
const circulating = { ...sending, titles: { fr: named, ar: named, en: named } };
const invitee = { name: 'Invitée', email: 'invitee@region.example', locale: 'ar' as const };
const refused = { ok: false, reason: 'platform_refused_not_allowed' } as const;

/** The same attempt on one's own side and on the other. */
const both = (
  name: string,
  attempt: (tx: Transaction, actor: Actor, side: Side) => Promise<Outcome<object>>,
) =>
  ({
    [`${name} own`]: (tx, actor, { own }) => attempt(tx, actor, own),
    [`${name} other`]: (tx, actor, { other }) => attempt(tx, actor, other),
  }) satisfies Record<string, Attempt>;

/** The same attempt on one's own session, on another of the same workshop, and on the other side. */
function sessions(
  name: string,
  attempt: (tx: Transaction, actor: Actor, minutesId: string) => Promise<Outcome<object>>,
) {
  return {
    [`${name} own`]: (tx, actor, { own }) => attempt(tx, actor, own.minutes),
    [`${name} beside`]: (tx, actor, { own }) => attempt(tx, actor, own.otherMinutes),
    [`${name} other`]: (tx, actor, { other }) => attempt(tx, actor, other.minutes),
  } satisfies Record<string, Attempt>;
}

const invite = (role: Role, scope: Scope) =>
  both(`invite ${scope}`, (tx, actor, side) =>
    createInvitation(tx, actor, { ...invitee, role, scope, on: placeOf(scope, side) }, sending),
  );

/** Everything that is tried, in the order of the table's columns. */
const attempts: Record<string, Attempt> = {
  ...both('read draft', async (tx, actor, { workshop }) =>
    (await readWorkshop(tx, actor, workshop)) ? { ok: true } : refused,
  ),
  ...both('edit workshop', (tx, actor, { workshop: id, territory }) =>
    updateWorkshop(tx, actor, { ...workshopNamed('changed'), id, version: 1, territoryId: territory }),
  ),
  ...both('edit item', (tx, actor, { workshop }) => createItem(tx, actor, itemOf(workshop, 'suite'))),
  'create workshop': (tx, actor) =>
    createWorkshop(tx, actor, { ...workshopNamed('another'), status: 'draft' }),
  ...both('edit organisation', (tx, actor, { organisation: id, territory }) =>
    updateOrganisation(tx, actor, { ...organisationNamed('changed', territory), id, version: 1 }),
  ),
  'add person': (tx, actor) => createPerson(tx, actor, { slug: 'another', name: text('Nouvelle') }),
  'edit person': (tx, actor, { person: id }) =>
    updatePerson(tx, actor, { slug: 'changed', name: text('Changée'), id, version: 1 }),
  ...both('decide request', (tx, actor, { request: id }) => acceptMembership(tx, actor, { id }, sending)),
  'decide nobody’s request': (tx, actor, { request: id }) =>
    acceptMembership(tx, actor, { id, on: NETWORK }, sending),
  ...invite('member', 'organisation'),
  ...invite('alternate', 'territory'),
  ...invite('reader', 'workshop'),
  'invite network': (tx, actor) =>
    createInvitation(tx, actor, { ...invitee, role: 'member', scope: 'network', on: NETWORK }, sending),
  ...both('take role', (tx, actor, { grant: id }) => takeRole(tx, actor, { id })),
  'suspend account': (tx, actor, { account: id }) =>
    changeAccountStanding(tx, actor, { id, version: 1, status: 'suspended' }),
  /** An organisation outside of what is one's own, mended by who recorded it. */
  'mend organisation': async (tx, actor, { other: { territory } }) => {
    const recorded = await createOrganisation(tx, actor, organisationNamed('recorded', territory));
    if (!recorded.ok) return recorded;
    const changed = { ...organisationNamed('mended', territory), id: recorded.id, version: 1 };
    return updateOrganisation(tx, actor, changed);
  },
  ...both('conclude', (tx, actor, { workshop: workshopId }) =>
    createConclusion(tx, actor, { workshopId, ...conclusion }),
  ),
  ...both('conclude session', (tx, actor, { workshop: workshopId, session: itemId }) =>
    createConclusion(tx, actor, { workshopId, itemId, ...conclusion }),
  ),
  ...both('edit conclusion', (tx, actor, { conclusion: id, session: itemId }) =>
    updateConclusion(tx, actor, { id, version: 1, itemId, ...conclusion }),
  ),
  ...both('free conclusion', (tx, actor, { conclusion: id }) =>
    updateConclusion(tx, actor, { id, version: 1, ...conclusion }),
  ),
  ...both('remove conclusion', (tx, actor, { conclusion: id }) =>
    deleteConclusion(tx, actor, { id, version: 1 }, references),
  ),
  ...both('edit recommendation', (tx, actor, { recommendation: id }) =>
    updateRecommendation(tx, actor, { id, version: 1, ...recommendation }),
  ),
  ...both('say whom it concerns', (tx, actor, { recommendation: fromId, territory: toId }) =>
    linkRecord(tx, actor, { fromId, relation: 'concerns', toId }, recommendationLinks(actor)),
  ),
  ...both('remove recommendation', (tx, actor, { recommendation: id }) =>
    deleteRecommendation(tx, actor, { id, version: 1 }, references),
  ),
  ...both('write figures', (tx, actor, { workshop: id }) => recordFigures(tx, actor, { id, version: 1 })),
  ...both('count participants', (tx, actor, side) => recordParticipation(tx, actor, countsOf(side))),
  ...both('count session', (tx, actor, side) => recordParticipation(tx, actor, countsOf(side, side.session))),
  'add recommendation': (tx, actor) => createRecommendation(tx, actor, recommendation),
  'add concept': (tx, actor) =>
    createConcept(tx, actor, { slug: 'another', scheme: 'axis', code: '9', name: text('Nouveau') }),
  'add source': (tx, actor) =>
    createSource(tx, actor, { title: 'Nouvelle', language: 'fr', publisher: 'Région', consultedOn: '2026' }),
  'add series': (tx, actor) => createSeries(tx, actor, { slug: 'another', name: text('Nouvelle') }),
  ...sessions('read minutes', async (tx, actor, minutesId) =>
    (await readWritable(tx, actor, minutesId)) ? { ok: true } : refused,
  ),
  ...sessions('write minutes', (tx, actor, minutesId) => {
    const device = write(newReplica(minutesId, newId()), newId(), { rank: 'a1' }, { id: newId(), at });
    return syncMinutes(tx, actor, { minutesId, ...send(device, at, null).request }, clock);
  }),
  ...sessions('look at minutes', (tx, actor, minutesId) =>
    syncMinutes(tx, actor, { minutesId, ...send(newReplica(minutesId, newId()), at, null).request }, clock),
  ),
  ...sessions('circulate minutes', (tx, actor, minutesId) =>
    circulateMinutes(tx, actor, { minutesId, needed: 1, approvers: [invitee] }, circulating),
  ),
  ...sessions('seal minutes', async (tx, actor, minutesId) => {
    const asked = { minutesId, needed: 1, approvers: [invitee] };
    await circulateMinutes(tx, actors.get('administrator network')!, asked, circulating);
    await tx.updateTable('minutes_approvals').set({ answer: 'approved' }).execute();
    return sealMinutes(tx, actor, { minutesId, version: 2 }, clock);
  }),
  ...both('open minutes', (tx, actor, { session: itemId }) => openMinutes(tx, actor, { itemId })),
  ...both('gather', (tx, actor, { workshop: workshopId }) => gatherEntries(tx, actor, { workshopId })),
  ...both('propose', (tx, actor, { workshop: workshopId }) =>
    createEntry(tx, actor, { workshopId, ...proposed }),
  ),
  ...both('reword', (tx, actor, { draft: id }) => updateEntry(tx, actor, { id, version: 1, ...proposed })),
  ...both('move', (tx, actor, { draft: id }) => moveEntry(tx, actor, { id, by: 1, places: 1 })),
  ...both('leave', (tx, actor, { draft: id }) => leaveEntry(tx, actor, { id, version: 1 })),
  ...both('adopt', (tx, actor, { draft: id }) => adopt(tx, actor, { id, version: 1 })),
  ...both('edit action', (tx, actor, { action: id }) =>
    updateAction(tx, actor, { id, version: 1, ...proposed }),
  ),
  ...both('settle action', (tx, actor, { action: id }) =>
    settleAction(tx, actor, { id, version: 1, status: 'done' }),
  ),
  ...both('read hidden', async (tx, actor, { hidden }) =>
    (await readRecommendation(tx, actor, hidden)) ? { ok: true } : refused,
  ),
  ...both('read shown', async (tx, actor, { shown }) =>
    (await readRecommendation(tx, actor, shown)) ? { ok: true } : refused,
  ),
  ...both('read answer', async (tx, actor, { response }) =>
    (await readResponse(tx, actor, response)) ? { ok: true } : refused,
  ),
  ...both('answer', async (tx, actor, { recommendation: id, organisation }) => {
    const from = { kind: 'recommendations' as const, id };
    const to = { kind: 'organisations' as const, id: organisation };
    await createLink(tx, root, { from, relation: 'addressed-to', to });
    return createResponse(tx, actor, answerOf(id, organisation));
  }),
  ...both('change answer', (tx, actor, { response: id, organisation }) =>
    updateResponse(tx, actor, { ...answerOf('', organisation), id, version: 1 }),
  ),
  ...both('take answer back', (tx, actor, { response: id }) =>
    deleteResponse(tx, actor, { id, version: 1 }, references),
  ),
  ...both('supersede', (tx, actor, { recommendation: id, shown }) =>
    tx
      .selectFrom('recommendations')
      .select('reference')
      .where('id', '=', shown)
      .executeTakeFirstOrThrow()
      .then(({ reference }) =>
        createSuccession(tx, actor, { id, relation: 'supersedes', references: reference }),
      ),
  ),
  ...Object.assign(
    {},
    ...Object.entries({
      ...commitmentAttempts(() => references),
      ...readingAttempts,
      ...progressAttempts(() => references),
      ...debateAttempts(() => references),
    }).map(([name, attempt]) => both(name, attempt)),
  ),
};

const proposed = { kind: 'decision' as const, text: text('Proposée') };
const conclusion = { kind: 'conclusion' as const, text: text('Conclue') };
const recommendation = { slug: 'another', reference: 'N-1', title: text('Nouvelle') };

/** Who gives which roles on what; on the other side, and all that is not named here, nobody but the first two. */
const all =
  'administrator, coordinator, focal-point, alternate, validator, facilitator, rapporteur, member, reader';
const allButReserved = 'focal-point, alternate, validator, facilitator, rapporteur, member, reader';
const given: Record<string, Partial<Record<Scope, string>>> = {
  'coordinator territory': { territory: 'alternate, reader' },
  'focal-point organisation': { organisation: 'alternate, validator, facilitator, member, reader' },
  'focal-point territory': { territory: 'alternate, reader' },
  'facilitator workshop': { workshop: 'facilitator, rapporteur, reader' },
};

let references: References;
let db: TestDatabase;
let world: World;
let actors: Map<string, Actor>;
beforeAll(async () => {
  db = await openTestDatabase();
  references = await References.of(db);
  world = await writeWorld(db);
  actors = await writeActors(db, world);
});
afterAll(() => db.close());

/** What an attempt answers, undone whatever it was: +, - or the reason of any other refusal. */
async function tried(attempt: (tx: Transaction) => Promise<Outcome<object>>): Promise<string> {
  let answer = '';
  const undo = new Error('undone');
  await db
    .transaction(async (tx) => {
      const outcome = await attempt(tx);
      if (outcome.ok) answer = '+';
      else answer = outcome.reason === refused.reason ? '-' : `${outcome.reason} ${outcome.field ?? ''}`;
      throw undo;
    })
    .catch((error: unknown) => {
      if (error !== undo) throw error;
    });
  return answer;
}

describe('what a role may', () => {
  it('is said of every role on every scope, of anyone and of who is suspended', () => {
    const named = roles.flatMap((role) => scopesOf[role].map((scope) => `${role} ${scope}`));
    expect([...expected.keys()]).toEqual([...named, 'anyone', 'suspended']);
    for (const cells of expected.values()) expect(cells).toHaveLength(Object.keys(attempts).length);
  });

  it.each([...expected])('%s', async (name, cells) => {
    const actor = actors.get(name)!;
    const answers: Record<string, string> = {};
    for (const [what, attempt] of Object.entries(attempts))
      answers[what] = await tried((tx) => attempt(tx, actor, world));
    expect(answers).toEqual(
      Object.fromEntries(Object.keys(attempts).map((what, index) => [what, cells[index]])),
    );
  });
});

describe('which roles a role gives', () => {
  /** The roles that an actor succeeds in giving on a place; whatever else is refused for want of the right. */
  async function givenBy(actor: Actor, scope: Scope, on: string): Promise<string> {
    const done: Role[] = [];
    for (const role of roles.filter((role) => scopesOf[role].includes(scope))) {
      const answer = await tried((tx) => giveRole(tx, actor, { accountId: world.account, role, scope, on }));
      if (answer === '+') done.push(role);
      else expect(answer).toBe('-');
    }
    return done.join(', ');
  }

  const fitting = (list: string, scope: Scope) =>
    list
      .split(', ')
      .filter((role) => scopesOf[role as Role].includes(scope))
      .join(', ');

  it.each([...expected.keys()])('%s', async (name) => {
    const everywhere = { 'administrator network': all, 'coordinator network': allButReserved }[name];
    for (const scope of ['network', 'organisation', 'territory', 'workshop', 'session'] as const)
      for (const side of ['own', 'other'] as const) {
        const answer = await givenBy(actors.get(name)!, scope, placeOf(scope, world[side]));
        const mine = side === 'own' && scope !== 'network' ? (given[name]?.[scope] ?? '') : '';
        expect([scope, side, answer]).toEqual([scope, side, everywhere ? fitting(everywhere, scope) : mine]);
      }
  });

  it('is refused on what is not there, or is of another kind', async () => {
    const administrator = actors.get('administrator network')!;
    const member = { accountId: world.account, role: 'member', scope: 'organisation' } as const;
    const on = world.own.territory;
    expect(await tried((tx) => giveRole(tx, administrator, { ...member, on }))).toBe(
      'platform_refused_missing on',
    );
    expect(await tried((tx) => giveRole(tx, administrator, { ...member, on: NETWORK }))).toBe(
      'network_problem_role_does_not_fit on',
    );
  });
});
