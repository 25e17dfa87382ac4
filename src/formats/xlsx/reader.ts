import {
  refusedTables,
  tableLimits,
  TableRefusal,
  type ReadTables,
  type Table,
  type TableProblem,
} from '../table/model.ts';
import { openArchive, type Archive } from './archive.ts';
import { readSheet } from './sheet.ts';
import { readWorkbook } from './workbook.ts';

/** Sheets that are looked into; a list has one, and one that explains it. */
const MOST_SHEETS = 10;
/** More of one kind tell nothing new. */
const MOST_WARNINGS = 100;

/** Whether bytes begin as a workbook of any age does: a ZIP archive or an OLE container. */
export function looksLikeWorkbook(bytes: Uint8Array): boolean {
  return [ZIP, EMPTY_ZIP, OLE].some((signature) => startsWith(bytes, signature));
}

/**
 * Reads the visible sheets of an Excel workbook (.xlsx, .xlsm; ECMA-376). Whatever the bytes are, the answer is
 * tables with their problems, in bounded time and memory; nothing throws. Macros, drawings, links and other
 * parts are never unpacked.
 */
export function readXlsx(bytes: Uint8Array): ReadTables {
  try {
    if (bytes.length > tableLimits.bytes)
      throw new TableRefusal('platform_table_too_large', { limit: tableLimits.bytes / 1_000_000 });
    if (startsWith(bytes, OLE))
      throw new TableRefusal(isProtected(bytes) ? 'platform_table_protected' : 'platform_table_old_excel');
    const archive = openArchive(bytes);
    if (!archive.has('[Content_Types].xml')) throw new TableRefusal('platform_table_other_workbook');
    return tablesOf(archive);
  } catch (error) {
    if (error instanceof TableRefusal) return refusedTables(error);
    throw error;
  }
}

function tablesOf(archive: Archive): ReadTables {
  const workbook = readWorkbook(archive);
  const tables: Table[] = [];
  const problems: TableProblem[] = [];
  const warn = (problem: Pick<TableProblem, 'sheet' | 'cell' | 'reason' | 'values'>) =>
    problems.push({ ...problem, severity: 'warning' });
  if (archive.names.some((name) => name.endsWith('vbaproject.bin')))
    warn({ sheet: null, cell: null, reason: 'platform_table_macros', values: {} });
  for (const [index, { name, part, hidden }] of workbook.sheets.entries()) {
    if (hidden || index >= MOST_SHEETS) {
      const reason = hidden ? 'platform_table_sheet_hidden' : 'platform_table_sheet_left';
      warn({ sheet: name, cell: null, reason, values: { sheet: name } });
      continue;
    }
    const { rows, notes } = readSheet(archive.read(part), workbook);
    tables.push({ sheet: name, rows });
    for (const note of notes) warn({ sheet: name, ...note });
  }
  if (tables.length === 0) throw new TableRefusal('platform_table_empty');
  return { tables, problems: shortened(problems) };
}

/** Past a number of warnings, how many more there are. */
function shortened(problems: TableProblem[]): TableProblem[] {
  const more = problems.length - MOST_WARNINGS;
  if (more <= 0) return problems;
  const last = { sheet: null, cell: null, reason: 'platform_table_more', values: { count: more } } as const;
  return [...problems.slice(0, MOST_WARNINGS), { ...last, severity: 'warning' }];
}

const ZIP = [0x50, 0x4b, 0x03, 0x04];
const EMPTY_ZIP = [0x50, 0x4b, 0x05, 0x06];
/** Compound files (MS-CFB): workbooks before 2007, and those of today behind a password. */
const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

/** The stream that holds a workbook behind a password (MS-OFFCRYPTO 1.3.2), named in UTF-16. */
function isProtected(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes('EncryptedPackage', 0, 'utf16le');
}

function startsWith(bytes: Uint8Array, beginning: readonly number[]): boolean {
  return beginning.every((byte, index) => bytes[index] === byte);
}
