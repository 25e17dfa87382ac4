import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { write } from '#formats/pdf/pdf.ts';
import { overwriteGetLocale } from '#messages/runtime';
import { createLink } from '#network/links/changes.server.ts';
import type { RecordRef, Relation } from '#network/links/model.ts';
import { createOrganisation } from '#network/organisations/changes.server.ts';
import { createTerritory } from '#network/territories/changes.server.ts';
import { readTerritory } from '#network/territories/queries.server.ts';
import { anonymous, type Actor } from '#platform/actor/actor.ts';
import { Reads } from '#platform/cache/reads.ts';
import { openTestDatabase, type TestDatabase } from '#platform/database/testing.ts';
import { done } from '#platform/records/outcome.ts';
import { administrator, coordinator, inFrench } from '../../../tests/support/workshops.ts';
import { createCommitment } from '../commitments/changes.server.ts';
import { addImplementation } from '../implementations/changes.server.ts';
import { createRecommendation } from '../recommendations/changes.server.ts';
import { createResponse } from '../responses/changes.server.ts';
import { visibilities } from '#network/visibility/model.ts';
import { briefingPaper } from './exports.server.ts';
import { amounts, clipped, mostRead } from './model.ts';
import { readBriefing } from './queries.server.ts';

/*
 * A region with a council, and for every visibility a recommendation to it and a commitment of its own that is late;
 * another region with the same, of which nothing may be told here.
 */
let db: TestDatabase;
const clock = () => new Date('2026-11-27T10:00:00Z');
const today = '2026-11-27';
const territories: Record<string, string> = {};
const councils: Record<string, string> = {};
const recommendations: Record<string, string> = {};
const long = 'Accompagner dans chaque commune les personnes qui arrivent et celles qui reviennent '.repeat(4);

beforeAll(async () => {
  db = await openTestDatabase();
  for (const [place, code] of [
    ['nord', 'MA-01'],
    ['sud', 'MA-02'],
  ] as const) {
    const region = { slug: place, level: 'region', code, name: inFrench(`Région ${place}`) } as const;
    territories[place] = done(await createTerritory(db, administrator, region)).id;
    councils[place] = done(
      await createOrganisation(db, administrator, {
        slug: `conseil-${place}`,
        type: 'regional-council',
        level: 'regional',
        name: inFrench(`Conseil ${place}`),
        territoryId: territories[place],
      }),
    ).id;
    for (const visibility of visibilities) await enter(place, visibility, visibility, '2026-11-01');
  }
});
afterAll(() => db.close());

async function enter(place: string, name: string, visibility: (typeof visibilities)[number], dueOn: string) {
  const slug = `${place}-${name}`;
  const title = inFrench(`Titre ${slug}`);
  const { id } = done(
    await createRecommendation(db, administrator, { slug, reference: slug, title, visibility }, clock),
  );
  recommendations[slug] = id;
  await tie(id, 'concerns', { kind: 'territories', id: territories[place]! });
  await tie(id, 'addressed-to', { kind: 'organisations', id: councils[place]! });
  const commitment = {
    slug: `c-${slug}`,
    reference: `c-${slug}`,
    title: inFrench(`Engagement ${slug}`),
    deliverable: inFrench('Un guichet'),
    kind: 'service',
    organisationId: councils[place]!,
    dueOn,
    visibility,
  } as const;
  const own = done(await createCommitment(db, administrator, commitment, clock)).id;
  const served = { commitmentId: own, reference: slug };
  done(await addImplementation(db, administrator, served, clock));
}

async function tie(id: string, relation: Relation, to: RecordRef) {
  done(await createLink(db, administrator, { from: { kind: 'recommendations', id }, relation, to }, true));
}

async function briefing(actor: Actor, place = 'nord') {
  const territory = (await readTerritory(db.reader, territories[place]!))!;
  return readBriefing(db.reader, actor, { territory, today, since: '2026-08-29', most: mostRead });
}

async function paperFor(actor: Actor, restricted: boolean) {
  overwriteGetLocale(() => 'fr');
  const setting = { publicUrl: 'https://reseau.example', exercise: false, demonstration: false, restricted };
  return briefingPaper(await briefing(actor), setting);
}

const keeper = coordinator;

describe('a briefing', () => {
  it('tells everybody what is public of its own territory, in counts and in words', async () => {
    const told = await briefing(anonymous);
    expect(told.recommendations.counts.total).toBe(1);
    expect(told.commitments.institutions.map(({ total, late }) => [total, late])).toEqual([[1, 1]]);
    expect([told.due.late.count, told.due.ahead.count]).toEqual([1, 0]);
    expect(told.silent.map(({ organisation, count }) => [organisation.slug, count])).toEqual([
      ['conseil-nord', 1],
    ]);
    const text = JSON.stringify(await paperFor(anonymous, false));
    expect(text).toContain('Titre nord-public');
    for (const hidden of ['nord-draft', 'nord-network', 'sud-']) expect(text).not.toContain(hidden);
  });

  it('tells who keeps the register more, and says so on the sheet', async () => {
    const told = await briefing(keeper);
    expect([told.recommendations.counts.total, told.due.late.count]).toEqual([3, 3]);
    expect(told.silent.map(({ count }) => count)).toEqual([3]);
    const paper = await paperFor(keeper, true);
    expect(paper.notice?.text).toContain('ne pas diffuser');
    expect((await paperFor(anonymous, false)).notice).toBeUndefined();
  });

  it('counts no silence of who has answered', async () => {
    const answered = {
      recommendationId: recommendations['sud-public']!,
      organisationId: councils['sud']!,
      answer: 'accepted',
      respondedOn: '2026-11-20',
    } as const;
    done(await createResponse(db, administrator, answered, clock));
    const told = await briefing(anonymous, 'sud');
    expect(told.silent).toEqual([]);
    expect(told.changes.answers).toEqual([{ position: 'accepted', count: 1 }]);
  });

  it('asks those who govern a territory of a level that is addressed', async () => {
    const input: Parameters<typeof createRecommendation>[2] = {
      slug: 'niveau',
      reference: 'niveau',
      title: inFrench('Au niveau'),
      visibility: 'public',
      addressedLevels: ['region'],
    };
    const { id } = done(await createRecommendation(db, administrator, input, clock));
    await tie(id, 'concerns', { kind: 'territories', id: territories['sud']! });
    const told = await briefing(anonymous, 'sud');
    expect(told.silent.map(({ organisation, count }) => [organisation.slug, count])).toEqual([
      ['conseil-sud', 1],
    ]);
  });

  it('counts what has moved from the first hour of its first day, by the capital’s clock', async () => {
    const movedAt = async (instant: string) => {
      await db.transaction((tx) =>
        tx
          .updateTable('commitments')
          .set({ status_since: instant })
          .where('slug', '=', 'c-nord-public')
          .execute(),
      );
      return (await briefing(anonymous)).changes.commitments.total;
    };
    expect(await movedAt('2026-08-28T22:59:59.999Z')).toBe(0);
    expect(await movedAt('2026-08-28T23:00:00.000Z')).toBe(1);
  });

  it('awaits the first commitment of whoever governs a place within', async () => {
    const place = { slug: 'tanger', level: 'province', code: 'MA-TNG', name: inFrench('Tanger') } as const;
    const parent = { ...place, parentId: territories['nord']! };
    const territoryId = done(await createTerritory(db, administrator, parent)).id;
    const council = { slug: 'tanger-autorite', type: 'local-authority', level: 'local' } as const;
    const organisation = { ...council, name: inFrench('Conseil'), territoryId };
    const { id } = done(await createOrganisation(db, administrator, organisation));
    const reads = new Reads();
    const territory = (await readTerritory(db.reader, territories['nord']!))!;
    const asked = { territory, today, since: '2026-08-29', most: mostRead };
    const { contacts } = await readBriefing(reads.follow(db.reader), anonymous, asked);
    expect(reads.touches).toContain(id);
    expect(contacts.institutions.map((row) => row.organisation.slug)).toEqual(['conseil-nord']);
  });

  it(
    'fits one sheet however much there is, and is the same file for the same facts',
    { timeout: 60_000 },
    async () => {
      for (let at = 0; at < 14; at += 1) {
        await enter('nord', `long-${at}`, 'public', at % 2 ? '2026-11-02' : '2026-12-20');
      }
      await db.transaction((tx) => tx.updateTable('commitments').set({ title_fr: long }).execute());
      await db.transaction((tx) => tx.updateTable('recommendations').set({ title_fr: long }).execute());
      const paper = await paperFor(anonymous, false);
      const file = Buffer.from(await write(paper));
      const pages = (of: Buffer) => of.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length;
      expect(pages(file)).toBe(1);
      expect(Buffer.from(await write(paper)).equals(file)).toBe(true);
      // Without the barer forms it would not: what is measured is what keeps it on one sheet.
      expect(pages(Buffer.from(await write({ ...paper, barer: [] })))).toBeGreaterThan(1);
      expect(paper.barer).toHaveLength(amounts.length - 1);
    },
  );
});

it('a long title is cut at a blank, a short one stays', () => {
  expect(clipped('deux mots', 20)).toBe('deux mots');
  expect(clipped('trois petits mots', 14)).toBe('trois petits…');
  expect(clipped('anticonstitutionnellement', 10)).toBe('anticonst…');
});
