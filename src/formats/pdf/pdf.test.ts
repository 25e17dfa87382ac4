import { describe, expect, it } from 'vitest';
import type { Inline, Paper } from '../paper/model.ts';
import {
  absentOf,
  characters,
  HOSTILE,
  lamAlefTurned,
  mupdfLines,
  popplerLines,
  said,
} from '../paper/testing-readers.ts';
import { noticeIn, sample } from '../paper/testing.ts';
import { write } from './pdf.ts';

const absent = absentOf('pdftotext', 'pdfinfo', 'mutool');
const missing = absent.length > 0 ? ` (skipped: ${absent.join(', ')} not installed)` : '';
const langs = ['fr', 'ar', 'en'] as const;

/** A letter of these texts, each a paragraph. */
const lettered = (lang: 'fr' | 'ar' | 'en', texts: readonly (string | Inline)[]): Paper => ({
  ...sample(lang),
  form: 'letter',
  running: { head: [], foot: [] },
  cover: undefined as never,
  contents: undefined as never,
  blocks: texts.map((text) => ({
    kind: 'paragraph',
    text: typeof text === 'string' ? [{ text }] : text,
  })),
});

describe('a paper as PDF', () => {
  it.each(langs)(
    'is tagged PDF/A-2b in %s, with its language, day, bookmarks and what figures show',
    async (lang) => {
      const paper = sample(lang);
      const file = Buffer.from(await write(paper)).toString('latin1');
      expect(file).toContain('<pdfaid:part>2</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance>');
      expect(file).toContain('/StructTreeRoot');
      expect(file).toMatch(/\/Marked true/);
      expect(file).toContain(`/Lang (${lang})`);
      expect(file).toContain('/CreationDate (D:20180411');
      expect(file).toContain('/Outlines');
      expect(file).toMatch(/\/S \/(Table|TH)\b/);
      expect(file).toMatch(/\/Alt /);
      expect(/\/Direction \/R2L/.test(file)).toBe(lang === 'ar');
      // The passage in another language says which.
      expect(file.match(/\/Lang \((\w+)\)/g)).toContain(`/Lang (${lang === 'ar' ? 'fr' : 'ar'})`);
    },
  );

  it('is the same for the same paper, whatever was written meanwhile', async () => {
    const first = await write(sample('ar'));
    await write(sample('fr'));
    expect(Buffer.compare(await write(sample('ar')), first)).toBe(0);
  });

  it.skipIf(absent.length > 0)(`has one embedded family and nothing of the machine${missing}`, async () => {
    const fonts = said('pdffonts', await write(sample('ar')))
      .trim()
      .split('\n')
      .slice(2);
    expect(fonts.length).toBeGreaterThan(1);
    for (const line of fonts) expect(line).toMatch(/^[A-Z]{6}\+ReadexPro-\w+ .* yes +yes +yes /);
  });

  it.skipIf(absent.length > 0)(`says on every page what it must not be taken for${missing}`, async () => {
    const chapter = Array.from({ length: 90 }, () => ({
      text: 'Un mot après l’autre, une ligne après l’autre.',
    }));
    const blocks = chapter.map((run) => ({ kind: 'paragraph' as const, text: [run] }));
    const pdf = await write(sample('fr', { notice: noticeIn('fr'), blocks }));
    const pages = Number(/Pages: +(\d+)/.exec(said('pdfinfo', pdf))![1]);
    expect(pages).toBeGreaterThan(3);
    const noticed = popplerLines(pdf).filter((line) => line.includes('Réseau d’exercice'));
    expect(noticed).toHaveLength(pages);
  });

  it.skipIf(absent.length > 0)(
    `leads to its own headings, and nowhere where there is none${missing}`,
    async () => {
      const leading = async (to: string) => {
        const blocks = [
          { kind: 'paragraph', text: [{ text: 'Voir l’annexe', to }] },
          { kind: 'heading', level: 1, id: 'annex "1"', text: [{ text: 'Annexe' }] },
        ] as const;
        const { contents: _, ...paper } = sample('fr', { blocks });
        return said('pdftohtml', await write(paper), '-xml', '-i', '-stdout').match(/<a href="[^"]*#\d+"/g);
      };
      expect(await leading('annex "1"')).toHaveLength(1);
      expect(await leading('elsewhere')).toBeNull();
    },
  );

  it.skipIf(absent.length > 0)(`mirrors tables in Arabic${missing}`, async () => {
    /** Where a word last begins from the left, in points: letters stand in visual order. */
    const placeOf = async (lang: 'fr' | 'ar', word: string) => {
      const letters = [
        ...said('mutool', await write(sample(lang)), 'draw', '-q', '-F', 'stext').matchAll(
          / x="([\d.]+)"[^>]* c="([^"]*)"/g,
        ),
      ].map(([, left, letter]) => ({
        left: Number(left),
        letter: letter!.replace(/&#x([0-9a-f]+);/, (_, code) => String.fromCodePoint(parseInt(code, 16))),
      }));
      const text = letters.map(({ letter }) => letter).join('');
      const visual = lang === 'ar' ? Array.from(word).reverse().join('') : word;
      return letters[text.lastIndexOf(visual)]!.left;
    };
    expect(await placeOf('fr', 'Conseil')).toBeLessThan(await placeOf('fr', 'Préparer'));
    expect(await placeOf('ar', 'مجلس')).toBeGreaterThan(await placeOf('ar', 'إعداد'));
  });
});

describe('text taken out of it', () => {
  const french = [
    'Les Régions marocaines, actrices de la politique migratoire',
    'L’œuvre « à faire » : 12 500 €, n° 3 ; déjà ?',
    'Ça va de Fès à Laâyoune, 10–11 avril 2018.',
  ];
  const english = [
    'Moroccan Regions, “actors” in migration policy',
    'fi fl ffi: fifty-five offices, 10–11 April 2018',
  ];
  it.skipIf(absent.length > 0).each([
    ['fr', french],
    ['en', english],
  ] as const)(`is what was written, in %s${missing}`, async (lang, texts) => {
    expect(popplerLines(await write(lettered(lang, texts)))).toEqual(
      texts.map((text) => text.replaceAll('\u202F', '\u00A0')),
    );
  });

  const arabic = [
    'الجهات المغربية، فاعلة في سياسة الهجرة وفي التنمية',
    'إلى الأمام: الآن والآخرون، لا لإهمال اللقاء الأول',
    'مشروع «اندماج-الشرق»؛ هل من بداية؟',
    'مجلس جهة الشرق والمنظمة الدولية للهجرة بالمغرب',
  ];
  it.skipIf(absent.length > 0)(`is what was written in Arabic, lam-alef put back${missing}`, async () => {
    const lines = popplerLines(await write(lettered('ar', arabic)));
    expect(lines.map((line) => line.normalize('NFC'))).toEqual(arabic.map(lamAlefTurned));
  });

  const vowelled = ['أُنجز المشروع وتُدبَّر الهجرة', 'أولاً، طرق مجرَّبة', 'سُجِّلت مُعَدّةً شيئاً فشيئاً', 'بدءًا وإلاّ فلا'];
  it.skipIf(absent.length > 0)(`keeps each letter and each vowel mark once${missing}`, async () => {
    const lines = mupdfLines(await write(lettered('ar', [...arabic, ...vowelled])));
    expect(lines.map(characters)).toEqual([...arabic, ...vowelled].map(characters));
  });

  it.skipIf(absent.length > 0)(`keeps a passage in the other direction whole${missing}`, async () => {
    const marked = [{ text: 'Le mot ' }, { text: 'اندماج', lang: 'ar' }, { text: ' veut dire intégration.' }];
    const plain = 'Le mot « اندماج » veut dire (INDIMAJ) intégration.';
    expect(popplerLines(await write(lettered('fr', [marked, plain])))).toEqual([
      'Le mot اندماج veut dire intégration.',
      plain,
    ]);
  });
});

describe('any text', () => {
  it.skipIf(absent.length > 0)(
    `is set as it stands: markup is read by readers, never by the engine${missing}`,
    async () => {
      expect(popplerLines(await write(lettered('en', HOSTILE)))).toEqual(HOSTILE);
    },
  );

  it('goes through every block and every field', async () => {
    const text = HOSTILE.join(' ');
    const one: Inline = [{ text, href: 'https://indimaj.example/#"<>)', note: [{ text }] }];
    const paper = sample('fr');
    const pdf = await write({
      ...paper,
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
        { kind: 'table', caption: [{ text }], columns: [{ title: one, share: 1 }], rows: [[[one]]] },
        { kind: 'signature', lines: [one] },
      ],
    });
    expect(Buffer.from(pdf.subarray(0, 5)).toString()).toBe('%PDF-');
  });

  it.skipIf(absent.length > 0)(
    `leaves out what disguises, and frames letters that the face lacks${missing}`,
    async () => {
      const texts = ['a\u202Eb\u0000c\uD800d', 'ⵉⵏ 😀 日', 'zero\u200Bwidth\u2060\uFEFF'];
      const [first, second, third] = popplerLines(await write(lettered('en', texts)));
      expect(first).toBe('abcd');
      expect(second).toMatch(/^(\S)\1 \1 \1$/u);
      expect(third).toBe('zerowidth');
    },
  );

  it.skipIf(absent.length > 0)(`may be as long as it is: nothing runs over the edge${missing}`, async () => {
    const pdf = await write(lettered('fr', ['W'.repeat(50_000), 'mot '.repeat(12_500)]));
    const text = popplerLines(pdf).join('');
    expect(text.match(/W/g)).toHaveLength(50_000);
    expect(text.match(/mot/g)).toHaveLength(12_500);
    const right = [
      ...popplerLines(pdf, '-bbox')
        .join('\n')
        .matchAll(/xMax="([\d.]+)"/g),
    ].map(([, at]) => Number(at));
    expect(Math.max(...right)).toBeLessThan(595 - 70);
  });

  it.skipIf(absent.length > 0).each(['fr', 'ar'] as const)(
    `keeps short references whole and long ones in their column in %s${missing}`,
    async (lang) => {
      const cited = (text: string): Inline => [{ text, lang: 'en', dir: 'ltr' }];
      const column = (share: number) => ({ title: [{ text: 'x' }], share });
      const table: Paper = {
        ...lettered(lang, []),
        blocks: [
          { kind: 'table', columns: [column(5), column(19)], rows: [[[cited('EXERCISE-WORKSHOP-R1')], []]] },
          // So narrow that a line could be parted at each hyphen.
          { kind: 'table', columns: [column(1), column(12)], rows: [[[cited('EX-C-181')], []]] },
        ],
      };
      const bbox = popplerLines(await write(table), '-bbox').join('\n');
      const words = [...bbox.matchAll(/xMin="([\d.]+)"[^>]*xMax="([\d.]+)"[^>]*>([^<]+)</g)].map(
        ([, from, to, word]) => ({ from: Number(from), to: Number(to), word }),
      );
      expect(words.map(({ word }) => word)).toContain('EX-C-181');
      const long = words.filter(({ word }) => /EXERCISE|WORKSHOP|R1/.test(word!));
      expect(long.length).toBeGreaterThan(1);
      for (const { from, to } of long) {
        expect(from).toBeGreaterThan(70);
        expect(to).toBeLessThan(595 - 70);
      }
    },
  );

  it.each(['', '2018', '2018-4-1', 'x'])('of a day that is none (%j) is refused', async (date) => {
    await expect(write(sample('fr', { date }))).rejects.toThrow(RangeError);
  });
});
