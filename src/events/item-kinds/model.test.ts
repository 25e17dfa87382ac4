import { assert, property, string } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { itemKinds, type ItemKind } from '../programme/model.ts';
import { guessKind, sessionNumber } from './model.ts';

describe('the kind of an item', () => {
  it.each(itemKinds)('%s is itself, as our own files write it', (kind) => {
    expect(guessKind(kind, 'Whatever')).toEqual({ kind, source: 'type' });
  });

  it.each<[string | null, string, ItemKind]>([
    ['lecture', 'Migration et climat', 'presentation'],
    ['Talk 60min + 20min Q&A', 'Migration et climat', 'presentation'],
    ['LightningTalk 15min 10min Q&A', 'x', 'presentation'],
    ['keynote', 'x', 'address'],
    ['workshop', 'Coffee break', 'break'],
    ['Workshop 60 Min', 'x', 'session'],
    ['Table ronde', 'Les villes', 'discussion'],
    ['Session 2', 'Gouvernance', 'session'],
    ['الجلسة 2', 'الحكامة', 'session'],
    [null, 'Ouverture', 'opening'],
    [null, 'Séance d’ouverture', 'opening'],
    [null, 'Pause-café', 'break'],
    [null, 'Déjeuner', 'break'],
    [null, 'Petit-déjeuner thématique : les acquis', 'thematic-breakfast'],
    [null, 'Petit-déjeuner', 'break'],
    [null, 'Clôture', 'conclusions'],
    [null, 'Synthèse et clôture des travaux', 'conclusions'],
    [null, 'Plénière', 'plenary'],
    [null, 'Débat', 'discussion'],
    [null, 'Session 1 : la gouvernance multi-niveaux et multi-acteurs', 'session'],
    [null, 'استراحة شاي', 'break'],
    [null, 'الجلسة الافتتاحية', 'opening'],
    [null, 'كلمة السيد الوالي', 'address'],
    [null, 'خلاصات وتوصيات', 'conclusions'],
    [null, 'مائدة مستديرة: الجهات', 'discussion'],
    [null, 'الجلسة العامة', 'plenary'],
    [null, 'عرض نتائج الدراسة', 'presentation'],
    ['', 'Lunch', 'break'],
  ])('of %j, %j is %s', (type, title, kind) => {
    expect(guessKind(type, title).kind).toBe(kind);
  });

  it.each([
    'Breaking the cycle of poverty',
    'Lunch habits of migrants in five European cities',
    'Closing the gap between regional plans and national policy',
    'Presentation skills for women who lead associations',
    'Ouverture des données publiques au service des collectivités territoriales',
    'Les pauses dans la carrière',
    'Jinxx',
  ])('%j says nothing of its kind: it is a session', (title) => {
    expect(guessKind(null, title)).toEqual({ kind: 'session', source: 'nothing' });
  });

  it('is found for whatever text', () => {
    assert(
      property(string({ unit: 'binary' }), string({ unit: 'binary' }), (type, title) => {
        expect(itemKinds).toContain(guessKind(type, title).kind);
      }),
    );
  });
});

it('reads the number of a session', () => {
  const titles = [
    'Session 2 : x',
    'Atelier n° 3',
    'الجلسة ٢: الحكامة',
    'Session',
    'Session 2018',
    '2 sessions',
    'Séance 12',
  ];
  expect(titles.map(sessionNumber)).toEqual([2, 3, 2, null, null, null, 12]);
});
