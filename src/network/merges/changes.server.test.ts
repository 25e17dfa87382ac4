import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { anonymous, systemActor } from '#platform/actor/actor.ts';
import { openTestDatabase, type TestDatabase } from '#platform/database/testing.ts';
import { changesOf } from '#platform/journal/history.ts';
import { done } from '#platform/records/outcome.ts';
import { resolveAddress } from '#platform/records/records.server.ts';
import { distinguish } from '../distinctions/changes.server.ts';
import { listLikelyPairs } from '../duplicates/queries.server.ts';
import { createOrganisation, updateOrganisation } from '../organisations/changes.server.ts';
import { importOrganisations } from '../organisation-lists/imports.server.ts';
import { listOrganisations, readOrganisation } from '../organisations/queries.server.ts';
import { createTerritory } from '../territories/changes.server.ts';
import { mergeRecords, undoMerge } from './changes.server.ts';
import { mergesInto } from './queries.server.ts';

const actor = systemActor('test');
let db: TestDatabase;
beforeEach(async () => (db = await openTestDatabase()));
afterEach(() => db.close());

const organisation = async (slug: string, name: string, parentId?: string) =>
  done(
    await createOrganisation(db, actor, {
      slug,
      type: 'ministry',
      level: 'national',
      ...(parentId && { parentId }),
      name: { fr: name, original: 'fr' },
    }),
  ).id;

/** Merges the first into the second; the second keeps what it says unless `values` says otherwise. */
const merge = (goneId: string, keptId: string, more: object = {}, values: object = {}) =>
  mergeRecords(db, actor, {
    kind: 'organisations',
    keptId,
    goneId,
    keptVersion: 1,
    goneVersion: 1,
    values: { type: 'ministry', level: 'national', name: { fr: 'Intérieur', original: 'fr' }, ...values },
    ...more,
  });

describe('a merge', () => {
  it('leads the address of the record that went to the kept one, and keeps its history', async () => {
    const kept = await organisation('interieur', 'Intérieur');
    const gone = await organisation('interior', 'Interieur');
    done(await merge(gone, kept));
    expect(await resolveAddress(db.reader, 'organisations', 'interior')).toBe(kept);
    expect(await readOrganisation(db.reader, gone)).toBe(undefined);
    expect((await changesOf(db.reader, gone)).map(({ verb }) => verb)).toEqual(['delete', 'create']);
    expect((await mergesInto(db.reader, kept)).map((each) => each.gone.slug)).toEqual(['interior']);
  });

  it('makes an import that names the record that went change the kept one', async () => {
    const kept = await organisation('interieur', 'Intérieur');
    done(await merge(await organisation('interior', 'Interieur'), kept));
    const csv = 'slug,type,level,name_fr,language\ninterior,ministry,national,Ministère,fr\n';
    const preview = await importOrganisations(db, actor, Buffer.from(csv));
    expect(preview.refused).toEqual([]);
    expect(preview.create).toEqual([]);
    expect((await readOrganisation(db.reader, kept))?.name_fr).toBe('Ministère');
  });

  it('is refused to others, with itself, and where a record has changed since it was looked at', async () => {
    const kept = await organisation('interieur', 'Intérieur');
    const gone = await organisation('interior', 'Interieur');
    expect(await merge(gone, gone)).toEqual({ ok: false, reason: 'network_merge_refused_itself' });
    expect(await merge(gone, kept, { goneVersion: 2 })).toEqual({
      ok: false,
      reason: 'platform_refused_stale',
    });
    const input = {
      kind: 'organisations',
      keptId: kept,
      goneId: gone,
      keptVersion: 1,
      goneVersion: 1,
    } as const;
    expect(await mergeRecords(db, anonymous, { ...input, values: {} })).toEqual({
      ok: false,
      reason: 'platform_refused_not_allowed',
    });
    expect(await undoMerge(db, anonymous, { id: kept })).toEqual({
      ok: false,
      reason: 'platform_refused_not_allowed',
    });
    expect(await listOrganisations(db.reader)).toHaveLength(2);
  });

  it('writes nothing where the kept record would be part of itself, or says something it may not', async () => {
    const top = await organisation('top', 'Intérieur');
    const middle = await organisation('middle', 'Direction', top);
    const low = await organisation('low', 'Interieur', middle);
    expect(await merge(top, low, {}, { parentId: middle })).toEqual({
      ok: false,
      reason: 'network_problem_part_of_itself',
      field: 'parentId',
    });
    expect(await merge(top, low, {}, { type: 'nothing' })).toMatchObject({ ok: false, field: 'type' });
    expect((await readOrganisation(db.reader, middle))?.parent_id).toBe(top);
    done(await merge(top, low));
    expect((await readOrganisation(db.reader, middle))?.parent_id).toBe(low);
    expect((await readOrganisation(db.reader, low))?.parent_id).toBe(null);
  });

  it('that was undone can be made again', async () => {
    const kept = await organisation('interieur', 'Intérieur');
    const gone = await organisation('interior', 'Interieur');
    const { id } = done(await merge(gone, kept));
    done(await undoMerge(db, actor, { id }));
    expect(await resolveAddress(db.reader, 'organisations', 'interior')).toBe(gone);
    expect(await undoMerge(db, actor, { id })).toEqual({ ok: false, reason: 'platform_refused_missing' });
    const versions = async (of: string) => (await readOrganisation(db.reader, of))!.version;
    done(await merge(gone, kept, { keptVersion: await versions(kept), goneVersion: await versions(gone) }));
    expect(await readOrganisation(db.reader, gone)).toBe(undefined);
  });

  it('undone, leaves a name that was changed since', async () => {
    const kept = await organisation('interieur', 'Intérieur');
    const { id } = done(
      await merge(await organisation('b', 'Interieur'), kept, {}, { name: { fr: 'Autre', original: 'fr' } }),
    );
    const { version } = (await readOrganisation(db.reader, kept))!;
    const name = { fr: 'Encore un autre', original: 'fr' } as const;
    const input = {
      id: kept,
      version,
      slug: 'interieur',
      type: 'ministry',
      level: 'national',
      name,
    } as const;
    done(await updateOrganisation(db, actor, input));
    const { remaining } = done(await undoMerge(db, actor, { id }));
    expect(remaining).toEqual({ references: [], columns: ['name_fr'], addresses: [] });
    expect((await readOrganisation(db.reader, kept))?.name_fr).toBe('Encore un autre');
  });

  it('is refused for two territories that the standard tells apart', async () => {
    const territory = async (slug: string, code: string) =>
      done(
        await createTerritory(db, actor, {
          slug,
          level: 'region',
          code,
          name: { fr: 'Est', original: 'fr' },
        }),
      ).id;
    const values = { level: 'region', code: 'MA-02', name: { fr: 'Est', original: 'fr' } };
    const kept = await territory('a', 'MA-02');
    const merging = async (goneId: string) =>
      mergeRecords(db, actor, {
        kind: 'territories',
        keptId: kept,
        goneId,
        keptVersion: 1,
        goneVersion: 1,
        values,
      });
    expect(await merging(await territory('b', 'MA-03'))).toEqual({
      ok: false,
      reason: 'network_merge_refused_codes',
    });
    expect(await merging(await territory('c', 'XZ-01'))).toMatchObject({ ok: true });
  });
});

describe('likely pairs', () => {
  const pairs = async () =>
    (await listLikelyPairs(db.reader, 'organisations')).map(({ first, second }) => [first.slug, second.slug]);

  it('are proposed until somebody says that they are not the same', async () => {
    const first = await organisation('a', 'Ministère de l’Intérieur');
    const second = await organisation('b', 'MINISTERE DE L INTERIEUR');
    await organisation('c', 'Université Mohammed V');
    expect(await pairs()).toEqual([['a', 'b']]);
    const input = { kind: 'organisations', firstId: second, secondId: first } as const;
    expect(await distinguish(db, anonymous, input)).toEqual({
      ok: false,
      reason: 'platform_refused_not_allowed',
    });
    done(await distinguish(db, actor, input));
    expect(await pairs()).toEqual([]);
  });
});
