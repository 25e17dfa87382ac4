import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createAction } from '#events/actions/changes.server.ts';
import { createWorkshop } from '#events/workshops/changes.server.ts';
import { createDocument } from '#network/documents/changes.server.ts';
import { createOrganisation, updateOrganisation } from '#network/organisations/changes.server.ts';
import { anonymous, NETWORK, type Actor } from '#platform/actor/actor.ts';
import { openTestDatabase, type TestDatabase } from '#platform/database/testing.ts';
import { done } from '#platform/records/outcome.ts';
import { createPressNote } from '../press-notes/changes.server.ts';
import { signOff } from './changes.server.ts';
import { nameOf, translatedKinds, type WaitingFilter } from './model.ts';
import { digestOf, listWaiting, readRows, readTranslations } from './queries.server.ts';

const coordinator = (id: string): Actor => ({
  id,
  grants: [{ role: 'coordinator', scope: 'network', on: NETWORK }],
});
const writer = coordinator('writer');
const reader = coordinator('reader');
const arabic = 'منظمة';
let db: TestDatabase;
let id: string;
beforeEach(async () => {
  db = await openTestDatabase();
  const name = { fr: 'Organisation', ar: arabic, original: 'fr' } as const;
  const input = { slug: 'a', type: 'other', level: 'local', name } as const;
  id = done(await createOrganisation(db, writer, input)).id;
});
afterEach(() => db.close());

const sign = (actor: Actor, more: object = {}) =>
  signOff(db, actor, {
    kind: 'organisations',
    id,
    field: 'name',
    language: 'ar',
    digest: digestOf(arabic),
    ...more,
  });
const states = async (actor = reader) => {
  const record = await readTranslations(db.reader, actor, 'organisations', id);
  return record?.translations.map(({ field, language, state }) => `${field} ${language} ${state}`);
};
const rename = async (ar: string, version: number, actor = writer) =>
  done(
    await updateOrganisation(db, actor, {
      id,
      version,
      slug: 'a',
      type: 'other',
      level: 'local',
      name: { fr: 'Organisation', ar, original: 'fr' },
    }),
  );

it('waits as well of decisions and actions, for who edits their workshop', async () => {
  const text = { fr: 'Écrire la charte', original: 'fr' } as const;
  const title = { fr: 'Rencontre', original: 'fr' } as const;
  const workshop = {
    slug: 'w',
    form: 'workshop',
    title,
    startsOn: '2027-03-01',
    endsOn: '2027-03-02',
    status: 'draft',
  } as const;
  const workshopId = done(await createWorkshop(db, writer, workshop)).id;
  const action = done(await createAction(db, writer, { workshopId, kind: 'action', text })).id;
  const waiting = async (actor: Actor) =>
    (await listWaiting(db.reader, actor, ['actions'])).records.map((record) => record.id);
  expect(await waiting(writer)).toEqual([action]);
  expect(await waiting(anonymous)).toEqual([]);
  const record = await readTranslations(db.reader, writer, 'actions', action);
  expect(record).toMatchObject({
    inside: 'w',
    translations: [{ state: 'original' }, { state: 'missing' }, {}],
  });
});

it('waits of press notes, for who edits their workshop', async () => {
  const title = { fr: 'Rencontre', original: 'fr' } as const;
  const dates = { startsOn: '2027-03-01', endsOn: '2027-03-02' };
  const workshop = { slug: 'p', form: 'workshop', status: 'draft', title, ...dates } as const;
  const workshopId = done(await createWorkshop(db, writer, workshop)).id;
  const note = done(await createPressNote(db, writer, { workshopId, title, text: title })).id;
  const waiting = async (actor: Actor) =>
    (await listWaiting(db.reader, actor, ['press_notes'])).records.map((record) => record.id);
  expect([await waiting(writer), await waiting(anonymous)]).toEqual([[note], []]);
  expect(await readTranslations(db.reader, anonymous, 'press_notes', note)).toBeUndefined();
  expect(await readTranslations(db.reader, writer, 'press_notes', note)).toMatchObject({
    inside: 'p',
    translations: [
      { field: 'title', state: 'original' },
      { state: 'missing' },
      {},
      { field: 'text' },
      {},
      {},
    ],
  });
});

describe('a translation', () => {
  it('waits to be read until somebody else than who wrote it has signed off', async () => {
    expect(await states()).toEqual(['name fr original', 'name ar unread', 'name en missing']);
    expect(await sign(writer)).toEqual({ ok: false, reason: 'publication_translation_refused_own' });
    expect(await states()).toContain('name ar unread');
    expect(await sign(reader)).toMatchObject({ ok: true });
    expect(await states()).toEqual(['name fr original', 'name ar read', 'name en missing']);
  });

  it('that changes afterwards waits again, and is read again', async () => {
    done(await sign(reader));
    await rename('مؤسسة', 1);
    expect(await states()).toContain('name ar unread');
    expect(await sign(reader)).toEqual({ ok: false, reason: 'platform_refused_stale' });
    done(await sign(reader, { digest: digestOf('مؤسسة') }));
    expect(await states()).toContain('name ar read');
  });

  it('is written by whoever last changed that text, not the record', async () => {
    await rename('مؤسسة', 1, reader);
    const digest = digestOf('مؤسسة');
    expect(await sign(reader, { digest })).toEqual({
      ok: false,
      reason: 'publication_translation_refused_own',
    });
    await rename('مؤسسة', 2, writer);
    done(await sign(writer, { digest }));
  });

  it('is signed off by nobody who may not edit, and never in the language it was first written in', async () => {
    const focal: Actor = { id: 'f', grants: [{ role: 'focal-point', scope: 'organisation', on: 'another' }] };
    for (const actor of [anonymous, focal])
      expect(await sign(actor)).toEqual({ ok: false, reason: 'platform_refused_not_allowed' });
    expect(await sign(reader, { language: 'fr', digest: digestOf('Organisation') })).toEqual({
      ok: false,
      reason: 'publication_translation_refused_original',
    });
    expect(await sign(reader, { field: 'url' })).toMatchObject({ ok: false, field: 'field' });
  });
});

describe('a list of translations', () => {
  it('holds what the actor may edit, and counts what lacks', async () => {
    const own: Actor = { id: 'own', grants: [{ role: 'focal-point', scope: 'organisation', on: id }] };
    const other: Actor = { id: 'other', grants: [{ role: 'focal-point', scope: 'organisation', on: 'x' }] };
    const counts = async (actor: Actor) => (await listWaiting(db.reader, actor, ['organisations'])).counts;
    const none = { missing: 0, unread: 0 };
    expect(await counts(own)).toEqual({
      fr: none,
      ar: { missing: 0, unread: 1 },
      en: { missing: 1, unread: 0 },
    });
    expect(await counts(other)).toEqual({ fr: none, ar: none, en: none });
    expect(await counts(anonymous)).toEqual({ fr: none, ar: none, en: none });
  });

  it('begins with what lacks a language altogether, then what has gaps, then what is to be read', async () => {
    const organisation = async (slug: string, name: object, summary?: object) =>
      done(
        await createOrganisation(db, writer, {
          slug,
          type: 'other',
          level: 'local',
          name: name as never,
          ...(summary && { summary: summary as never }),
        }),
      ).id;
    const whole = { fr: 'Un', ar: 'واحد', en: 'One', original: 'fr' };
    const gaps = await organisation('gaps', whole, { fr: 'Un', original: 'fr' });
    const reading = await organisation('reading', whole);
    const listed = async (filter: WaitingFilter = {}) =>
      (await listWaiting(db.reader, reader, ['organisations'], filter)).records.map((record) => [
        record.id,
        record.lack,
        record.waiting.map(({ field, language, state }) => `${field} ${language} ${state}`),
      ]);
    expect(await listed()).toEqual([
      [id, 'whole', ['name ar unread', 'name en missing']],
      [gaps, 'part', ['name ar unread', 'name en unread', 'summary ar missing', 'summary en missing']],
      [reading, 'reading', ['name ar unread', 'name en unread']],
    ]);
    expect(await listed({ language: 'ar', lacking: 'missing' })).toEqual([
      [gaps, 'part', ['summary ar missing']],
    ]);
    done(await sign(reader));
    expect((await listed({ language: 'ar' })).map(([one]) => one)).toEqual([gaps, reading]);
  });

  it('says of every record what the record says of itself', async () => {
    done(await sign(reader));
    await rename('مؤسسة', 1);
    const { records } = await listWaiting(db.reader, reader, translatedKinds);
    expect(records).toHaveLength(1);
    const own = await readTranslations(db.reader, reader, 'organisations', id);
    expect(records[0]!.waiting).toEqual(
      own!.translations
        .filter(({ state }) => state === 'missing' || state === 'unread')
        .map(({ field, language, state }) => ({ field, language, state })),
    );
    expect([...(await readRows(db.reader, records)).keys()]).toEqual([id]);
  });

  it('holds what is said of a workshop’s files, for who edits the workshop', async () => {
    const title = { fr: 'Atelier', original: 'fr' } as const;
    const workshop = done(
      await createWorkshop(db, writer, {
        slug: 'w',
        startsOn: '2027-05-10',
        endsOn: '2027-05-11',
        status: 'draft',
        form: 'workshop',
        timeZone: 'UTC',
        title,
      }),
    ).id;
    const file = { mediaType: 'application/pdf', bytes: 1, narrowSha256: null, width: null, height: null };
    const attach = (name: string, title?: { fr: string; original: 'fr' }) =>
      db.transaction((tx) =>
        createDocument(tx, writer, {
          ownerKind: 'workshops',
          ownerId: workshop,
          role: 'document',
          file: { ...file, name, sha256: name },
          ...(title && { title }),
        }),
      );
    const titled = done(await attach('a.pdf', { fr: 'Le programme', original: 'fr' })).id;
    await attach('b.pdf');
    const { records } = await listWaiting(db.reader, reader, ['documents']);
    expect(records.map(({ id: document, waiting }) => [document, waiting])).toEqual([
      [
        titled,
        [
          { field: 'title', language: 'ar', state: 'missing' },
          { field: 'title', language: 'en', state: 'missing' },
        ],
      ],
    ]);
    expect((await readTranslations(db.reader, reader, 'documents', titled))!.inside).toBe('w');
    const other: Actor = { id: 'o', grants: [{ role: 'facilitator', scope: 'workshop', on: id }] };
    expect((await listWaiting(db.reader, other, ['documents'])).records).toEqual([]);
    expect(await readTranslations(db.reader, other, 'documents', titled)).toBeUndefined();
  });

  it('calls a file without a title by its name', () => {
    const row = {
      id: 'x',
      name: 'photo.png',
      title_original: 'fr',
      title_fr: null,
      title_ar: null,
      title_en: null,
    };
    expect(nameOf('documents', row, 'ar')).toBe('photo.png');
  });

  it('can be made of every kind, by who reaches all or little', async () => {
    const scoped: Actor = { id: 's', grants: [{ role: 'facilitator', scope: 'workshop', on: 'x' }] };
    const focal: Actor = { id: 't', grants: [{ role: 'focal-point', scope: 'territory', on: 'x' }] };
    for (const kind of translatedKinds.filter((one) => one !== 'organisations'))
      for (const actor of [reader, scoped, focal, anonymous]) {
        expect((await listWaiting(db.reader, actor, [kind])).records, kind).toEqual([]);
        expect(await readTranslations(db.reader, actor, kind, id), kind).toBeUndefined();
      }
  });
});
