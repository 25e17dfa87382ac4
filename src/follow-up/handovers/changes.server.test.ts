import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { acceptInvitation } from '#network/acceptances/changes.server.ts';
import { createLink } from '#network/links/changes.server.ts';
import { openTestDatabase, type TestDatabase } from '#platform/database/testing.ts';
import { keepDraft, listDrafts } from '#platform/drafts/drafts.ts';
import { done } from '#platform/records/outcome.ts';
import { twoRegions, type TwoRegions } from '../../../tests/support/two-regions.ts';
import { administrator, inFrench } from '../../../tests/support/workshops.ts';
import { readHandoverFile } from '../handover-files/queries.server.ts';
import { createRecommendation } from '../recommendations/changes.server.ts';
import { createReport, submitReport } from '../reports/changes.server.ts';
import { decideReport } from '../validations/changes.server.ts';
import {
  confirmHandover,
  inviteSuccessor,
  openHandover,
  withdrawHandover,
  writeNotes,
} from './changes.server.ts';
import {
  handoverDuties,
  heirOf,
  listInvited,
  listOpenHandovers,
  readHandover,
  standingIn,
} from './queries.server.ts';

let db: TestDatabase;
let w: TwoRegions;
const now = new Date('2027-03-01T09:00:00Z');
const clock = () => now;
const sending = { clock, publicUrl: 'https://network.example', place: 'Conseil' };
beforeAll(async () => void (db = await openTestDatabase()));
afterAll(() => db.close());
beforeEach(async () => void (w = await twoRegions(db, clock)));

describe('a handover', () => {
  it('passes nothing until its successor has confirmed, then everything at once', async () => {
    const id = await w.begun();
    done(await w.name(id, 'point', 'deputy'));
    expect(await w.rolesOf('point')).toContain('focal-point council');
    expect(await w.rolesOf('deputy')).toEqual(['alternate council']);
    expect(await handoverDuties(db.reader, await w.as('deputy'))).toMatchObject([
      { kind: 'handover-confirmation', href: `/handovers/${id}` },
    ]);
    const unread = await confirmHandover(
      db,
      await w.as('deputy'),
      { ...(await w.seen(id)), read: false },
      clock,
    );
    expect(unread).toMatchObject({ reason: 'follow_up_problem_file_unread', field: 'read' });
    done(await w.confirm(id, 'deputy'));
    // What was held elsewhere stays.
    expect(await w.rolesOf('point')).toEqual([`member ${w.stranger}`]);
    expect(await w.rolesOf('deputy')).toEqual([
      'alternate council',
      'focal-point council',
      'validator council',
    ]);
    expect(await w.told()).toEqual([
      'coordinator handover-confirmed',
      'deputy handover-named',
      'partner handover-partner',
      'point handover-confirmed',
      'regional handover-confirmed',
    ]);
    const entries = await db.reader
      .selectFrom('journal')
      .select(['kind', 'verb', 'actor_id'])
      .where('actor_id', '=', w.idOf('deputy'))
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
    const id = await w.begun();
    done(await w.name(id, 'point', 'deputy'));
    for (const other of ['point', 'validator', 'partner', 'coordinator'])
      expect(await w.confirm(id, other)).toMatchObject({ reason: 'platform_refused_not_allowed' });
    const both = await Promise.all([w.confirm(id, 'deputy'), w.confirm(id, 'deputy')]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    const grants = await db.reader
      .selectFrom('grants')
      .select('role')
      .where('account_id', '=', w.idOf('deputy'))
      .where('role', '=', 'focal-point')
      .execute();
    expect(grants).toHaveLength(1);
  });

  it('does not pass a role that was taken away meanwhile', async () => {
    const id = await w.begun();
    done(await w.name(id, 'point', 'deputy'));
    await db.transaction((tx) =>
      tx
        .deleteFrom('grants')
        .where('account_id', '=', w.idOf('point'))
        .where('on_id', '=', w.council)
        .execute(),
    );
    expect(await w.confirm(id, 'deputy')).toMatchObject({ reason: 'follow_up_problem_nothing_left' });
    expect(await w.rolesOf('deputy')).toEqual(['alternate council']);
  });

  it('is begun by who leaves and who coordinates, each within its own', async () => {
    const input = { accountId: w.idOf('point'), scope: 'organisation', on: w.council } as const;
    for (const other of ['deputy', 'validator', 'partner', 'stranger', 'elsewhere'])
      expect([other, await openHandover(db, await w.as(other), input, clock)]).toEqual([
        other,
        { ok: false, reason: 'platform_refused_not_allowed' },
      ]);
    const id = done(await openHandover(db, await w.as('regional'), input, clock)).id;
    expect(await openHandover(db, await w.as('coordinator'), input, clock)).toMatchObject({
      reason: 'follow_up_problem_handover_open',
    });
    // Who holds nothing to hand over has no handover, whoever asks.
    const nothing = { ...input, accountId: w.idOf('partner') };
    expect(await openHandover(db, await w.as('coordinator'), nothing, clock)).toMatchObject({
      reason: 'follow_up_problem_nothing_held',
    });
    const readers = await Promise.all(
      ['point', 'regional', 'coordinator', 'deputy', 'validator', 'partner', 'stranger', 'elsewhere'].map(
        async (one) => [one, (await readHandover(db.reader, await w.as(one), id)) !== undefined],
      ),
    );
    expect(readers.filter(([, reads]) => reads).map(([one]) => one)).toEqual([
      'point',
      'regional',
      'coordinator',
    ]);
    expect(await listOpenHandovers(db.reader, await w.as('partner'))).toEqual([]);
  });

  it('takes a successor of the institution only, and no longer shows itself to one who was replaced', async () => {
    const id = await w.begun();
    for (const whom of ['stranger', 'partner', 'point'])
      expect(await w.name(id, 'point', whom)).toMatchObject({ reason: 'follow_up_problem_no_successor' });
    done(await w.name(id, 'point', 'deputy'));
    expect(await readHandover(db.reader, await w.as('deputy'), id)).toBeDefined();
    done(await w.name(id, 'regional', 'validator'));
    expect(await readHandover(db.reader, await w.as('deputy'), id)).toBeUndefined();
    expect(await w.confirm(id, 'deputy')).toMatchObject({ reason: 'platform_refused_not_allowed' });
  });

  it('waits for an invited successor, who comes in by the invitation', async () => {
    const id = await w.begun();
    const email = `next-${w.serial}@region.example`;
    const invitee = { ...(await w.seen(id)), name: 'Suite', email, locale: 'ar' as const };
    // A regional coordinator gives no role on an organisation, and invites to none.
    expect(await inviteSuccessor(db, await w.as('regional'), invitee, sending)).toMatchObject({
      reason: 'platform_refused_not_allowed',
    });
    done(await inviteSuccessor(db, await w.as('point'), invitee, sending));
    expect(await w.confirm(id, 'point')).toMatchObject({ reason: 'platform_refused_not_allowed' });
    const letter = await db.reader
      .selectFrom('mail_messages')
      .select('text')
      .where('to_address', '=', email)
      .executeTakeFirstOrThrow();
    expect(letter.text).toContain('عملية تسليم');
    const handover = (await readHandover(db.reader, await w.as('point'), id))!;
    expect(await listInvited(db.reader, [handover], now)).toEqual(new Map([[id, invitee.name]]));
    const token = /token=([\w-]+)/.exec(letter.text!)![1]!;
    const { accountId } = done(await acceptInvitation({ db, clock }, null, { token }));
    w.accounts.set('next', accountId);
    expect(await listInvited(db.reader, [handover], now)).toEqual(new Map());
    expect(await w.rolesOf('next')).toEqual(['member council']);
    expect(await handoverDuties(db.reader, await w.as('next'))).toMatchObject([
      { kind: 'handover-confirmation' },
    ]);
    done(await w.confirm(id, 'next'));
    expect(await w.rolesOf('next')).toEqual(['focal-point council', 'member council', 'validator council']);
  });

  it('lets unsent forms pass with the leaver’s word alone, and only those of its records', async () => {
    const address = `/commitments/engagement-${w.serial}/edit`;
    const keep = (accountId: string, at: string) =>
      db.transaction((tx) =>
        keepDraft(tx, { accountId, address: at }, { values: { slug: 'x' }, baseVersion: 1 }, clock),
      );
    await keep(w.idOf('point'), address);
    await keep(w.idOf('point'), `/commitments/autre-${w.serial}/edit`);
    await keep(w.idOf('point'), `/commitments/engagement-${w.serial}0/edit`);
    const id = await w.begun();
    const notes = async (by: string, passesDrafts: boolean) =>
      writeNotes(
        db,
        await w.as(by),
        { ...(await w.seen(id)), notes: 'Voir', language: 'fr', passesDrafts },
        clock,
      );
    done(await notes('coordinator', true));
    expect((await readHandover(db.reader, await w.as('point'), id))!.passes_drafts).toBe(0);
    done(await notes('point', true));
    done(await w.name(id, 'point', 'deputy'));
    done(await w.confirm(id, 'deputy'));
    expect((await listDrafts(db.reader, w.idOf('deputy'))).map((draft) => draft.address)).toEqual([address]);
    expect(await listDrafts(db.reader, w.idOf('point'))).toHaveLength(2);
  });

  it('is withdrawn without a trace on the roles', async () => {
    const id = await w.begun();
    done(await w.name(id, 'point', 'deputy'));
    expect(await withdrawHandover(db, await w.as('deputy'), await w.seen(id), clock)).toMatchObject({
      ok: false,
    });
    done(await withdrawHandover(db, await w.as('point'), await w.seen(id), clock));
    expect(await w.confirm(id, 'deputy')).toMatchObject({ reason: 'platform_refused_not_allowed' });
    expect(await w.rolesOf('point')).toContain('focal-point council');
  });
});

describe('its file', () => {
  it('gathers what is open in the institution, and nothing of another', async () => {
    const point = await w.as('point');
    const report = {
      commitmentId: w.commitment,
      organisationId: w.council,
      periodStartsOn: '2027-01-01',
      periodEndsOn: '2027-02-28',
      status: 'in-progress',
      narrative: inFrench('Rapport'),
      figures: {},
    } as const;
    const draft = done(await createReport(db, point, report as never, clock)).id;
    const recommendationId = done(
      await createRecommendation(db, administrator, {
        slug: `reco-${w.serial}`,
        reference: `R-${w.serial}`,
        title: inFrench('Recommandation'),
        visibility: 'network',
      } as never),
    ).id;
    const from = { kind: 'recommendations', id: recommendationId } as const;
    const to = { kind: 'organisations', id: w.council } as const;
    done(await createLink(db, administrator, { from, relation: 'addressed-to', to }, true));
    const handover = (await readHandover(db.reader, point, await w.begun()))!;
    const file = await readHandoverFile(db.reader, handover, now);
    expect(file.commitments.map(({ id }) => id)).toEqual([w.commitment]);
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
    const id = await w.begun();
    done(await w.name(id, 'point', 'deputy'));
    done(await w.confirm(id, 'deputy'));
    const reads = async (one: string) => {
      const actor = await w.as(one);
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
      commitmentId: w.commitment,
      organisationId: w.council,
      periodStartsOn: '2027-01-01',
      periodEndsOn: '2027-02-28',
      status: 'in-progress',
      narrative: inFrench('Rapport'),
      figures: {},
    } as const;
    const id = done(await createReport(db, await w.as('point'), report as never, clock)).id;
    done(await submitReport(db, await w.as('point'), { id, version: 1 }, clock));
    const handover = await w.begun();
    done(await w.name(handover, 'point', 'deputy'));
    done(await w.confirm(handover, 'deputy'));
    expect(await heirOf(db.reader, w.idOf('point'), w.council)).toBe(w.idOf('deputy'));
    expect(await heirOf(db.reader, w.idOf('point'), w.stranger)).toBe(w.idOf('point'));
    const decision = { id, version: 2, decision: 'returned', reasons: 'Complétez', language: 'fr' } as const;
    done(await decideReport(db, await w.as('validator'), decision as never, clock));
    const rows = await db.reader
      .selectFrom('notices')
      .select('account_id')
      .where('kind', '=', 'report-returned')
      .execute();
    expect(rows.map(({ account_id }) => account_id)).toContain(w.idOf('deputy'));
  });
});
