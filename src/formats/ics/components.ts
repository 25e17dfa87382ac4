/** The components of a calendar with the lines they stand on (RFC 5545, sections 3.1 and 3.4). */
import ICAL from 'ical.js';
import { scheduleLimits, type ScheduleFault, type ScheduleProblem } from '../schedule/model.ts';
import { quoted } from '../schedule/problems.ts';

/** One content line, unfolded. */
export interface Line {
  /** Where it begins in the file, from 1. */
  number: number;
  /** In lower case. */
  name: string;
  text: string;
}

export interface Component {
  /** In lower case. */
  name: string;
  line: number;
  lines: Line[];
  components: Component[];
  /** Lines in it that are none. */
  broken: { number: number; text: string }[];
}

export interface Fault {
  line: number;
  reason: ScheduleFault;
  values: ScheduleProblem['values'];
}

/** A value longer than this is nobody's title or description; images stand in calendars as text. */
const LONGEST = 200_000;

/** The outermost components of a text, or where it stops being a calendar. */
export function componentsOf(text: string): Component[] | Fault {
  const root: Component = { name: '', line: 1, lines: [], components: [], broken: [] };
  const open: Component[] = [root];
  let count = 0;
  for (const { number, text: line } of unfolded(text)) {
    if (++count > scheduleLimits.parts)
      return { line: number, reason: 'too-many-parts', values: { limit: scheduleLimits.parts } };
    const inside = open.at(-1)!;
    const [, name = '', value = ''] = /^([\w.-]{1,100})(?:[ \t]*(?=[;:]))([\s\S]*)/.exec(line) ?? [];
    const lower = name.toLowerCase();
    if (lower === 'begin') {
      const component = { name: wordOf(value), line: number, lines: [], components: [], broken: [] };
      inside.components.push(component);
      open.push(component);
      if (open.length > scheduleLimits.depth)
        return { line: number, reason: 'too-deep', values: { limit: scheduleLimits.depth } };
    } else if (lower === 'end') {
      if (open.length === 1 || inside.name !== wordOf(value)) {
        const values = { found: quoted(value.slice(1)), open: inside.name.toUpperCase() };
        return { line: number, reason: 'ics-mismatch', values };
      }
      open.pop();
    } else if (lower === '') inside.broken.push({ number, text: line });
    else inside.lines.push({ number, name: lower, text: `${name}${value}` });
  }
  const last = open.at(-1)!;
  if (last === root) return root.components;
  return { line: last.line, reason: 'ics-unclosed', values: { open: last.name.toUpperCase() } };
}

function wordOf(value: string): string {
  return value.slice(1).trim().toLowerCase().slice(0, 100);
}

/** The content lines of a text: a line that begins with a blank goes on with the one before. */
function* unfolded(text: string): Generator<{ number: number; text: string }> {
  const ends = /\r\n?|\n/g;
  let number = 0;
  let line: { number: number; parts: string[]; length: number } | null = null;
  for (let start = 0; start < text.length;) {
    const found = ends.exec(text);
    const end = found ? found.index : text.length;
    number += 1;
    const first = text[start];
    if (line && (first === ' ' || first === '\t')) {
      const part = text.slice(start + 1, end);
      line.length += part.length;
      if (line.length <= LONGEST) line.parts.push(part);
    } else if (end > start) {
      if (line) yield { number: line.number, text: line.parts.join('') };
      line = { number, parts: [text.slice(start, Math.min(end, start + LONGEST))], length: end - start };
    }
    start = found ? ends.lastIndex : text.length;
  }
  if (line) yield { number: line.number, text: line.parts.join('') };
}

/** A property as ical.js reads a content line (jCal, RFC 7265), with its line. */
export interface Property {
  line: number;
  name: string;
  parameters: Record<string, string | string[]>;
  type: string;
  values: unknown[];
  /** The value as the file writes it. */
  written: string;
}

/** The property of a content line; null where ical.js finds none. */
export function propertyOf({ number, text, name }: Line): Property | null {
  try {
    // Outlook writes blanks into rules, which the grammar doesn't have.
    const written = name === 'rrule' ? text.replace(/[ \t]/g, '') : text;
    const [, parameters, type, ...values] = ICAL.parse.property(written) as unknown as [
      string,
      Property['parameters'],
      string,
      ...unknown[],
    ];
    // Of properties that it doesn't know, ical.js leaves the text as it is written.
    const read = type === 'unknown' ? values.map((value) => unescaped(String(value))) : values;
    return { line: number, name, parameters, type, values: read, written: valueIn(text) };
  } catch {
    // Whatever ical.js throws at a line, the line is none of a calendar.
    return null;
  }
}

/** What stands behind a content line's colon, to be quoted. */
export function valueIn(text: string): string {
  return text.slice(text.indexOf(':') + 1);
}

/** A parameter's first value, or null. */
export function parameter({ parameters }: Property, name: string): string | null {
  const value = parameters[name];
  return (Array.isArray(value) ? value[0] : value) ?? null;
}

/** TEXT without its escapes (section 3.3.11). */
function unescaped(text: string): string {
  return text.replace(/\\([\\;,nN])/g, (_, character: string) => (/n/i.test(character) ? '\n' : character));
}
