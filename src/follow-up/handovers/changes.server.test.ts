import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createAccount } from '#network/accounts/changes.server.ts';
import { readVisitor } from '#network/accounts/queries.server.ts';
import { acceptInvitation } from '#network/acceptances/changes.server.ts';
import { eraseAccount } from '#network/erasures/changes.server.ts';
import { giveRole } from '#network/grants/changes.server.ts';
import { networkHolder } from '#network/personal-data/changes.server.ts';
import { createOrganisation } from '#network/organisations/changes.server.ts';
import { createTerritory } from '#network/territories/changes.server.ts';
import { createRecommendation } from '../recommendations/changes.server.ts';
import { createLink } from '#network/links/changes.server.ts';
import type { Actor, Role, Scope } from '#platform/actor/actor.ts';
import { openTestDatabase, type TestDatabase } from '#platform/database/testing.ts';
import { keepDraft, listDrafts } from '#platform/drafts/drafts.ts';
import { done } from '#platform/records/outcome.ts';
import { administrator, inFrench } from '../../../tests/support/workshops.ts';
import { createCommitment } from '../commitments/changes.server.ts';
import { readHandoverFile } from '../handover-files/queries.server.ts';
import { createMilestone } from '../milestones/changes.server.ts';
import { createParty } from '../parties/changes.server.ts';
import { createReport, submitReport } from '../reports/changes.server.ts';
import { decideReport } from '../validations/changes.server.ts';
import { listLeftAlone, listVacancies, vacancyDuties } from '../vacancies/queries.server.ts';
import {
  confirmHandover,
  handoversHolder,
  inviteSuccessor,
  nameSuccessor,
  openHandover,
  withdrawHandover,
  writeNotes,
} from './changes.server.ts';
import { handoverDuties, heirOf, listOpenHandovers, readHandover, standingIn } from './queries.server.ts';

/*
 * Two regions that hold the same: a council in each with a commitment, so that whatever leaks across would show.
 */
let db: TestDatabase;
const now = new Date('2027-03-01T09:00:00Z');
const clock = () => now;
const sending = { clock, publicUrl: 'https://network.example', place: 'Conseil' };
let territory: string;
let council: string;
let partner: string;
let stranger: string;
let commitment: string;

const accounts = new Map<string, string>();
const account = async (name: string, ...grants: [Role, Scope, string][]) => {
  const input = { name, email: `${name}@region.example`, locale: 'fr' as const };
  const { id } = done(await createAccount(db, administrator, input));
  accounts.set(name, id);
  for (const [role, scope, on] of grants)
    done(await giveRole(db, administrator, { accountId: id, role, scope, on }));
};
const idOf = (name: string) => accounts.get(name)!;
const as = async (name: string): Promise<Actor> => (await readVisitor(db.reader, idOf(name)))!.actor;
const rolesOf = async (name: string) =>
  (await as(name)).grants.map(({ role, on }) => `${role} ${on === council ? 'council' : on}`).toSorted();

const commit = async (slug: string, organisationId: string) =>
  done(
    await createCommitment(db, administrator, {
      slug,
      title: inFrench(slug),
      deliverable: inFrench(slug),
      kind: 'policy',
      organisationId,
      dueOn: '2027-06-01',
      visibility: 'draft',
    }),
  ).id;

let serial = 0;
beforeAll(async () => void (db = await openTestDatabase()));
afterAll(() => db.close());
beforeEach(async () => {
  serial += 1;
  accounts.clear();
  const own = (name: string) => `${name}-${serial}`;
  const place = async (slug: string, code: string) =>
    done(
      await createTerritory(db, administrator, {
        slug: own(slug),
        level: 'region',
        code,
        name: inFrench(slug),
      }),
    ).id;
  territory = await place('oriental', `MA-${serial}O`);
  const elsewhere = await place('ailleurs', `MA-${serial}A`);
  const organisation = async (slug: string, territoryId: string) =>
    done(
      await createOrganisation(db, administrator, {
        slug: own(slug),
        type: 'other',
        level: 'regional',
        name: inFrench(slug),
        territoryId,
      }),
    ).id;
  council = await organisation('council', territory);
  partner = await organisation('partner', elsewhere);
  stranger = await organisation('stranger', elsewhere);
  const at = async (name: string, ...grants: [Role, Scope, string][]) => {
    await account(own(name), ...grants);
    accounts.set(name, idOf(own(name)));
  };
  await at(
    'point',
    ['focal-point', 'organisation', council],
    ['validator', 'organisation', council],
    ['member', 'organisation', stranger],
  );
  await at('deputy', ['alternate', 'organisation', council]);
  await at('validator', ['validator', 'organisation', council]);
  await at('partner', ['focal-point', 'organisation', partner]);
  await at('stranger', ['focal-point', 'organisation', stranger]);
  await at('regional', ['coordinator', 'territory', territory]);
  await at('elsewhere', ['coordinator', 'territory', elsewhere]);
  await at('coordinator', ['coordinator', 'network', 'network']);
  commitment = await commit(own('engagement'), council);
  await commit(own('autre'), stranger);
  const contribution = inFrench('Des locaux');
  done(
    await createParty(db, administrator, { commitmentId: commitment, organisationId: partner, contribution }),
  );
  const step = { commitmentId: commitment, title: inFrench('Étape'), dueOn: '2027-05-01' };
  done(await createMilestone(db, administrator, step));
  await db.transaction((tx) => tx.deleteFrom('notices').execute());
});

const begun = async () =>
  done(
    await openHandover(
      db,
      await as('point'),
      { accountId: idOf('point'), scope: 'organisation', on: council },
      clock,
    ),
  ).id;
const seen = async (id: string) => {
  const { version } = await db.reader
    .selectFrom('handovers')
    .select('version')
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  return { id, version };
};
const name = async (id: string, by: string, whom: string) =>
  nameSuccessor(db, await as(by), { ...(await seen(id)), accountId: idOf(whom) }, clock);
const confirm = async (id: string, by: string) =>
  confirmHandover(db, await as(by), { ...(await seen(id)), read: true }, clock);
const told = async () => {
  const rows = await db.reader.selectFrom('notices').select(['account_id', 'kind']).execute();
  const names = new Map([...accounts].map(([one, id]) => [id, one.replace(/-\d+$/, '')]));
  return rows
    .filter(({ kind }) => kind.startsWith('handover'))
    .map(({ account_id, kind }) => `${names.get(account_id)} ${kind}`)
    .toSorted();
};

describe('a handover', () => {
  it('passes nothing until its successor has confirmed, then everything at once', async () => {
    const id = await begun();
    done(await name(id, 'point', 'deputy'));
    expect(await rolesOf('point')).toContain('focal-point council');
    expect(await rolesOf('deputy')).toEqual(['alternate council']);
    expect(await handoverDuties(db.reader, await as('deputy'))).toMatchObject([
      { kind: 'handover-confirmation', href: `/handovers/${id}` },
    ]);
    const unread = await confirmHandover(db, await as('deputy'), { ...(await seen(id)), read: false }, clock);
    expect(unread).toMatchObject({ reason: 'follow_up_problem_file_unread', field: 'read' });
    done(await confirm(id, 'deputy'));
    // What was held elsewhere stays.
    expect(await rolesOf('point')).toEqual([`member ${stranger}`]);
    expect(await rolesOf('deputy')).toEqual([
      'alternate council',
      'focal-point council',
      'validator council',
    ]);
    expect(await told()).toEqual([
      'coordinator handover-confirmed',
      'deputy handover-named',
      'partner handover-partner',
      'point handover-confirmed',
      'regional handover-confirmed',
    ]);
    const entries = await db.reader
      .selectFrom('journal')
      .select(['kind', 'verb', 'actor_id'])
      .where('actor_id', '=', idOf('deputy'))
      .orderBy('number')
      .execute();
    expect(entries.map(({ kind, verb }) => `${verb} ${kind}`)).toEqual([
      'update handovers',
      'delete grants',
      'create grants',
      'delete grants',
      'create grants',
    ]);
  });

  it('is confirmed by one of two who confirm at once, and by nobody else', async () => {
    const id = await begun();
    done(await name(id, 'point', 'deputy'));
    for (const other of ['point', 'validator', 'partner', 'coordinator'])
      expect(await confirm(id, other)).toMatchObject({ reason: 'platform_refused_not_allowed' });
    const both = await Promise.all([confirm(id, 'deputy'), confirm(id, 'deputy')]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    const grants = await db.reader
      .selectFrom('grants')
      .select('role')
      .where('account_id', '=', idOf('deputy'))
      .where('role', '=', 'focal-point')
      .execute();
    expect(grants).toHaveLength(1);
  });

  it('does not pass a role that was taken away meanwhile', async () => {
    const id = await begun();
    done(await name(id, 'point', 'deputy'));
    await db.transaction((tx) =>
      tx.deleteFrom('grants').where('account_id', '=', idOf('point')).where('on_id', '=', council).execute(),
    );
    expect(await confirm(id, 'deputy')).toMatchObject({ reason: 'follow_up_problem_nothing_left' });
    expect(await rolesOf('deputy')).toEqual(['alternate council']);
  });

  it('is begun by who leaves and who coordinates, each within its own', async () => {
    const input = { accountId: idOf('point'), scope: 'organisation', on: council } as const;
    for (const other of ['deputy', 'validator', 'partner', 'stranger', 'elsewhere'])
      expect([other, await openHandover(db, await as(other), input, clock)]).toEqual([
        other,
        { ok: false, reason: 'platform_refused_not_allowed' },
      ]);
    const id = done(await openHandover(db, await as('regional'), input, clock)).id;
    expect(await openHandover(db, await as('coordinator'), input, clock)).toMatchObject({
      reason: 'follow_up_problem_handover_open',
    });
    // Who holds nothing to hand over has no handover, whoever asks.
    const nothing = { ...input, accountId: idOf('partner') };
    expect(await openHandover(db, await as('coordinator'), nothing, clock)).toMatchObject({
      reason: 'follow_up_problem_nothing_held',
    });
    const readers = await Promise.all(
      ['point', 'regional', 'coordinator', 'deputy', 'validator', 'partner', 'stranger', 'elsewhere'].map(
        async (one) => [one, (await readHandover(db.reader, await as(one), id)) !== undefined],
      ),
    );
    expect(readers.filter(([, reads]) => reads).map(([one]) => one)).toEqual([
      'point',
      'regional',
      'coordinator',
    ]);
    expect(await listOpenHandovers(db.reader, await as('partner'))).toEqual([]);
  });

  it('takes a successor of the institution only, and no longer shows itself to one who was replaced', async () => {
    const id = await begun();
    for (const whom of ['stranger', 'partner', 'point'])
      expect(await name(id, 'point', whom)).toMatchObject({ reason: 'follow_up_problem_no_successor' });
    done(await name(id, 'point', 'deputy'));
    expect(await readHandover(db.reader, await as('deputy'), id)).toBeDefined();
    done(await name(id, 'regional', 'validator'));
    expect(await readHandover(db.reader, await as('deputy'), id)).toBeUndefined();
    expect(await confirm(id, 'deputy')).toMatchObject({ reason: 'platform_refused_not_allowed' });
  });

  it('waits for an invited successor, who comes in by the invitation', async () => {
    const id = await begun();
    const email = `next-${serial}@region.example`;
    const invitee = { ...(await seen(id)), name: 'Suite', email, locale: 'ar' as const };
    // A regional coordinator gives no role on an organisation, and invites to none.
    expect(await inviteSuccessor(db, await as('regional'), invitee, sending)).toMatchObject({
      reason: 'platform_refused_not_allowed',
    });
    done(await inviteSuccessor(db, await as('point'), invitee, sending));
    expect(await confirm(id, 'point')).toMatchObject({ reason: 'platform_refused_not_allowed' });
    const letter = await db.reader
      .selectFrom('mail_messages')
      .select('text')
      .where('to_address', '=', email)
      .executeTakeFirstOrThrow();
    const token = /token=([\w-]+)/.exec(letter.text!)![1]!;
    const { accountId } = done(await acceptInvitation({ db, clock }, null, { token }));
    accounts.set('next', accountId);
    expect(await rolesOf('next')).toEqual(['member council']);
    expect(await handoverDuties(db.reader, await as('next'))).toMatchObject([
      { kind: 'handover-confirmation' },
    ]);
    done(await confirm(id, 'next'));
    expect(await rolesOf('next')).toEqual(['focal-point council', 'member council', 'validator council']);
  });

  it('lets unsent forms pass with the leaver’s word alone, and only those of its records', async () => {
    const address = `/commitments/engagement-${serial}/edit`;
    const keep = (accountId: string, at: string) =>
      db.transaction((tx) =>
        keepDraft(tx, { accountId, address: at }, { values: { slug: 'x' }, baseVersion: 1 }, clock),
      );
    await keep(idOf('point'), address);
    await keep(idOf('point'), `/commitments/autre-${serial}/edit`);
    await keep(idOf('point'), `/commitments/engagement-${serial}0/edit`);
    const id = await begun();
    const notes = async (by: string, passesDrafts: boolean) =>
      writeNotes(
        db,
        await as(by),
        { ...(await seen(id)), notes: 'Voir', language: 'fr', passesDrafts },
        clock,
      );
    done(await notes('coordinator', true));
    expect((await readHandover(db.reader, await as('point'), id))!.passes_drafts).toBe(0);
    done(await notes('point', true));
    done(await name(id, 'point', 'deputy'));
    done(await confirm(id, 'deputy'));
    expect((await listDrafts(db.reader, idOf('deputy'))).map((draft) => draft.address)).toEqual([address]);
    expect(await listDrafts(db.reader, idOf('point'))).toHaveLength(2);
  });

  it('is withdrawn without a trace on the roles', async () => {
    const id = await begun();
    done(await name(id, 'point', 'deputy'));
    expect(await withdrawHandover(db, await as('deputy'), await seen(id), clock)).toMatchObject({
      ok: false,
    });
    done(await withdrawHandover(db, await as('point'), await seen(id), clock));
    expect(await confirm(id, 'deputy')).toMatchObject({ reason: 'platform_refused_not_allowed' });
    expect(await rolesOf('point')).toContain('focal-point council');
  });
});

describe('its file', () => {
  it('gathers what is open in the institution, and nothing of another', async () => {
    const point = await as('point');
    const report = {
      commitmentId: commitment,
      organisationId: council,
      periodStartsOn: '2027-01-01',
      periodEndsOn: '2027-02-28',
      status: 'in-progress',
      narrative: inFrench('Rapport'),
      figures: {},
    } as const;
    const draft = done(await createReport(db, point, report as never, clock)).id;
    const recommendationId = done(
      await createRecommendation(db, administrator, {
        slug: `reco-${serial}`,
        reference: `R-${serial}`,
        title: inFrench('Recommandation'),
        visibility: 'network',
      } as never),
    ).id;
    const from = { kind: 'recommendations', id: recommendationId } as const;
    const to = { kind: 'organisations', id: council } as const;
    done(await createLink(db, administrator, { from, relation: 'addressed-to', to }, true));
    const handover = (await readHandover(db.reader, point, await begun()))!;
    const file = await readHandoverFile(db.reader, handover, now);
    expect(file.commitments.map(({ id }) => id)).toEqual([commitment]);
    expect(file.milestones.map(({ due_on }) => due_on)).toEqual(['2027-05-01']);
    expect(file.reports.map(({ id }) => id)).toEqual([draft]);
    expect(file.answers.map(({ id }) => id)).toEqual([recommendationId]);
    const people = file.contacts.map((row) => `${row.name.replace(/-\d+$/, '')} ${row.role}`);
    expect(people).toContain('deputy alternate');
    expect(people).toContain('regional coordinator');
    expect(people.filter((one) => /^(point|stranger|elsewhere)/.test(one))).toEqual([]);
    expect(Object.keys(file.contacts[0]!)).not.toContain('personal_email');
  });

  it('is closed to who has left once it is confirmed', async () => {
    const id = await begun();
    done(await name(id, 'point', 'deputy'));
    done(await confirm(id, 'deputy'));
    const reads = async (one: string) => {
      const actor = await as(one);
      const handover = await readHandover(db.reader, actor, id);
      return handover && (await standingIn(db.reader, actor, handover)).readsFile;
    };
    expect(await Promise.all(['point', 'deputy', 'coordinator', 'regional'].map(reads))).toEqual([
      false,
      true,
      true,
      true,
    ]);
  });
});

describe('what was submitted before', () => {
  it('comes back to whoever took over', async () => {
    const report = {
      commitmentId: commitment,
      organisationId: council,
      periodStartsOn: '2027-01-01',
      periodEndsOn: '2027-02-28',
      status: 'in-progress',
      narrative: inFrench('Rapport'),
      figures: {},
    } as const;
    const id = done(await createReport(db, await as('point'), report as never, clock)).id;
    done(await submitReport(db, await as('point'), { id, version: 1 }, clock));
    const handover = await begun();
    done(await name(handover, 'point', 'deputy'));
    done(await confirm(handover, 'deputy'));
    expect(await heirOf(db.reader, idOf('point'), council)).toBe(idOf('deputy'));
    expect(await heirOf(db.reader, idOf('point'), stranger)).toBe(idOf('point'));
    const decision = { id, version: 2, decision: 'returned', reasons: 'Complétez', language: 'fr' } as const;
    done(await decideReport(db, await as('validator'), decision as never, clock));
    const rows = await db.reader
      .selectFrom('notices')
      .select('account_id')
      .where('kind', '=', 'report-returned')
      .execute();
    expect(rows.map(({ account_id }) => account_id)).toContain(idOf('deputy'));
  });
});

describe('an institution with open commitments', () => {
  const slugs = (rows: readonly { slug: string }[]) => rows.map(({ slug }) => slug);

  it('that would lose its last focal point is named beforehand', async () => {
    expect(slugs(await listLeftAlone(db.reader, idOf('point')))).toEqual([`council-${serial}`]);
    expect(await listLeftAlone(db.reader, idOf('deputy'))).toEqual([]);
    done(
      await giveRole(db, administrator, {
        accountId: idOf('validator'),
        role: 'focal-point',
        scope: 'territory',
        on: territory,
      }),
    );
    expect(await listLeftAlone(db.reader, idOf('point'))).toEqual([]);
  });

  it('and has lost it is owed by who coordinates, and by nobody else', async () => {
    expect(await listVacancies(db.reader, await as('regional'))).toEqual([]);
    await db.transaction((tx) =>
      tx.updateTable('accounts').set({ status: 'suspended' }).where('id', '=', idOf('point')).execute(),
    );
    expect(slugs(await listVacancies(db.reader, await as('regional')))).toEqual([`council-${serial}`]);
    expect(await listVacancies(db.reader, await as('elsewhere'))).toEqual([]);
    expect(await vacancyDuties(db.reader, await as('deputy'))).toEqual([]);
    expect(await vacancyDuties(db.reader, await as('regional'))).toMatchObject([
      { kind: 'vacancy', href: '/handovers#vacancies' },
    ]);
    // With nobody to leave, a successor of the institution takes over.
    const open = { scope: 'organisation', on: council } as const;
    expect(await openHandover(db, await as('deputy'), open, clock)).toMatchObject({ ok: false });
    const id = done(await openHandover(db, await as('regional'), open, clock)).id;
    done(await name(id, 'regional', 'deputy'));
    done(await confirm(id, 'deputy'));
    expect(await rolesOf('deputy')).toEqual(['alternate council', 'focal-point council']);
    expect(await listVacancies(db.reader, await as('regional'))).toEqual([]);
  });

  it('keeps its open handover when who leaves is erased: the words go, the roles wait for a successor', async () => {
    const id = await begun();
    const words = { notes: 'Confidence', language: 'fr', passesDrafts: true } as const;
    done(await writeNotes(db, await as('point'), { ...(await seen(id)), ...words }, clock));
    const person = { accountId: idOf('point'), name: '', address: '' };
    expect((await handoversHolder.export(db.reader, person))[0]!.rows).toMatchObject([
      { text: 'Confidence' },
    ]);
    done(await eraseAccount(db, await as('point'), idOf('point'), [networkHolder, handoversHolder], clock));
    const everything = JSON.stringify([
      await db.reader.selectFrom('handovers').selectAll().execute(),
      await db.reader.selectFrom('journal').selectAll().where('kind', '=', 'handovers').execute(),
    ]);
    expect(everything).not.toContain('Confidence');
    expect(slugs(await listVacancies(db.reader, await as('coordinator')))).toContain(`council-${serial}`);
    done(await name(id, 'coordinator', 'deputy'));
    done(await confirm(id, 'deputy'));
    expect(await rolesOf('deputy')).toEqual([
      'alternate council',
      'focal-point council',
      'validator council',
    ]);
  });
});
