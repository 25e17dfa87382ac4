import { describe, expect, it } from 'vitest';
import type { ToldChain } from '../queries.server.ts';
import { tellRecord } from './records.ts';
import { lyingDrawing, standingDrawing, wrapped } from './drawing.ts';

describe('a name in lines', () => {
  it.each([
    ['Un guichet', 20, 2, ['Un guichet']],
    ['Un guichet d’accueil dans chaque province', 20, 3, ['Un guichet d’accueil', 'dans chaque province']],
    ['Un guichet d’accueil dans chaque province', 20, 1, ['Un guichet d’accuei…']],
    ['Anticonstitutionnellement', 10, 2, ['Anticonst…']],
    ['EXERCISE-WORKSHOP-R12', 17, 2, ['EXERCISE-\u200E', 'WORKSHOP-\u200ER12']],
    ['Un deux trois quatre', 8, 2, ['Un deux', 'trois…']],
    ['Qui finance quoi\u00A0: gouvernance', 18, 2, ['Qui finance quoi\u00A0:', 'gouvernance']],
    ['', 10, 2, ['']],
  ])('%s', (text, letters, most, lines) => {
    expect(wrapped(text, letters, most)).toEqual(lines);
  });
});

describe('a record in words', () => {
  it('says to which commitment a report belongs', () => {
    const name = { name_fr: 'Conseil', name_ar: null, name_en: null, name_original: 'fr' as const };
    const period = { period_starts_on: '2026-04-01', period_ends_on: '2026-06-30' };
    const decided = {
      stage: 'validated',
      status: 'in-progress',
      validated_at: null,
      confirmed_at: null,
    } as const;
    const row = { id: 'r', commitment: 'guichet', reference: 'C-12', ...period, ...decided, ...name };
    expect(tellRecord({ table: 'reports', row })).toMatchObject({ of: 'Engagement C-12', sign: null });
  });
});

describe('a drawing', () => {
  const initiative = (id: string) => ({
    table: 'initiatives' as const,
    row: { id, slug: id, name_fr: id, name_ar: null, name_en: null, name_original: 'fr' as const },
  });
  // Kinds follow one another; what stands in the boxes is the same for all.
  const kinds = ['initiatives', 'recommendations', 'responses', 'commitments'] as const;
  const chain: ToldChain = {
    root: { kind: 'initiatives', id: 'n0' },
    nodes: kinds.map((kind, level) => ({ kind, id: `n${level}`, level })),
    ties: [
      ['n0', 'n1'],
      ['n1', 'n2'],
      ['n2', 'n3'],
      ['n1', 'n3'],
    ],
    hidden: {},
    cut: false,
    records: new Map(kinds.map((_, at) => [`n${at}`, initiative(`n${at}`)])),
  };
  const order = (boxes: { id: string; x: number }[]) =>
    boxes.toSorted((a, b) => a.x - b.x).map(({ id }) => id);

  it('reads from the left, and in Arabic from the right, in the same order of links', () => {
    const [left, right] = [lyingDrawing(chain, 'ltr'), lyingDrawing(chain, 'rtl')];
    expect(order(left.boxes)).toEqual(['n0', 'n1', 'n2', 'n3']);
    expect(order(right.boxes)).toEqual(['n3', 'n2', 'n1', 'n0']);
    expect(right.boxes.map(({ id }) => id)).toEqual(left.boxes.map(({ id }) => id));
    expect(left.paths.length).toBe(3);
  });

  it('gives each box the height of its lines, so that none lie over one another', () => {
    const name = 'Un guichet d’accueil dans chaque province, ouvert toute l’année à qui arrive';
    const row = {
      id: 'n1',
      slug: 'n1',
      name_fr: name,
      name_ar: null,
      name_en: null,
      name_original: 'fr' as const,
    };
    const records = new Map([...chain.records, ['n1', { table: 'initiatives' as const, row }] as const]);
    for (const { boxes } of [
      lyingDrawing({ ...chain, records }, 'ltr'),
      standingDrawing({ ...chain, records }, 'ltr'),
    ]) {
      const [short, long] = ['n0', 'n1'].map((id) => boxes.find((box) => box.id === id)!);
      expect(long!.height - short!.height).toBe(17 * (long!.lines.length - short!.lines.length));
      expect(long!.lines.length).toBeGreaterThan(short!.lines.length);
      const inOrder = boxes.toSorted((a, b) => a.x - b.x || a.y - b.y);
      for (const [index, box] of inOrder.entries()) {
        const next = inOrder[index + 1];
        if (next?.x === box.x) expect(next.y).toBeGreaterThanOrEqual(box.y + box.height);
      }
    }
  });

  it('shortens names where many boxes stand in a column', () => {
    const name = 'Un guichet d’accueil dans chaque province, ouvert toute l’année à qui arrive';
    const many = (count: number): ToldChain => {
      const ids = Array.from({ length: count }, (_, at) => `m${at}`);
      const told = (id: string) => ({
        table: 'initiatives' as const,
        row: { id, slug: id, name_fr: name, name_ar: null, name_en: null, name_original: 'fr' as const },
      });
      return {
        ...chain,
        nodes: [...chain.nodes, ...ids.map((id) => ({ kind: 'commitments' as const, id, level: 3 }))],
        ties: [...chain.ties, ...ids.map((id) => ['n2', id] as const)],
        records: new Map([...chain.records, ...ids.map((id) => [id, told(id)] as const)]),
      };
    };
    const linesOf = (count: number) =>
      lyingDrawing(many(count), 'ltr').boxes.find(({ id }) => id === 'm0')!.lines.length;
    expect(linesOf(2)).toBeGreaterThan(linesOf(12));
    expect(linesOf(12)).toBe(3);
  });

  it('counts in a box what makes a column too long, and keeps what the drawing is about and what leads on', () => {
    const ids = Array.from({ length: 40 }, (_, at) => `m${at}`);
    const last = { kind: 'evidence' as const, id: 'last', level: 4 };
    const long: ToldChain = {
      ...chain,
      root: { kind: 'commitments', id: 'm30' },
      nodes: [
        ...chain.nodes.slice(0, 3),
        ...ids.map((id) => ({ kind: 'commitments' as const, id, level: 3 })),
        last,
      ],
      ties: [['n0', 'n1'], ['n1', 'n2'], ...ids.map((id) => ['n2', id] as const), ['m35', 'last']],
      records: new Map([...chain.records, ...[...ids, 'last'].map((id) => [id, initiative(id)] as const)]),
    };
    for (const { boxes, height } of [lyingDrawing(long, 'ltr'), standingDrawing(long, 'rtl')]) {
      const shown = boxes.map(({ id }) => id);
      expect(shown.length).toBe(3 + 12 + 1 + 1);
      for (const id of ['m30', 'm35', 'last']) expect(shown).toContain(id);
      const rest = boxes.find(({ id }) => id.startsWith('left-'))!;
      expect(rest).toMatchObject({ notes: ['et 28 de plus'], told: { href: '#path' } });
      expect(rest.y + rest.height).toBeLessThanOrEqual(height);
    }
    expect(lyingDrawing(long, 'ltr').boxes.find(({ id }) => id === 'n0')!.y).toBe(0);
  });

  it('keeps every box within its edges, lying or standing', () => {
    for (const direction of ['ltr', 'rtl'] as const)
      for (const { boxes, width, height } of [
        lyingDrawing(chain, direction),
        standingDrawing(chain, direction),
      ]) {
        expect(boxes.length).toBe(4);
        for (const box of boxes) {
          expect(box.x).toBeGreaterThanOrEqual(0);
          expect(box.x + box.width).toBeLessThanOrEqual(width);
          expect(box.y + box.height).toBeLessThanOrEqual(height);
        }
      }
    expect(standingDrawing(chain, 'ltr').width).toBeLessThanOrEqual(328);
  });
});
