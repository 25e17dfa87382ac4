import type { Trilingual } from '#platform/locale/text.ts';
import type { RecordColumns } from '#platform/records/model.ts';

/** What a workshop tells the press: begun from its facts, then whatever its editors write. */
export interface PressNoteRow extends RecordColumns, Trilingual<'title'>, Trilingual<'text'> {
  workshop_id: string;
  /** Whether everyone reads it. */
  is_public: 0 | 1;
}

declare module '#platform/database/tables.ts' {
  interface Tables {
    press_notes: PressNoteRow;
  }
}

/** A part of a note: a paragraph, or points of a list. */
export type NotePart = { kind: 'paragraph'; text: string } | { kind: 'list'; items: string[] };

/** What begins a point of a list. */
const POINT = /^[-–—•]\s+/;

/** A note's text in its parts: a blank line parts them, lines that all begin with a dash are points. */
export function partsOf(text: string): NotePart[] {
  return text
    .split(/\r?\n[ \t]*\r?\n/)
    .map((part) => part.split(/\r?\n/).filter((line) => line.trim() !== ''))
    .filter((lines) => lines.length > 0)
    .flatMap((lines): NotePart[] => {
      const first = lines.findIndex((line) => POINT.test(line));
      const listed = first >= 0 && lines.slice(first).every((line) => POINT.test(line));
      if (!listed) return [{ kind: 'paragraph', text: lines.join(' ') }];
      const items = lines.slice(first).map((line) => line.replace(POINT, ''));
      const lead = lines.slice(0, first).join(' ');
      return [...(lead ? [{ kind: 'paragraph' as const, text: lead }] : []), { kind: 'list', items }];
    });
}
