import { afterAll, beforeAll, expect, it } from 'vitest';
import { declareAbsence } from '#network/absences/changes.server.ts';
import { absenceNotices } from '#network/absences/reactions.server.ts';
import { createAccount } from '#network/accounts/changes.server.ts';
import { readVisitor } from '#network/accounts/queries.server.ts';
import { giveRole } from '#network/grants/changes.server.ts';
import { createLink } from '#network/links/changes.server.ts';
import { tellDue } from '#network/notices/changes.server.ts';
import { createOrganisation } from '#network/organisations/changes.server.ts';
import { openTestDatabase, type TestDatabase } from '#platform/database/testing.ts';
import { deliver } from '#platform/mail/deliver.ts';
import { smtp } from '#platform/mail/smtp.ts';
import { answer, settingsFor, startPeer } from '#platform/mail/testing.ts';
import { done } from '#platform/records/outcome.ts';
import { openSecrets } from '#platform/secrets/secrets.ts';
import { twoRegions, type TwoRegions } from '../../../tests/support/two-regions.ts';
import { administrator, inFrench } from '../../../tests/support/workshops.ts';
import { remindCommitted, turnLate } from '../commitment-status/changes.server.ts';
import { commitmentNotices } from '../commitment-status/reactions.server.ts';
import { createCommitment } from '../commitments/changes.server.ts';
import { answerExtension, askExtension } from '../extensions/changes.server.ts';
import { extensionNotices } from '../extensions/reactions.server.ts';
import { confirmHandover } from '../handovers/changes.server.ts';
import { handoverNotices } from '../handovers/reactions.server.ts';
import { followUpNotices } from '../reactions.server.ts';
import { createRecommendation } from '../recommendations/changes.server.ts';
import { createReport, submitReport } from '../reports/changes.server.ts';
import { reportNotices } from '../reports/reactions.server.ts';
import { createResponse } from '../responses/changes.server.ts';
import { remindAnswering, remindReporting, remindUnreported } from './changes.server.ts';
import { reminderNotices } from './reactions.server.ts';

let db: TestDatabase;
let w: TwoRegions;
let now = new Date('2027-03-01T09:00:00Z');
const clock = () => now;
beforeAll(async () => {
  db = await openTestDatabase();
  w = await twoRegions(db, clock);
});
afterAll(() => db.close());

const as = async (name: string) => (await readVisitor(db.reader, w.idOf(name), clock))!.actor;
const writers = {
  ...commitmentNotices,
  ...reminderNotices,
  ...absenceNotices,
  ...handoverNotices,
  ...extensionNotices,
  ...reportNotices,
  ...followUpNotices,
};
const telling = () => ({
  writers,
  publicUrl: 'https://network.example',
  secrets: openSecrets(db.location.dataFolder),
  clock,
});

/** A morning: what falls due is queued, by two processes at once, and told. */
async function morning(): Promise<void> {
  await turnLate(db, clock);
  for (const remind of [remindCommitted, remindReporting, remindUnreported, remindAnswering])
    await Promise.all([remind(db, clock), remind(db, clock)]);
  await tellDue(db, telling());
}

/** A commitment of the council that everybody reads and that concerns its region. */
async function commit(slug: string, dueOn: string): Promise<string> {
  const words = { slug, title: inFrench(slug), deliverable: inFrench(slug) };
  const rest = { kind: 'policy', dueOn, visibility: 'public', organisationId: w.council } as const;
  const { id } = done(await createCommitment(db, administrator, { ...words, ...rest }, clock));
  const from = { kind: 'commitments', id } as const;
  const to = { kind: 'territories', id: w.territory } as const;
  done(await createLink(db, administrator, { from, relation: 'concerns', to }));
  return id;
}

/** A recommendation that asks the level of regions, and the authority of that level, with who answers for it. */
async function askLevel(): Promise<{ recommendation: string; authority: string }> {
  const council = {
    slug: 'region',
    type: 'regional-council',
    level: 'regional',
    name: inFrench('Région'),
  } as const;
  const authority = done(
    await createOrganisation(db, administrator, { ...council, territoryId: w.territory }),
  ).id;
  const president = { name: 'president', email: 'president-1@region.example', locale: 'fr' } as const;
  const accountId = done(await createAccount(db, administrator, president)).id;
  w.accounts.set('president', accountId);
  const held = { accountId, role: 'focal-point', scope: 'organisation', on: authority } as const;
  done(await giveRole(db, administrator, held));
  const input = {
    slug: 'loger',
    reference: 'L-1',
    title: inFrench('Loger'),
    addressedLevels: ['region'],
  } as const;
  const { id } = done(await createRecommendation(db, administrator, input as never, clock));
  const from = { kind: 'recommendations', id } as const;
  const to = { kind: 'territories', id: w.territory } as const;
  done(await createLink(db, administrator, { from, relation: 'concerns', to }));
  return { recommendation: id, authority };
}

const report = (commitmentId: string, from: string, to: string) => ({
  commitmentId,
  organisationId: w.council,
  periodStartsOn: from,
  periodEndsOn: to,
  status: 'in-progress' as const,
  narrative: inFrench('Rapport'),
});

it('a year of reminders reaches who answers on each day, and never twice for the same thing', async () => {
  const desk = await commit('guichet', '2027-10-15');
  const { recommendation, authority } = await askLevel();
  // Each is told at once, so that the days show.
  await db.transaction(async (tx) => {
    await tx.updateTable('accounts').set({ notices: 'each' }).execute();
    await tx.deleteFrom('notices').execute();
  });
  done(await createReport(db, await as('point'), report(w.commitment, '2027-01-01', '2027-03-31'), clock));
  const away = { from: '2027-03-22', until: '2027-03-26', standInId: w.idOf('validator') };
  done(await declareAbsence(db, await as('point'), { scope: 'organisation', on: w.council, ...away }, clock));

  let begun = '';
  let asked = '';
  /** What people do on some days, before anything is told. */
  const days: Record<string, () => Promise<unknown>> = {
    async '2027-05-20'() {
      const id = await w.begun();
      done(await w.name(id, 'point', 'deputy'));
      done(await confirmHandover(db, await as('deputy'), { ...(await w.seen(id)), read: true }, clock));
    },
    async '2027-06-03'() {
      const said = { recommendationId: recommendation, organisationId: authority };
      const given = { answer: 'accepted', respondedOn: '2027-06-03' } as const;
      done(await createResponse(db, await as('president'), { ...said, ...given }, clock));
    },
    async '2027-09-02'() {
      const input = report(desk, '2027-03-01', '2027-09-05');
      begun = done(await createReport(db, await as('deputy'), input, clock)).id;
    },
    async '2027-09-06'() {
      done(await submitReport(db, await as('deputy'), { id: begun, version: 1 }, clock));
    },
    async '2027-10-10'() {
      const input = {
        commitmentId: desk,
        toDueOn: '2028-01-20',
        reason: 'Les locaux tardent',
        language: 'fr',
      } as const;
      asked = done(await askExtension(db, await as('deputy'), input, clock)).id;
    },
    async '2027-10-12'() {
      const input = { id: asked, version: 1, decision: 'granted', language: 'fr' } as const;
      done(await answerExtension(db, await as('regional'), input, clock));
    },
    async '2028-01-03'() {
      const later = { from: '2028-01-10', until: '2028-01-16', standInId: w.idOf('validator') };
      done(
        await declareAbsence(
          db,
          await as('deputy'),
          { scope: 'organisation', on: w.council, ...later },
          clock,
        ),
      );
    },
  };

  const told: string[] = [];
  for (let at = now.getTime(); at < Date.parse('2028-03-01T09:00:00Z'); at += 86_400_000) {
    now = new Date(at);
    const day = now.toISOString().slice(0, 10);
    await days[day]?.();
    await morning();
    const letters = await db.reader
      .selectFrom('mail_messages')
      .select(['to_address', 'subject'])
      .where('purpose', '=', 'notices')
      .orderBy('to_address')
      .orderBy('id')
      .execute();
    for (const { to_address, subject } of letters)
      told.push(`${day} ${to_address.split('-')[0]} ${subject.replaceAll('\u00a0', ' ')}`);
    if (letters.length > 0) await db.transaction((tx) => tx.deleteFrom('mail_messages').execute());
  }
  expect(told).toEqual([
    '2027-03-01 validator Vous suppléez point-1 : council, 22–26 mars 2027.',
    // The focal point is away as the report falls due soon: who stands in is told as well.
    '2027-03-24 point La période d’un rapport commencé s’achève bientôt : « engagement », 1er janvier – 31 mars 2027.',
    '2027-03-24 validator La période d’un rapport commencé s’achève bientôt : « engagement », 1er janvier – 31 mars 2027.',
    '2027-03-31 point Un rapport est à transmettre : « engagement », 1er janvier – 31 mars 2027.',
    '2027-04-07 point Un rapport n’est toujours pas transmis : « engagement », 1er janvier – 31 mars 2027.',
    '2027-04-24 point Une étape est prévue pour le 1er mai 2027 : Étape',
    '2027-05-01 point Une étape est à échéance (1er mai 2027) : Étape',
    '2027-05-08 point Une étape est en retard (prévue le 1er mai 2027) : Étape',
    // Whoever took over is told from then on: where things stand, and what follows.
    '2027-05-20 coordinator La passation est faite : council ; deputy-1 prend la suite.',
    '2027-05-20 deputy Une étape est en retard (prévue le 1er mai 2027) : Étape',
    '2027-05-20 deputy Un rapport n’est toujours pas transmis : « engagement », 1er janvier – 31 mars 2027.',
    '2027-05-20 partner Votre interlocuteur change : council ; c’est maintenant deputy-1.',
    '2027-05-20 point La passation est faite : council ; deputy-1 prend la suite.',
    '2027-05-20 regional La passation est faite : council ; deputy-1 prend la suite.',
    // A level of authorities is asked: its own is reminded until it has answered.
    '2027-05-23 president Une réponse de Région est attendue vers le 30 mai 2027 : « Loger ».',
    '2027-05-25 deputy Un engagement arrive à échéance le 1er juin 2027 : engagement',
    '2027-05-25 stranger Un engagement arrive à échéance le 1er juin 2027 : autre',
    '2027-05-30 president C’est le moment de donner la réponse de Région (30 mai 2027) : « Loger ».',
    '2027-06-01 deputy Un engagement est à échéance (1er juin 2027) : engagement',
    '2027-06-01 stranger Un engagement est à échéance (1er juin 2027) : autre',
    '2027-06-02 partner L’engagement « engagement » change d’état : « En retard »',
    '2027-06-08 deputy Un engagement est en retard (échéance : 1er juin 2027) : engagement',
    '2027-06-08 stranger Un engagement est en retard (échéance : 1er juin 2027) : autre',
    // Nobody has begun a report half a year after the commitment was made; then somebody does.
    '2027-08-24 deputy Un rapport est attendu vers le 31 août 2027 sur un engagement, et personne ne l’a commencé : guichet',
    '2027-08-31 deputy C’est le moment de rendre compte d’un engagement (31 août 2027) : guichet',
    '2027-09-02 deputy La période d’un rapport commencé s’achève bientôt : « guichet », 1er mars – 5 septembre 2027.',
    '2027-09-05 deputy Un rapport est à transmettre : « guichet », 1er mars – 5 septembre 2027.',
    '2027-09-06 validator Un rapport attend votre décision : « guichet », 1er mars – 5 septembre 2027.',
    '2027-10-08 deputy Un engagement arrive à échéance le 15 octobre 2027 : guichet',
    '2027-10-10 coordinator Une prolongation jusqu’au 20 janvier 2028 est demandée : guichet',
    '2027-10-10 regional Une prolongation jusqu’au 20 janvier 2028 est demandée : guichet',
    // Granted: the first day passes without a word, and the new one is told of as any other.
    '2027-10-12 deputy La prolongation jusqu’au 20 janvier 2028 est accordée : guichet',
    '2028-01-03 validator Vous suppléez deputy-1 : council, 10–16 janvier 2028.',
    '2028-01-13 deputy Un engagement arrive à échéance le 20 janvier 2028 : guichet',
    '2028-01-13 validator Un engagement arrive à échéance le 20 janvier 2028 : guichet',
    '2028-01-20 deputy Un engagement est à échéance (20 janvier 2028) : guichet',
    '2028-01-21 regional L’engagement « guichet » change d’état : « En retard »',
    '2028-01-27 deputy Un engagement est en retard (échéance : 20 janvier 2028) : guichet',
    '2028-02-28 deputy Un rapport est attendu vers le 6 mars 2028 sur un engagement, et personne ne l’a commencé : guichet',
  ]);
  // Nobody was told the same twice in all that time, whatever day it was.
  const said = told.map((line) => line.slice(11));
  expect(said.filter((line, at) => said.indexOf(line) !== at)).toEqual([]);
}, 120_000);

it('a mail server that fails in the middle of a morning loses nothing, and nothing comes twice', async () => {
  now = new Date('2029-04-24T09:00:00Z');
  await commit('marche', '2029-05-01');
  const points = Array.from({ length: 8 }, (_, at) => `agent-${at}@region.example`);
  for (const email of points) {
    const account = { name: email.split('@')[0]!, email, locale: 'fr' } as const;
    const accountId = done(await createAccount(db, administrator, account)).id;
    const held = { accountId, role: 'focal-point', scope: 'organisation', on: w.council } as const;
    done(await giveRole(db, administrator, held));
  }
  await db.transaction(async (tx) => {
    await tx.updateTable('accounts').set({ notices: 'daily' }).execute();
    await tx.deleteFrom('notices').execute();
    await tx.deleteFrom('mail_messages').execute();
  });
  for (const remind of [remindCommitted, remindReporting, remindUnreported, remindAnswering])
    await remind(db, clock);
  now = new Date('2029-04-25T09:00:00Z');

  // One account's letter can't be written at first; the others' are.
  let breaks = 1;
  const broken = {
    ...writers,
    'commitment-due': async (...given: Parameters<(typeof writers)['commitment-due']>) => {
      if (breaks-- > 0) throw new Error('broken');
      return writers['commitment-due']!(...given);
    },
  };
  await expect(tellDue(db, { ...telling(), writers: broken })).rejects.toThrow('broken');

  /** The server goes away while the third address is said, then takes nothing for a while. */
  let isDown = false;
  const peer = await startPeer({
    mail: () => (isDown ? answer(421) : undefined),
    rcpt: () => {
      if (isDown || peer.taken.length !== 2) return;
      isDown = true;
      peer.cut();
      return new Promise<void>(() => {});
    },
  });
  try {
    const send = () => deliver(db, smtp(settingsFor(peer.port), undefined), clock);
    await send();
    expect(peer.taken).toHaveLength(2);
    // The morning begins again, as after a restart: what was queued is not queued anew.
    await morning();
    now = new Date('2029-04-25T09:10:00Z');
    await send();
    expect(peer.taken).toHaveLength(2);
    isDown = false;
    peer.taken.push({ from: '', to: [], raw: '' });
    for (const minutes of [20, 40, 120]) {
      now = new Date(Date.parse('2029-04-25T09:10:00Z') + minutes * 60_000);
      await morning();
      await send();
    }
    const taken = peer.taken.flatMap(({ to }) => to).filter((to) => points.includes(to));
    expect(taken.toSorted()).toEqual(points);
    const left = db.reader.selectFrom('mail_messages').select('id').where('status', '<>', 'sent');
    expect(await left.execute()).toEqual([]);
    const ids = peer.taken.map(({ raw }) => /^Message-ID: (.*)$/m.exec(raw)?.[1]);
    expect(new Set(ids).size).toBe(ids.length);
  } finally {
    await peer.stop();
  }
}, 60_000);
