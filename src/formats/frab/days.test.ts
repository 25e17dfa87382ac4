import { expect, it } from 'vitest';
import { duration, scheduleDays } from './days.ts';
import type { Schedule, ScheduleItem } from './model.ts';

const item = (number: number, start: string, end: string, room = 'A'): ScheduleItem => ({
  guid: `0199f3a0-7c11-7000-8000-${String(number).padStart(12, '0')}`,
  slug: `item-${number}`,
  start,
  end,
  room,
  title: `Item ${number}`,
  type: 'lecture',
  url: 'https://indimaj.example/s',
});
const schedule = (...items: ScheduleItem[]): Schedule => ({
  generator: { name: 'Indimaj', version: '1' },
  version: '1',
  conference: {
    title: 'Atelier',
    acronym: 'atelier',
    startDate: '2026-02-14',
    endDate: '2026-02-15',
    timeZone: 'Africa/Casablanca',
    rooms: [
      { name: 'B', guid: '0199f3a0-7c11-7000-8000-0000000000b0' },
      { name: 'A', guid: '0199f3a0-7c11-7000-8000-0000000000a0' },
    ],
  },
  items,
});

it('has its days with nothing in them', () => {
  expect(
    scheduleDays(schedule()).map(({ index, date, start, end, rooms }) => [index, date, start, end, rooms]),
  ).toEqual([
    [1, '2026-02-14', '2026-02-14T00:00:00+01:00', '2026-02-15T00:00:00+01:00', []],
    [2, '2026-02-15', '2026-02-15T00:00:00+01:00', '2026-02-16T00:00:00+00:00', []],
  ]);
});

it('orders rooms as the conference does and items by time', () => {
  const [day] = scheduleDays(
    schedule(
      item(1, '2026-02-14T11:00', '2026-02-14T12:00'),
      item(2, '2026-02-14T09:00', '2026-02-14T10:00'),
      item(3, '2026-02-14T09:00', '2026-02-14T10:00', 'C'),
      item(4, '2026-02-14T09:00', '2026-02-14T10:00', 'B'),
    ),
  );
  expect(day?.rooms.map(({ name, slots }) => [name, slots.map((slot) => slot.item.slug)])).toEqual([
    ['B', ['item-4']],
    ['A', ['item-2', 'item-1']],
    ['C', ['item-3']],
  ]);
});

it('counts the hour that comes twice', () => {
  const [day] = scheduleDays(schedule(item(1, '2026-02-14T23:00', '2026-02-15T04:00')));
  expect(day?.rooms[0]?.slots[0]).toMatchObject({
    date: '2026-02-14T23:00:00+01:00',
    end: '2026-02-15T04:00:00+00:00',
    start: '23:00',
    duration: '06:00',
  });
});

it('stretches its days to an item outside them', () => {
  const days = scheduleDays(schedule(item(1, '2026-02-17T09:00', '2026-02-17T10:00')));
  expect(days.map(({ date }) => date)).toEqual(['2026-02-14', '2026-02-15', '2026-02-16', '2026-02-17']);
});

it('writes durations up to 99 hours and refuses others', () => {
  expect([duration(0), duration(90 * 60_000), duration(99 * 3_600_000)]).toEqual(['00:00', '01:30', '99:00']);
  for (const hours of [-1, 100]) expect(() => duration(hours * 3_600_000)).toThrow(RangeError);
});
