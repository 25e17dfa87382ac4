import * as v from 'valibot';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { overwriteGetLocale } from '#messages/runtime';
import { readDossier, type Dossier } from '#events/dossier/queries.server.ts';
import { readWorkshop } from '#events/workshops/queries.server.ts';
import { anonymous } from '#platform/actor/actor.ts';
import { openTestDatabase, type TestDatabase } from '#platform/database/testing.ts';
import { resolveAddress } from '#platform/records/records.server.ts';
import { loadDemonstration } from '../../../demo/load.ts';
import { certifiable, certificatePaper, letterPaper, paperFiles } from './exports.server.ts';
import { certificateInput, letterInput } from './schema.ts';

let db: TestDatabase;
let dossier: Dossier;
beforeAll(async () => {
  overwriteGetLocale(() => 'fr');
  db = await openTestDatabase();
  await loadDemonstration(db);
  const id = (await resolveAddress(db.reader, 'workshops', 'rabat-2018'))!;
  dossier = await readDossier(db.reader, anonymous, (await readWorkshop(db.reader, anonymous, id))!);
});
afterAll(() => db.close());

const setting = { publicUrl: 'https://indimaj.example', exercise: false, demonstration: false };
const words = (value: unknown) =>
  [...JSON.stringify(value).matchAll(/"text":"((?:[^"\\]|\\.)*)"/g)].map(([, text]) => text!);
const reasons = (schema: v.GenericSchema, input: object) =>
  v.safeParse(schema, input).issues?.map((issue) => [v.getDotPath(issue), issue.message]);

describe('a certificate', () => {
  const asked = { language: 'fr', date: '2018-04-12' } as const;

  it.each([
    ['fr', 'Attestation de participation', 'Ana Fonseca', 'Cheffe de mission de l’OIM Maroc'],
    ['ar', 'شهادة مشاركة', 'آنا فونسيكا', 'رئيسة بعثة المنظمة الدولية للهجرة بالمغرب'],
    ['en', 'Certificate of attendance', 'Ana Fonseca', 'Chief of Mission, IOM Morocco'],
  ] as const)('of somebody in the programme bears name and function in %s', (language, title, name, role) => {
    const contribution = certifiable(dossier, 'fr').find(({ label }) =>
      label.startsWith('Ana Fonseca'),
    )!.value;
    const paper = certificatePaper(dossier, { ...asked, language, contribution }, setting);
    expect([paper.lang, paper.form, paper.date]).toEqual([language, 'certificate', '2018-04-12']);
    expect(words(paper.blocks)).toEqual(expect.arrayContaining([title, name, role]));
  });

  it('bears a name that is typed, in both scripts, each in its own direction', () => {
    const input = { ...asked, name: 'Nom #let x', nameArabic: 'اسم' };
    const { blocks } = certificatePaper(dossier, input, setting);
    const names = blocks.filter((block) => block.kind === 'paragraph' && block.tone === 'lead');
    expect(names).toMatchObject([
      { text: [{ text: 'Nom #let x', lang: 'fr', dir: 'ltr' }] },
      { text: [{ text: 'اسم', lang: 'ar', dir: 'rtl' }] },
    ]);
  });

  it('needs somebody, a language and a day', () => {
    expect(reasons(certificateInput, asked)).toEqual([['name', expect.any(String)]]);
    expect(reasons(certificateInput, { ...asked, name: 'x', language: 'de' })).toHaveLength(1);
    expect(reasons(certificateInput, { ...asked, name: 'x', date: '2018' })).toHaveLength(1);
    expect(reasons(certificateInput, { ...asked, nameArabic: 'اسم' })).toBeUndefined();
  });

  it('says where it is of no real network', () => {
    const paper = certificatePaper(dossier, { ...asked, name: 'x' }, { ...setting, exercise: true });
    expect(paper.notice?.text).toContain('Réseau d’exercice');
  });
});

describe('a letter', () => {
  const asked = {
    language: 'fr',
    institution: 'Conseil régional\nSecrétariat',
    reference: '12/2018',
    place: 'Oujda',
    date: '2018-04-12',
    addressee: 'Au secrétariat du réseau\nRabat',
    object: 'Envoi des actes',
    body: 'Premier paragraphe.\n\nSecond paragraphe.',
    signatory: 'Point focal',
  } as const;

  it('has head, reference, day, addressee, object, text and signature', () => {
    const paper = letterPaper(asked, setting);
    expect(words(paper.head)).toEqual(['Conseil régional', 'Secrétariat']);
    expect(words(paper.blocks)).toEqual([
      'Réf.\u00A0: 12/2018',
      'Oujda, le 12 avril 2018',
      'Au secrétariat du réseau',
      'Rabat',
      'Objet\u00A0: Envoi des actes',
      'Premier paragraphe.',
      'Second paragraphe.',
      'Point focal',
    ]);
  });

  it('needs what makes it one', () => {
    expect(reasons(letterInput, { language: 'fr' })!.map(([field]) => field)).toEqual([
      'institution',
      'date',
      'addressee',
      'object',
      'body',
    ]);
    expect(reasons(letterInput, asked)).toBeUndefined();
  });

  it('is two files, in every language', async () => {
    for (const language of ['fr', 'ar', 'en'] as const) {
      const files = await paperFiles(letterPaper({ ...asked, language }, setting), `x-${language}`);
      expect(files.map(({ name }) => name)).toEqual([`x-${language}.pdf`, `x-${language}.docx`]);
      const [pdf, docx] = files.map(({ base64 }) => Buffer.from(base64, 'base64').toString('latin1'));
      expect(pdf).toContain(`/Lang (${language})`);
      expect(docx!.slice(0, 2)).toBe('PK');
    }
  });
});
