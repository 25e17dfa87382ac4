/** A press note as it is drafted from a workshop's facts, and as the paper that is handed to the press. */
import type { Block, Inline, Paper } from '#formats/paper/model.ts';
import { m } from '#messages';
import { getLocale } from '#messages/runtime';
import { dayIn } from '#platform/clock/due.ts';
import { formatDate, formatDates, formatNumber } from '#platform/locale/format.ts';
import { localized } from '#platform/locale/address.ts';
import { directionOf, locales, type Locale } from '#platform/locale/locale.ts';
import { read } from '#platform/locale/reader.ts';
import { columns, passage, type Trilingual, type TrilingualText } from '#platform/locale/text.ts';
import { noticeOf, type Setting } from '../proceedings/exports.server.ts';
import type { Proceedings } from '../proceedings/queries.server.ts';
import { partsOf, type PressNoteRow } from './model.ts';

const inLanguage = { fr: m.ui_in_french, ar: m.ui_in_arabic, en: m.ui_in_english };

/** What is drafted, for the form that takes it. */
export interface Drafted {
  title: TrilingualText;
  text: TrilingualText;
}

/**
 * The note that a workshop's facts give, in each language in which it has a title. Nothing unknown is filled in, and
 * nobody is quoted who did not agree to it by name.
 * @param isOver whether the meeting has been held
 */
export function draftedNote(told: Proceedings, publicUrl: string, isOver: boolean): Drafted {
  const original = told.workshop.title_original;
  const known = locales.filter((locale) => told.workshop[`title_${locale}`]);
  const each = (words: (locale: Locale) => string) => ({
    ...Object.fromEntries(known.map((locale) => [locale, words(locale)])),
    original,
  });
  return {
    title: each((locale) => said(told.workshop, 'title', locale)),
    text: each((locale) => draftedText(told, { publicUrl, isOver, locale })),
  };
}

interface Telling {
  publicUrl: string;
  isOver: boolean;
  locale: Locale;
}

function draftedText(told: Proceedings, telling: Telling): string {
  const { workshop, recommendations } = told;
  const { locale, isOver } = telling;
  const say = [{}, { locale }] as const;
  const parts = [
    ledBy(told, telling),
    whose(told, locale),
    isOver ? attendance(told, locale) : '',
    passage(workshop, 'summary', locale)?.text,
    isOver ? passage(workshop, 'outcome', locale)?.text : passage(workshop, 'aims', locale)?.text,
    ...(isOver
      ? [
          listed(m.publication_press_concluded(...say), told.conclusions, 'text', locale),
          listed(m.publication_press_adopted(...say), told.actions, 'text', locale),
          listed(m.publication_press_recommended(...say), recommendations, 'title', locale),
          ...quoted(told, locale),
        ]
      : []),
    readMore(told, telling),
    contact(told, locale),
  ];
  return parts.filter(Boolean).join('\n\n');
}

function ledBy({ workshop }: Proceedings, { locale, isOver }: Telling): string {
  const where = [passage(workshop, 'venue', locale)?.text, passage(workshop, 'city', locale)?.text];
  const place = where.filter(Boolean).join(m.ui_comma({}, { locale }));
  const dates = formatDates(workshop.starts_on, workshop.ends_on, locale);
  const values = {
    title: said(workshop, 'title', locale),
    when: [dates, place].filter(Boolean).join(m.ui_comma({}, { locale })),
  };
  return isOver
    ? m.publication_press_held(values, { locale })
    : m.publication_press_to_come(values, { locale });
}

function whose({ organisations }: Proceedings, locale: Locale): string {
  const lines = [
    [m.events_organisers({}, { locale }), ['organiser', 'co-organiser']],
    [m.events_partners({}, { locale }), ['partner']],
    [m.events_funders({}, { locale }), ['funder']],
  ] as const;
  return lines
    .map(([label, relations]) => {
      const names = organisations
        .filter(({ relation }) => (relations as readonly string[]).includes(relation))
        .map((row) => said(row, 'name', locale));
      return names.length > 0
        ? `${label}${m.ui_colon({}, { locale })}${names.join(m.ui_comma({}, { locale }))}.`
        : '';
    })
    .filter(Boolean)
    .join('\n\n');
}

/** How many there were, as publications tell it: without small groups. */
function attendance({ participation }: Proceedings, locale: Locale): string {
  const { attendance_total: total, attendance_minimum } = participation.whole.attendance;
  if (total === null) return '';
  const count = formatNumber(total, locale);
  return attendance_minimum === 1
    ? m.publication_press_attendance_minimum({ count }, { locale })
    : m.publication_press_attendance({ count }, { locale });
}

function listed<Field extends string>(
  title: string,
  rows: readonly Trilingual<Field>[],
  field: Field,
  locale: Locale,
): string {
  return rows.length === 0
    ? ''
    : [title, ...rows.map((row) => `– ${said(row, field, locale).replaceAll(/\s*\n\s*/g, ' ')}`)].join('\n');
}

/** Words that were sealed with the name of who said them: that name stands there by consent only. */
function quoted({ minutes, workshop }: Proceedings, locale: Locale): string[] {
  if (workshop.status !== 'published') return [];
  return minutes
    .flatMap(({ seal, content }) => (seal ? content.entries : []))
    .filter(({ kind, speaker }) => kind === 'quotation' && speaker !== null)
    .map(({ fr, ar, en, original, speaker }) => {
      const words = columns('text', {
        ...(fr && { fr }),
        ...(ar && { ar }),
        ...(en && { en }),
        original,
      });
      return m.publication_press_quoted({ words: said(words, 'text', locale), by: speaker! }, { locale });
    });
}

function readMore({ workshop }: Proceedings, { publicUrl, locale, isOver }: Telling): string {
  const page = publicUrl + localized(`/workshops/${workshop.slug}`, locale);
  const lines = [m.publication_press_more({ address: page }, { locale })];
  if (isOver) lines.push(m.publication_press_proceedings({ address: `${page}/proceedings` }, { locale }));
  return lines.join('\n\n');
}

/** Organisations answer for what they organised: no person is named as a contact. */
function contact({ organisations }: Proceedings, locale: Locale): string {
  const lines = organisations
    .filter(({ relation }) => relation === 'organiser')
    .map((row) => [said(row, 'name', locale), row.url].filter(Boolean).join(m.ui_comma({}, { locale })));
  return lines.length === 0
    ? ''
    : [m.publication_press_contact({}, { locale }), ...lines.map((line) => `– ${line}`)].join('\n');
}

/** A field in a language, or in another with a word that says so. */
function said<Field extends string>(row: Trilingual<Field>, field: Field, locale: Locale): string {
  const found = passage(row, field, locale);
  if (!found) return '';
  return found.fallback ? `${found.text} (${inLanguage[found.lang]({}, { locale })})` : found.text;
}

/** A press note as a paper, in the language of the request where it has one. */
export function pressPaper(
  note: PressNoteRow,
  { workshop, organisations }: Pick<Proceedings, 'workshop' | 'organisations'>,
  setting: Setting,
): Paper {
  const locale = getLocale();
  const title = read(note, 'title');
  const date = dayIn(note.updated_at);
  const notice = noticeOf(note.is_public === 1 ? null : m.publication_paper_draft(), setting);
  const hosts = organisations
    .filter(({ relation }) => relation === 'organiser' || relation === 'co-organiser')
    .map((row) => inlineOf(read(row, 'name')));
  return {
    lang: locale,
    form: 'letter',
    title: { text: title.text, ...(title.fallback && { lang: title.lang, dir: title.dir }) },
    author: m.publication_network_name(),
    date,
    ...(notice && { notice: { text: notice } }),
    head: [[{ text: m.publication_network_name(), lang: 'fr', dir: 'ltr' }], ...hosts],
    running: {
      head: [],
      foot: [
        { text: `${m.publication_press_note()} · ` },
        { text: formatDates(workshop.starts_on, workshop.ends_on, locale) },
      ],
    },
    blocks: [
      {
        kind: 'paragraph',
        tone: 'eyebrow',
        text: [{ text: `${m.publication_press_note()} · ${formatDate(date, locale)}` }],
      },
      { kind: 'heading', level: 1, id: 'note', text: inlineOf(title) },
      ...noteBlocks(note),
    ],
  };
}

/** What a press note says, part by part. */
function noteBlocks(note: PressNoteRow): Block[] {
  const { text, ...language } = read(note, 'text');
  return partsOf(text).map((part): Block =>
    part.kind === 'list'
      ? { kind: 'list', items: part.items.map((item) => inlineOf({ ...language, text: item })) }
      : { kind: 'paragraph', text: inlineOf({ ...language, text: part.text }) },
  );
}

const ADDRESS = /https?:\/\/[^\s<>"]*[^\s<>".,;:!?)\]»،؛]/g;

/** Words in the language they are in; web addresses in them lead there. */
function inlineOf({ text, lang }: { text: string; lang: Locale }): Inline {
  const own = lang === getLocale() ? {} : { lang, dir: directionOf(lang) };
  const runs = [];
  let from = 0;
  for (const { 0: address, index } of text.matchAll(ADDRESS)) {
    if (index > from) runs.push({ text: text.slice(from, index), ...own });
    runs.push({ text: address, href: address, lang: 'en', dir: 'ltr' as const });
    from = index + address.length;
  }
  if (from < text.length) runs.push({ text: text.slice(from), ...own });
  return runs;
}
