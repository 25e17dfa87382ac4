import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createConclusion } from '#events/conclusions/changes.server.ts';
import { createLink } from '#network/links/changes.server.ts';
import type { Relation } from '#network/links/model.ts';
import { anonymous } from '#platform/actor/actor.ts';
import { openTestDatabase, type TestDatabase } from '#platform/database/testing.ts';
import { done } from '#platform/records/outcome.ts';
import { sessionNamed } from '../../../tests/support/board.ts';
import {
  administrator,
  facilitatorOf,
  holding,
  organisationNamed,
  workshopNamed,
} from '../../../tests/support/workshops.ts';
import { readRecommendationDossier } from '../recommendation-dossiers/queries.server.ts';
import { readRecommendation } from '../recommendations/queries.server.ts';
import { recommendConclusion } from './changes.server.ts';
import { readDrawable, readUptakes } from './queries.server.ts';

let db: TestDatabase;
let workshopId: string;
let itemId: string;
beforeAll(async () => {
  db = await openTestDatabase();
  workshopId = await workshopNamed(db, 'drawn', { status: 'closed' });
  ({ itemId } = await sessionNamed(db, workshopId, 'Un'));
});
afterAll(() => db.close());

const concluded = async (text: { fr?: string; ar?: string; original: 'fr' | 'ar' }) => {
  const given = { workshopId, itemId, kind: 'conclusion', text } as const;
  const { id } = done(await createConclusion(db, administrator, given));
  return { id, workshop_id: workshopId };
};
const given = (conclusionId: string, number: number) => ({
  conclusionId,
  slug: `drawn-${number}`,
  reference: `DRAWN-${number}`,
  title: { fr: 'Accueillir', original: 'fr' } as const,
});
const howMany = async () => (await db.reader.selectFrom('recommendations').select('id').execute()).length;

describe('making a recommendation of a conclusion', () => {
  it('begins with its text in each language, the day and a free reference', async () => {
    const long = `Première phrase. ${'Encore une. '.repeat(40)}`.trim();
    const { id } = await concluded({ fr: long, ar: 'خلاصة', original: 'fr' });
    const found = (await readDrawable(db.reader, facilitatorOf(workshopId), id))!;
    const { day } = await db.reader
      .selectFrom('programme_items')
      .select('day')
      .where('id', '=', itemId)
      .executeTakeFirstOrThrow();
    expect(found.uptake).toEqual({ recommendations: [], open: true });
    expect(found.begun).toMatchObject({
      reference: 'DRAWN-R1',
      title_fr: 'Première phrase.',
      title_ar: 'خلاصة',
      text_fr: long,
      issued_on: day ?? found.workshop.ends_on,
    });
  });

  it('ties it to the conclusion, its meeting and session, and keeps who proposed it', async () => {
    const conclusion = await concluded({ fr: 'Accueillir', original: 'fr' });
    const organisation = await organisationNamed(db, 'drawn-proposer');
    const from = { kind: 'conclusions', id: conclusion.id } as const;
    const to = { kind: 'organisations', id: organisation } as const;
    const relation: Relation = 'proposing-organisation';
    done(
      await db.transaction((tx) => createLink(tx, administrator, { from, relation, to, position: 0 }, true)),
    );
    const { id } = done(await recommendConclusion(db, facilitatorOf(workshopId), given(conclusion.id, 1)));
    const row = (await readRecommendation(db.reader, anonymous, id))!;
    const dossier = await readRecommendationDossier(db.reader, anonymous, row);
    expect({
      title: row.title_fr,
      workshops: dossier.workshops.map((one) => one.id),
      sessions: dossier.sessions.map((one) => one.id),
      followed: dossier.followed.map((one) => one.id),
      proposing: dossier.proposing.map((one) => one.id),
    }).toEqual({
      title: 'Accueillir',
      workshops: [workshopId],
      sessions: [itemId],
      followed: [conclusion.id],
      proposing: [organisation],
    });
    const uptakes = await readUptakes(db.reader, administrator, [conclusion]);
    const recommendations = [{ id, slug: 'drawn-1', reference: 'DRAWN-1' }];
    expect(uptakes.get(conclusion.id)).toEqual({ recommendations, open: false });
  });

  it('is done once of one conclusion, and offered no more', async () => {
    const conclusion = await concluded({ fr: 'Une fois', original: 'fr' });
    const before = await howMany();
    const outcomes = await Promise.all(
      [2, 3].map((number) => recommendConclusion(db, administrator, given(conclusion.id, number))),
    );
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect(outcomes.find(({ ok }) => !ok)).toMatchObject({ reason: 'follow_up_conclusion_problem_taken' });
    expect(await howMany()).toBe(before + 1);
  });

  it('is refused to whoever does not edit the workshop, and offered to none of them', async () => {
    const conclusion = await concluded({ fr: 'Refusée', original: 'fr' });
    const before = await howMany();
    const rapporteur = holding({ role: 'rapporteur', scope: 'workshop', on: workshopId });
    const other = facilitatorOf(await workshopNamed(db, 'drawn-elsewhere'));
    for (const actor of [anonymous, rapporteur, other]) {
      const outcome = await recommendConclusion(db, actor, given(conclusion.id, 4));
      expect(outcome).toEqual({ ok: false, reason: 'platform_refused_not_allowed' });
      const uptakes = await readUptakes(db.reader, actor, [conclusion]);
      expect(uptakes.get(conclusion.id)).toEqual({ recommendations: [], open: false });
    }
    expect(await howMany()).toBe(before);
  });
});
