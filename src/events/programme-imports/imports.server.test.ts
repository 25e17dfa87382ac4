import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { listPeople } from '#network/people/queries.server.ts';
import { systemActor } from '#platform/actor/actor.ts';
import { openTestDatabase, type TestDatabase } from '#platform/database/testing.ts';
import { done } from '#platform/records/outcome.ts';
import { workshopCalendar } from '../calendar/exports.server.ts';
import { readDossier } from '../dossier/queries.server.ts';
import { createItem } from '../programme/changes.server.ts';
import { readProgramme } from '../programme/queries.server.ts';
import { workshopScheduleJson, workshopScheduleXml } from '../schedule/exports.server.ts';
import { createWorkshop } from '../workshops/changes.server.ts';
import { listWorkshops, readWorkshop } from '../workshops/queries.server.ts';
import { applyProgramme, previewProgramme, type ProgrammeChoices } from './imports.server.ts';

const actor = systemActor('test');
let db: TestDatabase;
beforeEach(async () => (db = await openTestDatabase()));
afterEach(() => db.close());

const guid = (number: number) => `0199f3a0-7c11-7000-8000-${String(number).padStart(12, '0')}`;
const event = (number: number, title: string, hours: string, rest = '') =>
  `<event guid="${guid(number)}"><title>${title}</title><date>${hours}</date><duration>01:00</duration>${rest}</event>`;
const schedule = (...events: string[]) =>
  `<schedule>\n<conference><title>Atelier des régions</title><acronym>atelier_2026</acronym>
<start>2026-03-02</start><end>2026-03-03</end><time_zone_name>Africa/Casablanca</time_zone_name></conference>
<day date="2026-03-02"><room name="Salle A">\n${events.join('\n')}\n</room></day></schedule>`;
const file = schedule(
  event(
    2,
    'Session 1 : la gouvernance',
    '2026-03-02T10:00:00+00:00',
    '<persons><person>Une Oratrice</person><person>UNE ORATRICE</person></persons><abstract>Un résumé</abstract>',
  ),
  event(1, 'Ouverture', '2026-03-02T09:00:00+00:00'),
  event(
    3,
    'الجلسة 2',
    '2026-03-03T10:00:00+00:00',
    '<persons><person>Une Oratrice</person><person>متحدث آخر</person></persons>',
  ),
);

const source = (text: string, workshopId?: string) => ({
  bytes: Buffer.from(text),
  ...(workshopId !== undefined && { workshopId }),
});
const preview = (text: string, workshopId?: string) =>
  previewProgramme(db.reader, actor, source(text, workshopId), 'fr');
async function apply(text: string, workshopId?: string, choices: Partial<ProgrammeChoices> = {}) {
  const { digest } = await preview(text, workshopId);
  return applyProgramme(db, actor, source(text, workshopId), { digest, ...choices }, 'fr');
}
async function workshop(slug: string, startsOn = '2026-03-02', endsOn = '2026-03-03') {
  const input = {
    slug,
    form: 'workshop',
    status: 'draft',
    title: { fr: slug, original: 'fr' },
    startsOn,
    endsOn,
  } as const;
  return done(await createWorkshop(db, actor, input)).id;
}
const journalled = async () => (await db.reader.selectFrom('journal').select('number').execute()).length;
const reasons = ({ problems }: Awaited<ReturnType<typeof preview>>) =>
  problems.map(({ line, reason, severity }) => [line, reason.replace('events_import_', ''), severity]);

describe('a preview', () => {
  it('says what would be created, and writes nothing', async () => {
    const before = await journalled();
    const said = await preview(file);
    expect(said).toMatchObject({
      format: 'frab-xml',
      applied: false,
      workshop: {
        id: null,
        slug: 'atelier-2026',
        title: 'Atelier des régions',
        startsOn: '2026-03-02',
        endsOn: '2026-03-03',
        timeZone: 'Africa/Casablanca',
      },
      days: ['2026-03-02', '2026-03-03'],
      rooms: ['Salle A'],
      counts: { create: 3, existing: 0, leftOut: 0, peopleNew: 2, peopleLinked: 0 },
      problems: [],
    });
    expect(said.digest).toMatch(/^[0-9a-f]{64}$/);
    expect(
      said.items.map(
        ({ anchor, kind, kindSource, number, day, startsAt, endsAt, language, contributions }) => [
          anchor,
          kind,
          kindSource,
          number,
          day,
          startsAt,
          endsAt,
          language,
          contributions.length,
        ],
      ),
    ).toEqual([
      ['ouverture', 'opening', 'title', null, '2026-03-02', '09:00', '10:00', 'fr', 0],
      ['session-1-la-gouvernance', 'session', 'title', 1, '2026-03-02', '10:00', '11:00', 'fr', 1],
      ['al-jlsa-2', 'session', 'title', 2, '2026-03-03', '10:00', '11:00', 'ar', 2],
    ]);
    expect(said.people.map(({ name, line, state }) => [name, line, state])).toEqual([
      ['Une Oratrice', 5, 'new'],
      ['متحدث آخر', 7, 'new'],
    ]);
    expect(await journalled()).toBe(before);
    expect(await listWorkshops(db.reader, actor)).toEqual([]);
  });

  it('reads hours on the clocks of the workshop it is for', async () => {
    const input = {
      slug: 'paris',
      form: 'workshop',
      status: 'draft',
      title: { fr: 'p', original: 'fr' },
      startsOn: '2026-03-02',
      endsOn: '2026-03-03',
      timeZone: 'Europe/Paris',
    } as const;
    const id = done(await createWorkshop(db, actor, input)).id;
    const said = await preview(file, id);
    expect(said.workshop).toMatchObject({ id, slug: 'paris' });
    expect(said.items.map(({ startsAt }) => startsAt)).toEqual(['10:00', '11:00', '11:00']);
  });

  it('tells each fault with its line, and nothing is created of a file with one', async () => {
    const id = await workshop('one-day', '2026-03-02', '2026-03-02');
    const faulty = schedule(
      event(1, 'Ouverture', '2026-03-02T09:00:00+00:00'),
      event(2, 'x'.repeat(401), '2026-03-04T09:00:00+00:00'),
    );
    const applied = await apply(faulty, id);
    expect(reasons(applied)).toEqual([
      [6, 'outside', 'error'],
      [6, 'too_long', 'error'],
    ]);
    expect(applied.applied).toBe(false);
    expect(await readProgramme(db.reader, id)).toEqual([]);
  });

  it('tells a day outside the workshop once, with how many items it has', async () => {
    const id = await workshop('other-days', '2026-04-02', '2026-04-02');
    const said = await preview(
      schedule(
        event(1, 'Ouverture', '2026-03-04T09:00:00+00:00'),
        event(2, 'Session', '2026-03-04T10:00:00+00:00'),
        event(3, 'Clôture', '2026-03-05T10:00:00+00:00'),
      ),
      id,
    );
    expect(said.problems.map(({ reason, values }) => [reason, values])).toEqual([
      ['events_import_outside', { day: '2026-03-04', count: 2 }],
      ['events_import_outside', { day: '2026-03-05', count: 1 }],
    ]);
  });

  it.each<[string, string, string]>([
    ['a file that is none', 'a;b', 'unknown_format'],
    [
      'a meeting without a day',
      '<schedule><conference><title>a</title></conference><day><room name="a"><event><title>a</title></event></room></day></schedule>',
      'no_days',
    ],
    [
      'a meeting of years',
      '{"schedule":{"conference":{"title":"a","start":"2020-01-01","end":"2022-01-01"},"events":[{"title":"a","start":"2020-01-01T10:00"}]}}',
      'too_many_days',
    ],
    [
      'a meeting of another age',
      '{"schedule":{"conference":{"title":"a"},"events":[{"title":"a","start":"1789-07-14T10:00"}]}}',
      'year',
    ],
    ['a workshop that is not there', file, 'workshop_unknown'],
  ])('refuses %s', async (what, text, reason) => {
    const said = await preview(text, what.startsWith('a workshop') ? guid(9) : undefined);
    expect(
      reasons(said)
        .filter(([, , severity]) => severity === 'error')
        .map(([, found]) => found),
    ).toEqual([reason]);
  });
});

describe('an import', () => {
  it('creates a draft with its programme and its people, in one transaction', async () => {
    const applied = await apply(file);
    expect(applied).toMatchObject({ applied: true, problems: [] });
    const row = await readWorkshop(db.reader, actor, applied.workshop!.id!);
    expect(row).toMatchObject({
      slug: 'atelier-2026',
      status: 'draft',
      starts_on: '2026-03-02',
      ends_on: '2026-03-03',
      time_zone: 'Africa/Casablanca',
      title_fr: 'Atelier des régions',
    });
    const programme = await readProgramme(db.reader, row!.id);
    expect(
      programme.map(({ position, import_key, title_fr, title_ar, room_fr }) => [
        position,
        import_key,
        title_fr ?? title_ar,
        room_fr,
      ]),
    ).toEqual([
      [1, guid(1), 'Ouverture', 'Salle A'],
      [2, guid(2), 'Session 1 : la gouvernance', 'Salle A'],
      [3, guid(3), 'الجلسة 2', null],
    ]);
    expect(
      programme.map(({ contributions }) =>
        contributions.map(({ person_fr, person_ar, part }) => [person_fr ?? person_ar, part]),
      ),
    ).toEqual([
      [],
      [['Une Oratrice', 'speaker']],
      [
        ['Une Oratrice', 'speaker'],
        ['متحدث آخر', 'speaker'],
      ],
    ]);
    expect((await listPeople(db.reader)).map(({ slug }) => slug)).toEqual(['mthdth-akhr', 'une-oratrice']);
    const entries = await db.reader.selectFrom('journal').select(['kind', 'actor_id']).execute();
    expect(Map.groupBy(entries, ({ kind }) => kind).get('programme_items')).toHaveLength(3);
    expect(new Set(entries.map(({ actor_id }) => actor_id))).toEqual(new Set(['system:test']));
  });

  it('of the same file a second time adds nothing, with or without the workshop named', async () => {
    const { workshop: made } = await apply(file);
    const before = await journalled();
    for (const id of [undefined, made!.id!]) {
      const again = await apply(file, id);
      expect(again).toMatchObject({
        applied: true,
        workshop: { id: made!.id },
        counts: { create: 0, existing: 3, peopleNew: 0 },
      });
      expect(again.items.every(({ state, differs }) => state === 'existing' && differs.length === 0)).toBe(
        true,
      );
    }
    expect(await journalled()).toBe(before);
    expect(reasons(await preview(file))).toEqual([[null, 'already_here', 'warning']]);
  });

  it('of a later edition adds what is new, and says what differs without changing it', async () => {
    const { workshop: made } = await apply(file);
    const later = file
      .replace('>Ouverture<', '>Mots d’ouverture<')
      .replace('</room>', `${event(4, 'Clôture', '2026-03-03T12:00:00+00:00')}</room>`);
    const applied = await apply(later, made!.id!);
    expect(applied.counts).toMatchObject({ create: 1, existing: 3 });
    expect(applied.items.map(({ state, differs }) => [state, differs])).toEqual([
      ['existing', ['title']],
      ['existing', []],
      ['existing', []],
      ['new', []],
    ]);
    const titles = (await readProgramme(db.reader, made!.id!)).map(({ title_fr, position }) => [
      position,
      title_fr,
    ]);
    expect(titles.at(0)).toEqual([1, 'Ouverture']);
    expect(titles.at(-1)).toEqual([4, 'Clôture']);
  });

  it('of what this network wrote adds nothing either, in any of its formats', async () => {
    const id = await workshop('ecrit');
    const item = {
      workshopId: id,
      kind: 'session' as const,
      title: { fr: 'Session', original: 'fr' as const },
    };
    done(
      await createItem(db, actor, {
        ...item,
        anchor: 'session-1',
        position: 1,
        day: '2026-03-02',
        startsAt: '09:00',
        endsAt: '10:00',
      }),
    );
    done(
      await createItem(db, actor, {
        ...item,
        anchor: 'session-2',
        position: 2,
        day: '2026-03-03',
        startsAt: '09:00',
        endsAt: '10:00',
      }),
    );
    const row = (await readWorkshop(db.reader, actor, id))!;
    const dossier = await readDossier(db.reader, actor, row);
    for (const write of [workshopScheduleXml, workshopScheduleJson, workshopCalendar]) {
      const said = await preview(write(dossier, 'https://indimaj.example'));
      expect(said).toMatchObject({ workshop: { id, slug: 'ecrit' }, counts: { create: 0, existing: 2 } });
      expect(said.items.map(({ differs }) => differs)).toEqual([[], []]);
    }
    // On another node it is a programme of its own.
    await db.close();
    db = await openTestDatabase();
    for (const write of [workshopScheduleXml, workshopCalendar]) {
      const said = await preview(write(dossier, 'https://indimaj.example'));
      expect(said).toMatchObject({
        workshop: { id: null, title: 'ecrit', startsOn: '2026-03-02', endsOn: '2026-03-03' },
        counts: { create: 2 },
      });
      expect(said.items.map(({ kind, title }) => [kind, title])).toEqual([
        ['session', 'Session'],
        ['session', 'Session'],
      ]);
    }
  });

  it('leaves out occurrences of what repeats that are on none of the workshop’s days', async () => {
    const id = await workshop('deux-jours');
    const calendar =
      'BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:u\nSUMMARY:Pause\nDTSTART;TZID=Africa/Casablanca:20260302T110000\nRRULE:FREQ=DAILY;COUNT=4\nEND:VEVENT\nEND:VCALENDAR\n';
    const applied = await apply(calendar, id);
    expect(applied.counts).toMatchObject({ create: 2, leftOut: 2 });
    expect((await readProgramme(db.reader, id)).map(({ day, anchor }) => [day, anchor])).toEqual([
      ['2026-03-02', 'pause'],
      ['2026-03-03', 'pause-2'],
    ]);
  });

  it('takes part in a transaction, and goes with it', async () => {
    const { digest } = await preview(file);
    const undone = db.transaction(async (tx) => {
      expect(await applyProgramme(tx, actor, source(file), { digest }, 'fr')).toMatchObject({
        applied: true,
      });
      throw new Error('undone');
    });
    await expect(undone).rejects.toThrow('undone');
    expect(await listWorkshops(db.reader, actor)).toEqual([]);
    expect(await listPeople(db.reader)).toEqual([]);
  });

  it('at once with another is made once', async () => {
    const applied = await Promise.all([apply(file), apply(file), apply(file)]);
    expect(applied.filter(({ applied: done }) => done).length).toBeGreaterThan(0);
    expect(await listWorkshops(db.reader, actor)).toHaveLength(1);
    expect(await listPeople(db.reader)).toHaveLength(2);
  });
});

describe('a confirmation', () => {
  it('is for the file that was previewed, and no other', async () => {
    const { digest } = await preview(file);
    const applied = await applyProgramme(db, actor, source(`${file} `), { digest }, 'fr');
    expect(applied).toMatchObject({ applied: false, problems: [{ reason: 'events_import_another_file' }] });
    expect(await listWorkshops(db.reader, actor)).toEqual([]);
  });

  it('may name kinds, and items to leave out', async () => {
    const applied = await apply(file, undefined, {
      kinds: { [guid(1)]: 'plenary', constructor: 'break' as const },
      leaveOut: [guid(3)],
    });
    expect(applied.items.map(({ state, kind }) => [state, kind])).toEqual([
      ['new', 'plenary'],
      ['new', 'session'],
      ['left-out', 'session'],
    ]);
    // Who is named by what is left out isn't made.
    expect(applied.people.map(({ name }) => name)).toEqual(['Une Oratrice']);
    expect(await readProgramme(db.reader, applied.workshop!.id!)).toHaveLength(2);
  });
});
