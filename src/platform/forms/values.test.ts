import { describe, expect, it } from 'vitest';
import type { Field } from './fields.ts';
import { columnOf } from './fields.ts';
import { inputOf, readForm, valuesOf } from './values.ts';

const label = () => 'label';
const fields: Field[] = [
  { kind: 'trilingual', name: 'title', label, most: 100, required: true },
  { kind: 'trilingual', name: 'summary', label, most: 100, long: true },
  { kind: 'date', name: 'startsOn', label },
  { kind: 'number', name: 'attendance.total', label },
  { kind: 'choices', name: 'audiences', label, options: () => [] },
  { kind: 'check', name: 'attendance.minimum', label },
];

const formOf = (entries: [string, string][]) => {
  const form = new FormData();
  for (const [name, value] of entries) form.append(name, value);
  return form;
};

describe('a form', () => {
  it('names the columns that hold it', () => {
    expect(fields.map(columnOf)).toEqual([
      'title',
      'summary',
      'starts_on',
      'attendance_total',
      'audiences',
      'attendance_minimum',
    ]);
  });

  it('reads what was sent, and nothing it has no field for', () => {
    const form = formOf([
      ['title.fr', 'Un\r\natelier'],
      ['audiences', 'a'],
      ['audiences', 'b'],
      ['role', 'administrator'],
    ]);
    expect(readForm(fields, form)).toEqual({
      'title.fr': 'Un\natelier',
      'title.ar': '',
      'title.en': '',
      'title.original': '',
      'summary.fr': '',
      'summary.ar': '',
      'summary.en': '',
      'summary.original': '',
      startsOn: '',
      'attendance.total': '',
      audiences: ['a', 'b'],
      'attendance.minimum': '',
    });
  });

  it('becomes the input of a change: nested, typed, what is empty left out', () => {
    const values = readForm(
      fields,
      formOf([
        ['title.fr', 'Atelier'],
        ['title.ar', 'ورشة'],
        ['title.original', 'ar'],
        ['startsOn', ' 2026-11-25 '],
        ['attendance.total', '75'],
        ['attendance.minimum', '1'],
      ]),
    );
    expect(inputOf(fields, values)).toEqual({
      title: { fr: 'Atelier', ar: 'ورشة', original: 'ar' },
      startsOn: '2026-11-25',
      attendance: { total: 75, minimum: true },
      audiences: [],
    });
  });

  it('takes the only language written for the original, whatever was marked', () => {
    const values = readForm(
      fields,
      formOf([
        ['title.ar', 'ورشة'],
        ['title.original', 'fr'],
      ]),
    );
    expect(inputOf(fields, values)['title']).toEqual({ ar: 'ورشة', original: 'ar' });
  });

  it('leaves the original empty that was written before, so that the schema says so', () => {
    const opened = valuesOf(fields, { title_fr: 'Atelier', title_ar: 'ورشة', title_original: 'fr' });
    const sent = readForm(
      fields,
      formOf([
        ['title.ar', 'ورشة'],
        ['title.original', 'fr'],
        ['title.was', String(opened['title.was'])],
      ]),
    );
    expect(inputOf(fields, sent)['title']).toEqual({ ar: 'ورشة', original: 'fr' });
    expect(inputOf(fields, { ...sent, 'title.original': 'ar' })['title']).toEqual({
      ar: 'ورشة',
      original: 'ar',
    });
    expect(valuesOf(fields, { title_fr: null, title_original: 'fr' })).not.toHaveProperty('title.was');
  });

  it('gives a required text even where it is empty, so that the schema says so', () => {
    expect(inputOf(fields, readForm(fields, new FormData()))['title']).toEqual({ original: 'fr' });
  });

  it('keeps what is no number for the schema to refuse', () => {
    const values = readForm(fields, formOf([['attendance.total', 'many']]));
    expect(inputOf(fields, values)['attendance']).toEqual({ total: NaN, minimum: false });
  });

  it('comes back unchanged from a record’s row', () => {
    const row = {
      title_fr: 'Atelier',
      title_ar: null,
      title_en: null,
      title_original: 'fr',
      summary_fr: null,
      summary_ar: null,
      summary_en: null,
      summary_original: 'fr',
      starts_on: '2026',
      attendance_total: 0,
      attendance_minimum: 1,
      audiences: ['a'],
    };
    expect(inputOf(fields, valuesOf(fields, row))).toEqual({
      title: { fr: 'Atelier', original: 'fr' },
      startsOn: '2026',
      attendance: { total: 0, minimum: true },
      audiences: ['a'],
    });
  });

  it('spells a text in one way, whether it is held or was typed', () => {
    const spelled = (text: string) => text.replace('.', ',');
    const figure: Field[] = [{ kind: 'text', name: 'figure', label, most: 10, spelled }];
    expect(valuesOf(figure, { figure: '6.5' })).toEqual({ figure: '6,5' });
    expect(readForm(figure, formOf([['figure', '6.5']]))).toEqual({ figure: '6,5' });
  });
});
