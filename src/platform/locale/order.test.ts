import { describe, expect, it } from 'vitest';
import { inNameOrder } from './order.ts';
import { columns } from './text.ts';

const names = (locale: 'fr' | 'ar', rows: Parameters<typeof columns>[1][]) =>
  inNameOrder(
    rows.map((text) => columns('name', text)),
    locale,
  ).map((row) => row[`name_${locale}`] ?? row.name_fr);

describe('the order of names', () => {
  it('is the one of the language, accents and figures included', () => {
    const french = ['Zagora', 'Élan', 'Commune 10', 'Eau', 'Commune 9'];
    const rows = french.map((fr) => ({ fr, original: 'fr' as const }));
    expect(names('fr', rows)).toEqual(['Commune 9', 'Commune 10', 'Eau', 'Élan', 'Zagora']);
  });

  it('is that of the names which are shown', () => {
    const rows = [
      { fr: 'Alpha', ar: 'ياء', original: 'fr' as const },
      { fr: 'Zeta', ar: 'ألف', original: 'fr' as const },
    ];
    expect(names('ar', rows)).toEqual(['ألف', 'ياء']);
    expect(names('fr', rows)).toEqual(['Alpha', 'Zeta']);
  });
});
