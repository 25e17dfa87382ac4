/** What other programs read in a paper, for tests: absent ones are named, so that a skipped test says why. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The programs among these that this machine has not. */
export function absentOf(...programs: string[]): string[] {
  return programs.filter((program) => spawnSync('which', [program]).status !== 0);
}

/** Marks of direction that a reader puts around what it found. */
const DIRECTIONS = /[\u200B\u200E\u200F\u202A-\u202E\u2060\u2066-\u2069]/g;

/** The lines of a PDF as `pdftotext` gives them, in logical order, without marks of direction and empty lines. */
export function popplerLines(pdf: Uint8Array, ...options: string[]): string[] {
  const { stdout } = spawnSync('pdftotext', ['-enc', 'UTF-8', ...options, '-', '-'], { input: pdf });
  return linesOf(stdout.toString());
}

/** As {@link popplerLines}, by MuPDF, whose letters stand in visual order. */
export function mupdfLines(pdf: Uint8Array): string[] {
  return inFolder((folder) => {
    const path = join(folder, 'paper.pdf');
    writeFileSync(path, pdf);
    return linesOf(spawnSync('mutool', ['draw', '-q', '-F', 'txt', path]).stdout.toString());
  });
}

/** What another program of the same readers says of a PDF. */
export function said(program: string, pdf: Uint8Array, ...options: string[]): string {
  return inFolder((folder) => {
    const path = join(folder, 'paper.pdf');
    writeFileSync(path, pdf);
    return spawnSync(program, [...options, path]).stdout.toString();
  });
}

/** A DOCX as LibreOffice prints it. */
export function printedByLibreOffice(docx: Uint8Array): Uint8Array {
  return inFolder((folder) => {
    writeFileSync(join(folder, 'paper.docx'), docx);
    const options = ['--headless', `-env:UserInstallation=file://${folder}/profile`];
    spawnSync('soffice', [...options, '--convert-to', 'pdf', '--outdir', folder, join(folder, 'paper.docx')]);
    return readFileSync(join(folder, 'paper.pdf'));
  });
}

/** Lam and alef as poppler turns them round: both sides of a comparison are written so. */
export function lamAlefTurned(text: string): string {
  return text.normalize('NFC').replace(/ل([اأإآ])/g, '$1ل');
}

/** The characters of a text in one order, blanks apart. */
export function characters(text: string): string {
  return Array.from(text.normalize('NFC').replace(/\s/gu, '')).sort().join('');
}

function linesOf(text: string): string[] {
  return text
    .split(/[\n\f]/)
    .map((line) => inLogicalOrder(line.trim()).replace(DIRECTIONS, '').trim())
    .filter((line) => line !== '');
}

/**
 * Poppler takes signs that have no direction (commas, brackets, blanks) into the words of the other direction beside
 * them and writes these from their left edge to their right one: at the ends of such words they change places.
 */
function inLogicalOrder(line: string): string {
  return line.replace(
    /(.?)[\u202A\u202B]([^\u202A-\u202C]*)\u202C(.?)/gu,
    (whole, before, words: string, after) => {
      if (before === '' && after === '') return whole;
      const [, lead, core, trail] = /^([^\p{L}\p{N}]*)(.*?)([^\p{L}\p{N}]*)$/u.exec(words)!;
      const turned = (signs: string) => Array.from(signs).reverse().join('');
      return before + turned(trail!) + core + turned(lead!) + after;
    },
  );
}

function inFolder<T>(work: (folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'indimaj-paper-'));
  try {
    return work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Texts that are markup for somebody; each is shorter than a line. */
export const HOSTILE = [
  '#let x = 1; #panic("x")',
  '$ a^2 $ *b* _c_ `d` <e> @f',
  '= Title',
  '- item + item / term: x',
  '\\ \\u{41} \\#',
  '#image("/etc/passwd")',
  '// comment /* more */',
  '"] }); #read("a") ([{',
  '</w:t></w:r><w:r><w:br/>',
  '&lt; &amp; &#65; <![CDATA[x]]>',
  'TOC \\o "1-3" \\h MERGEFIELD x',
];
