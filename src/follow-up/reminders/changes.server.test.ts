import { afterAll, beforeAll, expect, it } from 'vitest';
import { declareAbsence } from '#network/absences/changes.server.ts';
import { absenceNotices } from '#network/absences/reactions.server.ts';
import { readVisitor } from '#network/accounts/queries.server.ts';
import { tellDue } from '#network/notices/changes.server.ts';
import { openTestDatabase, type TestDatabase } from '#platform/database/testing.ts';
import { done } from '#platform/records/outcome.ts';
import { openSecrets } from '#platform/secrets/secrets.ts';
import { twoRegions, type TwoRegions } from '../../../tests/support/two-regions.ts';
import { inFrench } from '../../../tests/support/workshops.ts';
import { remindCommitted } from '../commitment-status/changes.server.ts';
import { commitmentNotices } from '../commitment-status/reactions.server.ts';
import { confirmHandover } from '../handovers/changes.server.ts';
import { handoverNotices } from '../handovers/reactions.server.ts';
import { createReport } from '../reports/changes.server.ts';
import { remindAnswering, remindReporting } from './changes.server.ts';
import { reminderNotices } from './reactions.server.ts';

let db: TestDatabase;
let w: TwoRegions;
let now = new Date('2027-03-01T09:00:00Z');
const clock = () => now;
beforeAll(async () => {
  db = await openTestDatabase();
  w = await twoRegions(db, clock);
  // Each is told at once, so that the days show.
  await db.transaction((tx) => tx.updateTable('accounts').set({ notices: 'each' }).execute());
});
afterAll(() => db.close());

it('a season of reminders reaches who answers on each day, never twice: an absence, then a handover', async () => {
  const point = (await readVisitor(db.reader, w.idOf('point'), clock))!.actor;
  const report = {
    commitmentId: w.commitment,
    organisationId: w.council,
    periodStartsOn: '2027-01-01',
    periodEndsOn: '2027-03-31',
    status: 'in-progress',
    narrative: inFrench('Rapport'),
    figures: {},
  } as const;
  done(await createReport(db, point, report, clock));
  const away = { from: '2027-03-22', until: '2027-03-26', standInId: w.idOf('validator') };
  done(await declareAbsence(db, point, { scope: 'organisation', on: w.council, ...away }, clock));
  const secrets = openSecrets(db.location.dataFolder);
  const writers = { ...commitmentNotices, ...reminderNotices, ...absenceNotices, ...handoverNotices };
  const telling = { writers, publicUrl: 'https://network.example', secrets, clock };
  const told: string[] = [];
  for (let at = now.getTime(); at < Date.parse('2027-06-20T09:00:00Z'); at += 86_400_000) {
    now = new Date(at);
    const day = now.toISOString().slice(0, 10);
    if (day === '2027-05-20') {
      const id = await w.begun();
      done(await w.name(id, 'point', 'deputy'));
      const deputy = (await readVisitor(db.reader, w.idOf('deputy'), clock))!.actor;
      done(await confirmHandover(db, deputy, { ...(await w.seen(id)), read: true }, clock));
      await db.transaction((tx) => tx.deleteFrom('notices').where('kind', 'like', 'handover%').execute());
    }
    for (const remind of [remindCommitted, remindReporting, remindAnswering])
      await Promise.all([remind(db, clock), remind(db, clock)]);
    await tellDue(db, telling);
    const letters = await db.reader
      .selectFrom('mail_messages')
      .select(['to_address', 'subject'])
      .where('purpose', '=', 'notices')
      .orderBy('to_address')
      .execute();
    for (const { to_address, subject } of letters)
      if (/étape|engagement|rapport/i.test(String(subject)))
        told.push(
          `${day} ${String(to_address).split('-')[0]} ${String(subject).split(/ (est|arrive|commencé|n’est)/)[0]}`,
        );
    await db.transaction((tx) => tx.deleteFrom('mail_messages').execute());
  }
  // The other institution's focal point is told of its own commitment alone, whatever happens here.
  expect(told.filter((line) => line.includes('stranger'))).toEqual([
    '2027-05-25 stranger Un engagement',
    '2027-06-01 stranger Un engagement',
    '2027-06-08 stranger Un engagement',
  ]);
  expect(told.filter((line) => !line.includes('stranger')).toSorted()).toEqual([
    // The focal point is away as the report falls due soon: who stands in is told as well.
    '2027-03-24 point La période d’un rapport',
    '2027-03-24 validator La période d’un rapport',
    '2027-03-31 point Un rapport',
    '2027-04-07 point Un rapport',
    '2027-04-24 point Une étape',
    '2027-05-01 point Une étape',
    '2027-05-08 point Une étape',
    // Whoever took over is told from then on: where things stand, and what follows.
    '2027-05-20 deputy Un rapport',
    '2027-05-20 deputy Une étape',
    '2027-05-25 deputy Un engagement',
    '2027-06-01 deputy Un engagement',
    '2027-06-08 deputy Un engagement',
  ]);
}, 60_000);
