import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { anonymous, systemActor } from '#platform/actor/actor.ts';
import { openTestDatabase, type TestDatabase } from '#platform/database/testing.ts';
import { done } from '#platform/records/outcome.ts';
import { createPerson, updatePerson } from './changes.server.ts';
import { readPerson } from './queries.server.ts';
import type { PersonInput } from './schema.ts';

const actor = systemActor('test');
const rapporteur: PersonInput = {
  slug: 'rapporteur',
  name: { fr: 'Rapporteur', ar: 'مقرر', original: 'fr' },
};
let db: TestDatabase;
let id: string;
beforeEach(async () => {
  db = await openTestDatabase();
  id = done(await createPerson(db, actor, rapporteur)).id;
});
afterEach(() => db.close());

describe('an update of a person', () => {
  it('takes the whole input, keeps the former address, and notices who was faster', async () => {
    const update = { slug: 'rapporteure', name: { ar: 'مقررة', original: 'ar' as const }, id, version: 1 };
    expect(await updatePerson(db, actor, update)).toEqual({ ok: true, id, version: 2 });
    expect(await readPerson(db.reader, id)).toMatchObject({
      slug: 'rapporteure',
      version: 2,
      name_fr: null,
      name_ar: 'مقررة',
      name_original: 'ar',
    });
    expect(await updatePerson(db, actor, update)).toEqual({ ok: false, reason: 'platform_refused_stale' });
    const addresses = db.reader.selectFrom('addresses').select('slug').where('record_id', '=', id);
    expect((await addresses.orderBy('slug').execute()).map(({ slug }) => slug)).toEqual([
      'rapporteur',
      'rapporteure',
    ]);
  });

  it('is refused to a visitor, and without a name', async () => {
    const update = { ...rapporteur, id, version: 1 };
    expect(await updatePerson(db, anonymous, update)).toMatchObject({
      reason: 'platform_refused_not_allowed',
    });
    const nameless = { ...update, name: { fr: ' ', original: 'fr' as const } };
    expect(await updatePerson(db, actor, nameless)).toEqual({
      ok: false,
      reason: 'platform_problem_no_language',
      field: 'name',
    });
  });
});
