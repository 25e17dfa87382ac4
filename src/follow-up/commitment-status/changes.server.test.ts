import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createAccount } from '#network/accounts/changes.server.ts';
import { giveRole } from '#network/grants/changes.server.ts';
import { noticesExpiring, tellDue } from '#network/notices/changes.server.ts';
import { changeProfile } from '#network/profiles/changes.server.ts';
import { openTestDatabase, type TestDatabase } from '#platform/database/testing.ts';
import { done } from '#platform/records/outcome.ts';
import { updateRecord } from '#platform/records/records.server.ts';
import { openSecrets } from '#platform/secrets/secrets.ts';
import { administrator, holding, inFrench, organisationNamed } from '../../../tests/support/workshops.ts';
import { createCommitment } from '../commitments/changes.server.ts';
import { createMilestone, updateMilestone } from '../milestones/changes.server.ts';
import { remindCommitted, turnLate } from './changes.server.ts';
import { commitmentDuties } from './queries.server.ts';
import { commitmentNotices } from './reactions.server.ts';

let db: TestDatabase;
let lead: string;
let now = new Date('2027-01-04T08:00:00Z');
const clock = () => now;
beforeAll(async () => {
  db = await openTestDatabase();
  lead = await organisationNamed(db, 'lead');
  for (const [name, role] of [
    ['point', 'focal-point'],
    ['member', 'member'],
  ] as const) {
    const input = { name, email: `${name}@region.example`, locale: 'fr' as const };
    const id = done(await createAccount(db, administrator, input)).id;
    done(
      await changeProfile(db, { id, grants: [] }, { id, version: 1, name, locale: 'fr', notices: 'each' }),
    );
    done(await giveRole(db, administrator, { accountId: id, role, scope: 'organisation', on: lead }));
  }
  await db.transaction((tx) => tx.deleteFrom('notices').execute());
});
afterAll(() => db.close());

const commitment = async (name: string, dueOn?: string) =>
  done(
    await createCommitment(
      db,
      administrator,
      {
        slug: name.toLowerCase().replaceAll(' ', '-'),
        title: inFrench(name),
        deliverable: inFrench(name),
        kind: 'policy',
        organisationId: lead,
        visibility: 'public',
        ...(dueOn && { dueOn }),
      },
      clock,
    ),
  ).id;
const row = (id: string) =>
  db.reader.selectFrom('commitments').selectAll().where('id', '=', id).executeTakeFirstOrThrow();

describe('the calendar', () => {
  it.each([
    // Morocco's clock is put back for Ramadan on 15 February 2026 at 3:00.
    ['2026-02-14', '2026-02-14T22:59:59Z', '2026-02-14T23:00:00Z'],
    ['2026-02-15', '2026-02-15T23:59:59Z', '2026-02-16T00:00:00Z'],
    // And forward again on 22 March.
    ['2026-03-21', '2026-03-21T23:59:59Z', '2026-03-22T00:00:00Z'],
    ['2026-03-22', '2026-03-22T22:59:59Z', '2026-03-22T23:00:00Z'],
  ])('turns what was due on %s late after %s, whatever the clock does', async (due, before, after) => {
    now = new Date('2026-01-04T08:00:00Z');
    const id = await commitment(`due-${due}`, due);
    now = new Date(before);
    await turnLate(db, clock);
    expect((await row(id)).status).toBe('not-started');
    now = new Date(after);
    await Promise.all([turnLate(db, clock), turnLate(db, clock)]);
    const { status, status_since, version } = await row(id);
    expect([status, status_since]).toEqual(['late', new Date(after).toISOString()]);
    now = new Date('2027-04-01T08:00:00Z');
    await turnLate(db, clock);
    expect((await row(id)).version).toBe(version);
  });

  it('leaves alone what is completed or given up', async () => {
    now = new Date('2027-01-04T08:00:00Z');
    const ids = [await commitment('completed', '2027-02-01'), await commitment('discontinued', '2027-02-01')];
    await db.transaction(async (tx) => {
      for (const [index, status] of (['completed', 'discontinued'] as const).entries())
        await updateRecord(tx, administrator, 'commitments', ids[index]!, { status });
    });
    now = new Date('2027-04-01T08:00:00Z');
    await turnLate(db, clock);
    expect(await Promise.all(ids.map(async (id) => (await row(id)).status))).toEqual([
      'completed',
      'discontinued',
    ]);
  });
});

describe('a year of reminders', () => {
  it('tells focal points before the day, on it and once it is late, and never twice', async () => {
    await db.transaction(async (tx) => {
      await tx.deleteFrom('notices').execute();
      await tx.updateTable('commitments').set({ due_on: null }).execute();
    });
    now = new Date('2027-04-01T08:00:00Z');
    const held = await commitment('Tenu', '2027-06-15');
    const open = await commitment('Sans suite', '2027-09-01');
    await commitment('Sans date');
    const step = { commitmentId: open, title: inFrench('Étape'), dueOn: '2027-07-10' };
    const reached = { commitmentId: open, title: inFrench('Franchie'), dueOn: '2027-08-10' };
    done(await createMilestone(db, administrator, step, clock));
    const early = done(await createMilestone(db, administrator, reached, clock)).id;
    const secrets = openSecrets(db.location.dataFolder);
    const telling = { writers: commitmentNotices, publicUrl: 'https://network.example', secrets, clock };
    const told: string[] = [];
    for (let hour = now.getTime(); hour < Date.parse('2028-04-01T08:00:00Z'); hour += 86_400_000) {
      now = new Date(hour);
      const day = now.toISOString().slice(0, 10);
      if (day === '2027-06-16')
        await db.transaction((tx) =>
          updateRecord(tx, administrator, 'commitments', held, { status: 'completed' }),
        );
      if (day === '2027-08-05') {
        const change = { id: early, version: 1, title: inFrench('Franchie'), dueOn: '2027-08-10' };
        done(await updateMilestone(db, administrator, { ...change, reachedOn: day }, clock));
      }
      await turnLate(db, clock);
      await Promise.all([remindCommitted(db, clock), remindCommitted(db, clock)]);
      await remindCommitted(db, clock);
      await tellDue(db, telling);
      await noticesExpiring.purge(db, clock);
      const letters = await db.reader.selectFrom('mail_messages').select(['to_address', 'subject']).execute();
      for (const letter of letters)
        told.push(`${day} ${String(letter.to_address).split('@')[0]} ${letter.subject}`);
      await db.transaction((tx) => tx.deleteFrom('mail_messages').execute());
    }
    const said = told.map((line) => line.replaceAll('\u00a0', ' '));
    expect(said).toEqual([
      '2027-06-08 point Un engagement arrive à échéance le 15 juin 2027 : Tenu',
      '2027-06-15 point Un engagement est à échéance (15 juin 2027) : Tenu',
      '2027-07-03 point Une étape est prévue pour le 10 juillet 2027 : Étape',
      '2027-07-10 point Une étape est à échéance (10 juillet 2027) : Étape',
      '2027-07-17 point Une étape est en retard (prévue le 10 juillet 2027) : Étape',
      '2027-08-03 point Une étape est prévue pour le 10 août 2027 : Franchie',
      '2027-08-25 point Un engagement arrive à échéance le 1er septembre 2027 : Sans suite',
      '2027-09-01 point Un engagement est à échéance (1er septembre 2027) : Sans suite',
      '2027-09-08 point Un engagement est en retard (échéance : 1er septembre 2027) : Sans suite',
    ]);
  }, 60_000);

  it('puts what is due soon among what focal points have to do', async () => {
    now = new Date('2028-04-01T08:00:00Z');
    await commitment('soon', '2028-04-20');
    await commitment('far', '2028-12-01');
    const point = holding({ role: 'focal-point', scope: 'organisation', on: lead });
    const duties = await commitmentDuties(db.reader, point, now);
    expect(duties.map(({ href }) => href)).toEqual(['/commitments/sans-suite', '/commitments/soon']);
    const member = holding({ role: 'member', scope: 'organisation', on: lead });
    expect(await commitmentDuties(db.reader, member, now)).toEqual([]);
  });
});
