import { describe, expect, it } from 'vitest';
import { readTerritoryList } from './imports.server.ts';
import { listLimits, type ListProblem, type ParentLevel } from './model.ts';

const read = (content: string | Uint8Array, parentLevel: ParentLevel = 'region') =>
  readTerritoryList(typeof content === 'string' ? new TextEncoder().encode(content) : content, {
    countries: ['MA'],
    parentLevel,
  });
const told = (problems: ListProblem[]) =>
  problems.map(({ place, field, reason }) => [place, field, reason.replace('network_import_', '')]);

describe('a CSV list', () => {
  const full = [
    'code;parent_code;level;name_fr;name_ar;name_en;short_fr;short_ar;code_mark;slug',
    'ma-tng;MA-01;province;Tanger-Assilah;طنجة-أصيلة;Tangier-Assilah;Tanger;طنجة;;tanger-assilah',
    'MA-AOU;MA-12;;Aousserd;;;;;EH;',
  ];
  const expected = [
    {
      place: 2,
      code: 'MA-TNG',
      parentCode: 'MA-01',
      level: 'province',
      name: { fr: 'Tanger-Assilah', ar: 'طنجة-أصيلة', en: 'Tangier-Assilah', original: 'fr' },
      shortName: { fr: 'Tanger', ar: 'طنجة', original: 'fr' },
      codeMark: null,
      slug: 'tanger-assilah',
    },
    {
      place: 3,
      code: 'MA-AOU',
      parentCode: 'MA-12',
      level: null,
      name: { fr: 'Aousserd', original: 'fr' },
      shortName: null,
      codeMark: 'EH',
      slug: null,
    },
  ];

  it.each([
    ['semicolons', full.join('\n')],
    ['commas', full.join('\n').replaceAll(';', ',')],
    ['a byte order mark and lines of Windows', `\ufeff${full.join('\r\n')}\r\n`],
    ['a header in capitals', [full[0]!.toUpperCase(), ...full.slice(1)].join('\n')],
  ])('is read with %s', (_, text) => {
    expect(read(text)).toEqual({ format: 'csv', territories: expected, problems: [] });
  });

  it('takes the first language that is filled as the original', () => {
    const { territories } = read('code,name_ar,name_en\nMA-TNG,طنجة,Tangier\nMA-TET,,Tetouan');
    expect(territories.map(({ name }) => name)).toEqual([
      { ar: 'طنجة', en: 'Tangier', original: 'ar' },
      { en: 'Tetouan', original: 'en' },
    ]);
  });

  it('keeps names as one composed line without marks that nobody sees', () => {
    const { territories, problems } = read(
      'code,name_fr,name_ar\nMA-FES,"\u202eFe\u0300s\u202c\n et  Médina\u200b",\u200fفاس\u061c',
    );
    expect(problems).toEqual([]);
    expect(territories[0]?.name).toEqual({ fr: 'F\u00e8s et Médina', ar: 'فاس', original: 'fr' });
  });

  it('keeps what a spreadsheet would run as plain text', () => {
    const { territories, problems } = read("code,name_fr\nMA-FES,=cmd|' /C calc'!A0");
    expect(problems).toEqual([]);
    expect(territories[0]?.name.fr).toBe("=cmd|' /C calc'!A0");
  });

  it.each([
    ['a nul byte', 'code,name_fr\nMA-FES,F\0s', [[2, 'name_fr', 'control_character']]],
    ['an escape sequence', 'code,name_fr\nMA-FES,F\u001b[2Js', [[2, 'name_fr', 'control_character']]],
    ['a replacement character', 'code,name_fr\nMA-FES,F\ufffds', [[2, 'name_fr', 'control_character']]],
    ['a level of another name', 'code,level\nMA-FES,région', [[2, 'level', 'level']]],
    ['too few fields', 'code,name_fr\nMA-FES', [[2, null, 'field_count']]],
    ['too many fields', 'code,name_fr\n\nMA-FES,Fès,x', [[3, null, 'field_count']]],
    ['a column nobody knows', 'code,nom_fr\nMA-FES,Fès', [[1, null, 'unknown_column']]],
    ['a column that is an object’s own', 'code,__proto__\nMA-FES,Fès', [[1, null, 'unknown_column']]],
    ['a column that stands twice', 'code,name_fr,name_fr\nMA-FES,a,b', [[1, null, 'repeated_column']]],
    ['no codes', 'name_fr\nFès', [[1, null, 'missing_column']]],
    ['a quotation mark left open', 'code,name_fr\nMA-FES,"Fès', [[2, null, 'not_csv']]],
  ])('refuses %s, naming line and column', (_, text, problems) => {
    expect(told(read(text).problems)).toEqual(problems);
  });

  it('says every problem, not only the first', () => {
    const text = 'code,level,name_fr\nMA-FES,x,F\0\nMA-FES\nMA-RAB,province,Rabat';
    const { problems, territories } = read(text);
    expect(told(problems)).toEqual([
      [2, 'level', 'level'],
      [2, 'name_fr', 'control_character'],
      [3, null, 'field_count'],
    ]);
    expect(territories.map(({ code }) => code)).toEqual(['MA-FES', 'MA-RAB']);
  });
});

describe('an ISO list', () => {
  const iso = JSON.stringify({
    '3166-2': [
      { code: 'MA-12', name: 'Dakhla-Oued Ed-Dahab (EH)', type: 'Region' },
      { code: 'MA-AOU', name: 'Aousserd (EH)', type: 'Province', parent: '12' },
      { code: 'FR-01', name: 'Ain', type: 'Metropolitan department', parent: 'ARA' },
    ],
  });

  it('gives what has a parent, or what belongs to the country itself', () => {
    const common = { level: null, shortName: null, codeMark: 'EH', slug: null };
    expect(read(iso)).toEqual({
      format: 'iso-3166-2',
      problems: [],
      territories: [
        {
          ...common,
          place: 2,
          code: 'MA-AOU',
          parentCode: 'MA-12',
          name: { fr: 'Aousserd', original: 'fr' },
        },
      ],
    });
    expect(read(iso, 'country').territories).toEqual([
      {
        ...common,
        place: 1,
        code: 'MA-12',
        parentCode: 'MA',
        name: { fr: 'Dakhla-Oued Ed-Dahab', original: 'fr' },
      },
    ]);
  });

  it('is read with a byte order mark', () => {
    expect(read(`\ufeff${iso}`).territories).toHaveLength(1);
  });

  it('names the entry and the field that is of another type', () => {
    const list = {
      '3166-2': [
        { code: 'MA-FES', name: 7, parent: '03' },
        [],
        { code: 'MA-RAB', name: 'R\0', parent: '04' },
      ],
    };
    expect(told(read(JSON.stringify(list)).problems)).toEqual([
      [1, 'name_fr', 'not_text'],
      [2, 'code', 'not_text'],
      [3, 'name_fr', 'control_character'],
    ]);
  });

  it('refuses half a surrogate', () => {
    const list = '{"3166-2": [{"code": "MA-FES", "name": "F\\ud800s", "parent": "03"}]}';
    const { problems, territories } = read(list);
    expect(told(problems)).toEqual([[1, 'name_fr', 'control_character']]);
    expect(territories[0]?.name.fr?.isWellFormed()).toBe(true);
  });
});

describe('bytes that are no list', () => {
  const latin1 = Uint8Array.from(
    [...'code,name_fr\nMA-FES,F'].map((c) => c.charCodeAt(0)).concat(0xe8, 0x73),
  );
  const utf16 = new Uint8Array(Buffer.from('\ufeffcode,name_fr\nMA-FES,Fès', 'utf16le'));
  it.each<[string, string | Uint8Array, string]>([
    ['nothing', '', 'empty'],
    ['spaces', '\ufeff \n', 'empty'],
    ['another encoding', latin1, 'not_utf8'],
    ['UTF-16', utf16, 'not_utf8'],
    ['half a JSON file', '{"3166-2": [', 'not_json'],
    ['JSON nested a million deep', '['.repeat(1_000_000), 'not_json'],
    ['other JSON', '{"type": "Topology"}', 'not_iso'],
    ['more bytes than the limit', new Uint8Array(listLimits.bytes + 1).fill(97), 'too_large'],
    ['more rows than the limit', `code\n${'MA-FES\n'.repeat(listLimits.entries + 1)}`, 'too_many'],
    [
      'more entries than the limit',
      JSON.stringify({ '3166-2': Array(listLimits.entries + 1).fill(null) }),
      'too_many',
    ],
  ])('%s', (_, content, reason) => {
    const { territories, problems } = read(content);
    expect(territories).toEqual([]);
    expect(told(problems)).toEqual([[null, null, reason]]);
  });

  it('are read as far as the limits go', () => {
    const text = `code\n${Array.from({ length: listLimits.entries }, (_, at) => `MA-${at}\n`).join('')}`;
    expect(read(text).territories).toHaveLength(listLimits.entries);
    expect(read(`code,name_fr\nMA-FES,${'\u0300\u0323'.repeat(1_000_000)}`).territories).toHaveLength(1);
  });
});
