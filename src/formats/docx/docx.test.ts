import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { Inline, Paper } from '../paper/model.ts';
import { absentOf, HOSTILE, popplerLines, printedByLibreOffice } from '../paper/testing-readers.ts';
import { noticeIn, sample } from '../paper/testing.ts';
import { write } from './docx.ts';
import { segments } from './runs.ts';

const absent = absentOf('soffice', 'pdftotext');
const missing = absent.length > 0 ? ` (skipped: ${absent.join(', ')} not installed)` : '';
const langs = ['fr', 'ar', 'en'] as const;

/** The parts of the file that are XML, each well formed. */
async function partsOf(paper: Paper): Promise<Record<string, string>> {
  const parts = Object.entries(unzipSync(await write(paper)))
    .filter(([path]) => /\.(xml|rels)$/.test(path))
    .map(([path, bytes]) => [path, strFromU8(bytes)] as const);
  for (const [path, xml] of parts) expect([path, XMLValidator.validate(xml)]).toEqual([path, true]);
  return Object.fromEntries(parts);
}

/** The words of each paragraph of a part. */
function paragraphsOf(xml: string): string[] {
  const parser = new XMLParser({
    preserveOrder: true,
    trimValues: false,
    ignoreAttributes: true,
    processEntities: true,
  });
  const found: string[] = [];
  const walk = (nodes: Record<string, unknown>[], into: string[] | null): void => {
    for (const node of nodes) {
      const [[name, inside] = ['', []]] = Object.entries(node).filter(([key]) => key !== ':@');
      if (name === '#text') continue;
      if (name === 'w:t')
        into?.push((inside as { '#text'?: string }[]).map((one) => one['#text'] ?? '').join(''));
      else if (name === 'w:p') {
        const words: string[] = [];
        walk(inside as Record<string, unknown>[], words);
        if (words.length > 0) found.push(words.join(''));
      } else walk(inside as Record<string, unknown>[], into);
    }
  };
  walk(parser.parse(xml) as Record<string, unknown>[], null);
  return found;
}

describe('a paper as DOCX', () => {
  it.each(langs)(
    'has headings, contents, lists, notes and what figures show as Word knows them, in %s',
    async (lang) => {
      const parts = await partsOf(sample(lang));
      const document = parts['word/document.xml']!;
      for (const style of ['Title', 'Heading1', 'Heading2', 'Heading3', 'Lead', 'Quote', 'TableText'])
        expect(document).toContain(`<w:pStyle w:val="${style}"/>`);
      const led = [...document.matchAll(/PAGEREF (\w+) /g)].map(([, name]) => name);
      expect(led.length).toBeGreaterThan(1);
      expect(led).toEqual([...document.matchAll(/<w:bookmarkStart w:name="(\w+)"/g)].map(([, name]) => name));
      expect(document).toContain('<w:footnoteReference w:id="1"/>');
      expect(document).toContain('<w:tblHeader/>');
      expect(document).toContain(
        { fr: 'descr="Un carré vert"', ar: 'descr="مربع أخضر"', en: 'descr="A green square"' }[lang],
      );
      expect(document.match(/<w:numPr>/g)).toHaveLength(4);
      expect(parts['word/settings.xml']).toContain('<w:updateFields');
      expect(parts['docProps/core.xml']).toMatch(/created[^>]*>2018-04-11T00:00:00Z</);
      expect(parts['word/_rels/document.xml.rels']).toContain('https://indimaj.example/a');
    },
  );

  it('runs from the right in Arabic: paragraphs, words, tables, pages', async () => {
    const document = (await partsOf(sample('ar')))['word/document.xml']!;
    expect(document).toContain('<w:bidiVisual/>');
    expect(document).toMatch(/<w:bidi\/><w:docGrid/);
    const written = document.replace(/<w:sdt>.*?<\/w:sdt>/s, '');
    const words = [...written.matchAll(/<w:r>(?:<w:rPr>(.*?)<\/w:rPr>)?<w:t[^>]*>([^<]*)<\/w:t>/g)];
    for (const [, look = '', text = ''] of words) {
      expect([text, look.includes('<w:rtl/>')]).toEqual([text, !/\p{Script=Latin}/u.test(text)]);
      if (/\p{Script=Arabic}/u.test(text)) expect(look).toContain('<w:lang w:bidi="ar-MA"/>');
    }
    expect(words.map(([, , text]) => text)).toContain('INDIMAJ-Oriental');
    const french = (await partsOf(sample('fr')))['word/document.xml']!;
    expect(french).not.toContain('<w:bidiVisual/>');
    expect(french).toContain('<w:lang w:val="fr-FR"/>');
  });

  it('is the same for the same paper, whatever was written meanwhile', async () => {
    const first = await write(sample('ar'));
    await write(sample('fr'));
    expect(Buffer.compare(await write(sample('ar')), first)).toBe(0);
  });

  it('leads to its own headings, and nowhere where there is none', async () => {
    const blocks = [
      { kind: 'paragraph', text: ['annex', 'elsewhere'].map((to) => ({ text: to, to })) },
      { kind: 'heading', level: 1, id: 'annex', text: [{ text: 'Annexe' }] },
    ] as const;
    const document = (await partsOf(sample('fr', { blocks })))['word/document.xml']!;
    const body = document.replace(/<w:sdt>.*?<\/w:sdt>/s, '');
    const anchors = [...body.matchAll(/<w:hyperlink [^>]*w:anchor="([^"]*)"[^>]*>(.*?)<\/w:hyperlink>/g)];
    const [, name, words] = anchors.find(([, , inside]) => inside!.includes('annex'))!;
    expect(body).toContain(`w:name="${name}"`);
    expect(words).not.toContain('elsewhere');
    expect(anchors.some(([, , inside]) => inside!.includes('elsewhere'))).toBe(false);
  });

  it('has no line after a table that would open a page of its own', async () => {
    const one = [{ text: 'mot' }];
    const table = { kind: 'table', columns: [{ title: one, share: 1 }], rows: [[[one]]] } as const;
    const facts = { kind: 'facts', facts: [{ label: one, values: [one] }] } as const;
    const { cover: _, contents: __, ...plain } = sample('ar');
    const document = (await partsOf({ ...plain, form: 'letter', blocks: [table, facts] }))[
      'word/document.xml'
    ]!;
    const after = [...document.matchAll(/<\/w:tbl>(<w:p>.*?<\/w:p>)/g)].map(([, paragraph]) => paragraph);
    expect(after).toHaveLength(2);
    for (const paragraph of after) {
      expect(paragraph).toMatch(/<w:spacing (?=[^>]*w:line="20")(?=[^>]*w:lineRule="exact")/);
      expect(paragraph).not.toContain('<w:t');
    }
  });

  it('says on every page what it must not be taken for', async () => {
    const parts = await partsOf(sample('en', { notice: noticeIn('en') }));
    expect(paragraphsOf(parts['word/header1.xml']!)[0]).toBe('Exercise network');
    expect(paragraphsOf(parts['word/header2.xml']!)[0]).toBe('Exercise network');
    expect(parts['word/document.xml']!.match(/<w:headerReference/g)).toHaveLength(2);
  });

  it.skipIf(absent.length > 0)(`is opened by LibreOffice${missing}`, { timeout: 120_000 }, async () => {
    const lines = popplerLines(printedByLibreOffice(await write(sample('fr'))));
    expect(lines).toContain('Première séance');
    expect(lines).toContain('Préparer la réunion suivante');
  });
});

describe('any text', () => {
  it('is text and never part of the file’s own grammar', async () => {
    const blocks = HOSTILE.map((text) => ({ kind: 'paragraph' as const, text: [{ text }] }));
    const { cover: _, contents: __, ...plain } = sample('en');
    const parts = await partsOf({ ...plain, form: 'letter', blocks });
    expect(paragraphsOf(parts['word/document.xml']!)).toEqual(HOSTILE);
  });

  it('goes through every block and every field', async () => {
    const text = HOSTILE.join(' ');
    const one: Inline = [{ text, href: 'https://indimaj.example/#"<>)', note: [{ text }] }];
    const parts = await partsOf({
      ...sample('ar'),
      title: { text },
      author: text,
      notice: { text },
      contents: { text },
      running: { head: [{ text }], foot: [{ text }] },
      cover: { eyebrow: one, subtitle: one, lines: [one], by: [{ label: one, names: [one] }] },
      blocks: [
        { kind: 'heading', level: 1, text: [{ text }] },
        { kind: 'list', items: [one] },
        { kind: 'quotation', text: one, by: one },
        { kind: 'facts', facts: [{ label: one, values: [one] }] },
        { kind: 'table', caption: one, columns: [{ title: one, share: 1 }], rows: [[[one]], [[]]] },
        { kind: 'signature', lines: [one] },
      ],
    });
    expect(
      paragraphsOf(parts['word/document.xml']!).filter((words) => words === text).length,
    ).toBeGreaterThan(10);
  });

  it('is cleared of what disguises and of what XML forbids, and may be as long as it is', async () => {
    const { cover: _, contents: __, ...plain } = sample('en');
    const texts = ['a\u202Eb\u0000c\uD800d\u000B', 'ⵉⵏ 😀 日', 'mot '.repeat(12_500), 'W'.repeat(50_000)];
    const blocks = texts.map((text) => ({ kind: 'paragraph' as const, text: [{ text }] }));
    const parts = await partsOf({ ...plain, form: 'letter', blocks });
    const [first, second, third, fourth] = paragraphsOf(parts['word/document.xml']!);
    expect([first, second]).toEqual(['abcd', 'ⵉⵏ 😀 日']);
    expect([third!.match(/mot/g)!.length, fourth!.replaceAll('\u200B', '').length]).toEqual([12_500, 50_000]);
  });
});

describe('a digest', () => {
  it('is whole, so that it can be copied', async () => {
    const sha256 = 'ab'.repeat(32);
    const { cover: _, contents: __, ...plain } = sample('en');
    const blocks = [{ kind: 'paragraph' as const, text: [{ text: `SHA-256 ${sha256}` }] }];
    const parts = await partsOf({ ...plain, form: 'letter', blocks });
    expect(paragraphsOf(parts['word/document.xml']!)).toEqual([`SHA-256 ${sha256}`]);
  });
});

describe('words of two directions', () => {
  it.each([
    ['ltr', 'Le mot « اندماج الشرق » vient', ['ltr:Le mot « ', 'rtl:اندماج الشرق', 'ltr: » vient']],
    ['rtl', 'مشروع INDIMAJ-Oriental 2 في 2018', ['rtl:مشروع ', 'ltr:INDIMAJ-Oriental 2', 'rtl: في 2018']],
    ['rtl', '2018', ['rtl:2018']],
    ['ltr', '', []],
  ] as const)('are parted where they turn (%s: %s)', (dir, text, parts) => {
    expect(segments(text, dir).map((part) => `${part.dir}:${part.text}`)).toEqual(parts);
  });
});
