/** Certificates and letters about a meeting, each in the language that was chosen for it. */
import type { Dossier } from '#events/dossier/queries.server.ts';
import { docxFile } from '#formats/docx/docx.ts';
import type { Block, Inline, Paper, Run } from '#formats/paper/model.ts';
import { pdfFile } from '#formats/pdf/pdf.ts';
import { m } from '#messages';
import { formatDate, formatDates } from '#platform/locale/format.ts';
import type { Locale } from '#platform/locale/locale.ts';
import { passage, requiredPassage, type Passage, type Trilingual } from '#platform/locale/text.ts';
import type { Setting } from '../proceedings/exports.server.ts';
import type { CertificateInput, LetterInput } from './schema.ts';

/** A file that a page holds, until its reader takes it away. */
export interface PaperFile {
  name: string;
  type: string;
  label: string;
  base64: string;
}

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** A paper in both of its files. @param name without an ending; in an exercise it says that it is one */
export async function paperFiles(paper: Paper, name: string): Promise<PaperFile[]> {
  const [pdf, docx] = await Promise.all([pdfFile(paper), docxFile(paper)]);
  const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64');
  return [
    { name: `${name}.pdf`, type: 'application/pdf', label: m.publication_letter_pdf(), base64: base64(pdf) },
    { name: `${name}.docx`, type: DOCX, label: m.publication_letter_docx(), base64: base64(docx) },
  ];
}

/** The people of the programme who may be certified: each contribution with the name and function it shows. */
export function certifiable({ programme }: Dossier, locale: Locale) {
  return programme.flatMap((item) =>
    item.contributions
      .filter(({ person_id }) => person_id !== null)
      .map((contribution) => ({
        value: contribution.id,
        label: [
          passage(contribution as Trilingual<'person'>, 'person', locale)?.text,
          requiredPassage(item, 'title', locale).text,
        ].join(' · '),
      })),
  );
}

/** Somebody took part: the name, the function held then, the meeting, its days and its place. */
export function certificatePaper(dossier: Dossier, input: CertificateInput, setting: Setting): Paper {
  const { workshop, organisations } = dossier;
  const { language: locale } = input;
  const found = dossier.programme
    .flatMap(({ contributions }) => contributions)
    .find(({ id }) => id === input.contribution);
  const name = found && passage(found as Trilingual<'person'>, 'person', locale);
  const role = found && passage(found, 'role', locale);
  const names: Run[] = [
    ...(name ? [runOf(name, locale)] : []),
    ...(input.name ? [{ text: input.name, lang: 'fr', dir: 'ltr' as const }] : []),
    ...(input.nameArabic ? [{ text: input.nameArabic, lang: 'ar', dir: 'rtl' as const }] : []),
  ];
  if (locale === 'ar') names.reverse();
  const capacity = input.capacity ? { text: input.capacity } : role ? runOf(role, locale) : undefined;
  const hosts = organisations
    .filter(({ relation }) => relation === 'organiser' || relation === 'co-organiser')
    .map((row): Inline => [runOf(requiredPassage(row, 'name', locale), locale)]);
  const blocks: Block[] = [
    { kind: 'heading', level: 1, text: [{ text: m.publication_certificate_title({}, { locale }) }] },
    { kind: 'paragraph', tone: 'soft', text: [{ text: m.publication_certificate_that({}, { locale }) }] },
    ...names.map((run): Block => ({ kind: 'paragraph', tone: 'lead', text: [{ ...run, strong: true }] })),
    ...(capacity ? [{ kind: 'paragraph' as const, text: [capacity] }] : []),
    {
      kind: 'paragraph',
      tone: 'soft',
      text: [{ text: m.publication_certificate_took_part({}, { locale }) }],
    },
    {
      kind: 'paragraph',
      text: [{ ...runOf(requiredPassage(workshop, 'title', locale), locale), strong: true }],
    },
    { kind: 'paragraph', text: whereAndWhen(dossier, locale) },
    signatureOf(input),
  ];
  return {
    ...common(locale, { text: m.publication_certificate_title({}, { locale }) }, input.date, setting),
    form: 'certificate',
    head: hosts.length > 0 ? hosts : [[{ text: m.publication_network_name() }]],
    blocks,
  };
}

/** A letter under the institution’s head, with its reference, day, addressee and object. */
export function letterPaper(input: LetterInput, setting: Setting): Paper {
  const { language: locale } = input;
  const object = m.publication_letter_object_is({ object: input.object }, { locale });
  const blocks: Block[] = [
    ...(input.reference
      ? [
          {
            kind: 'paragraph' as const,
            tone: 'soft' as const,
            text: [{ text: m.publication_letter_reference_is({ reference: input.reference }, { locale }) }],
          },
        ]
      : []),
    { kind: 'paragraph', text: [{ text: placeAndDate(input) }] },
    { kind: 'signature', lines: linesOf(input.addressee) },
    { kind: 'paragraph', text: [{ text: object, strong: true }] },
    ...input.body
      .split(/\r?\n[ \t]*\r?\n/)
      .filter((part) => part.trim() !== '')
      .map((part): Block => ({ kind: 'paragraph', text: [{ text: part }] })),
    signatureOf({ ...input, place: undefined }, false),
  ];
  return {
    ...common(locale, { text: input.object }, input.date, setting),
    form: 'letter',
    head: linesOf(input.institution),
    blocks,
  };
}

function common(locale: Locale, title: Run, date: string, { exercise, demonstration }: Setting) {
  const notice = exercise
    ? m.publication_paper_exercise({}, { locale })
    : demonstration
      ? m.publication_paper_demonstration({}, { locale })
      : undefined;
  return {
    lang: locale,
    title,
    author: m.publication_network_name(),
    date,
    ...(notice && { notice: { text: notice } }),
    running: { head: [], foot: [] },
  };
}

function whereAndWhen({ workshop }: Dossier, locale: Locale): Inline {
  const places = (['venue', 'city'] as const).flatMap((field) => passage(workshop, field, locale) ?? []);
  return [
    { text: formatDates(workshop.starts_on, workshop.ends_on, locale) },
    ...places.flatMap((place, at) => [
      { text: at === 0 ? ' · ' : m.ui_comma({}, { locale }) },
      runOf(place, locale),
    ]),
  ];
}

interface Signed {
  language: Locale;
  place?: string | undefined;
  date: string;
  signatory?: string | undefined;
  signatoryFunction?: string | undefined;
}

function signatureOf(input: Signed, dated = true): Block {
  const lines = [dated && placeAndDate(input), input.signatory, input.signatoryFunction];
  return { kind: 'signature', lines: lines.filter(Boolean).map((text) => [{ text: text as string }]) };
}

function placeAndDate({ place, date, language: locale }: Signed): string {
  const on = formatDate(date, locale);
  return place
    ? m.publication_letter_place_and_date({ place, date: on }, { locale })
    : m.publication_letter_date_only({ date: on }, { locale });
}

const linesOf = (text: string): Inline[] =>
  text
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '')
    .map((line) => [{ text: line }]);

function runOf({ text, lang, dir }: Passage, locale: Locale): Run {
  return lang === locale ? { text } : { text, lang, dir };
}
