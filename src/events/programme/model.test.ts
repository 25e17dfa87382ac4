import { describe, expect, it } from 'vitest';
import { itemsByDay, nowAndNext, slotsOf } from './model.ts';

const zone = 'Africa/Casablanca';
const item = (
  name: string,
  starts_at: string | null,
  ends_at: string | null,
  day: string | null = '2026-11-24',
) => ({
  name,
  day,
  starts_at,
  ends_at,
});
const programme = [
  item('opening', '09:00', '09:30'),
  item('left', '09:30', '11:00'),
  item('right', '09:30', '10:30'),
  item('unknown', null, null),
  item('closing', '14:00', '15:00'),
];
const at = (time: string) => {
  const { now, next, changesAt } = nowAndNext(programme, zone, new Date(`2026-11-24T${time}Z`));
  return [
    now.map(({ name }) => name),
    next.map(({ name }) => name),
    changesAt?.toISOString().slice(11, 16) ?? null,
  ];
};

describe('itemsByDay', () => {
  it('puts a known day first and what has none last, hours or not', () => {
    const [breakfast, opening, second, closing] = [
      item('breakfast', null, null, '2018-04-10'),
      item('opening', null, null, null),
      item('second', '09:00', '10:00', '2018-04-11'),
      item('closing', null, null, '2018-04-10'),
    ];
    expect(itemsByDay([opening!, second!, breakfast!, closing!])).toEqual([
      ['2018-04-10', [breakfast, closing]],
      ['2018-04-11', [second]],
      [null, [opening]],
    ]);
  });
  it('is one list where no day is known', () => {
    const items = [item('one', null, null, null), item('two', null, null, null)];
    expect(itemsByDay(items)).toEqual([[null, items]]);
  });
});

it('slotsOf puts together what begins together, one after another, and nothing without an hour', () => {
  const names = (items: typeof programme) => slotsOf(items).map((slot) => slot.map(({ name }) => name));
  expect(names(programme)).toEqual([['opening'], ['left', 'right'], ['unknown'], ['closing']]);
  const [opening, left, right, unknown] = programme;
  expect(names([left!, opening!, right!])).toEqual([['left'], ['opening'], ['right']]);
  expect(names([unknown!, unknown!])).toEqual([['unknown'], ['unknown']]);
});

describe('nowAndNext over midnight', () => {
  it('is the next day’s, and nothing where an item ends before it starts', () => {
    const night = [item('night', '23:00', '01:00'), item('wrong', '10:00', '09:00')];
    const { now, next, changesAt } = nowAndNext(night, 'UTC', new Date('2026-11-25T00:30:00Z'));
    expect([now.map(({ name }) => name), next, changesAt]).toEqual([
      ['night'],
      [],
      new Date('2026-11-25T01:00:00Z'),
    ]);
  });
});

describe('nowAndNext', () => {
  const offset = new Date('2026-11-24T12:00:00Z').toLocaleString('en', {
    timeZone: zone,
    hour: 'numeric',
    hour12: false,
  });
  const hour = (local: number) => String(local - (Number(offset) - 12)).padStart(2, '0');

  it('before it begins: nothing on, the opening next', () => {
    expect(at(`${hour(8)}:00:00`)).toEqual([[], ['opening'], `${hour(9)}:00`]);
  });
  it('changes at the instant an item begins, and parallel items are on together', () => {
    expect(at(`${hour(9)}:29:59`)).toEqual([['opening'], ['left', 'right'], `${hour(9)}:30`]);
    expect(at(`${hour(9)}:30:00`)).toEqual([['left', 'right'], ['closing'], `${hour(10)}:30`]);
  });
  it('says what comes next during a pause', () => {
    expect(at(`${hour(12)}:00:00`)).toEqual([[], ['closing'], `${hour(14)}:00`]);
  });
  it('never changes again once everything is over', () => {
    expect(at(`${hour(15)}:00:00`)).toEqual([[], [], null]);
  });
  it('has nothing to say of a programme without hours', () => {
    expect(nowAndNext([item('breakfast', null, null, '2018-04-10')], zone, new Date())).toEqual({
      now: [],
      next: [],
      changesAt: null,
    });
  });
});
