import { describe, expect, it } from 'vitest';
import type { ChainRecord } from '../../chain-records/queries.server.ts';
import type { ToldChain } from '../queries.server.ts';
import { pathOf, threadOf } from './path.ts';

const title = (text: string) => ({
  title_fr: text,
  title_ar: null,
  title_en: null,
  title_original: 'fr' as const,
});
const recommendation = (id: string, text: string): ChainRecord => ({
  table: 'recommendations',
  row: {
    id,
    slug: id,
    reference: id.toUpperCase(),
    status: 'committed',
    status_since: null,
    visibility: 'public',
    ...title(text),
  },
});
const commitment: ChainRecord = {
  table: 'commitments',
  row: {
    id: 'c-1',
    slug: 'c-1',
    reference: 'C-1',
    status: 'not-started',
    created_at: '2027-01-01T00:00:00.000Z',
    due_on: null,
    visibility: 'public',
    ...title('Le guichet de Berkane'),
    name_fr: 'Conseil',
    name_ar: null,
    name_en: null,
    name_original: 'fr',
  },
};
const records = [
  recommendation('r-1', 'Ouvrir un guichet'),
  recommendation('r-2', 'Former les agents'),
  commitment,
];
const chain: ToldChain = {
  root: { kind: 'commitments', id: 'c-1' },
  nodes: [
    { kind: 'commitments', id: 'c-1', level: 0 },
    { kind: 'recommendations', id: 'r-1', level: -1 },
    { kind: 'recommendations', id: 'r-2', level: -1 },
  ],
  ties: [
    ['r-1', 'c-1'],
    ['r-2', 'c-1'],
  ],
  hidden: {},
  cut: false,
  records: new Map(records.map((record) => [record.row.id, record])),
};

describe('a path in words', () => {
  it('names the recommendations that a commitment serves', () => {
    const told = pathOf(chain).flatMap(({ records: shown }) => shown.map((one) => one.told.of));
    expect(told).toEqual([null, null, 'Sert R-1 · Ouvrir un guichet, R-2 · Former les agents']);
  });

  it('says on the page of a commitment what the first of them asks', () => {
    const [said] = threadOf(chain, '/chain').flatMap(({ text }) => (text ? [text] : []));
    expect([said].flat().map((one) => (typeof one === 'string' ? one : one?.text))).toEqual([
      'R-1',
      'Ouvrir un guichet',
      'Engagement pris',
    ]);
  });
});
