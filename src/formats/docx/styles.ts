/** The styles of a DOCX: a reader restyles the whole paper by changing these. */
import { AlignmentType, LevelFormat, LineRuleType, type INumberingOptions, type IStylesOptions } from 'docx';
import type { Direction } from '../paper/model.ts';
import { COLOURS, regional } from './runs.ts';

/** A face that every office program has, or has one of the same measure, for both scripts. */
const FONT = { ascii: 'Arial', hAnsi: 'Arial', cs: 'Arial', eastAsia: 'Arial' };

/** @param lang the paper's language */
export function stylesOf(lang: string, dir: Direction): IStylesOptions {
  const size = dir === 'rtl' ? 23 : 21;
  const bidi = dir === 'rtl';
  const heading = (points: number, before: number, after: number, color: string) => ({
    run: { font: FONT, size: points * 2, bold: true, color },
    paragraph: {
      keepNext: true,
      spacing: { before, after, line: 276, lineRule: LineRuleType.AUTO },
    },
  });
  const like = (id: string, name: string, run: object, paragraph: object) => ({
    id,
    name,
    basedOn: 'Normal',
    quickFormat: true,
    run: { font: FONT, ...run },
    paragraph,
  });
  return {
    default: {
      document: {
        run: {
          font: FONT,
          size,
          color: COLOURS.ink,
          language: { value: regional(bidi ? 'fr' : lang), bidirectional: regional(bidi ? lang : 'ar') },
        },
        paragraph: { spacing: { after: 140, line: bidi ? 330 : 300, lineRule: LineRuleType.AUTO } },
      },
      title: {
        run: { font: FONT, size: 52, bold: true, color: COLOURS.ink },
        paragraph: {
          spacing: { before: 120, after: 240, line: 276, lineRule: LineRuleType.AUTO },
        },
      },
      heading1: heading(18, 640, 200, COLOURS.ink),
      heading2: heading(13, 400, 140, COLOURS.ink),
      heading3: heading(11, 280, 100, COLOURS.brand),
      hyperlink: { run: { font: FONT, color: COLOURS.brand, underline: {} } },
      footnoteText: { run: { font: FONT, size: 17 } },
    },
    paragraphStyles: [
      like('Lead', 'Lead', { size: size + 3 }, { spacing: { after: 180 } }),
      like(
        'Eyebrow',
        'Eyebrow',
        { size: size - 2, bold: true, color: COLOURS.saffron },
        { keepNext: true, spacing: { before: 240, after: 60 } },
      ),
      like('Remark', 'Remark', { size: size - 2, color: COLOURS.soft }, {}),
      like(
        'Quote',
        'Quote',
        {},
        {
          indent: { start: 340 },
          spacing: { before: 160, after: 120 },
          border: {
            [bidi ? 'right' : 'left']: {
              style: 'single',
              size: 18,
              color: COLOURS['saffron-fill'],
              space: 10,
            },
          },
        },
      ),
      like(
        'Caption',
        'caption',
        { size: size - 3, color: COLOURS.soft },
        { spacing: { before: 60, after: 200 } },
      ),
      like(
        'TableText',
        'Table text',
        { size: size - 2 },
        { spacing: { after: 40, line: 264, lineRule: LineRuleType.AUTO } },
      ),
      like(
        'TOC1',
        'toc 1',
        { bold: true, rightToLeft: bidi },
        { bidirectional: bidi, spacing: { before: 160, after: 60 } },
      ),
      like(
        'TOC2',
        'toc 2',
        { color: COLOURS.soft, rightToLeft: bidi },
        { bidirectional: bidi, indent: { start: 280 }, spacing: { after: 40 } },
      ),
      like('ContentsTitle', 'Contents title', { size: 36, bold: true }, { spacing: { after: 240 } }),
    ],
  };
}

/** Bullets, and numbers that begin anew with each list. */
export function numberingOf(): INumberingOptions {
  const indent = { start: 400, hanging: 400 };
  return {
    config: [
      {
        reference: 'bullets',
        levels: [
          {
            level: 0,
            format: LevelFormat.BULLET,
            text: '•',
            alignment: AlignmentType.START,
            style: { paragraph: { indent }, run: { color: COLOURS.brand } },
          },
        ],
      },
      {
        reference: 'numbers',
        levels: [
          {
            level: 0,
            format: LevelFormat.DECIMAL,
            text: '%1.',
            alignment: AlignmentType.START,
            style: { paragraph: { indent } },
          },
        ],
      },
    ],
  };
}
