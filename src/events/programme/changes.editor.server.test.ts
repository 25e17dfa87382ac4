import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createPerson } from '#network/people/changes.server.ts';
import { systemActor, type Actor } from '#platform/actor/actor.ts';
import type { Database } from '#platform/database/database.ts';
import { openTestDatabase } from '#platform/database/testing.ts';
import { done } from '#platform/records/outcome.ts';
import { newId } from '#platform/records/uuid.ts';
import { createConclusion } from '../conclusions/changes.server.ts';
import { placeItem, reorderItem } from '../programme-order/changes.server.ts';
import { inOrder } from '../programme-order/model.ts';
import { createWorkshop } from '../workshops/changes.server.ts';
import { openMinutes } from '../minutes/changes.server.ts';
import { addItem, deleteItem, updateItem } from './changes.server.ts';
import { readProgramme } from './queries.server.ts';
import type { ItemDraft } from './schema.ts';

const administrator = systemActor('test');
const text = (fr: string) => ({ fr, original: 'fr' as const });
const day = '2026-03-10';

let db: Database & { close(): Promise<void> };
let workshopId: string;
let other: string;
let count = 0;
beforeAll(async () => {
  db = await openTestDatabase();
});
afterAll(() => db.close());
beforeEach(async () => {
  const make = async () => {
    const dates = { startsOn: '2026-03-10', endsOn: '2026-03-11' };
    const slug = `w-${++count}`;
    const input = { slug, form: 'workshop', status: 'draft', title: text(slug), ...dates } as const;
    return done(await createWorkshop(db, administrator, input)).id;
  };
  [workshopId, other] = [await make(), await make()];
});

/** A facilitator of one workshop. */
const facilitator = (on: string): Actor => ({
  id: newId(),
  grants: [{ role: 'facilitator', scope: 'workshop', on }],
});
const item = (
  title: string,
  startsAt?: string,
  length?: number,
  more: Partial<ItemDraft> = {},
): ItemDraft => ({
  workshopId,
  kind: 'plenary',
  title: text(title),
  day,
  startsAt,
  length,
  ...more,
});
const add = async (...input: Parameters<typeof item>) =>
  done(await addItem(db, administrator, item(...input))).id;
/** The programme in short: `Opening 09:00-10:00`. */
const programme = async (of = workshopId) =>
  inOrder(await readProgramme(db.reader, of)).map(({ title_fr, starts_at, ends_at }) =>
    [title_fr, starts_at && `${starts_at}-${ends_at}`].filter(Boolean).join(' '),
  );
const people = async (id: string) => {
  const found = (await readProgramme(db.reader, workshopId)).find((one) => one.id === id)!;
  return found.contributions.map((row) => [row.part, row.person_slug, row.organisation_slug, row.role_fr]);
};
const entries = (id: string) =>
  db.reader.selectFrom('journal').select(['kind', 'verb']).where('record_id', '=', id).execute();

describe('an item that is added', () => {
  it('stands where its hour puts it, and pushes what it overlaps where that is asked', async () => {
    await add('Opening', '09:00', 30);
    await add('Lunch', '12:00', 60);
    await add('Session', '09:30', 90);
    await add('Coffee', '11:00', 15);
    expect(await programme()).toEqual([
      'Opening 09:00-09:30',
      'Session 09:30-11:00',
      'Coffee 11:00-11:15',
      'Lunch 12:00-13:00',
    ]);
    await add('Film', '11:00', 90, { shift: true });
    expect(await programme()).toEqual([
      'Opening 09:00-09:30',
      'Session 09:30-11:00',
      'Film 11:00-12:30',
      'Coffee 12:30-12:45',
      'Lunch 13:30-14:30',
    ]);
  });

  it('has an address of its kind that no other has', async () => {
    const kinds = [{ kind: 'session', number: 1 }, { kind: 'break' }, { kind: 'break' }] as const;
    for (const kind of kinds) await add('Item', undefined, undefined, kind);
    const anchors = (await readProgramme(db.reader, workshopId)).map(({ anchor }) => anchor);
    expect(anchors).toEqual(['session-1', 'break', 'break-2']);
  });

  it('is taken whatever it meets, over midnight and on a day that is none of the workshop’s', async () => {
    await add('Night', '23:00', 120);
    await add('Late', '09:00', 60, { day: '2026-03-12' });
    expect(await programme()).toEqual(['Night 23:00-01:00', 'Late 09:00-10:00']);
  });

  it.each([
    [{ length: 60 }, 'startsAt', 'events_programme_problem_length_alone'],
    [{ startsAt: '09:00', length: 1_440 }, 'length', 'events_programme_problem_length'],
    [{ startsAt: '24:00' }, 'startsAt', 'platform_problem_not_a_time'],
    [{ title: { fr: '', original: 'fr' } }, 'title', 'platform_problem_no_language'],
    [{ contributions: [{ part: 'speaker' }] }, 'contributions.0.personId', 'platform_problem_required'],
  ] as [Partial<ItemDraft>, string, string][])('is refused with %j', async (more, field, reason) => {
    const outcome = await addItem(db, administrator, { ...item('Item'), ...more });
    expect(outcome).toEqual({ ok: false, reason, field });
    expect(await programme()).toEqual([]);
  });

  it('moves nothing where something would leave its day', async () => {
    await add('Last', '23:30', 15);
    const outcome = await addItem(db, administrator, item('Long', '23:00', 90, { shift: true }));
    expect(outcome).toEqual({ ok: false, reason: 'events_programme_problem_leaves_day', field: 'shift' });
    expect(await programme()).toEqual(['Last 23:30-23:45']);
  });
});

describe('an item that is changed', () => {
  it('takes what follows with its end where that is asked, each change in the journal', async () => {
    const first = await add('A', '09:00', 60);
    const second = await add('B', '10:00', 30);
    const longer = { ...item('A', '09:00', 75), id: first };
    done(await updateItem(db, administrator, { ...longer, version: 1, shift: true }));
    expect(await programme()).toEqual(['A 09:00-10:15', 'B 10:15-10:45']);
    expect((await entries(second)).map(({ verb }) => verb)).toEqual(['create', 'update']);
    done(await updateItem(db, administrator, { ...longer, length: 60, version: 2 }));
    expect(await programme()).toEqual(['A 09:00-10:00', 'B 10:15-10:45']);
  });

  it('goes where its new hour or day puts it, and stays among what begins with it', async () => {
    const first = await add('A', '09:00', 60);
    await add('B', '10:00', 60);
    await add('C', '10:00', 60);
    done(await updateItem(db, administrator, { ...item('A', '11:00', 60), id: first, version: 1 }));
    expect(await programme()).toEqual(['B 10:00-11:00', 'C 10:00-11:00', 'A 11:00-12:00']);
    done(await updateItem(db, administrator, { ...item('A', '10:00', 60), id: first, version: 2 }));
    expect((await programme()).at(-1)).toBe('A 10:00-11:00');
    const tomorrow = { ...item('A', '08:00', 60, { day: '2026-03-11' }), id: first, version: 3 };
    done(await updateItem(db, administrator, tomorrow));
    expect((await programme()).at(-1)).toBe('A 08:00-09:00');
  });

  it('keeps, changes, adds and takes away people, one version for all of it', async () => {
    const { id: ali } = done(
      await createPerson(db, administrator, { slug: `ali-${count}`, name: text('Ali') }),
    );
    const id = await add('A', '09:00', 60, {
      contributions: [
        { part: 'moderator', personId: ali, role: text('Présidente') },
        {
          part: 'speaker',
          newPerson: { name: text(`Nouvelle Personne ${count}`) },
          newOrganisation: { name: text(`Association ${count}`), type: 'association', level: 'local' },
        },
      ],
    });
    expect(await people(id)).toEqual([
      ['moderator', `ali-${count}`, null, 'Présidente'],
      ['speaker', `nouvelle-personne-${count}`, `association-${count}`, null],
    ]);
    const [kept] = (await readProgramme(db.reader, workshopId))[0]!.contributions;
    const contributions = [
      { id: kept!.id, part: 'moderator' as const, personId: ali, role: text('Présidente') },
    ];
    const update = { ...item('A', '09:00', 60, { contributions }), id };
    done(await updateItem(db, administrator, { ...update, version: 1 }));
    expect(await people(id)).toEqual([['moderator', `ali-${count}`, null, 'Présidente']]);
    expect((await entries(kept!.id)).map(({ verb }) => verb)).toEqual(['create']);
    const stale = await updateItem(db, administrator, { ...update, version: 1 });
    expect(stale).toEqual({ ok: false, reason: 'platform_refused_stale' });
  });
});

describe('an item that is moved', () => {
  it('exchanges hours with its neighbour, or only its place', async () => {
    const first = await add('A', '09:00', 60);
    await add('B', '10:00', 30);
    await add('C', '10:30', 30);
    done(await reorderItem(db, administrator, { id: first, by: 1, shift: true }));
    expect(await programme()).toEqual(['B 09:00-09:30', 'A 09:30-10:30', 'C 10:30-11:00']);
    done(await reorderItem(db, administrator, { id: first, by: -1, shift: false }));
    expect(await programme()).toEqual(['A 09:30-10:30', 'B 09:00-09:30', 'C 10:30-11:00']);
  });

  it('goes several places at once, and no further than the last day', async () => {
    const first = await add('A', '09:00', 60);
    for (const title of ['B', 'C', 'D']) await add(title);
    done(await reorderItem(db, administrator, { id: first, by: 1, places: 2, shift: true }));
    expect(await programme()).toEqual(['B', 'C', 'A 09:00-10:00', 'D']);
    done(await reorderItem(db, administrator, { id: first, by: 1, places: 9, shift: true }));
    expect((await programme()).at(-1)).toBe('A 09:00-10:00');
    done(await reorderItem(db, administrator, { id: first, by: 1, shift: true }));
    const before = await entries(first);
    done(await reorderItem(db, administrator, { id: first, by: 1, shift: true }));
    expect(await entries(first)).toEqual(before);
  });
});

describe('an item that goes to another day', () => {
  const next = '2026-03-11';
  const days = async () =>
    inOrder(await readProgramme(db.reader, workshopId)).map((one) => [one.title_fr, one.day, one.starts_at]);
  const move = (id: string, by: -1 | 1) => reorderItem(db, administrator, { id, by, shift: false });

  it('leaves its day at its edge, down and up, as far as the workshop’s days go', async () => {
    const a = await add('A');
    const b = await add('B');
    const c = await add('C', undefined, undefined, { day: next });
    await move(b, 1);
    expect(await days()).toEqual([
      ['A', day, null],
      ['B', next, null],
      ['C', next, null],
    ]);
    await move(b, -1);
    expect((await days()).map(([, on]) => on)).toEqual([day, day, next]);
    await move(a, -1);
    await move(c, 1);
    expect((await days()).map(([title]) => title)).toEqual(['A', 'B', 'C']);
  });

  it('keeps its hours, and stands where they put it', async () => {
    const a = await add('A', '10:00', 30);
    await add('B', '09:00', 30, { day: next });
    await add('C', '11:00', 30, { day: next });
    await move(a, 1);
    expect(await days()).toEqual([
      ['B', next, '09:00'],
      ['A', next, '10:00'],
      ['C', next, '11:00'],
    ]);
  });

  it('goes to the day, the room and the place that are chosen, and to none that is not the workshop’s', async () => {
    const a = await add('A');
    const b = await add('B', undefined, undefined, { day: next, room: text('Salle 2') });
    const c = await add('C', undefined, undefined, { day: next });
    done(
      await placeItem(db, facilitator(workshopId), { id: a, day: next, roomOf: b, beside: b, below: true }),
    );
    expect((await days()).map(([title]) => title)).toEqual(['B', 'A', 'C']);
    const [, placed] = inOrder(await readProgramme(db.reader, workshopId));
    expect(placed!.room_fr).toBe('Salle 2');
    done(await placeItem(db, administrator, { id: c, day: null }));
    expect((await days()).at(-1)).toEqual(['C', null, null]);
    expect(await placeItem(db, administrator, { id: a, day: '2026-03-12' })).toEqual({
      ok: false,
      reason: 'events_problem_day_outside',
      field: 'day',
    });
    expect(await placeItem(db, facilitator(other), { id: a, day })).toEqual({
      ok: false,
      reason: 'platform_refused_not_allowed',
    });
    expect(await placeItem(db, administrator, { id: a, day, roomOf: newId() })).toMatchObject({ ok: false });
  });
});

describe('an item that is deleted', () => {
  it('takes its people with it, and nothing else', async () => {
    const { id: ali } = done(await createPerson(db, administrator, { slug: `b-${count}`, name: text('B') }));
    const id = await add('A', '09:00', 60, { contributions: [{ part: 'speaker', personId: ali }] });
    await add('B', '10:00', 60);
    expect(await deleteItem(db, administrator, { id, version: 2 })).toEqual({
      ok: false,
      reason: 'platform_refused_stale',
    });
    done(await deleteItem(db, administrator, { id, version: 1 }));
    expect(await programme()).toEqual(['B 10:00-11:00']);
    const left = await db.reader.selectFrom('contributions').select('id').where('item_id', '=', id).execute();
    expect(left).toEqual([]);
  });

  it('stays where conclusions come from it', async () => {
    const id = await add('A');
    const conclusion = { workshopId, itemId: id, position: 1, kind: 'conclusion', text: text('C') } as const;
    done(await createConclusion(db, administrator, conclusion));
    expect(await deleteItem(db, administrator, { id, version: 1 })).toEqual({
      ok: false,
      reason: 'events_programme_problem_has_conclusions',
    });
  });
});

it('an item stays, and says so, where it has minutes', async () => {
  const id = await add('A');
  done(await openMinutes(db, administrator, { itemId: id }));
  expect(await deleteItem(db, administrator, { id, version: 1 })).toEqual({
    ok: false,
    reason: 'events_programme_problem_has_minutes',
  });
  expect(await programme()).toEqual(['A']);
});

describe('whoever may not', () => {
  const refusal = { ok: false, reason: 'platform_refused_not_allowed' };

  it('writes no programme of another workshop', async () => {
    const id = await add('A');
    const stranger = facilitator(other);
    expect(await addItem(db, stranger, item('B'))).toEqual(refusal);
    expect(await updateItem(db, stranger, { ...item('B'), id, version: 1 })).toEqual(refusal);
    expect(await reorderItem(db, stranger, { id, by: 1, shift: true })).toEqual(refusal);
    expect(await deleteItem(db, stranger, { id, version: 1 })).toEqual(refusal);
    expect(await programme()).toEqual(['A']);
    done(await updateItem(db, facilitator(workshopId), { ...item('B'), id, version: 1 }));
    expect(await programme()).toEqual(['B']);
  });
});
