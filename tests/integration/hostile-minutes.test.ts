import { strFromU8, unzipSync } from 'fflate';
import { beforeEach, describe, expect, it } from 'vitest';
import { minutesBlocks } from '#events/sealed-minutes/exports.server.ts';
import { entryKinds } from '#events/minutes-entries/model.ts';
import { write as writeDocx } from '#formats/docx/docx.ts';
import { absentOf, HOSTILE, popplerLines } from '#formats/paper/testing-readers.ts';
import { sample } from '#formats/paper/testing.ts';
import { write as writePdf } from '#formats/pdf/pdf.ts';
import { overwriteGetLocale } from '#messages/runtime';
import { columns } from '#platform/locale/text.ts';

/*
 * Whatever stands in minutes is printed as text: markup of either file, turns of direction and marks of no width that
 * came by another road than the page, and entries as long as they may be.
 */
beforeEach(() => overwriteGetLocale(() => 'en'));

const absent = absentOf('pdftotext');
const missing = absent.length > 0 ? ` (skipped: ${absent.join(', ')} not installed)` : '';
const disguised = 'be\u202Efo\u202Cre ze\u200Bro\u2060wi\uFEFFdth';
const long = 'mot '.repeat(12_500);
const texts = [...HOSTILE, disguised, long];

/** Sealed minutes with each text in each place where one may stand. */
function paper() {
  const entries = texts.flatMap((text) =>
    entryKinds.map((kind) => ({
      kind,
      original: 'en' as const,
      fr: null,
      ar: null,
      en: text,
      owner: text.slice(0, 300),
      due: null,
      speaker: text.slice(0, 300),
    })),
  );
  const name = columns('name', { en: HOSTILE[0], original: 'en' });
  const told = {
    itemId: 'item',
    seal: { edition: 1, approved: 1, asked: 1, sha256: 'ab'.repeat(32), created_at: '2027-03-10' } as never,
    content: {
      format: 'indimaj-minutes' as const,
      workshop: { slug: 'w', starts: '2027-03-10', ends: '2027-03-11' },
      session: { anchor: 's', fr: null, ar: null, en: HOSTILE.join(' ') },
      edition: 1,
      entries,
    },
    named: entries.map(() => ({ organisation: { id: 'o', slug: 'o', ...name }, person: null })),
  };
  const { cover: _, contents: __, ...plain } = sample('en');
  return { ...plain, form: 'letter' as const, blocks: minutesBlocks([told]) };
}

const TURNS = /[\u202A-\u202E]/u;
const spaceless = (text: string) => text.replaceAll(/\s/gu, '');

describe('hostile minutes', () => {
  it.skipIf(absent.length > 0)(`are text in a PDF${missing}`, async () => {
    const printed = popplerLines(await writePdf(paper())).join('\n');
    const whole = spaceless(printed);
    for (const text of HOSTILE) expect(whole.split(spaceless(text)).length, text).toBeGreaterThan(7);
    expect(whole.includes('beforezerowidth')).toBe(true);
    expect(printed.match(/\bmot\b/g)!.length).toBeGreaterThanOrEqual(entryKinds.length * 12_500);
    expect(TURNS.test(printed)).toBe(false);
  });

  it('are text in a Word file', async () => {
    const parts = unzipSync(await writeDocx(paper()));
    const document = strFromU8(parts['word/document.xml']!);
    const printed = [...document.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)]
      .map(([, text]) => text!)
      .join('')
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&quot;', '"')
      .replaceAll('&apos;', "'")
      .replaceAll('&amp;', '&');
    const whole = spaceless(printed.replaceAll('\u200B', ''));
    for (const text of HOSTILE) expect(whole.split(spaceless(text)).length, text).toBeGreaterThan(7);
    expect(whole.includes('beforezero')).toBe(true);
    expect(whole.match(/mot/g)!.length).toBeGreaterThanOrEqual(entryKinds.length * 12_500);
    expect(TURNS.test(document)).toBe(false);
    // Nothing that was written became a field, a link or a part of the file.
    expect(/w:instrText|w:fldSimple/.test(document)).toBe(false);
    expect(Object.keys(parts).filter((path) => /media|embeddings/.test(path))).toEqual([]);
  });
});
