import { locales, type Locale } from '#platform/locale/locale.ts';
import type { Trilingual } from '#platform/locale/text.ts';
import type { WorkshopRow } from '../workshops/model.ts';

/** What a public page can't be without. */
export const needs = ['title', 'dates', 'organiser'] as const;
export type Need = (typeof needs)[number];

/** What a public page lacks; nothing where it can be shown. */
export function missingOf(
  workshop: Pick<WorkshopRow, 'starts_on' | 'ends_on'> & Trilingual<'title'>,
  organisers: number,
): Need[] {
  const lacks: Record<Need, boolean> = {
    title: !workshop[`title_${workshop.title_original}`],
    dates: !workshop.starts_on || !workshop.ends_on,
    organiser: organisers === 0,
  };
  return needs.filter((need) => lacks[need]);
}

/** A text that is written, but not in every language. */
export interface Gap {
  /** The record the text belongs to: the workshop, an item of its programme, or something that came of it. */
  of: 'workshop' | 'programme' | Result['of'];
  field: string;
  /** The first words of the text, to find it by. */
  text: string;
  lang: Locale;
  /** The language it is missing in. */
  language: Locale;
}

const workshopTexts = ['title', 'summary', 'aims', 'outcome', 'city', 'venue'] as const;
const itemTexts = ['title', 'abstract', 'room'] as const;
const resultTexts = ['title', 'text'] as const;

/** A record that came of a workshop, with its texts. */
export interface Result {
  of: 'conclusion' | 'recommendation' | 'action';
  row: object;
}

type Texts = Readonly<Record<string, unknown>>;

/** The texts that a reader of a language would meet in another one. Nothing unwritten is a gap: it is left out. */
export function untranslated(
  workshop: object,
  items: readonly object[],
  language: Locale,
  results: readonly Result[] = [],
): Gap[] {
  return [
    ...gaps('workshop', workshop as Texts, workshopTexts, language),
    ...items.flatMap((item) => gaps('programme', item as Texts, itemTexts, language)),
    ...results.flatMap(({ of, row }) => gaps(of, row as Texts, resultTexts, language)),
  ];
}

function gaps(of: Gap['of'], row: Texts, fields: readonly string[], language: Locale): Gap[] {
  return fields.flatMap((field) => {
    const original = row[`${field}_original`] as Locale;
    const lang = [original, ...locales].find((locale) => row[`${field}_${locale}`]);
    if (!lang || row[`${field}_${language}`]) return [];
    const text = String(row[`${field}_${lang}`]);
    return [{ of, field, text: text.length > 80 ? `${text.slice(0, 79).trimEnd()}…` : text, lang, language }];
  });
}
