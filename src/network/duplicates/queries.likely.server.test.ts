import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { systemActor } from '#platform/actor/actor.ts';
import { openTestDatabase, type TestDatabase } from '#platform/database/testing.ts';
import { done } from '#platform/records/outcome.ts';
import { deleteRecord } from '#platform/records/records.server.ts';
import { createOrganisation, updateOrganisation } from '../organisations/changes.server.ts';
import { createTerritory } from '../territories/changes.server.ts';
import { listLikely } from './queries.server.ts';

const system = systemActor('test');
let db: TestDatabase;
const ids: Record<string, string> = {};
const input = (slug: string, fr: string, ar?: string, acronym?: string) => ({
  slug,
  type: 'other' as const,
  level: 'local' as const,
  name: { fr, ...(ar && { ar }), original: 'fr' as const },
  ...(acronym && { acronym: { fr: acronym, original: 'fr' as const } }),
});
beforeAll(async () => {
  db = await openTestDatabase();
  for (const one of [
    input('interior', 'Ministère de l’Intérieur', 'وزارة الداخلية', 'MI'),
    input('oriental', 'Conseil régional de l’Oriental'),
    input('amal', 'Amal Tiznit'),
  ])
    ids[one.slug] = done(await createOrganisation(db, system, one)).id;
  const territory = { slug: 'berkane', level: 'province', code: 'MA-BER' } as const;
  done(await createTerritory(db, system, { ...territory, name: { fr: 'Berkane', original: 'fr' } }));
});
afterAll(() => db.close());

const found = async (names: string[], acronyms: string[] = []) =>
  (await listLikely(db.reader, 'organisations', { names, acronyms })).map(({ record }) => record.slug);

describe('the records that one to be is likely to be', () => {
  it.each([
    ['another spelling', ['MINISTERE DE L INTERIEUR'], 'interior'],
    ['another order', ['Oriental, conseil régional de l’'], 'oriental'],
    ['the other script', ['أمل تيزنيت'], 'amal'],
  ])('are found by %s', async (_, names, slug) => expect(await found(names)).toEqual([slug]));

  it('are found by their short form, and not by a word they share', async () => {
    expect(await found(['Tout autre chose'], ['mi'])).toEqual(['interior']);
    expect(await found(['Conseil régional de Fès-Meknès'])).toEqual([]);
  });

  it('follow what was changed and deleted, whoever did it', async () => {
    const id = ids['amal']!;
    done(await updateOrganisation(db, system, { ...input('amal', 'Coopérative Argan'), id, version: 1 }));
    expect([await found(['Amal Tiznit']), await found(['Cooperative Argan'])]).toEqual([[], ['amal']]);
    await db.transaction((tx) => deleteRecord(tx, system, 'organisations', id));
    expect(await found(['Coopérative Argan'])).toEqual([]);
  });

  it('are none that another official code tells apart', async () => {
    const of = async (code?: string) =>
      (await listLikely(db.reader, 'territories', { names: ['Berkane'], acronyms: [], code })).length;
    expect([await of(), await of('MA-BER'), await of('MA-OUJ')]).toEqual([1, 1, 0]);
  });
});
