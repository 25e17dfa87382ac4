import { NotCsv, parseCsv } from '#formats/csv/table.ts';
import { NotSubdivisions, parseSubdivisions } from '#formats/iso-codes/subdivisions.ts';
import { locales } from '#platform/locale/locale.ts';
import type { TrilingualText } from '#platform/locale/text.ts';
import { territoryLevels, type TerritoryLevel } from '../territories/model.ts';
import {
  listColumns,
  listLimits,
  type ListColumn,
  type ListedTerritory,
  type ListFormat,
  type ListProblem,
  type ParentLevel,
  type TerritoryList,
} from './model.ts';

/** What of a list is asked for. */
export interface ListOptions {
  /** ISO 3166-1 codes of the countries whose parts an ISO list is to give. */
  countries: readonly string[];
  /** Of an ISO list: `country` takes what belongs to a country itself, any other what has a parent. */
  parentLevel: ParentLevel;
}

/**
 * The territories in a file's bytes: CSV with a header ({@link listColumns}), or Debian's iso_3166-2.json.
 * Whatever the bytes are, the answer is a list with its problems; nothing throws.
 */
export function readTerritoryList(bytes: Uint8Array, options: ListOptions): TerritoryList {
  if (bytes.length > listLimits.bytes)
    return unreadable('csv', { reason: 'network_import_too_large', values: { limit: 5 } });
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return unreadable('csv', { reason: 'network_import_not_utf8' });
  }
  if (text.trim() === '') return unreadable('csv', { reason: 'network_import_empty' });
  return /^\s*[[{]/.test(text) ? readIso(text, options) : readCsv(text);
}

function unreadable(format: ListFormat, problem: Partial<ListProblem> & Pick<ListProblem, 'reason'>) {
  const whole = { place: null, field: null, values: {}, ...problem };
  return { format, territories: [], problems: [whole] } satisfies TerritoryList;
}

const tooMany = { reason: 'network_import_too_many', values: { limit: listLimits.entries } } as const;

function readIso(text: string, { countries, parentLevel }: ListOptions): TerritoryList {
  try {
    const { subdivisions, faults } = parseSubdivisions(text, { countries, most: listLimits.entries });
    const problems: ListProblem[] = faults.map(({ entry, field }) => ({
      place: entry,
      field: field === 'parent' ? 'parent_code' : field === 'name' ? 'name_fr' : 'code',
      reason: 'network_import_not_text',
      values: {},
    }));
    const asked = subdivisions.filter(({ parent }) => (parent === null) === (parentLevel === 'country'));
    const territories = asked.map((part): ListedTerritory => {
      const field = fieldReader(part.entry, problems);
      return {
        place: part.entry,
        code: field('code', part.code),
        parentCode: field('parent_code', part.parent ?? part.code.slice(0, 2)),
        level: null,
        name: { fr: field('name_fr', part.name), original: 'fr' },
        shortName: null,
        codeMark: part.mark,
        slug: null,
      };
    });
    return { format: 'iso-3166-2', territories, problems };
  } catch (error) {
    if (!(error instanceof NotSubdivisions)) throw error;
    if (error.why === 'too many') return unreadable('iso-3166-2', tooMany);
    const reason = error.why === 'not JSON' ? 'network_import_not_json' : 'network_import_not_iso';
    return unreadable('iso-3166-2', { reason });
  }
}

function readCsv(text: string): TerritoryList {
  try {
    const { header, rows } = parseCsv(text, listLimits.entries + 2);
    if (rows.length > listLimits.entries) return unreadable('csv', tooMany);
    const columns = header.map((name) => name.toLowerCase());
    const problems = headerProblems(columns);
    if (problems.length > 0) return { format: 'csv', territories: [], problems };
    const listed = rows.flatMap(({ line, fields }) => {
      if (fields.length === columns.length) return [territoryOf(line, columns, fields, problems)];
      const values = { found: fields.length, expected: columns.length };
      problems.push({ place: line, field: null, reason: 'network_import_field_count', values });
      return [];
    });
    const territories = listed.filter(({ code }) => code !== '');
    return { format: 'csv', territories, problems };
  } catch (error) {
    if (!(error instanceof NotCsv)) throw error;
    return unreadable('csv', { place: error.line, reason: 'network_import_not_csv' });
  }
}

/** A column whose name is mistyped would be lost without a word: unknown ones are refused. */
function headerProblems(columns: string[]): ListProblem[] {
  const known: readonly string[] = listColumns;
  const problem = (reason: ListProblem['reason'], values: ListProblem['values']): ListProblem => ({
    place: 1,
    field: null,
    reason,
    values,
  });
  const wrong = columns.flatMap((column, index) => {
    if (!known.includes(column))
      return [problem('network_import_unknown_column', { column, known: known.join(', ') })];
    return columns.indexOf(column) < index ? [problem('network_import_repeated_column', { column })] : [];
  });
  return columns.includes('code')
    ? wrong
    : [...wrong, problem('network_import_missing_column', { column: 'code' })];
}

function territoryOf(
  place: number,
  columns: string[],
  fields: string[],
  problems: ListProblem[],
): ListedTerritory {
  const clean = fieldReader(place, problems);
  const value = (column: ListColumn) => clean(column, fields[columns.indexOf(column)] ?? '');
  const code = value('code').toUpperCase();
  if (code === '') problems.push({ place, field: 'code', reason: 'network_import_required', values: {} });
  const level = value('level').toLowerCase();
  const isLevel = (territoryLevels as readonly string[]).includes(level);
  if (level && !isLevel) {
    const values = { value: level, known: territoryLevels.join(', ') };
    problems.push({ place, field: 'level', reason: 'network_import_level', values });
  }
  return {
    place,
    code,
    parentCode: value('parent_code').toUpperCase() || null,
    level: isLevel ? (level as TerritoryLevel) : null,
    name: inLanguages((locale) => value(`name_${locale}`)) ?? { original: 'fr' },
    shortName: inLanguages((locale) => value(`short_${locale}`)),
    codeMark: value('code_mark') || null,
    slug: value('slug') || null,
  };
}

/** The text of three columns; its original is the first language that is filled, in the product's order. */
function inLanguages(value: (locale: (typeof locales)[number]) => string): TrilingualText | null {
  const filled = locales.map((locale) => [locale, value(locale)] as const).filter(([, text]) => text);
  return filled[0] ? { ...Object.fromEntries(filled), original: filled[0][0] } : null;
}

/** Bidirectional marks and overrides, byte order marks, zero-width spaces: nobody sees them in a name. */
const INVISIBLE = /[\p{Bidi_Control}\u200b\u2060\ufeff]/gu;

/** More than any field may hold; composing a longer run of accents would take the square of its length. */
const LONGEST_FIELD = 1_000;

/** One line of text as it will be kept: composed (NFC), single spaces, without what nobody sees. */
function fieldReader(place: number, problems: ListProblem[]) {
  return (field: ListColumn, raw: string): string => {
    const text = raw
      .slice(0, LONGEST_FIELD)
      .normalize('NFC')
      .replace(INVISIBLE, '')
      .replace(/[\s\u2028\u2029]+/gu, ' ')
      .trim();
    if (!/[\p{Cc}\ufffd]/u.test(text) && text.isWellFormed()) return text;
    problems.push({ place, field, reason: 'network_import_control_character', values: {} });
    return text.toWellFormed().replace(/\p{Cc}/gu, '\ufffd');
  };
}
