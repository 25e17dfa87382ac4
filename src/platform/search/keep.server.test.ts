import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createRecommendation, deleteRecommendation } from '#follow-up/recommendations/changes.server.ts';
import { References } from '#network/references/queries.server.ts';
import { administrator, inFrench } from '../../../tests/support/workshops.ts';
import type { Transaction } from '../database/database.ts';
import { openTestDatabase, type TestDatabase } from '../database/testing.ts';
import { done } from '../records/outcome.ts';
import { updateRecord } from '../records/records.server.ts';
import { searchTerms } from '../text/terms.ts';
import { holdsTerms } from './find.ts';
import { fillWords } from './keep.ts';

let db: TestDatabase;
beforeAll(async () => {
  db = await openTestDatabase();
});
afterAll(() => db.close());

async function found(query: string): Promise<string[]> {
  const terms = searchTerms(query);
  const { rows } = await sql<{ reference: string }>`select reference from recommendations
    where ${sql.join(holdsTerms('recommendations', terms), sql` and `)} order by reference`.execute(
    db.reader,
  );
  return rows.map(({ reference }) => reference);
}

const add = async (reference: string, title: string) =>
  done(
    await createRecommendation(db, administrator, {
      slug: reference.toLowerCase(),
      reference,
      title: inFrench(title),
      visibility: 'public',
    }),
  ).id;

it('follows a record from its beginning to its end, and what was written without it', async () => {
  const desk = await add('R-1', 'Ouvrir un guichet');
  await add('R-2', 'Former les agents du guichet');
  expect(await found('guichet')).toEqual(['R-1', 'R-2']);

  await db.transaction((tx) =>
    updateRecord(tx, administrator, 'recommendations', desk, {
      title_fr: 'Ouvrir une maison',
      title_ar: 'فتح دار',
    }),
  );
  expect(await found('guichet')).toEqual(['R-2']);
  expect(await found('maisons')).toEqual(['R-1']);
  expect(await found('الدار')).toEqual(['R-1']);

  await db.transaction(async (tx) => {
    await tx.updateTable('search_texts').set({ rules: 0 }).where('record_id', '=', desk).execute();
    await tx
      .updateTable('recommendations')
      .set({ title_fr: 'Ouvrir un foyer' })
      .where('id', '=', desk)
      .execute();
  });
  const told: number[] = [];
  expect(await fillWords(db, (records) => told.push(records))).toBe(1);
  expect(await fillWords(db, (records) => told.push(records))).toBe(0);
  expect(told).toEqual([1]);
  expect(await found('maison')).toEqual([]);
  expect(await found('foyers')).toEqual(['R-1']);

  done(await deleteRecommendation(db, administrator, { id: desk, version: 2 }, await References.of(db)));
  const { rows } = await sql`select 1 from search_words where record_id = ${desk}
    union all select 1 from search_texts where record_id = ${desk}`.execute(db.reader);
  expect(rows).toEqual([]);
});

/** Writes a title as a release before would, or a script: a new version, and no words. */
const writeBeside = (tx: Transaction, id: string, title: string) =>
  tx
    .updateTable('recommendations')
    .set(({ eb }) => ({ title_fr: title, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .execute();
const move = (id: string, status: 'rejected' | 'accepted') =>
  db.transaction((tx) => updateRecord(tx, administrator, 'recommendations', id, { status }));

it('knows of which version the words are', async () => {
  const school = await add('R-3', 'Ouvrir une école');
  await move(school, 'rejected');
  expect(await fillWords(db)).toBe(0);

  await db.transaction((tx) => writeBeside(tx, school, 'Ouvrir une crèche'));
  expect(await fillWords(db)).toBe(1);
  expect(await fillWords(db)).toBe(0);
  expect([await found('école'), await found('crèches')]).toEqual([[], ['R-3']]);

  // Whatever changes the record next finds them old as well.
  await db.transaction((tx) => writeBeside(tx, school, 'Ouvrir un musée'));
  await move(school, 'accepted');
  expect([await found('crèche'), await found('musées')]).toEqual([[], ['R-3']]);
  expect(await fillWords(db)).toBe(0);
});

it('leaves to whoever writes a record meanwhile its words', async () => {
  const hall = await add('R-4', 'Ouvrir une salle');
  await db.transaction((tx) => writeBeside(tx, hall, 'Ouvrir une cantine'));
  let filling: Promise<number> | undefined;
  await db.transaction(async (tx) => {
    await updateRecord(tx, administrator, 'recommendations', hall, { title_fr: 'Ouvrir un atelier' });
    filling = fillWords(db);
    if (db.engine === 'postgres') expect(await filling).toBe(0);
  });
  expect(await filling).toBe(0);
  expect([await found('salle'), await found('cantine'), await found('ateliers')]).toEqual([[], [], ['R-4']]);
});
