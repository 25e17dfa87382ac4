import { namedSeparator, separatorOf } from './separator.ts';

/** Why a record could not be read: a quotation mark that is not closed where it must be, or too many characters. */
export type RecordFault = 'quote' | 'too-long';

/** Who is told what a file holds. */
export interface RecordReader {
  /** Whether a quoted field may run over several lines; else every line is a record, and a stray mark harms no other. */
  multiline: boolean;
  /** Characters of a record at most. */
  longest: number;
  /** A filled record. @param line on which it begins, from 1 */
  record(fields: string[], line: number): void;
  /** A record that is left out; reading goes on with the line after its first. */
  fault(fault: RecordFault, line: number): void;
}

/** Files with more unclosed marks than this are read line by line from there on: no file takes time without bound. */
const MOST_REREAD = 1_000;

/**
 * Records of comma-separated values (RFC 4180) from a text that comes in parts, in whichever separator and line end.
 * No more is kept of the text than one record. A mark inside a field that does not begin with one is a character like
 * others; empty records are left out.
 */
export class Records {
  readonly #reader: RecordReader;
  #multiline: boolean;
  #separator = '';
  #rest = '';
  #line = 1;
  #unclosed = 0;
  /** Whether what comes belongs to a line that was too long already. */
  #skipping = false;

  constructor(reader: RecordReader) {
    this.#reader = reader;
    this.#multiline = reader.multiline;
  }

  write(text: string): void {
    let all = this.#rest + text;
    // Half of a line end is no line end yet.
    const half = all.endsWith('\r') ? '\r' : '';
    if (half) all = all.slice(0, -1);
    this.#read(all, false);
    this.#rest += half;
  }

  end(): void {
    this.#read(this.#rest, true);
  }

  #read(given: string, last: boolean): void {
    const text = given.includes('\r') ? given.replace(/\r\n?/g, '\n') : given;
    if (!this.#separator && !last && !showsSeparator(text)) return this.#keep(text);
    let at = this.#begin(text);
    let mark = text.indexOf('"', at);
    for (;;) {
      const end = lineEnd(text, at, last);
      if (end < 0 || at >= text.length) break;
      if (mark >= 0 && mark < at) mark = text.indexOf('"', at);
      const next = this.#skipping ? this.#skip(end) : this.#record(text, at, end, mark, last);
      if (next < 0) break;
      at = next;
    }
    this.#keep(text.slice(at));
  }

  /** The first text names the separator or shows it. */
  #begin(text: string): number {
    if (this.#separator || text === '') return 0;
    const { line, separator } = namedSeparator(text);
    this.#separator = separator ?? separatorOf(text);
    if (line !== '') this.#line += 1;
    return line.length;
  }

  #keep(rest: string): void {
    this.#rest = this.#skipping ? '' : rest;
    if (rest.length <= this.#reader.longest || this.#skipping) return;
    // A whole line would have been read: this one is too long, and its end is still to come.
    this.#reader.fault('too-long', this.#line);
    this.#skipping = true;
    this.#rest = '';
  }

  #skip(end: number): number {
    this.#skipping = false;
    this.#line += 1;
    return end + 1;
  }

  /** @returns where the next record begins; -1 where this one goes on in a text to come */
  #record(text: string, at: number, end: number, mark: number, last: boolean): number {
    const { longest } = this.#reader;
    if (end - at > longest) return this.#fault('too-long', end);
    if (mark < 0 || mark >= end) {
      if (end > at) this.#tell(text.slice(at, end).split(this.#separator));
      this.#line += 1;
      return end + 1;
    }
    const reach = this.#multiline ? Math.min(text.length, at + longest) : end;
    const quoted = quotedFields(text, at, reach, this.#separator);
    if (quoted === 'open' && this.#multiline && !last && text.length - at <= longest) return -1;
    if (typeof quoted === 'string') {
      this.#unclosed += 1;
      if (this.#unclosed > MOST_REREAD) this.#multiline = false;
      return this.#fault('quote', end);
    }
    if (quoted.end === text.length && !last) return -1;
    this.#tell(quoted.fields);
    for (let i = text.indexOf('\n', at); i >= 0 && i < quoted.end; i = text.indexOf('\n', i + 1))
      this.#line += 1;
    this.#line += 1;
    return quoted.end + 1;
  }

  #fault(fault: RecordFault, end: number): number {
    this.#reader.fault(fault, this.#line);
    this.#line += 1;
    return end + 1;
  }

  #tell(fields: string[]): void {
    if (isBlank(fields[0]!) && fields.every(isBlank)) return;
    this.#reader.record(fields, this.#line);
  }
}

/** Whether the first filled line is there as a whole, or more than is looked at. */
function showsSeparator(text: string): boolean {
  return text.length >= 20_000 || /[^\s;,][^\n]*\n/.test(text);
}

/** Nothing but white space and what might be separators. */
function isBlank(field: string): boolean {
  return field === '' || (!/\w/.test(field[0]!) && /^[\s;,]*$/.test(field));
}

function lineEnd(text: string, at: number, last: boolean): number {
  const end = text.indexOf('\n', at);
  return end < 0 && last ? text.length : end;
}

/**
 * The fields of a record some of which are quoted.
 * @param reach where the record ends at the latest
 * @returns 'open' where a quoted field is not closed before `reach`, 'closed' where something follows its closing mark
 */
function quotedFields(
  text: string,
  from: number,
  reach: number,
  separator: string,
): { fields: string[]; end: number } | 'open' | 'closed' {
  const fields: string[] = [];
  for (let at = from; ; at += 1) {
    const start = at;
    if (text[at] === '"') {
      at = closingMark(text, at + 1, reach);
      if (at < 0) return 'open';
      fields.push(text.slice(start + 1, at).replaceAll('""', '"'));
      at += 1;
    } else {
      while (at < reach && text[at] !== separator && text[at] !== '\n') at += 1;
      fields.push(text.slice(start, at));
    }
    if (at === text.length || text[at] === '\n') return { fields, end: at };
    if (at >= reach) return 'open';
    if (text[at] !== separator) return 'closed';
  }
}

/** Where a quoted field's closing mark stands: two together are one that belongs to the text. */
function closingMark(text: string, from: number, reach: number): number {
  let at = text.indexOf('"', from);
  while (at >= 0 && at < reach && text[at + 1] === '"') at = text.indexOf('"', at + 2);
  return at < reach ? at : -1;
}
