import { describe, expect, it } from 'vitest';
import { conflictsOf, eachOnce, type Conflict, type Planned } from './model.ts';

const days = { starts_on: '2026-03-10', ends_on: '2026-03-11' };

/** Items one after another, `a`, `b`, …; a plenary at 09:00 for an hour where nothing else is said. */
function programme(...items: Partial<Planned>[]): Planned[] {
  return items.map((item, index) => ({
    id: 'abcdef'[index]!,
    position: index + 1,
    kind: 'plenary',
    day: '2026-03-10',
    starts_at: '09:00',
    ends_at: '10:00',
    rooms: [],
    people: [],
    ...item,
  }));
}
const hours = (starts_at: string | null, ends_at: string | null = null) => ({ starts_at, ends_at });
const rooms = (...names: string[]) => ({ rooms: names.map((name) => ({ key: name, name })) });
const who = (...names: string[]) => ({
  people: names.map((name) => ({ key: name.toLowerCase(), name, part: 'speaker' as const })),
});

const all = (...items: Partial<Planned>[]) => conflictsOf(programme(...items), days);
/** Each conflict in short: `person-twice a b`. */
const found = (...items: Partial<Planned>[]) =>
  all(...items).map((conflict) =>
    [conflict.kind, conflict.item, 'with' in conflict && conflict.with].filter(Boolean).join(' '),
  );

describe('the same person twice at once', () => {
  it('is told of both items, by name', () => {
    expect(all(who('Ana', 'Ali'), who('Ali'))).toEqual<Conflict[]>([
      { kind: 'person-twice', item: 'a', with: 'b', name: 'Ali' },
      { kind: 'person-twice', item: 'b', with: 'a', name: 'Ali' },
    ]);
  });

  it('is none in one item, in two roles', () => {
    expect(found(who('Ali', 'Ali'))).toEqual([]);
  });

  it('is told once where a person has two roles in one of the items', () => {
    expect(found(who('Ali'), who('Ali', 'Ali'))).toEqual(['person-twice a b', 'person-twice b a']);
  });

  it('is none when one item ends as the other begins, and one when they share a minute', () => {
    expect(found(who('Ali'), { ...who('Ali'), ...hours('10:00', '11:00') })).toEqual([]);
    expect(found(who('Ali'), { ...who('Ali'), ...hours('09:59', '11:00') })).toHaveLength(2);
  });

  it('is none on two days, but for an item that runs over midnight', () => {
    const morning = { ...who('Ali'), day: '2026-03-11', ...hours('00:30', '02:00') };
    expect(found(who('Ali'), { ...morning, ...hours('09:00', '10:00') })).toEqual([]);
    expect(found({ ...who('Ali'), ...hours('23:00', '01:00') }, morning)).toEqual([
      'past-midnight a',
      'person-twice a b',
      'person-twice b a',
    ]);
  });

  it('is told where a length is unknown and both begin together, and not where an hour is', () => {
    expect(found({ ...who('Ali'), ...hours('09:00') }, { ...who('Ali'), ...hours('09:00') })).toHaveLength(2);
    expect(found({ ...who('Ali'), ...hours(null) }, { ...who('Ali'), ...hours(null) })).toEqual([]);
    expect(found({ ...who('Ali'), day: null }, { ...who('Ali'), day: null })).toEqual([]);
  });
});

describe('the same room twice at once', () => {
  it('is told in whichever language both name it', () => {
    expect(all(rooms('salle 1', 'القاعه 1'), rooms('القاعه 1'))).toEqual<Conflict[]>([
      { kind: 'room-twice', item: 'a', with: 'b', room: 'القاعه 1' },
      { kind: 'room-twice', item: 'b', with: 'a', room: 'القاعه 1' },
    ]);
  });

  it('is none in two rooms, nor at two times, nor where no room is known', () => {
    expect(found(rooms('1'), rooms('2'))).toEqual([]);
    expect(found(rooms('1'), { ...rooms('1'), ...hours('10:00', '11:00') })).toEqual([]);
    expect(found({}, {})).toEqual([]);
  });
});

describe('one item alone', () => {
  it.each([
    ['2026-03-09', ['outside-days a']],
    ['2026-03-10', []],
    ['2026-03-11', []],
    ['2026-03-12', ['outside-days a']],
    [null, []],
  ])('on %s: %j', (day, expected) => {
    expect(found({ day })).toEqual(expected);
  });

  it.each([
    [hours('23:00', '00:00'), ['past-midnight a']],
    [hours('23:00', '23:59'), []],
    [hours('10:00', '09:30'), ['end-before-start a']],
    [hours('10:00', '10:00'), ['end-before-start a']],
    [hours('10:00'), []],
  ])('from %j: %j', (item, expected) => {
    expect(found(item)).toEqual(expected);
  });

  it('is a session without a moderator, whoever else speaks in it', () => {
    const moderator = { people: [{ key: 'ali', name: 'Ali', part: 'moderator' as const }] };
    expect(found({ kind: 'session', ...who('Ali') })).toEqual(['no-moderator a']);
    expect(found({ kind: 'session', ...moderator })).toEqual([]);
    expect(found({ kind: 'plenary' })).toEqual([]);
  });
});

describe('the order of a day', () => {
  it('holds an item without an hour only before or after all hours', () => {
    const last = hours('10:00', '11:00');
    expect(found({}, hours(null), last)).toEqual(['no-hours b']);
    expect(found(hours(null), {}, last)).toEqual([]);
    expect(found({}, last, hours(null))).toEqual([]);
    expect(found({}, { ...hours(null), day: null }, last)).toEqual([]);
    expect(found({}, hours(null), { ...last, day: '2026-03-11' })).toEqual([]);
  });

  it('follows the hours', () => {
    const early = hours('08:00', '09:00');
    expect(found({}, early)).toEqual(['out-of-order b a']);
    expect(found({}, hours(null), early)).toEqual(['no-hours b', 'out-of-order c a']);
    expect(found(early, {})).toEqual([]);
    expect(found({}, { ...early, day: '2026-03-11' })).toEqual([]);
    expect(found({}, rooms('2'))).toEqual([]);
  });
});

it('says what concerns two items once at the top', () => {
  const conflicts = all(
    { ...who('Ali', 'Ana'), kind: 'session' },
    { ...who('Ali', 'Ana'), ...rooms('1') },
    rooms('1'),
  );
  const once = eachOnce(conflicts).map(({ kind, item }) => `${kind} ${item}`);
  expect(once).toEqual(['no-moderator a', 'person-twice a', 'person-twice a', 'room-twice b']);
});
