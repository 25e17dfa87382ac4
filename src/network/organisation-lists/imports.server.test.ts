import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { csvFile } from '#formats/csv/writer.ts';
import { readCsv } from '#formats/csv/reader.ts';
import { readXlsx } from '#formats/xlsx/reader.ts';
import { workbookParts, zipOf } from '#formats/xlsx/testing.ts';
import { xlsxFile } from '#formats/xlsx/writer.ts';
import { anonymous, systemActor } from '#platform/actor/actor.ts';
import { openTestDatabase, type TestDatabase } from '#platform/database/testing.ts';
import { locales } from '#platform/locale/locale.ts';
import { done } from '#platform/records/outcome.ts';
import { loadDemonstration } from '../../../demo/load.ts';
import { createOrganisation, updateOrganisation } from '../organisations/changes.server.ts';
import { createTerritory } from '../territories/changes.server.ts';
import { organisationsCsv, organisationSentence, organisationsXlsx } from './exports.server.ts';
import { importOrganisations, previewOrganisations, type ListPreview } from './imports.server.ts';

const actor = systemActor('test');
const utf8 = (text: string) => new TextEncoder().encode(text);
let db: TestDatabase;
beforeEach(async () => (db = await openTestDatabase()));
afterEach(() => db.close());

const preview = (text: string) => previewOrganisations(db.reader, actor, utf8(text));
const apply = (text: string, digest?: string) =>
  importOrganisations(db, actor, utf8(text), digest === undefined ? {} : { digest });
const told = ({ refused }: ListPreview) =>
  refused.map(({ cell, reason }) => [cell, reason.replace(/^(network_list|platform)_/, '')]);
const rows = () =>
  db.reader
    .selectFrom('organisations as own')
    .leftJoin('organisations as parent', 'parent.id', 'own.parent_id')
    .leftJoin('territories as territory', 'territory.id', 'own.territory_id')
    .select(['own.slug', 'own.type', 'own.level', 'own.name_fr', 'own.name_ar', 'own.name_original'])
    .select(['own.version', 'parent.slug as parent', 'territory.code as territory'])
    .orderBy('own.slug')
    .execute();
const entries = async () => (await db.reader.selectFrom('journal').select('record_id').execute()).length;

async function oriental() {
  const country = { level: 'country' as const, code: 'MA', slug: 'maroc' };
  const name = (fr: string, ar: string) => ({ name: { fr, ar, original: 'fr' as const } });
  const { id } = done(await createTerritory(db, actor, { ...country, ...name('Maroc', 'المغرب') }));
  const region = { level: 'region' as const, code: 'MA-02', slug: 'oriental', parentId: id };
  done(await createTerritory(db, actor, { ...region, ...name('L’Oriental', 'الشرق') }));
}

const council = {
  slug: 'council',
  type: 'regional-council' as const,
  level: 'regional' as const,
  name: { fr: 'Conseil régional', ar: 'مجلس الجهة', original: 'fr' as const },
  summary: { fr: 'Une ligne.\n\nUne autre.', original: 'fr' as const },
};

describe('what is exported', () => {
  it.each(locales.flatMap((locale) => [[locale, 'xlsx'] as const, [locale, 'csv'] as const]))(
    'in %s as %s is accepted back unchanged, and edits are just these',
    async (locale, format) => {
      await loadDemonstration(db);
      const before = await rows();
      const journal = await entries();
      const bytes =
        format === 'csv'
          ? utf8(await organisationsCsv(db.reader, locale))
          : await organisationsXlsx(db.reader, locale);
      const same = await importOrganisations(db, actor, bytes);
      expect(same).toMatchObject({ applied: true, create: [], change: [], refused: [], warnings: [] });
      expect(same.same.map(({ slug }) => slug)).toEqual(before.map(({ slug }) => slug));
      expect(await entries()).toBe(journal);

      const [table] = (format === 'csv' ? readCsv(bytes) : readXlsx(bytes)).tables;
      const cells = table!.rows.map((row) => row.cells);
      cells[3]![1] = 'Un autre nom';
      cells[5]![11] = 'https://example.org/';
      const edited =
        format === 'csv'
          ? utf8(csvFile(cells, ','))
          : await xlsxFile({
              title: 't',
              modified: new Date(0),
              rightToLeft: false,
              sheets: [{ name: 's', header: cells[0]!, rows: cells.slice(1), widths: [] }],
            });
      const { change, same: rest } = await previewOrganisations(db.reader, actor, edited);
      expect(change).toMatchObject([
        { row: 4, fields: [{ column: 'name_fr', cell: 'B4', after: 'Un autre nom' }] },
        { row: 6, fields: [{ column: 'url', cell: 'L6', after: 'https://example.org/' }] },
      ]);
      expect(change.map(({ fields }) => fields.length)).toEqual([1, 1]);
      expect(rest).toHaveLength(before.length - 2);
    },
  );

  it('has a second sheet with the columns and what may stand in them, in the reader’s language', async () => {
    await oriental();
    const [, help] = readXlsx(await organisationsXlsx(db.reader, 'ar')).tables;
    expect(help?.sheet).toBe('مساعدة');
    const texts = help!.rows.map(({ cells }) => cells);
    expect(texts).toContainEqual(['النوع', '', 'وكالة أممية']);
    expect(texts).toContainEqual(['المجال الترابي', 'الشرق', 'MA-02']);
  });

  it('is the same file as long as nothing changes', async () => {
    await oriental();
    done(await createOrganisation(db, actor, council));
    expect(await organisationsXlsx(db.reader, 'fr')).toEqual(await organisationsXlsx(db.reader, 'fr'));
  });
});

describe('columns', () => {
  it.each([
    ['in French', 'Identifiant;Nom (fr);Nom (ar);Type;Niveau'],
    ['in Arabic', 'المعرّف;الاسم (فر);الاسم (ع);النوع;المستوى'],
    ['in English', 'Identifier;Name (fr);Name (ar);Type;Level'],
    ['mixed, without care', 'IDENTIFIANT ;nom  - Français;الاسم;type.;  NIVEAU'],
    ['by their keys', 'slug;name_fr;name_ar;type;level'],
    ['below a title', 'Organisations 2026\n\nslug;name_fr;name_ar;type;level'],
  ])('are known %s, and words of closed lists in any language', async (_, header) => {
    const text = `${header}\nx;Une agence;وكالة;وكالة أممية;International`;
    const { create, refused, warnings } = await preview(text);
    expect({ refused, warnings }).toEqual({ refused: [], warnings: [] });
    expect(create.map(({ values }) => values)).toEqual([
      {
        slug: 'x',
        name_fr: 'Une agence',
        name_ar: 'وكالة',
        type: 'un-agency',
        level: 'international',
        language: 'fr',
      },
    ]);
  });

  it('are named where nobody knows them, and never lost in silence', async () => {
    const found = await preview('slug;name_fr;type;level;Remarque;\nx;Une;donor;local;à voir;astray');
    expect(found.warnings.map(({ cell, reason }) => [cell, reason])).toEqual([
      ['E1', 'network_list_unknown_column'],
      ['F2', 'network_list_no_column'],
    ]);
    expect(organisationSentence(found.warnings[0]!, 'en')).toMatch(
      /^The column “Remarque” is not known: it is left out\. Known columns: Identifier, Name \(fr\),/,
    );
    expect(told(await preview('slug;Nom;name_fr;type;level\nx;a;b;donor;local'))).toEqual([
      ['C1', 'repeated_column'],
    ]);
    expect(told(await preview('a;b\n1;2'))).toEqual([[null, 'no_header']]);
    expect(told(await preview('slug;name_fr'))).toEqual([[null, 'nothing']]);
    expect(told(await preview(''))).toEqual([[null, 'table_empty']]);
  });

  it('that a file does not have leave their fields as they are; an empty cell empties its field', async () => {
    done(await createOrganisation(db, actor, council));
    expect((await preview('slug;name_fr\ncouncil;Conseil régional')).same).toHaveLength(1);
    const { change } = await preview('slug;name_fr;name_ar\ncouncil;Conseil régional;');
    expect(change[0]?.fields).toEqual([{ column: 'name_ar', cell: 'C2', before: 'مجلس الجهة', after: '' }]);
  });
});

describe('an import', () => {
  const list = `slug;name_fr;type;level;parent;territory
;Service;deconcentrated-service;regional;Conseil régional;Oriental
council;Conseil régional;regional-council;regional;;الشرق`;

  it('writes nothing before it is confirmed, then all of it: parents first, whatever the order', async () => {
    await oriental();
    const found = await preview(list);
    expect(found).toMatchObject({ applied: false, refused: [] });
    expect(await rows()).toEqual([]);
    expect(await apply(list, found.digest)).toMatchObject({ applied: true });
    expect(await rows()).toMatchObject([
      { slug: 'council', parent: null, territory: 'MA-02', name_original: 'fr' },
      { slug: 'service', parent: 'council', territory: 'MA-02', type: 'deconcentrated-service' },
    ]);
    const again = await apply(list.replace('\n;', '\nservice;'));
    expect(again).toMatchObject({ applied: true, create: [], change: [], refused: [] });
  });

  it('changes what differs, in one journal entry each, and keeps what nobody sees', async () => {
    const marked = { ...council, name: { ...council.name, ar: '\u200fمجلس الجهة' } };
    const { id } = done(await createOrganisation(db, actor, marked));
    const before = await entries();
    const found = await apply('slug;name_fr;name_ar;level\nCOUNCIL;Conseil de la région;مجلس الجهة;local');
    expect(found.change).toEqual([
      {
        row: 2,
        slug: 'council',
        fields: [
          { column: 'name_fr', cell: 'B2', before: 'Conseil régional', after: 'Conseil de la région' },
          { column: 'level', cell: 'D2', before: 'regional', after: 'local' },
        ],
      },
    ]);
    expect(await entries()).toBe(before + 1);
    const row = db.reader.selectFrom('organisations').selectAll().where('id', '=', id);
    expect(await row.executeTakeFirst()).toMatchObject({
      version: 2,
      name_fr: 'Conseil de la région',
      name_ar: '\u200fمجلس الجهة',
      summary_fr: 'Une ligne.\n\nUne autre.',
    });
  });

  it('refuses what somebody changed since the list was written, and knows former addresses', async () => {
    const { id } = done(await createOrganisation(db, actor, council));
    done(await updateOrganisation(db, actor, { ...council, slug: 'moved', id, version: 1 }));
    expect(told(await preview('slug;name_fr;version\ncouncil;Autre;1'))).toEqual(
      [['C2', 'list_stale']].map(([c]) => [c, 'stale']),
    );
    expect((await preview('slug;name_fr;version\ncouncil;Autre;2')).change).toMatchObject([
      { slug: 'moved' },
    ]);
    expect((await preview('slug;name_fr;version\ncouncil;Conseil régional;1')).same).toHaveLength(1);
    expect(told(await preview('slug;name_fr;version\ntypo;Autre;1'))).toContainEqual(['A2', 'gone']);
  });

  it('writes nothing where the records have moved since the preview', async () => {
    const { digest } = await preview(list.replaceAll('Oriental', '').replace('الشرق', ''));
    done(await createOrganisation(db, actor, council));
    const answer = await apply(list.replaceAll('Oriental', '').replace('الشرق', ''), digest);
    expect(answer.applied).toBe(false);
    expect(told(answer)).toEqual([[null, 'moved']]);
    expect(await rows()).toHaveLength(1);
  });

  it('is refused to a visitor, and writes all or nothing', async () => {
    const good = 'slug;name_fr;type;level\na;A;donor;local\n';
    const answer = await importOrganisations(db, anonymous, utf8(good));
    expect(told(answer)).toEqual([[null, 'refused_not_allowed']]);
    expect(told(await apply(`${good}b;B;donor;nowhere`))).toEqual([['D3', 'not_a_choice']]);
    expect(await rows()).toEqual([]);
  });

  it('says each fault by its cell, once', async () => {
    await oriental();
    const found = await preview(`slug;name_fr;type;level;url;parent;territory;language
Bad Slug;${'x'.repeat(301)};;regional;ftp://x;nobody;MA-99;العربية
b2;B;donor;local;;;;العربية
a;A;donor;local;;b;;
b;B;donor;local;;a;;
a;A;donor;local;;;;
;;donor;local;;;;fr`);
    expect(told(found).toSorted()).toEqual(
      [
        ['A2', 'problem_not_a_slug'],
        ['B2', 'problem_too_long'],
        ['C2', 'problem_required'],
        ['E2', 'problem_not_an_address'],
        ['F2', 'unknown'],
        ['G2', 'unknown'],
        ['H2', 'problem_no_language'],
        ['H3', 'problem_no_language'],
        ['F4', 'network_problem_part_of_itself'],
        ['F5', 'network_problem_part_of_itself'],
        ['A6', 'repeated'],
        ['B7', 'problem_no_language'],
      ].toSorted(),
    );
    expect(told(await preview('slug;name_fr\nx;Y'))).toEqual(
      [['A2', 'column_missing']].flatMap((row) => [row, row]),
    );
  });

  it('asks which one is meant where several records have the name', async () => {
    const twin = { ...council, slug: 'twin' };
    for (const input of [council, twin]) done(await createOrganisation(db, actor, input));
    const found = await preview('slug;name_fr;type;level;parent\nx;X;donor;local;conseil REGIONAL');
    expect(found.refused).toMatchObject([
      { cell: 'E2', reason: 'network_list_ambiguous', values: { found: 'council, twin' } },
    ]);
  });

  it('points out likely duplicates across spellings and scripts, and merges none', async () => {
    const iom = { fr: 'Organisation internationale pour les migrations', ar: 'المنظمة الدولية للهجرة' };
    const name = { ...iom, original: 'fr' as const };
    const acronym = { fr: 'OIM', original: 'fr' as const };
    done(await createOrganisation(db, actor, { ...council, slug: 'iom', name, acronym, type: 'un-agency' }));
    const found = await apply(`slug;name_fr;name_ar;acronym_fr;type;level
;Organisation Internationale des Migrations;;;un-agency;international
;;المنظمه الدوليه للهجره;;un-agency;international
;Tout autre chose;;oim;un-agency;international
;Fondation Alpha du Nord;;;association;local
;La fondation « Alpha du Nord »;;;association;local`);
    expect(found.create.map(({ row, similar }) => [row, ...similar.map(({ slug }) => slug)])).toEqual([
      [2, 'iom'],
      [3, 'iom'],
      [4, 'iom'],
      [5],
      [6, 'fondation-alpha-du-nord'],
    ]);
    expect(await rows()).toHaveLength(6);
  });
});

describe('a workbook', () => {
  const sheet = (cells: string, more = '') => {
    const texts = ['slug', 'name_fr', 'type', 'level'].map(
      (text) => `<c t="inlineStr"><is><t>${text}</t></is></c>`,
    );
    const rows = `<row>${texts.join('')}</row><row>${cells}</row>`;
    return previewOrganisations(db.reader, actor, zipOf(workbookParts(rows, more)));
  };
  const text = (value: string) => `<c t="str"><v>${value}</v></c>`;
  const formula = (value: string) => `<c t="str"><f>A1</f><v>${value}</v></c>`;

  it('gives a formula’s last value, and warns; without a value it empties no field', async () => {
    const found = await sheet(`${text('x')}${formula('Un nom')}${text('donor')}${text('local')}`);
    expect(found).toMatchObject({ create: [{ values: { name_fr: 'Un nom' } }], refused: [] });
    expect(found.warnings.map(({ cell, reason }) => [cell, reason])).toEqual([
      ['B2', 'platform_table_formula'],
    ]);
    done(await createOrganisation(db, actor, council));
    const rest = `${text('regional-council')}${text('regional')}`;
    const empty = await sheet(`${text('council')}${formula('')}${rest}`);
    expect(told(empty)).toContainEqual(['B2', 'table_formula_empty']);
    const error = await sheet(`${text('council')}<c t="e"><v>#REF!</v></c>${rest}`);
    expect(told(error)).toContainEqual(['B2', 'table_error_value']);
  });
});

describe('hostile cells', () => {
  it.each([
    ['markup', '<script>alert(1)</script>', '<script>alert(1)</script>'],
    ['a fragment of SQL', `'); drop table organisations; --`, `'); drop table organisations; --`],
    ['a formula', '=1+1', '=1+1'],
    ['direction marks', '\u202eabc\u202c\u2066d\u2069', 'abcd'],
    ['spaces nobody sees', ' \u200ba\u00a0\u00a0b\ufeff ', 'a b'],
    ['loose accents', 'Fe\u0300s', 'Fès'],
  ])('with %s are kept as plain text', async (_, given, kept) => {
    const found = await apply(
      csvFile(
        [
          ['name_fr', 'type', 'level'],
          [given, 'donor', 'local'],
        ],
        ';',
      ),
    );
    expect(found).toMatchObject({ applied: true });
    expect(await rows()).toMatchObject([{ name_fr: kept }]);
  });

  it.each([
    ['an escape sequence', '\u001b[2J'],
    ['a control', 'a\u0085b'],
    ['a replacement', 'a\ufffdb'],
  ])('with %s are refused', async (_, given) => {
    const found = await preview(`name_fr;type;level\n${given};donor;local`);
    expect(told(found)).toEqual([['A2', 'network_import_control_character']]);
    expect(organisationSentence(found.refused[0]!, 'fr')).not.toMatch(/\p{Cc}/u);
  });

  it('by the thousand end in time', async () => {
    const words = ['conseil', 'agence', 'union', 'fondation', 'réseau', 'centre', 'forum', 'maison'];
    const name = (n: number) => [0, 3, 6, 9].map((bits) => words[(n >> bits) & 7]).join(' ');
    const lines = Array.from({ length: 3_000 }, (_, n) => `${name(n)} ${n % 700};donor;local`);
    const found = await preview(['name_fr;type;level', ...lines].join('\n'));
    expect(found.refused).toEqual([]);
    expect(found.create).toHaveLength(3_000);
    const same = await preview(
      ['name_fr;type;level', ...Array(3_000).fill('Le même;donor;local')].join('\n'),
    );
    expect(new Set(same.create.map(({ slug }) => slug)).size).toBe(3_000);
  });
});
