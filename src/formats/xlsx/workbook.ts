import { TableRefusal } from '../table/model.ts';
import type { Archive } from './archive.ts';
import { isDateFormat } from './dates.ts';
import { readPart, unescaped } from './part.ts';

/** A sheet of a workbook, before its cells are read. */
export interface SheetPlace {
  name: string;
  /** The part that holds its cells. */
  part: string;
  hidden: boolean;
}

/** What all sheets of a workbook share. */
export interface Workbook {
  sheets: SheetPlace[];
  /** Texts that cells point to. */
  texts: string[];
  /** For each cell format, whether it shows a number as a date or a time. */
  dateFormats: boolean[];
  /** Whether days are counted from 1904. */
  from1904: boolean;
}

interface Relation {
  id: string;
  type: string;
  target: string;
}

/** Reads a workbook's parts but its sheets. @throws TableRefusal */
export function readWorkbook(archive: Archive): Workbook {
  const root = relationsOf(archive, '');
  const main = root.find(({ type }) => type === 'officeDocument')?.target;
  if (main === undefined || !archive.has(main)) throw new TableRefusal('platform_table_other_workbook');
  if (!main.toLowerCase().endsWith('.xml')) throw new TableRefusal('platform_table_other_workbook');
  const relations = relationsOf(archive, main);
  const partOf = (type: string) => relations.find((relation) => relation.type === type)?.target;
  return {
    ...sheetsOf(archive, main, relations),
    texts: textsOf(archive, partOf('sharedStrings')),
    dateFormats: dateFormatsOf(archive, partOf('styles')),
  };
}

/** The relations of a part, or of the package; a type is told by its last word, in both dialects of the format. */
function relationsOf(archive: Archive, part: string): Relation[] {
  const folder = part.slice(0, part.lastIndexOf('/') + 1);
  const file = `${folder}_rels/${part.slice(folder.length)}.rels`;
  if (!archive.has(file)) return [];
  const relations: Relation[] = [];
  readPart(archive.read(file), {
    open(name, { Id: id = '', Type: type = '', Target: target = '', TargetMode: mode }) {
      if (name !== 'Relationship' || mode === 'External') return;
      relations.push({ id, type: type.slice(type.lastIndexOf('/') + 1), target: resolved(folder, target) });
    },
  });
  return relations;
}

function resolved(folder: string, target: string): string {
  const way = (target.startsWith('/') ? target : folder + target).split(/[/\\]/);
  const steps: string[] = [];
  for (const step of way) {
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  }
  return steps.join('/');
}

function sheetsOf(archive: Archive, main: string, relations: Relation[]) {
  const parts = new Map(relations.map((relation) => [relation.id, relation]));
  const sheets: SheetPlace[] = [];
  let from1904 = false;
  readPart(archive.read(main), {
    open(name, attributes) {
      if (name === 'workbookPr') from1904 = isTrue(attributes['date1904']);
      if (name !== 'sheet') return;
      const id = Object.entries(attributes).find(([key]) => /(^|:)id$/.test(key))?.[1] ?? '';
      const part = parts.get(id);
      // A chart may be a sheet of its own: it has no cells.
      if (part?.type === 'worksheet')
        sheets.push({
          name: attributes['name'] ?? '',
          part: part.target,
          hidden: /hidden/i.test(attributes['state'] ?? ''),
        });
    },
  });
  return { sheets, from1904 };
}

/** Shared texts; runs of one text are joined, and the reading aids of East Asian scripts left out. */
function textsOf(archive: Archive, part: string | undefined): string[] {
  const texts: string[] = [];
  if (part === undefined || !archive.has(part)) return texts;
  let text = '';
  let inText = false;
  let inAid = false;
  readPart(archive.read(part), {
    open(name) {
      if (name === 'si') text = '';
      else if (name === 'rPh') inAid = true;
      else if (name === 't') inText = !inAid;
    },
    text(more) {
      if (inText) text += more;
    },
    close(name) {
      if (name === 't') inText = false;
      else if (name === 'rPh') inAid = false;
      else if (name === 'si') texts.push(unescaped(text));
    },
  });
  return texts;
}

function dateFormatsOf(archive: Archive, part: string | undefined): boolean[] {
  const formats: boolean[] = [];
  if (part === undefined || !archive.has(part)) return formats;
  const codes = new Map<string, string>();
  let inFormats = false;
  readPart(archive.read(part), {
    open(name, { numFmtId: id = '0', formatCode }) {
      if (name === 'numFmt' && formatCode !== undefined) codes.set(id, formatCode);
      else if (name === 'cellXfs') inFormats = true;
      else if (name === 'xf' && inFormats) formats.push(isDateFormat(Number(id), codes.get(id)));
    },
    close(name) {
      if (name === 'cellXfs') inFormats = false;
    },
  });
  return formats;
}

/** A truth value as XML Schema writes it. */
export function isTrue(value: string | undefined): boolean {
  return value === '1' || value === 'true';
}
