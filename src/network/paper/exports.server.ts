/** What papers of every capability have in common: words in their language, and what the network’s records say in one. */
import { docxFile } from '#formats/docx/docx.ts';
import type { Block, Inline, Paper, Run } from '#formats/paper/model.ts';
import { pdfFile } from '#formats/pdf/pdf.ts';
import { m } from '#messages';
import { getLocale } from '#messages/runtime';
import { read, readOptional } from '#platform/locale/reader.ts';
import type { Passage, Trilingual } from '#platform/locale/text.ts';
import { sourceEntries } from '../components/sources.ts';
import { describedAs } from '../documents/components/words.ts';
import { fileAddress, type DocumentRow } from '../documents/model.ts';
import type { InitiativeRow, OutcomeRow } from '../initiatives/model.ts';
import type { SourceRow } from '../sources/model.ts';

/** The bytes of a paper, each made once: see `formats/paper/press`. */
export const paperPdf = (paper: Paper) => pdfFile(paper);
export const paperDocx = (paper: Paper) => docxFile(paper);

type Words = string | (Pick<Passage, 'text' | 'dir' | 'fallback'> & { lang: string });

const languages: Record<string, () => string> = {
  fr: m.ui_in_french,
  ar: m.ui_in_arabic,
  en: m.ui_in_english,
};

/** Words in the language they are really in; what stands in for a missing translation says so. */
export function words(value: Words, look: Pick<Run, 'strong' | 'soft' | 'href'> = {}): Inline {
  if (typeof value === 'string') return [{ text: value, ...look }];
  const { text, lang, dir, fallback } = value;
  if (lang === getLocale()) return [{ text, ...look }];
  const sign = fallback ? [{ text: ` (${languages[lang]?.() ?? lang})`, soft: true }] : [];
  return [{ text, lang, dir, ...look }, ...sign];
}

/** A field of a record as {@link words}. */
export function field<Field extends string>(
  record: Trilingual<Field>,
  name: Field,
  look: Pick<Run, 'strong'> = {},
) {
  return words(read(record, name), look);
}

/** A text of several paragraphs as blocks: a blank line parts them. */
export function prose(value: Words | undefined, tone?: 'lead' | 'soft'): Block[] {
  if (value === undefined) return [];
  const whole = typeof value === 'string' ? value : value.text;
  const parts = whole.split(/\r?\n[ \t]*\r?\n/).filter((part) => part.trim() !== '');
  return parts.map((part, at) => ({
    kind: 'paragraph',
    text: words(
      typeof value === 'string'
        ? part
        : { ...value, text: part, fallback: value.fallback && at === parts.length - 1 },
    ),
    ...(tone && { tone }),
  }));
}

/** A text of several paragraphs as a list, where it has more than one. */
export function proseList(value: Words | undefined): Block[] {
  const blocks = prose(value);
  if (blocks.length < 2) return blocks;
  return [{ kind: 'list', items: blocks.map((block) => (block as { text: Inline }).text) }];
}

/** Inlines one after the other, parted by a few words. */
export function joined(parts: readonly Inline[], between: string): Inline {
  return parts.flatMap((part, at) => (at === 0 ? part : [{ text: between }, ...part]));
}

/** What an initiative has produced and what it opens. */
export function initiativeBlocks(
  initiative: InitiativeRow,
  outcomes: readonly OutcomeRow[],
  level: 2 | 3,
): Block[] {
  const lists = (['result', 'prospect'] as const).flatMap((kind): Block[] => {
    const rows = outcomes.filter((outcome) => outcome.kind === kind);
    if (rows.length === 0) return [];
    const title = kind === 'result' ? m.network_results() : m.network_prospects();
    return [
      { kind: 'paragraph', tone: 'eyebrow', text: words(title) },
      { kind: 'list', items: rows.map((row) => field(row, 'text')) },
    ];
  });
  const name: Block = { kind: 'heading', level, text: field(initiative, 'name') };
  return [name, ...prose(readOptional(initiative, 'summary')), ...lists];
}

/** Documents with where they are handed out. */
export function documentBlocks(documents: readonly DocumentRow[], publicUrl: string): Block[] {
  if (documents.length === 0) return [];
  return [
    {
      kind: 'list',
      items: documents.map((document) => [
        ...words(readOptional(document, 'title') ?? document.name, {
          href: publicUrl + fileAddress(document),
        }),
        { text: ` · ${describedAs(document)}`, soft: true },
      ]),
    },
  ];
}

/** Sources in the order in which they are first given, each once: title, publisher, date, address, licence. */
export function sourceBlocks(sources: readonly SourceRow[]): Block[] {
  const once = [...new Map(sources.map((source) => [source.id, source])).values()];
  if (once.length === 0) return [];
  const entries = sourceEntries(once);
  return [
    {
      kind: 'list',
      ordered: true,
      items: once.map((source, at): Inline => {
        const { title, publisher, date, href } = entries[at]!;
        // Titles and addresses are often Latin in an Arabic list: each has a line of its own.
        const said: Inline = [...words(publisher as Words), { text: `${m.ui_comma()}${date}` }];
        return [
          ...words(title as Words, { strong: true }),
          ...said.map((run, place) => (place === 0 ? { ...run, breaks: true } : run)),
          ...(source.licence
            ? [{ text: ` · ${m.publication_paper_licence({ licence: source.licence })}`, soft: true }]
            : []),
          ...(href ? [{ text: href, href, lang: 'en', dir: 'ltr' as const, breaks: true }] : []),
        ];
      }),
    },
  ];
}
