import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { anonymous, systemActor } from '#platform/actor/actor.ts';
import { openTestDatabase, type TestDatabase } from '#platform/database/testing.ts';
import { locales } from '#platform/locale/locale.ts';
import { done } from '#platform/records/outcome.ts';
import { loadDemonstration } from '../../../demo/load.ts';
import { createPerson } from '../people/changes.server.ts';
import { peopleCsv, peopleXlsx, personSentence } from './exports.server.ts';
import { importPeople, previewPeople } from './imports.server.ts';

const actor = systemActor('test');
const utf8 = (text: string) => new TextEncoder().encode(text);
let db: TestDatabase;
beforeEach(async () => (db = await openTestDatabase()));
afterEach(() => db.close());

const person = (slug: string, fr: string, ar: string) =>
  createPerson(db, actor, { slug, name: { fr, ar, original: 'fr' } });
const names = async () => {
  const rows = db.reader.selectFrom('people').select(['slug', 'name_fr', 'name_ar', 'name_original']);
  return (await rows.orderBy('slug').execute()).map((row) => Object.values(row));
};

describe('a list of people', () => {
  it.each(locales)('in %s is accepted back unchanged in both formats', async (locale) => {
    await loadDemonstration(db);
    const before = await names();
    expect(before.length).toBeGreaterThan(5);
    for (const bytes of [await peopleXlsx(db.reader, locale), utf8(await peopleCsv(db.reader, locale))]) {
      const { same, ...rest } = await importPeople(db, actor, bytes);
      expect(rest).toMatchObject({ applied: true, create: [], change: [], refused: [], warnings: [] });
      expect(same).toHaveLength(before.length);
    }
    expect(await names()).toEqual(before);
  });

  it('creates and changes just what it says, and points out who may be there already', async () => {
    done(await person('rapporteur-a', 'Rapporteur Alpha Ouest', 'مقرر ألفا'));
    done(await person('rapporteur-b', 'Rapporteur Bêta', 'مقرر بيتا'));
    const list = utf8(
      'identifiant;NOM;الاسم\n;Ouest, Rapporteur Alpha;\nrapporteur-b;Rapporteur Bêta;مقرر باء\n;;مقرر جيم',
    );
    const preview = await previewPeople(db.reader, list);
    expect(preview).toMatchObject({
      create: [
        { row: 2, slug: 'ouest-rapporteur-alpha', similar: [{ slug: 'rapporteur-a' }] },
        { row: 4, values: { name_ar: 'مقرر جيم', language: 'ar' } },
      ],
      change: [
        { row: 3, fields: [{ column: 'name_ar', cell: 'C3', before: 'مقرر بيتا', after: 'مقرر باء' }] },
      ],
      refused: [],
    });
    expect(await importPeople(db, actor, list, { digest: preview.digest })).toMatchObject({ applied: true });
    expect(await names()).toEqual([
      ['mqrr-jim', null, 'مقرر جيم', 'ar'],
      ['ouest-rapporteur-alpha', 'Ouest, Rapporteur Alpha', null, 'fr'],
      ['rapporteur-a', 'Rapporteur Alpha Ouest', 'مقرر ألفا', 'fr'],
      ['rapporteur-b', 'Rapporteur Bêta', 'مقرر باء', 'fr'],
    ]);
  });

  it('is refused to a visitor, and by the cell in the reader’s language', async () => {
    expect((await importPeople(db, anonymous, utf8('name_fr\nA B'))).refused).toMatchObject([
      { cell: null, reason: 'platform_refused_not_allowed' },
    ]);
    const { refused } = await previewPeople(db.reader, utf8(`nom;langue d'origine\nA B;klingon`));
    expect(refused.map(({ cell }) => cell)).toEqual(['B2']);
    expect(locales.map((locale) => personSentence(refused[0]!, locale))).toEqual([
      '«\u00a0klingon\u00a0» n’est pas une valeur de la colonne «\u00a0Langue d’origine\u00a0». La feuille d’aide du fichier exporté les donne toutes.',
      '«klingon» ليست من قيم العمود «اللغة الأصلية». وتجدونها كلها في ورقة المساعدة بالملف المُصدَّر.',
      '“klingon” is no value of the column “Original language”. The help sheet of an exported file lists them all.',
    ]);
    expect(await names()).toEqual([]);
  });
});
