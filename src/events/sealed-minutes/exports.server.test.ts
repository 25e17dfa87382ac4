import { beforeEach, expect, it } from 'vitest';
import type { Block, Inline } from '#formats/paper/model.ts';
import { overwriteGetLocale } from '#messages/runtime';
import { columns } from '#platform/locale/text.ts';
import type { SealedEntry } from '../minutes-seals/model.ts';
import { actionBlocks, minutesBlocks } from './exports.server.ts';

beforeEach(() => overwriteGetLocale(() => 'ar'));

const office = {
  id: 'o',
  slug: 'office',
  ...columns('name', { fr: 'Office', ar: 'المكتب', original: 'fr' }),
};
const nobody = { organisation: null, person: null };
const entry = (set: Partial<SealedEntry>): SealedEntry => ({
  kind: 'action',
  original: 'fr',
  fr: 'Écrire',
  ar: 'الكتابة',
  en: null,
  owner: null,
  due: null,
  speaker: null,
  ...set,
});
const sealedOf = (
  entries: readonly (SealedEntry & {
    named?: typeof nobody | { organisation: typeof office; person: null };
  })[],
) => [
  {
    itemId: 'i',
    seal: {
      edition: 1,
      approved: 1,
      asked: 1,
      sha256: 'ab',
      created_at: '2027-03-10T09:00:00.000Z',
    } as never,
    content: {
      format: 'indimaj-minutes' as const,
      workshop: { slug: 'w', starts: '2027-03-10', ends: '2027-03-11' },
      session: { anchor: 's', fr: 'Séance', ar: null, en: null },
      edition: 1,
      entries: entries.map(({ named: _, ...rest }) => rest),
    },
    named: entries.map(({ named }) => named ?? nobody),
  },
];
const said = (text: Inline) => text.map((run) => run.text).join('');
const owners = (blocks: readonly Block[]) =>
  (blocks[0] as Block & { kind: 'table' }).rows.map(([, owner]) => owner!.map(said).join(''));
const listed = (blocks: readonly Block[]) =>
  blocks.flatMap((block) => (block.kind === 'list' ? block.items.map((item) => said(item as Inline)) : []));

it('names whom an entry means as the reader calls them, and keeps words that say more', () => {
  const named = { organisation: office, person: null };
  const minutes = sealedOf([
    { ...entry({ owner: 'Office', due: '2027-06-01' }), named },
    { ...entry({ owner: 'L’ancien office' }), named },
    entry({ owner: 'La salle' }),
    entry({}),
    { ...entry({ kind: 'quotation', speaker: 'Office' }), named },
    { ...entry({ kind: 'quotation' }), named },
  ]);
  expect(owners(actionBlocks(minutes))).toEqual([
    'المكتب',
    'المكتب، L’ancien office',
    'La salle',
    'غير محدد',
  ]);
  expect(listed(minutesBlocks(minutes))[0]).toMatch(/^الكتابة \(.*2027 · المكتب\)$/);
  const quoted = minutesBlocks(minutes).flatMap((block) =>
    block.kind === 'quotation' ? [said(block.by!)] : [],
  );
  expect(quoted[0]).toBe('المكتب');
  // Who has not agreed to be named is not, whichever record the entry means.
  expect(quoted[1]).not.toContain('المكتب');
});
