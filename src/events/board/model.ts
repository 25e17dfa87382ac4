import { locales } from '#platform/locale/locale.ts';
import type { Trilingual } from '#platform/locale/text.ts';
import type { RecordColumns, RecordKind } from '#platform/records/model.ts';

/** What a closing plenary goes through. */
export const boardKinds = ['conclusion', 'recommendation', 'decision', 'action'] as const;
export type BoardKind = (typeof boardKinds)[number];

/** A draft is before the plenary; it is adopted, or left. */
export const boardStatuses = ['draft', 'adopted', 'left'] as const;
export type BoardStatus = (typeof boardStatuses)[number];

export interface BoardEntryRow extends RecordColumns, Trilingual<'text'> {
  workshop_id: string;
  position: number;
  kind: BoardKind;
  status: BoardStatus;
  /** Who carries it out, in the words of the room. */
  owner: string | null;
  /** Who proposed it; of a decision or an action, who carries it out. */
  organisation_id: string | null;
  person_id: string | null;
  /** A date known to the day. */
  due_on: string | null;
  /** The entry that it became part of: it stays as it was, with its sources, and comes back when that one is split. */
  merged_into_id: string | null;
  /** The record that it became when it was adopted. */
  adopted_kind: RecordKind | null;
  adopted_id: string | null;
}

/** An entry of minutes that one of the board comes from, with its text as it was copied, or was last read. */
export interface BoardSourceRow extends RecordColumns, Trilingual<'text'> {
  board_entry_id: string;
  entry_id: string;
  item_id: string;
  /** 1 once somebody has read that the entry was taken out of the minutes. */
  withdrawn: 0 | 1;
}

declare module '#platform/database/tables.ts' {
  interface Tables {
    board_entries: BoardEntryRow;
    board_sources: BoardSourceRow;
  }
}

/** How the minutes stand to what was copied from them. */
export type SourceState = 'same' | 'changed' | 'withdrawn';

/** @param now the entry of the minutes */
export function sourceState(
  source: Trilingual<'text'> & { withdrawn: 0 | 1 },
  now: Trilingual<'text'> & { removed: 0 | 1 },
): SourceState {
  if (now.removed) return source.withdrawn ? 'same' : 'withdrawn';
  const written = wellFormed(now);
  const isSame = locales.every((locale) => source[`text_${locale}`] === written[`text_${locale}`]);
  return isSame && !source.withdrawn ? 'same' : 'changed';
}

/** A text of minutes, which may be written in other languages than the one it is said to be in; null where it is empty. */
export function copied(entry: Trilingual<'text'>): Trilingual<'text'> | null {
  const written = wellFormed(entry);
  return written[`text_${written.text_original}`] ? written : null;
}

function wellFormed({ text_fr, text_ar, text_en, text_original }: Trilingual<'text'>): Trilingual<'text'> {
  const texts = { text_fr: text_fr || null, text_ar: text_ar || null, text_en: text_en || null };
  const original = texts[`text_${text_original}`]
    ? text_original
    : (locales.find((locale) => texts[`text_${locale}`]) ?? text_original);
  return { ...texts, text_original: original };
}

/** A blank line parts paragraphs. */
const BETWEEN = '\n\n';

/** The texts of several entries in one, language by language, each once; a person then words it. */
export function joinedText(parts: readonly Trilingual<'text'>[]): Trilingual<'text'> {
  const joined = Object.fromEntries(
    locales.map((locale) => {
      const texts = new Set(parts.flatMap((part) => part[`text_${locale}`] ?? []));
      return [`text_${locale}`, [...texts].join(BETWEEN) || null];
    }),
  );
  return { ...joined, text_original: parts[0]!.text_original } as Trilingual<'text'>;
}

/** Whether a merged draft says something else, in any language, than its parts do together. */
export function isReworded(text: Trilingual<'text'>, parts: readonly Trilingual<'text'>[]): boolean {
  if (parts.length === 0) return false;
  const joined = joinedText(parts);
  return locales.some((locale) => text[`text_${locale}`] !== joined[`text_${locale}`]);
}

/**
 * A text of the board with a newer one of the minutes taken over. Of an entry that stands for several, what was copied
 * from these minutes gives way, and what was reworded keeps its words beside the new ones.
 * @param isAlone whether the entry has no other source
 */
export function renewedText(
  text: Trilingual<'text'>,
  { from, to, isAlone }: { from: Trilingual<'text'>; to: Trilingual<'text'>; isAlone: boolean },
): Trilingual<'text'> {
  const renewed = Object.fromEntries(
    locales.map((locale) => {
      const column = `text_${locale}` as const;
      const [stands, was, is] = [text[column], from[column], to[column]];
      if (was === is) return [column, stands];
      if (isAlone || !stands) return [column, is];
      if (was && stands.includes(was)) return [column, stands.replace(was, () => is ?? '').trim() || null];
      return [column, is ? stands + BETWEEN + is : stands];
    }),
  );
  return wellFormed({ ...renewed, text_original: text.text_original } as Trilingual<'text'>);
}
