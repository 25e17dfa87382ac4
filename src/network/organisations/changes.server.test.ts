import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { anonymous, systemActor } from '#platform/actor/actor.ts';
import { openTestDatabase, type TestDatabase } from '#platform/database/testing.ts';
import { done } from '#platform/records/outcome.ts';
import { newId } from '#platform/records/uuid.ts';
import { createOrganisation, updateOrganisation } from './changes.server.ts';
import { readOrganisation } from './queries.server.ts';
import type { OrganisationInput } from './schema.ts';

const actor = systemActor('test');
const ministry: OrganisationInput = {
  slug: 'ministry',
  type: 'ministry',
  level: 'national',
  name: { fr: 'Ministère', ar: 'وزارة', original: 'fr' },
  acronym: { fr: 'MIN', original: 'fr' },
  url: 'https://ministry.example/',
};
let db: TestDatabase;
beforeEach(async () => (db = await openTestDatabase()));
afterEach(() => db.close());

const made = async (more: Partial<OrganisationInput> = {}) =>
  done(await createOrganisation(db, actor, { ...ministry, ...more })).id;

describe('an update of an organisation', () => {
  it('takes the whole input, and empties what is left out', async () => {
    const id = await made();
    const input = { ...ministry, name: { en: 'Ministry', original: 'en' as const } };
    const { acronym: _, url: __, ...short } = input;
    expect(await updateOrganisation(db, actor, { ...short, id, version: 1 })).toEqual({
      ok: true,
      id,
      version: 2,
    });
    expect(await readOrganisation(db.reader, id)).toMatchObject({
      version: 2,
      type: 'ministry',
      name_fr: null,
      name_ar: null,
      name_en: 'Ministry',
      name_original: 'en',
      acronym_fr: null,
      url: null,
    });
  });

  it('is refused where somebody was faster, and where there is no such record', async () => {
    const id = await made();
    const update = (more: object) => updateOrganisation(db, actor, { ...ministry, id, version: 1, ...more });
    expect(await update({ slug: 'moved' })).toMatchObject({ ok: true });
    expect(await update({})).toEqual({ ok: false, reason: 'platform_refused_stale' });
    expect(await update({ id: newId() })).toEqual({ ok: false, reason: 'platform_refused_missing' });
    expect(await update({ version: 0 })).toMatchObject({ ok: false, field: 'version' });
    expect((await readOrganisation(db.reader, id))?.slug).toBe('moved');
  });

  it('is refused to a visitor, and where another has the address', async () => {
    const id = await made();
    await made({ slug: 'other' });
    const input = { ...ministry, id, version: 1, slug: 'other' };
    expect(await updateOrganisation(db, anonymous, input)).toMatchObject({
      reason: 'platform_refused_not_allowed',
    });
    expect(await updateOrganisation(db, actor, input)).toEqual({
      ok: false,
      reason: 'platform_refused_taken',
      field: 'slug',
    });
  });

  it('is refused where an organisation would be part of itself, at whatever depth', async () => {
    const top = await made();
    const middle = await made({ slug: 'middle', parentId: top });
    const low = await made({ slug: 'low', parentId: middle });
    for (const parentId of [top, middle, low])
      expect(await updateOrganisation(db, actor, { ...ministry, id: top, version: 1, parentId })).toEqual({
        ok: false,
        reason: 'network_problem_part_of_itself',
        field: 'parentId',
      });
    const moved = { ...ministry, slug: 'low', id: low, version: 1, parentId: top };
    expect(await updateOrganisation(db, actor, moved)).toMatchObject({ ok: true });
  });
});
