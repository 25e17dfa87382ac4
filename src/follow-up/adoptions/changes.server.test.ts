import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { updateConclusion } from '#events/conclusions/changes.server.ts';
import { gatherEntries } from '#events/board-gathering/changes.server.ts';
import { mergeEntries } from '#events/board-merges/changes.server.ts';
import { updateEntry } from '#events/board/changes.server.ts';
import { readBoard } from '#events/board/queries.server.ts';
import { changeStatus } from '#events/status/changes.server.ts';
import { createPerson } from '#network/people/changes.server.ts';
import { linkRecord } from '#network/links/changes.server.ts';
import { linkedFrom } from '#network/links/queries.server.ts';
import { References } from '#network/references/queries.server.ts';
import { openTestDatabase, type TestDatabase } from '#platform/database/testing.ts';
import { done } from '#platform/records/outcome.ts';
import { updateRecord } from '#platform/records/records.server.ts';
import { draft, note, sessionNamed } from '../../../tests/support/board.ts';
import {
  administrator,
  facilitatorOf,
  holding,
  inFrench,
  organisationNamed,
  workshopNamed,
} from '../../../tests/support/workshops.ts';
import { readRecommendationDossier } from '../recommendation-dossiers/queries.server.ts';
import { recommendationLinks } from '../recommendations/changes.server.ts';
import { readRecommendation } from '../recommendations/queries.server.ts';
import { adopt, takeBack } from './changes.server.ts';
import { addresseeDuties, readAdopted } from './queries.server.ts';

let db: TestDatabase;
let references: References;
let workshopId: string;
let count = 0;
beforeAll(async () => {
  db = await openTestDatabase();
  references = await References.of(db);
});
afterAll(() => db.close());
beforeEach(async () => {
  workshopId = await workshopNamed(db, `adoptions-${(count += 1)}`, { status: 'closed' });
});

const board = () => readBoard(db.reader, workshopId);
const at = async (id: string) => (await board()).find((row) => row.id === id)!;
const seen = async (id: string) => ({ id, version: (await at(id)).version });
const adopted = async (id: string, actor = facilitatorOf(workshopId)) =>
  done(await adopt(db, actor, await seen(id))).record;
const counts = async () => {
  const tables = ['conclusions', 'recommendations', 'actions', 'links'] as const;
  return Promise.all(
    tables.map(
      async (table) =>
        (
          await db.reader
            .selectFrom(table as 'links')
            .select('id')
            .execute()
        ).length,
    ),
  );
};

describe('adopting', () => {
  it('makes a conclusion that keeps its sessions, its people and the minutes it comes from', async () => {
    const [one, two] = [await sessionNamed(db, workshopId, 'Un'), await sessionNamed(db, workshopId, 'Deux')];
    const organisation = await organisationNamed(db, `proposer-${count}`);
    const person = done(
      await createPerson(db, administrator, { slug: `person-${count}`, name: inFrench('Personne') }),
    ).id;
    await note(db, one.minutesId, 'A');
    await note(db, two.minutesId, 'B');
    done(await gatherEntries(db, administrator, { workshopId }));
    const ids = (await board()).map(({ id }) => id);
    const { id } = done(await mergeEntries(db, administrator, { workshopId, ids }));
    // Notes say whom a quotation or an action names; who proposed a conclusion is said on the board.
    const proposers = { organisation_id: organisation, person_id: person };
    await db.transaction((tx) => updateRecord(tx, administrator, 'board_entries', id, proposers));
    const record = await adopted(id);
    const row = await db.reader
      .selectFrom('conclusions')
      .selectAll()
      .where('id', '=', record.id)
      .executeTakeFirstOrThrow();
    expect(row).toMatchObject({ workshop_id: workshopId, item_id: one.itemId, text_fr: 'A\n\nB' });
    const linked = await Promise.all([
      linkedFrom(db.reader, 'programme_items', [record.id], ['formulated-in']),
      linkedFrom(db.reader, 'organisations', [record.id], ['proposing-organisation']),
      linkedFrom(db.reader, 'people', [record.id], ['proposed-by']),
    ]);
    expect(linked.map((rows) => rows.map((one) => one.id))).toEqual([[two.itemId], [organisation], [person]]);
    expect(await at(id)).toMatchObject({
      status: 'adopted',
      adopted_kind: 'conclusions',
      adopted_id: record.id,
    });
    expect((await at(id)).sources).toHaveLength(2);
  });

  it('makes a recommendation with a reference of its own, from its session, workshop and conclusion', async () => {
    const { itemId, minutesId } = await sessionNamed(db, workshopId, 'Un');
    const long = `Prendre en compte la migration. ${'Encore. '.repeat(60)}`.trim();
    await note(db, minutesId, long, { kind: 'recommendation', rank: 'a1', text_ar: 'توصية' });
    await note(db, minutesId, 'Courte', { kind: 'recommendation', rank: 'a2' });
    done(await gatherEntries(db, administrator, { workshopId }));
    const conclusion = await adopted(await draft(db, workshopId, 'Conclusion'));
    const [first, second] = await board();
    const { record } = done(
      await adopt(db, facilitatorOf(workshopId), { ...(await seen(first!.id)), conclusionId: conclusion.id }),
    );
    const other = await adopted(second!.id);
    const row = (await readRecommendation(db.reader, administrator, record.id))!;
    expect(row).toMatchObject({
      reference: `ADOPTIONS-${count}-R1`,
      title_fr: 'Prendre en compte la migration.',
      title_ar: 'توصية',
      text_fr: long,
      slug: 'prendre-en-compte-la-migration',
    });
    expect(await readRecommendation(db.reader, administrator, other.id)).toMatchObject({
      reference: `ADOPTIONS-${count}-R2`,
      title_fr: 'Courte',
      text_fr: null,
    });
    const dossier = await readRecommendationDossier(db.reader, administrator, row);
    expect(dossier.workshops.map(({ id }) => id)).toEqual([workshopId]);
    expect(dossier.sessions.map(({ id }) => id)).toEqual([itemId]);
    expect(dossier.followed.map(({ id }) => id)).toEqual([conclusion.id]);
    const shown = await readAdopted(db.reader, administrator, await board());
    expect(shown.get(first!.id)).toMatchObject({
      reference: row.reference,
      text: { text_fr: long },
      edit: `/recommendations/${row.slug}/edit`,
    });
    const facilitated = await readAdopted(db.reader, facilitatorOf(workshopId), await board());
    const page = `/recommendations/${row.slug}`;
    expect(facilitated.get(first!.id)).toMatchObject({ edit: null, page, addressees: '' });
    expect(shown.get(first!.id)).toMatchObject({ addressees: `${page}/links` });
  });

  it('asks whoever may say it to whom a recommendation is addressed, until somebody is', async () => {
    const record = await adopted(await draft(db, workshopId, 'À qui ?', 'recommendation'));
    const row = (await readRecommendation(db.reader, administrator, record.id))!;
    const href = `/recommendations/${row.slug}/links`;
    const duty = { kind: 'addressees', at: row.created_at, href };
    const owed = async (actor = administrator) => await addresseeDuties(db.reader, actor);
    expect(await owed()).toContainEqual({ ...duty, about: expect.objectContaining({ fr: 'À qui ?' }) });
    expect(await owed(facilitatorOf(workshopId))).toEqual([]);
    const toId = await organisationNamed(db, `addressee-${count}`);
    const link = { relation: 'addressed-to', fromId: record.id, toId } as const;
    done(await linkRecord(db, administrator, link, recommendationLinks(administrator)));
    expect((await owed()).map((one) => one.href)).not.toContain(href);
  });

  it('makes decisions and actions with their owners and due dates', async () => {
    const { itemId, minutesId } = await sessionNamed(db, workshopId, 'Un');
    const owner = await organisationNamed(db, `action-owner-${count}`);
    const said = { owner: 'Le service', organisation_id: owner, due_on: '2027-09-01' };
    await note(db, minutesId, 'Faire', { kind: 'action', ...said });
    done(await gatherEntries(db, administrator, { workshopId }));
    const record = await adopted((await board())[0]!.id);
    const row = await db.reader
      .selectFrom('actions')
      .selectAll()
      .where('id', '=', record.id)
      .executeTakeFirst();
    expect(row).toMatchObject({ ...said, kind: 'action', item_id: itemId, status: 'open', text_fr: 'Faire' });
  });

  it('is done once, however often and by however many it is asked for', async () => {
    for (const kind of ['conclusion', 'recommendation', 'action'] as const) {
      const id = await draft(db, workshopId, 'Une fois', kind);
      const before = await counts();
      const input = await seen(id);
      const outcomes = await Promise.all([1, 2, 3].map(() => adopt(db, facilitatorOf(workshopId), input)));
      const records = outcomes.map((outcome) => done(outcome).record.id);
      expect(new Set(records).size).toBe(1);
      expect(done(await adopt(db, administrator, input)).record.id).toBe(records[0]);
      const made = (await counts()).map((now, index) => now - before[index]!);
      const links = kind === 'recommendation' ? 1 : 0;
      expect([kind, made.slice(0, 3).reduce((sum, one) => sum + one), made[3]]).toEqual([kind, 1, links]);
    }
  });

  it('is refused of what was reworded meanwhile, of too long a text, and to who does not edit the workshop', async () => {
    const id = await draft(db, workshopId, 'A');
    const input = await seen(id);
    const before = await counts();
    const rapporteur = holding({ role: 'rapporteur', scope: 'workshop', on: workshopId });
    const other = facilitatorOf(await workshopNamed(db, `stranger-${count}`));
    for (const actor of [rapporteur, other, holding()])
      expect(await adopt(db, actor, input)).toEqual({ ok: false, reason: 'platform_refused_not_allowed' });
    done(
      await updateEntry(db, administrator, {
        ...input,
        kind: 'conclusion',
        text: inFrench('x'.repeat(2_001)),
      }),
    );
    expect(await adopt(db, administrator, input)).toMatchObject({ reason: 'platform_refused_stale' });
    expect(await adopt(db, administrator, await seen(id))).toMatchObject({
      reason: 'platform_problem_too_long',
    });
    expect(await counts()).toEqual(before);
    expect(await at(id)).toMatchObject({ status: 'draft', adopted_id: null });
  });
});

describe('taking an adoption back', () => {
  it('removes the record with its links, and the draft stands again with the text that it had', async () => {
    const { minutesId } = await sessionNamed(db, workshopId, 'Un');
    const organisation = await organisationNamed(db, `back-${count}`);
    await note(db, minutesId, 'A', { organisation_id: organisation });
    done(await gatherEntries(db, administrator, { workshopId }));
    const before = await counts();
    const [{ id } = { id: '' }] = await board();
    const record = await adopted(id);
    const text = inFrench('Reformulée depuis');
    done(
      await updateConclusion(db, administrator, {
        id: record.id,
        version: 1,
        kind: 'conclusion',
        position: 1,
        text,
      }),
    );
    done(await takeBack(db, facilitatorOf(workshopId), await seen(id), references));
    expect(await counts()).toEqual(before);
    expect(await at(id)).toMatchObject({ status: 'draft', adopted_id: null, text_fr: 'Reformulée depuis' });
    const again = await adopted(id);
    expect(again.id).not.toBe(record.id);
  });

  it('is refused once the workshop is published, and while something follows from the record', async () => {
    const conclusion = await draft(db, workshopId, 'Conclusion');
    const recommendation = await draft(db, workshopId, 'Recommandation', 'recommendation');
    const { id: conclusionId } = await adopted(conclusion);
    done(await adopt(db, administrator, { ...(await seen(recommendation)), conclusionId }));
    const before = await counts();
    const back = async (id: string) => takeBack(db, administrator, await seen(id), references);
    expect(await back(conclusion)).toMatchObject({ reason: 'network_removal_refused' });
    const { version } = await db.reader
      .selectFrom('workshops')
      .select('version')
      .where('id', '=', workshopId)
      .executeTakeFirstOrThrow();
    const afterwards = () => new Date('2027-04-01T09:00:00Z');
    done(await changeStatus(db, administrator, { id: workshopId, version, to: 'published' }, afterwards));
    expect(await back(recommendation)).toMatchObject({ reason: 'events_board_problem_published' });
    expect(await counts()).toEqual(before);
  });
});
