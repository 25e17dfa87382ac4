import { existsSync, readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { anonymous, systemActor } from '#platform/actor/actor.ts';
import { openTestDatabase, type TestDatabase } from '#platform/database/testing.ts';
import { done } from '#platform/records/outcome.ts';
import { createTerritory } from './changes.server.ts';
import { importTerritories, previewTerritories, type ImportPreview } from './imports.server.ts';

const importer = systemActor('import');
const bytes = (text: string) => new TextEncoder().encode(text);

let db: TestDatabase;
beforeEach(async () => (db = await openTestDatabase()));
afterEach(() => db.close());

const rows = () =>
  db.reader
    .selectFrom('territories as child')
    .leftJoin('territories as parent', 'parent.id', 'child.parent_id')
    .select(['child.code', 'child.level', 'child.slug', 'child.code_mark', 'parent.code as parent'])
    .select(['child.name_fr', 'child.name_ar', 'child.short_name_fr'])
    .orderBy('child.code')
    .execute();
const codes = async () => (await rows()).map(({ code }) => code);
const told = ({ refused }: ImportPreview) =>
  refused.map(({ place, field, reason }) => [place, field, reason.replace('network_import_', '')]);
const importing = (text: string) => importTerritories(db, importer, bytes(text));

const country = 'code,level,name_fr,name_ar\nMA,country,Maroc,المغرب\n';
const regions = `code,parent_code,level,name_fr,name_ar,slug
MA-01,MA,region,Tanger-Tétouan-Al Hoceima,طنجة-تطوان-الحسيمة,tanger
MA-12,MA,region,Dakhla-Oued Ed-Dahab,الداخلة-وادي الذهب,`;

describe('a list that stands by itself', () => {
  const nested = `code,parent_code,level,name_fr,name_ar,short_fr,code_mark
MA-TNG,MA-01,province,Tanger-Assilah,طنجة-أصيلة,Tanger,
MA-AOU,MA-12,province,Aousserd,أوسرد,,EH
MA-01,MA,region,Tanger-Tétouan-Al Hoceima,,,
MA-12,MA,region,Dakhla-Oued Ed-Dahab,,,EH
MA,,country,Maroc,المغرب,,`;

  it('is created whole, parents before their parts, whatever the order of the file', async () => {
    const answer = await importing(nested);
    expect(answer).toMatchObject({ format: 'csv', applied: true, refused: [], existing: [], leftOut: [] });
    expect(answer.create.map(({ code }) => code)).toEqual(['MA', 'MA-01', 'MA-12', 'MA-TNG', 'MA-AOU']);
    expect((await rows()).filter(({ level }) => level === 'province')).toEqual([
      {
        code: 'MA-AOU',
        level: 'province',
        slug: 'aousserd',
        code_mark: 'EH',
        parent: 'MA-12',
        name_fr: 'Aousserd',
        name_ar: 'أوسرد',
        short_name_fr: 'Aousserd',
      },
      {
        code: 'MA-TNG',
        level: 'province',
        slug: 'tanger-assilah',
        code_mark: null,
        parent: 'MA-01',
        name_fr: 'Tanger-Assilah',
        name_ar: 'طنجة-أصيلة',
        short_name_fr: 'Tanger',
      },
    ]);
  });

  it('is journalled record by record, under the importer’s name', async () => {
    await importing(nested);
    const journal = await db.reader
      .selectFrom('journal')
      .select(['actor_id', 'kind', 'verb'])
      .where('kind', '=', 'territories')
      .execute();
    const entry = { actor_id: 'system:import', kind: 'territories', verb: 'create' };
    expect(journal).toEqual(Array.from({ length: 5 }, () => entry));
  });

  it('changes nothing on a second run, nor what the node had before', async () => {
    await importing(nested);
    const before = await rows();
    const changed = nested.replace('Aousserd', 'Another name').replace('MA-TNG,MA-01', 'MA-TNG,MA-12');
    const again = await importing(`${changed}\nMA-TET,MA-01,province,Tétouan,,,`);
    expect(again.existing.map(({ code }) => code)).toEqual(['MA-TNG', 'MA-AOU', 'MA-01', 'MA-12', 'MA']);
    expect(again.create.map(({ code }) => code)).toEqual(['MA-TET']);
    expect((await rows()).filter(({ code }) => code !== 'MA-TET')).toEqual(before);
  });

  it('is only shown by a preview, which tells what the import then does', async () => {
    const preview = await previewTerritories(db.reader, bytes(nested));
    expect(await rows()).toEqual([]);
    expect(preview.applied).toBe(false);
    expect(await importing(nested)).toEqual({ ...preview, applied: true });
  });
});

describe('what is refused', () => {
  beforeEach(async () => {
    await importing(country);
    await importing(regions);
  });

  it.each([
    ['a parent that is nowhere', 'MA-TNG,MA-99,province,Tanger', [[2, 'parent_code', 'parent_unknown']]],
    ['no parent', 'MA-TNG,,province,Tanger', [[2, 'parent_code', 'required']]],
    ['a parent of the same level', 'MA-13,MA-01,region,Autre', [[2, 'parent_code', 'parent_level']]],
    ['itself as parent', 'MA-TNG,MA-TNG,province,Tanger', [[2, 'parent_code', 'parent_level']]],
    [
      'parents in a circle',
      'MA-AAA,MA-BBB,province,Un\nMA-BBB,MA-CCC,commune,Deux\nMA-CCC,MA-AAA,province,Trois',
      [
        [2, 'parent_code', 'parent_level'],
        [4, 'parent_code', 'parent_level'],
      ],
    ],
    ['a country with a parent', 'FR,MA,country,France', [[2, 'parent_code', 'country_parent']]],
    ['a parent in another country', 'FR-01,MA-01,province,Ain', [[2, 'parent_code', 'other_country']]],
    [
      'a code that stands twice, as the file writes it',
      'MA-TNG,MA-01,province,Tanger\nma-tng,MA-01,province,Autre',
      [[3, 'code', 'repeated_code']],
    ],
    ['a code of another form', 'Tanger,MA-01,province,Tanger', [[2, 'code', 'code_form']]],
    ['no code', ',MA-01,province,Tanger', [[2, 'code', 'required']]],
    ['no name', 'MA-TNG,MA-01,province,', [[2, 'name_fr', 'name_missing']]],
    ['a name too long', `MA-TNG,MA-01,province,${'x'.repeat(121)}`, [[2, 'name_fr', 'too_long']]],
  ])('%s', async (_, lines, problems) => {
    const before = await rows();
    const text = `code,parent_code,level,name_fr\n${lines}\nMA-TET,MA-01,province,Tétouan`;
    const answer = await importing(text);
    expect(told(answer)).toEqual(problems);
    expect(answer.applied).toBe(false);
    expect(await rows()).toEqual(before);
    expect(await previewTerritories(db.reader, bytes(text))).toEqual(answer);
  });

  it('an address of another territory, given by the file', async () => {
    const text = 'code,parent_code,name_fr,slug\nMA-TNG,MA-01,Tanger,tanger\nMA-TET,MA-01,Tétouan,Té';
    expect(told(await importing(text))).toEqual([
      [2, 'slug', 'slug_taken'],
      [3, 'slug', 'slug_form'],
    ]);
  });

  it('everything, from those who may not edit the network', async () => {
    const before = await rows();
    const answer = await importTerritories(db, anonymous, bytes(regions.replace('MA-01', 'MA-03')));
    expect(told(answer)).toEqual([[null, null, 'not_allowed']]);
    expect(await rows()).toEqual(before);
  });

  it('a file without rows', async () => {
    expect(told(await importing('code,name_fr'))).toEqual([[null, null, 'nothing']]);
  });
});

describe('addresses', () => {
  it('made from names that meet are told apart by the code', async () => {
    await importing(country);
    await importing(regions);
    await importing(
      'code,parent_code,name_fr\nMA-TNG,MA-01,Tanger\nMA-AAA,MA-01,Un\nMA-BBB,MA-12,Un\nMA-CCC,MA-12,Un',
    );
    const slugs = (await rows()).map(({ code, slug }) => `${code} ${slug}`);
    expect(slugs).toEqual([
      'MA maroc',
      'MA-01 tanger',
      'MA-12 dakhla-oued-ed-dahab',
      'MA-AAA un',
      'MA-BBB un-ma-bbb',
      'MA-CCC un-ma-ccc',
      'MA-TNG tanger-ma-tng',
    ]);
  });

  it('that once belonged to another territory are not taken over', async () => {
    await importing(country);
    const [{ id } = { id: '' }] = await db.reader.selectFrom('territories').select('id').execute();
    const kept = {
      kind: 'territories',
      slug: 'tanger',
      record_id: id,
      created_at: '2026-01-01T00:00:00.000Z',
    };
    await db.transaction((tx) => tx.insertInto('addresses').values(kept).execute());
    await importing('code,parent_code,level,name_fr\nMA-01,MA,region,Tanger');
    expect((await rows()).find(({ code }) => code === 'MA-01')?.slug).toBe('tanger-ma-01');
  });
});

describe('all or nothing', () => {
  it('holds when a change fails half-way: the table refuses what no rule foresaw', async () => {
    await importing(country);
    await db.script(
      db.engine === 'sqlite'
        ? `create trigger no_tetouan before insert on territories when new.code = 'MA-TET'
           begin select raise(abort, 'a full disk'); end;`
        : `alter table territories add constraint no_tetouan check (code <> 'MA-TET');`,
    );
    const text = `${regions}\nMA-TET,MA-01,province,Tétouan,,`;
    await expect(importing(text)).rejects.toThrow(/a full disk|no_tetouan/);
    expect(await codes()).toEqual(['MA']);
  });

  it('creates each territory once where two imports begin together', async () => {
    await importing(country);
    const answers = await Promise.all([importing(regions), importing(regions)]);
    expect(await codes()).toEqual(['MA', 'MA-01', 'MA-12']);
    expect(answers.filter(({ applied, create }) => applied && create.length === 2)).toHaveLength(1);
  });

  it('creates as many as a list may hold', { timeout: 60_000 }, async () => {
    await importing(country);
    await importing(regions);
    const letters = [...'0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
    const many = letters
      .flatMap((a) => letters.flatMap((b) => letters.map((c) => `MA-${a}${b}${c}`)))
      .slice(0, 10_000);
    const answer = await importing(
      `code,parent_code,name_fr\n${many.map((code) => `${code},MA-01,Lieu`).join('\n')}`,
    );
    expect(told(answer)).toEqual([]);
    expect(answer.create).toHaveLength(10_000);
    expect(await codes()).toHaveLength(10_003);
  });
});

const list = new URL('../../../../shared/data/codelists/debian-iso-codes/iso_3166-2.json', import.meta.url);
const map = new URL('../../../../shared/data/geo/morocco-map/provinces.json', import.meta.url);
const here = existsSync(list) && existsSync(map);

describe.skipIf(!here)(`public lists${here ? '' : ' (skipped: ../shared/data is not here)'}`, () => {
  const iso = () => readFileSync(list);

  it('give an empty node its country by CSV, then regions and provinces by the ISO list', async () => {
    expect(told(await importTerritories(db, importer, iso()))).toEqual([[null, null, 'no_country']]);
    await importing(country);
    const early = await importTerritories(db, importer, iso());
    expect(early).toMatchObject({ applied: true, create: [], refused: [] });
    expect(early.leftOut).toHaveLength(75);

    const first = await importTerritories(db, importer, iso(), { parentLevel: 'country' });
    expect(told(first)).toEqual([]);
    expect(first.create.map(({ level, code }) => `${level} ${code}`)).toEqual(
      Array.from({ length: 12 }, (_, at) => `region MA-${String(at + 1).padStart(2, '0')}`),
    );
    const second = await importTerritories(db, importer, iso());
    expect(told(second)).toEqual([]);
    expect(second).toMatchObject({ applied: true, existing: [], leftOut: [] });
    expect(second.create).toHaveLength(75);
    const provinces = (await rows()).filter(({ level }) => level === 'province');
    expect(provinces).toHaveLength(75);
    expect(provinces.filter(({ parent }) => !/^MA-\d\d$/.test(parent ?? ''))).toEqual([]);
    expect(provinces.find(({ code }) => code === 'MA-AOU')).toMatchObject({
      name_fr: 'Aousserd',
      code_mark: 'EH',
      parent: 'MA-12',
      slug: 'aousserd',
    });
    const again = await importTerritories(db, importer, iso());
    expect(again).toMatchObject({ applied: true, create: [], refused: [] });
    expect(again.existing).toHaveLength(75);
  });

  it('leave alone what a correction before them has put right', async () => {
    await importing(country);
    await importTerritories(db, importer, iso(), { parentLevel: 'country' });
    await importing('code,parent_code,name_fr\nMA-CHT,MA-09,Chtouka-Aït Baha\nMA-NOU,MA-06,Nouaceur');
    const answer = await importTerritories(db, importer, iso());
    expect(answer.existing.map(({ code }) => code)).toEqual(['MA-CHT', 'MA-NOU']);
    expect(answer.create).toHaveLength(73);
    const parents = (await rows()).filter(({ code }) => code === 'MA-CHT' || code === 'MA-NOU');
    expect(parents.map(({ code, parent }) => `${code} ${parent}`)).toEqual(['MA-CHT MA-09', 'MA-NOU MA-06']);
  });

  it('of one region’s node leave out the provinces of the others', async () => {
    await importing(country);
    done(
      await createTerritory(db, importer, {
        slug: 'oriental',
        parentId: (await db.reader.selectFrom('territories').select('id').executeTakeFirstOrThrow()).id,
        level: 'region',
        code: 'MA-02',
        name: { fr: 'L’Oriental', original: 'fr' },
      }),
    );
    const answer = await importTerritories(db, importer, iso());
    expect(answer.create.map(({ code }) => code)).toEqual([
      'MA-BER',
      'MA-DRI',
      'MA-FIG',
      'MA-GUF',
      'MA-JRA',
      'MA-NAD',
      'MA-OUJ',
      'MA-TAI',
    ]);
    expect(answer.leftOut).toHaveLength(67);
  });

  it('join: Arabic names of the map beside the French ones of the ISO list', async () => {
    await importing(country);
    await importTerritories(db, importer, iso(), { parentLevel: 'country' });
    const { create } = await previewTerritories(db.reader, iso());
    const { objects } = JSON.parse(readFileSync(map, 'utf8'));
    const shapes: { id: string; properties: { name: string } }[] = objects.provinces.geometries;
    // "Préfecture de Tanger-Assilah عمالة طنجة-أصيلة": the Arabic name follows عمالة or إقليم.
    const arabic = new Map(
      shapes.map(({ id, properties }) => [
        id,
        /(?:عمالة|إقليم)\s+(.+?)\s*$/u.exec(properties.name)?.[1] ?? '',
      ]),
    );
    const quoted = (text: string | null | undefined) => `"${(text ?? '').replaceAll('"', '""')}"`;
    const lines = create.map((part) =>
      [part.code, part.parentCode, part.name.fr, arabic.get(part.code), part.codeMark].map(quoted).join(';'),
    );
    const csv = `\ufeffcode;parent_code;name_fr;name_ar;code_mark\r\n${lines.join('\r\n')}\r\n`;
    const answer = await importTerritories(db, importer, bytes(csv));
    expect(told(answer)).toEqual([]);
    const tanger = (await rows()).find(({ code }) => code === 'MA-TNG');
    expect(tanger).toMatchObject({ name_fr: 'Tanger-Assilah', name_ar: 'طنجة-أصيلة', parent: 'MA-01' });
    const both = (await rows()).filter(({ level, name_ar }) => level === 'province' && name_ar);
    expect(both.length).toBeGreaterThan(50);
    expect(both.filter(({ name_ar }) => !/^[\p{Script=Arabic}\s\-–،()]+$/u.test(name_ar ?? ''))).toEqual([]);
  });
});
