import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createLink } from '#network/links/changes.server.ts';
import { createTerritory } from '#network/territories/changes.server.ts';
import { done } from '#platform/records/outcome.ts';
import { openReportDesk, type ReportDesk } from '../../../tests/support/report-desk.ts';
import { administrator, inFrench, organisationNamed } from '../../../tests/support/workshops.ts';
import { turnLate } from '../commitment-status/changes.server.ts';
import { updateCommitment } from '../commitments/changes.server.ts';
import { answerExtension, askExtension } from '../extensions/changes.server.ts';
import { extensionNotices } from '../extensions/reactions.server.ts';
import { createShare } from '../funding/changes.server.ts';
import { addImplementation } from '../implementations/changes.server.ts';
import { createParty } from '../parties/changes.server.ts';
import { followUpNotices } from '../reactions.server.ts';
import { createRecommendation } from '../recommendations/changes.server.ts';
import { reportNotices } from '../reports/reactions.server.ts';
import { explain } from '../status/queries.server.ts';
import { follow, followsHolder, unfollow } from './changes.server.ts';

/*
 * Everybody who stands around a commitment or around what it serves, each by one way but `both`, who does by two; and
 * `stranger`, to whom it is nothing.
 */
let desk: ReportDesk;
let commitment: string;
let recommendation: string;
let served = 0;
const ofCommitment = ['both', 'follower', 'funder', 'party', 'regional'];
const ofRecommendation = ['listener'];

const organisations: Record<string, string> = {};
let territory: string;
beforeAll(async () => {
  desk = await openReportDesk();
  for (const slug of ['party', 'funder']) {
    organisations[slug] = await organisationNamed(desk.db, slug);
    await desk.account(slug, 'focal-point', organisations[slug]!);
  }
  const place = { slug: 'oriental', level: 'region', code: 'MA-02', name: inFrench('Oriental') } as const;
  territory = done(await createTerritory(desk.db, administrator, place)).id;
  await desk.account('regional', 'coordinator', territory, 'fr', 'territory');
  for (const name of ['both', 'follower']) await desk.account(name, null, null);
  await desk.account('listener', null, null, 'ar');
});
afterAll(() => desk.db.close());

beforeEach(async () => {
  const { db } = desk;
  desk.setTime('2027-03-12T08:00:00Z');
  commitment = await desk.commit({ confirmedById: desk.confirmer });
  done(
    await createParty(db, administrator, {
      commitmentId: commitment,
      organisationId: organisations['party']!,
    }),
  );
  const share = { organisationId: organisations['funder']!, amount: '5', currency: 'MAD' } as const;
  done(await createShare(db, administrator, { commitmentId: commitment, ...share }));
  const to = { kind: 'territories', id: territory } as const;
  done(
    await createLink(db, administrator, {
      from: { kind: 'commitments', id: commitment },
      relation: 'concerns',
      to,
    }),
  );
  recommendation = await recommend();
  for (const name of ['both', 'follower']) await followIt(name, 'commitments', commitment);
  for (const name of ['both', 'listener']) await followIt(name, 'recommendations', recommendation);
  await desk.hush();
});

async function recommend(): Promise<string> {
  const slug = `r-${(served += 1)}`;
  const input = {
    slug,
    reference: slug,
    title: { fr: 'Accueillir', ar: 'الاستقبال', original: 'fr' },
  } as const;
  return done(await createRecommendation(desk.db, administrator, input, desk.clock)).id;
}
const followIt = async (name: string, kind: 'commitments' | 'recommendations', id: string) =>
  done(await follow(desk.db, await desk.as(name), { kind, id }, desk.clock));
const serve = async (on = commitment) =>
  done(
    await addImplementation(
      desk.db,
      await desk.as('point'),
      { commitmentId: on, reference: `r-${served}` },
      desk.clock,
    ),
  );
const letters = () => desk.letters({ ...followUpNotices, ...reportNotices, ...extensionNotices });
const names = (lines: readonly string[]) => lines.map((line) => line.split(':')[0]!).toSorted();
const lineOf = (lines: readonly string[], name: string) =>
  lines.find((line) => line.startsWith(`${name}:`))?.replaceAll(/\s+/g, ' ');

async function validated(values: object = {}): Promise<string> {
  const id = await desk.begin(commitment, values);
  done(await desk.handIn(id));
  await letters();
  done(await desk.decide(id, 'validator', { decision: 'validated' }));
  return id;
}

describe('a validated report', () => {
  it('is told to all around the commitment and what it serves, to each once, in their language', async () => {
    await serve();
    await letters();
    const id = await validated();
    const told = await letters();
    // Who handed it in and who confirms it are told of the decision, and of nothing else.
    const decided = ['confirmer', 'point'];
    expect(names(told)).toEqual([...ofCommitment, ...ofRecommendation, ...decided].toSorted());
    expect(lineOf(told, 'party')).toMatch(
      /rapport est validé sur l’engagement « Un guichet » .*état : « En cours »/,
    );
    expect(lineOf(told, 'both')).not.toContain('Accueillir');
    expect(lineOf(told, 'listener')).toMatch(/الاستقبال[^]*صُودق على تقرير/);
    expect(lineOf(told, 'listener')).toContain(`/ar/commitments/`);
    expect(lineOf(told, 'listener')).toContain(`/reports/${id}`);
    expect(await letters()).toEqual([]);
  });

  it('is told again once it was sent back and validated anew, and not where it is not public any more', async () => {
    const id = await validated();
    const before = await desk.db.reader.selectFrom('notices').selectAll().execute();
    expect(before.filter(({ kind }) => kind === 'commitment-reported')).toHaveLength(ofCommitment.length);
    done(await desk.confirm(id, 'confirmer', { decision: 'returned', reasons: 'Rien ne le montre.' }));
    // Nothing is told any more of the report: only that the commitment stands where it stood before.
    const told = await letters();
    expect(names(told)).toEqual([...ofCommitment, 'point'].toSorted());
    for (const name of ofCommitment)
      expect(lineOf(told, name)).toMatch(/« Un guichet » change d’état : « Pas commencé »/);
    done(await desk.handIn(id));
    done(await desk.decide(id, 'validator', { decision: 'validated' }));
    expect(names(await letters())).toEqual([...ofCommitment, 'confirmer', 'point'].toSorted());
  });

  it('of a commitment that is not public reaches nobody who may not read that one', async () => {
    await desk.db.transaction((tx) =>
      tx.updateTable('commitments').set({ visibility: 'draft' }).where('id', '=', commitment).execute(),
    );
    await validated();
    const told = names(await letters());
    expect(told).toEqual(['confirmer', 'party', 'point', 'regional']);
  });
});

describe('a commitment that answers a recommendation', () => {
  it('is told as it is entered, once, without the status that follows from it', async () => {
    await serve();
    const told = await letters();
    expect(names(told)).toEqual(['both', 'listener']);
    expect(lineOf(told, 'both')).toContain('Un engagement répond à la recommandation « Accueillir »');
  });

  it('is told as it becomes public where it was a draft, and not before', async () => {
    const draft = await desk.commit({ visibility: 'draft' });
    await serve(draft);
    expect(await letters()).toEqual([]);
    const row = await desk.db.reader
      .selectFrom('commitments')
      .selectAll()
      .where('id', '=', draft)
      .executeTakeFirstOrThrow();
    const input = {
      id: draft,
      version: row.version,
      slug: row.slug,
      title: inFrench('Un guichet'),
      deliverable: inFrench('Un guichet ouvert'),
      kind: 'service' as const,
      organisationId: desk.lead,
      dueOn: '2027-06-30',
      visibility: 'public' as const,
    };
    done(await updateCommitment(desk.db, await desk.as('point'), input, desk.clock));
    expect(names(await letters())).toEqual(['both', 'listener']);
  });
});

describe('a commitment that turns late', () => {
  it('is told to those around it, and by its recommendation to who is told of that', async () => {
    await serve();
    await desk.db.transaction((tx) =>
      tx.updateTable('commitments').set({ status: 'completed' }).where('id', '<>', commitment).execute(),
    );
    await letters();
    desk.setTime('2027-07-01T08:00:00Z');
    await turnLate(desk.db, desk.clock);
    await turnLate(desk.db, desk.clock);
    const told = await letters();
    expect(names(told)).toEqual([...ofCommitment, ...ofRecommendation].toSorted());
    expect(lineOf(told, 'follower')).toMatch(/change d’état : « En retard »/);
    expect(lineOf(told, 'both')).toContain('recommandation « Accueillir »');
  });
});

/** Asks for a longer deadline, and grants it. */
const extend = async (toDueOn = '2027-09-30', meanwhile = desk.hush) => {
  const asked = {
    commitmentId: commitment,
    toDueOn,
    reason: 'Le local tarde',
    language: 'fr',
  } as const;
  const { id } = done(await askExtension(desk.db, await desk.as('point'), asked, desk.clock));
  await meanwhile();
  const answer = { id, version: 1, decision: 'granted', language: 'fr' } as const;
  done(await answerExtension(desk.db, administrator, answer, desk.clock));
};

describe('a commitment whose day moves', () => {
  const change = async (dueOn: string, title: string) => {
    const { id, slug, reference, version, organisation_id, kind } = await desk.db.reader
      .selectFrom('commitments')
      .selectAll()
      .where('id', '=', commitment)
      .executeTakeFirstOrThrow();
    const row = { id, slug, reference, version, organisationId: organisation_id, kind, dueOn };
    const texts = { title: inFrench(title), deliverable: inFrench('Un guichet') };
    const input = { ...row, ...texts, confirmedById: desk.confirmer, visibility: 'public' } as const;
    done(await updateCommitment(desk.db, await desk.as('point'), input, desk.clock));
  };
  it('is told to those around it, and not where only its words are mended', async () => {
    const { due_on } = await desk.db.reader
      .selectFrom('commitments')
      .select('due_on')
      .where('id', '=', commitment)
      .executeTakeFirstOrThrow();
    await change(due_on!, 'Un autre titre');
    expect(await letters()).toEqual([]);
    await change('2027-05-15', 'Un autre titre');
    const told = await letters();
    expect(names(told)).toEqual(ofCommitment);
    expect(lineOf(told, 'follower')).toMatch(/« Un autre titre » passe du .+ au 15 mai 2027/);
  });

  it('twice before a letter is told as one move, and not at all where it is back', async () => {
    await change('2027-05-29', 'Un guichet');
    await letters();
    await change('2027-05-27', 'Un guichet');
    await change('2027-05-25', 'Un guichet');
    const told = await letters();
    expect(names(told)).toEqual(ofCommitment);
    expect(lineOf(told, 'follower')).toMatch(/« Un guichet » passe du 29 mai 2027 au 25 mai 2027/);
    await change('2027-05-22', 'Un guichet');
    await extend('2027-05-25', async () => {});
    expect((await letters()).filter((line) => line.includes('passe du'))).toEqual([]);
    await change('2027-05-22', 'Un guichet');
    expect(lineOf(await letters(), 'follower')).toMatch(/passe du 25 mai 2027 au 22 mai 2027/);
  });

  it('is told as a longer deadline is granted, and of the answer alone to who asked', async () => {
    await extend();
    const told = await letters();
    expect(names(told)).toEqual([...ofCommitment, 'point'].toSorted());
    expect(lineOf(told, 'follower')).toContain('au 30 septembre 2027');
    expect(lineOf(told, 'point')).toContain('prolongation');
  });
});

describe('why a recommendation stands as it does', () => {
  it('is told with the days of what serves it', async () => {
    await serve();
    await validated({ periodStartsOn: '2027-01-01', periodEndsOn: '2027-02-28' });
    await extend();
    const row = { id: recommendation, status_since: null };
    const [told] = (await explain(desk.db.reader, row)).commitments;
    expect(told).toMatchObject({
      due_on: '2027-09-30',
      extended_on: '2027-03-12',
      reported: { period_starts_on: '2027-01-01', period_ends_on: '2027-02-28' },
    });
    expect(told!.first_due_on).not.toBe('2027-09-30');
  });
});

describe('following a commitment', () => {
  it('is for who may read it, is given to the person and ended', async () => {
    const draft = await desk.commit({ visibility: 'draft' });
    const asked = { kind: 'commitments', id: draft } as const;
    const follower = await desk.as('follower');
    expect(await follow(desk.db, follower, asked)).toMatchObject({ reason: 'platform_refused_not_allowed' });
    expect((await follow(desk.db, await desk.as('point'), asked)).ok).toBe(true);
    const person = { accountId: follower.id, name: '', address: '' };
    const [list] = await followsHolder.export(desk.db.reader, person);
    expect(list!.rows.at(-1)!['record']).toMatch(/^commitment-|^[A-Z]/);
    done(await unfollow(desk.db, follower, { kind: 'commitments', id: commitment }));
    await validated();
    expect(names(await letters())).not.toContain('follower');
  });
});
