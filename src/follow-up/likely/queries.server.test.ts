import { afterAll, beforeAll, expect, it } from 'vitest';
import { anonymous } from '#platform/actor/actor.ts';
import { openTestDatabase, type TestDatabase } from '#platform/database/testing.ts';
import { done } from '#platform/records/outcome.ts';
import { administrator } from '../../../tests/support/workshops.ts';
import { createRecommendation } from '../recommendations/changes.server.ts';
import { listLikelyRecommendations } from './queries.server.ts';

let db: TestDatabase;
const titles = [
  { fr: 'Créer un guichet unique pour les migrants', ar: 'إحداث شباك موحد لفائدة المهاجرين' },
  { fr: 'Former les agents des communes', en: 'Train municipal staff' },
  { ar: 'إحداث مرصد جهوي للهجرة' },
];
beforeAll(async () => {
  db = await openTestDatabase();
  for (const [index, title] of titles.entries()) {
    const original = 'fr' in title ? 'fr' : 'ar';
    const named = `r-${index}`;
    const input = { slug: named, reference: named, title: { ...title, original } } as const;
    done(
      await createRecommendation(db, administrator, {
        ...input,
        visibility: index === 1 ? 'draft' : 'public',
      }),
    );
  }
});
afterAll(() => db.close());

const found = async (typed: object, actor = administrator) =>
  (await listLikelyRecommendations(db.reader, actor, typed)).map(({ record }) => record.slug);

it.each([
  [{ fr: 'GUICHET unique : création pour les migrants' }, ['r-0']],
  [{ ar: 'إحداث الشباك الموحد للمهاجرين' }, ['r-0']],
  [{ fr: 'Agents de commune : les former', ar: 'إحداث المرصد الجهوي للهجرة' }, ['r-2', 'r-1']],
  [{ en: 'Training of the municipal staff' }, ['r-1']],
  [{ fr: 'Ouvrir un bureau unique pour les étrangers' }, ['r-0']],
  [{ en: 'A single desk for foreigners: opening it' }, ['r-0']],
  [{ fr: 'Ouvrir une maison des jeunes' }, []],
  [{ fr: '' }, []],
  [{ fr: "100 %'; --" }, []],
  [{ fr: 'x'.repeat(100_000), ar: 'كلمة '.repeat(50_000) }, []],
])('%j', async (typed, expected) => {
  expect((await found(typed)).toSorted()).toEqual(expected.toSorted());
});

it('a draft is no likely duplicate for who may not read it', async () => {
  expect(await found({ en: 'Train municipal staff' }, anonymous)).toEqual([]);
});
