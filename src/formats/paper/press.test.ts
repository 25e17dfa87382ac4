import { afterEach, describe, expect, it } from 'vitest';
import { docxFile } from '../docx/docx.ts';
import { pdfFile } from '../pdf/pdf.ts';
import { write } from '../pdf/pdf.ts';
import { pressState, stopPress, writtenWithin } from './press.ts';
import { sample } from './testing.ts';

afterEach(stopPress);

describe('the press', () => {
  it('writes a paper once, however many ask for it and whenever', async () => {
    const before = pressState().orders;
    const [first, second] = await Promise.all([pdfFile(sample('fr')), pdfFile(sample('fr'))]);
    const third = await pdfFile(sample('fr'));
    expect([second === first, third === first]).toEqual([true, true]);
    expect(pressState()).toEqual({ orders: before + 1, standing: true });
    expect(Buffer.compare(first, await write(sample('fr')))).toBe(0);
  });

  it('tells papers and files apart', async () => {
    const [pdf, docx, other] = await Promise.all([
      pdfFile(sample('fr')),
      docxFile(sample('fr')),
      pdfFile(sample('fr', { date: '2018-04-12' })),
    ]);
    expect([pdf, docx].map((file) => Buffer.from(file.subarray(0, 2)).toString())).toEqual(['%P', 'PK']);
    expect(Buffer.compare(pdf, other)).not.toBe(0);
  });

  it('answers a paper that can’t be written with its reason, and writes the next one', async () => {
    await expect(pdfFile(sample('fr', { date: 'x' }))).rejects.toThrow('not a day: x');
    expect((await pdfFile(sample('en'))).length).toBeGreaterThan(10_000);
  });

  it('says after a while how many come first, and writes on', async () => {
    const before = pressState().orders;
    const first = pdfFile(sample('fr'));
    expect(await writtenWithin('#formats/docx/docx.ts', sample('fr'), 0)).toEqual({
      written: false,
      ahead: 1,
    });
    await first;
    expect(await writtenWithin('#formats/docx/docx.ts', sample('fr'), 60_000)).toEqual({ written: true });
    expect(pressState().orders).toBe(before + 2);
    await expect(writtenWithin('#formats/pdf/pdf.ts', sample('fr', { date: 'x' }), 60_000)).rejects.toThrow(
      'not a day: x',
    );
  });

  it('opens its thread again after it ended', async () => {
    await pdfFile(sample('fr'));
    await stopPress();
    expect(pressState().standing).toBe(false);
    expect((await docxFile(sample('fr'))).length).toBeGreaterThan(10_000);
  });
});
