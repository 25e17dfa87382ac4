import type { RecordColumns } from '#platform/records/model.ts';
import { entriesInOrder, type EntryContent } from '../minutes-entries/model.ts';
import type { ProgrammeItemRow } from '../programme/model.ts';
import type { WorkshopRow } from '../workshops/model.ts';

/** What was approved of one edition of minutes. The database refuses to change it. */
export interface MinutesSealRow extends RecordColumns {
  minutes_id: string;
  edition: number;
  /** How many approved, of how many who were asked. */
  approved: number;
  asked: number;
  /** SHA-256 of the content's UTF-8 bytes, in hexadecimal. */
  sha256: string;
  /** {@link sealedText} of what was approved. */
  content: string;
}

declare module '#platform/database/tables.ts' {
  interface Tables {
    minutes_seals: MinutesSealRow;
  }
}

/** One entry as it is sealed. */
export interface SealedEntry {
  kind: EntryContent['kind'];
  original: 'fr' | 'ar' | 'en';
  fr: string | null;
  ar: string | null;
  en: string | null;
  owner: string | null;
  due: string | null;
  /** Who is quoted; null where that person has not agreed to be named. */
  speaker: string | null;
}

/** What is sealed of minutes. */
export interface SealedContent {
  format: 'indimaj-minutes';
  workshop: { slug: string; starts: string; ends: string };
  session: { anchor: string; fr: string | null; ar: string | null; en: string | null };
  edition: number;
  entries: SealedEntry[];
}

/** The content of minutes as they stand, in the order of their entries, without those that were taken out. */
export function sealedContent(
  workshop: Pick<WorkshopRow, 'slug' | 'starts_on' | 'ends_on'>,
  item: Pick<ProgrammeItemRow, 'anchor' | 'title_fr' | 'title_ar' | 'title_en'>,
  edition: number,
  entries: Iterable<EntryContent & { id: string }>,
): SealedContent {
  return {
    format: 'indimaj-minutes',
    workshop: { slug: workshop.slug, starts: workshop.starts_on, ends: workshop.ends_on },
    session: { anchor: item.anchor, fr: item.title_fr, ar: item.title_ar, en: item.title_en },
    edition,
    entries: entriesInOrder(entries)
      .filter(({ removed }) => removed === 0)
      .map((entry) => ({
        kind: entry.kind,
        original: entry.text_original,
        fr: entry.text_fr,
        ar: entry.text_ar,
        en: entry.text_en,
        owner: entry.kind === 'action' ? entry.owner : null,
        due: entry.kind === 'action' ? entry.due_on : null,
        speaker: entry.kind === 'quotation' && entry.consent === 1 ? entry.speaker : null,
      })),
  };
}

/** The bytes that are hashed, as text: JSON without spaces, its members in the order of {@link SealedContent}. */
export function sealedText(content: SealedContent): string {
  return JSON.stringify(content);
}
