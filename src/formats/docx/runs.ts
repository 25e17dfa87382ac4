/** Words of a paper as runs of a DOCX: each with its language, and right to left where its letters are. */
import {
  AlignmentType,
  Bookmark,
  ExternalHyperlink,
  FootnoteReferenceRun,
  InternalHyperlink,
  Paragraph,
  TextRun,
  type ParagraphChild,
} from 'docx';
import { directionOf, type Direction, type Inline, type Run } from '../paper/model.ts';

/** The paper's language, and its notes by number, filled in as its words are written. */
export interface Writing {
  lang: string;
  dir: Direction;
  notes: Record<string, { children: Paragraph[] }>;
  /** The names under which headings are found, by their ids. */
  places: ReadonlyMap<string, string>;
  /** Whether what stands alone stands in the middle, as on a certificate. */
  centred?: boolean;
}

/** Colours of the look's tokens, as DOCX writes them. */
export const COLOURS = {
  ink: '1C2529',
  soft: '4B5A61',
  line: 'CFC4AE',
  brand: '0D5557',
  saffron: '8F5600',
  'saffron-fill': 'E9A72F',
  'saffron-pale': 'FBEFD6',
} as const;

/** What all runs of some words have in common beside what the words say of themselves. */
export interface Look {
  bold?: boolean;
  /** Half points. */
  size?: number;
  color?: string;
}

/** The runs of some words. */
export function runs(writing: Writing, text: Inline, look: Look = {}): ParagraphChild[] {
  return text.flatMap((run) => {
    const children = textRuns(writing, run, look);
    const linked = linkedTo(writing, run, children);
    return run.note ? [...linked, noteCall(writing, run.note)] : linked;
  });
}

function linkedTo({ places }: Writing, { href, to }: Run, children: TextRun[]): ParagraphChild[] {
  if (href) return [new ExternalHyperlink({ link: href, children })];
  const anchor = to === undefined ? undefined : places.get(to);
  return anchor ? [new InternalHyperlink({ anchor, children })] : children;
}

type Options = Exclude<ConstructorParameters<typeof Paragraph>[0], string>;

/** A paragraph in the direction of the paper: beside others, in a list or a table. */
export function paragraph(writing: Writing, text: Inline, options: Options = {}, look: Look = {}): Paragraph {
  return new Paragraph({
    ...options,
    bidirectional: writing.dir === 'rtl',
    children: runs(writing, text, look),
  });
}

/** A paragraph that stands alone: in the direction of its words where all of them have one that isn't the paper's. */
export function passage(
  writing: Writing,
  text: Inline,
  options: Options = {},
  look: Look = {},
  bookmark?: string,
): Paragraph {
  const directions = new Set(
    text.filter((run) => run.text.trim() !== '').map((run) => run.dir ?? writing.dir),
  );
  const [only = writing.dir] = directions;
  const bidirectional = (directions.size === 1 ? only : writing.dir) === 'rtl';
  const children = runs(writing, text, look);
  return new Paragraph({
    ...(writing.centred && { alignment: AlignmentType.CENTER }),
    ...options,
    bidirectional,
    children: bookmark ? [new Bookmark({ id: bookmark, children })] : children,
  });
}

function textRuns(writing: Writing, run: Run, look: Look): TextRun[] {
  const lang = run.lang ?? writing.lang;
  return segments(
    run.dir === undefined || run.dir === writing.dir ? run.text : held(run.text, run.dir),
    run.dir ?? writing.dir,
  ).map(
    ({ text, dir }, at) =>
      new TextRun({
        text,
        ...(run.breaks && at === 0 && { break: 1 }),
        ...(dir === 'rtl' && { rightToLeft: true }),
        language: dir === 'rtl' ? { bidirectional: rightToLeftTag(lang) } : { value: leftToRightTag(lang) },
        ...look,
        ...(run.strong && { bold: true }),
        ...(run.soft && { color: COLOURS.soft }),
        ...((run.href ?? run.to) && { color: COLOURS.brand, underline: {} }),
      }),
  );
}

const MARKS = { ltr: '\u200E', rtl: '\u200F' } as const;

/**
 * Words in the other direction with a mark of it at an end that is no letter: Word puts a full stop where its run
 * runs to, other programs where its paragraph does.
 */
function held(text: string, dir: Direction): string {
  const before = /^\s*[^\s\p{L}]/u.test(text) ? MARKS[dir] : '';
  const after = /[^\s\p{L}]\s*$/u.test(text) ? MARKS[dir] : '';
  return before + text + after;
}

function noteCall(writing: Writing, note: Inline): FootnoteReferenceRun {
  const number = Object.keys(writing.notes).length + 1;
  writing.notes[String(number)] = { children: [paragraph(writing, note)] };
  return new FootnoteReferenceRun(number);
}

/** Latin letters with what stands between them, in words that run from the right; the reverse in the others. */
const FOREIGN = {
  rtl: /\p{Script=Latin}(?:[^\p{Script=Arabic}]*[\p{Script=Latin}\d])?/gu,
  ltr: /\p{Script=Arabic}(?:[^\p{Script=Latin}]*[\p{Script=Arabic}\p{M}])?/gu,
};

/** A text parted where its letters change direction; blanks and figures go with the words around them. */
export function segments(text: string, dir: Direction): { text: string; dir: Direction }[] {
  const other = dir === 'rtl' ? 'ltr' : 'rtl';
  const parts: { text: string; dir: Direction }[] = [];
  let at = 0;
  for (const found of text.matchAll(FOREIGN[dir])) {
    if (found.index > at) parts.push({ text: text.slice(at, found.index), dir });
    parts.push({ text: found[0], dir: other });
    at = found.index + found[0].length;
  }
  if (at < text.length) parts.push({ text: text.slice(at), dir });
  return parts;
}

/** Word marks the languages of a run twice: for letters from the left and for those from the right. */
const rightToLeftTag = (lang: string): string => (directionOf(lang) === 'rtl' ? regional(lang) : 'ar-MA');
const leftToRightTag = (lang: string): string => (directionOf(lang) === 'rtl' ? 'fr-FR' : regional(lang));

const REGIONS: Record<string, string> = { fr: 'fr-FR', ar: 'ar-MA', en: 'en-GB' };
export const regional = (lang: string): string => REGIONS[lang] ?? lang;
