import { locales, type Locale } from '#platform/locale/locale.ts';
import { passage, type Passage } from '#platform/locale/text.ts';
import type { RecordColumns } from '#platform/records/model.ts';

/** The fields in three languages of each kind of record that is translated, by column. */
export const translated = {
  organisations: ['name', 'acronym', 'summary'],
  people: ['name'],
  initiatives: ['name', 'acronym', 'summary', 'aims'],
  outcomes: ['text'],
  territories: ['name', 'short_name'],
  concepts: ['name', 'definition'],
  series: ['name', 'summary'],
  workshops: ['title', 'summary', 'aims', 'outcome', 'venue', 'city'],
  programme_items: ['title', 'abstract', 'room'],
  conclusions: ['text'],
  actions: ['text'],
  debates: ['title', 'summary'],
  documents: ['title', 'alt'],
  press_notes: ['title', 'text'],
  commitments: ['title', 'deliverable', 'beneficiaries', 'participation'],
  commitment_parties: ['contribution'],
  milestones: ['title'],
  indicators: ['name', 'unit', 'source'],
  recommendations: ['title', 'text'],
} as const;
export type TranslatedKind = keyof typeof translated;

export const translatedKinds = Object.keys(translated) as TranslatedKind[];

export function isTranslated(kind: string): kind is TranslatedKind {
  return Object.hasOwn(translated, kind);
}

/** Somebody other than who wrote a translation has read it; it says so of that very text and no later one. */
export interface TranslationReviewRow extends RecordColumns {
  record_kind: TranslatedKind;
  record_id: string;
  field: string;
  language: Locale;
  /** SHA-256 of the text that was read, in hexadecimal. */
  digest: string;
  reviewed_by: string;
}

/** How a text stands in one language. */
export type TranslationState = 'original' | 'missing' | 'unread' | 'read';

/** One field of a record in one language. */
export interface Translation {
  field: string;
  language: Locale;
  text: string;
  state: TranslationState;
}

/** A record's texts, by column. */
export type TextRow = Readonly<Record<string, unknown>>;

export function textOf(row: TextRow, field: string, language: string): string {
  return String(row[`${field}_${language}`] ?? '');
}

/** What a record is called where its texts are listed: by its first field, a file without a title by its own name. */
export function nameOf(kind: TranslatedKind, row: TextRow, locale: Locale): Passage | string {
  return (
    passage(row as never, translated[kind][0] as never, locale) ?? String(row['name'] ?? row['id'] ?? '')
  );
}

/**
 * How every field of a record stands in every language; one that is empty in all of them lacks nothing.
 * @param isRead whether a second person has read the text as it stands
 */
export function translationsOf(
  kind: TranslatedKind,
  row: TextRow,
  isRead: (field: string, language: Locale, text: string) => boolean,
): Translation[] {
  return translated[kind].flatMap((field) => {
    if (locales.every((language) => textOf(row, field, language) === '')) return [];
    return locales.map((language) => {
      const text = textOf(row, field, language);
      return { field, language, text, state: stateOf(row, field, language, isRead) };
    });
  });
}

function stateOf(
  row: TextRow,
  field: string,
  language: Locale,
  isRead: (field: string, language: Locale, text: string) => boolean,
): TranslationState {
  const text = textOf(row, field, language);
  if (text === '') return 'missing';
  if (row[`${field}_original`] === language) return 'original';
  return isRead(field, language, text) ? 'read' : 'unread';
}

/** What of a record waits in some language: its texts without their words. */
export interface WaitingRecord {
  kind: TranslatedKind;
  id: string;
  waiting: Pick<Translation, 'field' | 'language' | 'state'>[];
  /** Whether a language is missing altogether, one has gaps, or all is only to be read by a second person. */
  lack: 'whole' | 'part' | 'reading';
}

/** What a list of waiting records may be narrowed to. */
export interface WaitingFilter {
  language?: Locale | undefined;
  lacking?: 'missing' | 'unread' | undefined;
}

/** A record's state, narrowed; null where nothing waits. */
export function waitingOf(
  { kind, id, translations }: { kind: TranslatedKind; id: string; translations: readonly Translation[] },
  { language, lacking }: WaitingFilter,
): WaitingRecord | null {
  const waiting = translations.filter(
    (one) =>
      (lacking ? one.state === lacking : one.state === 'missing' || one.state === 'unread') &&
      (!language || one.language === language),
  );
  if (waiting.length === 0) return null;
  const isWhole = locales.some((locale) => {
    const own = translations.filter((one) => one.language === locale);
    return (!language || locale === language) && own.every(({ state }) => state === 'missing');
  });
  const isMissing = waiting.some(({ state }) => state === 'missing');
  const lack = isMissing ? (isWhole ? 'whole' : 'part') : 'reading';
  return {
    kind,
    id,
    lack,
    waiting: waiting.map(({ field, language: of, state }) => ({ field, language: of, state })),
  };
}

declare module '#platform/database/tables.ts' {
  interface Tables {
    translation_reviews: TranslationReviewRow;
  }
}
