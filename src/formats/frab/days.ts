/** The days of a conference, their rooms and what happens in each: what both writers share. */
import { oneLine } from '../text/text.ts';
import { addDays, isoLocal } from '#platform/clock/local.ts';
import { instantOf, localWithOffset } from '#platform/clock/zone.ts';
import type { Conference, Schedule, ScheduleItem } from './model.ts';
import { acronym, itemSlugs, numericIds } from './names.ts';

export interface ScheduleDay {
  index: number;
  date: string;
  /** RFC 3339 with offset: midnight to midnight in the conference's zone. */
  start: string;
  end: string;
  /** Rooms that have something that day, in the conference's order, then as they come. */
  rooms: { name: string; slots: Slot[] }[];
}

/** An item with what the formats derive from it. */
export interface Slot {
  item: ScheduleItem;
  id: number;
  slug: string;
  /** RFC 3339 with offset. */
  date: string;
  end: string;
  /** `HH:mm`. */
  start: string;
  duration: string;
}

/**
 * Every day from first to last, empty ones too; an item dated outside stretches them.
 * @throws {RangeError} on a date, time or zone that is none, or an item that ends before it starts or lasts
 * a hundred hours or more, which the format cannot say.
 */
export function scheduleDays({ conference, items }: Schedule): ScheduleDay[] {
  const slots = timedSlots(conference, items);
  const dates = [
    conference.startDate,
    conference.endDate,
    ...slots.map((slot) => slot.date.slice(0, 10)),
  ].sort();
  const last = dates.at(-1) as string;
  const days: ScheduleDay[] = [];
  for (let date = dates[0] as string; date <= last; date = addDays(date, 1)) {
    days.push({
      index: days.length + 1,
      date,
      start: localWithOffset(`${date}T00:00`, conference.timeZone),
      end: localWithOffset(`${addDays(date, 1)}T00:00`, conference.timeZone),
      rooms: roomsOf(
        conference,
        slots.filter((slot) => slot.date.startsWith(date)),
      ),
    });
  }
  return days;
}

function timedSlots(conference: Conference, items: readonly ScheduleItem[]): Slot[] {
  const { timeZone } = conference;
  const ids = numericIds(items);
  const slugs = itemSlugs(items, acronym(conference.acronym));
  const slots = items.map((item) => ({
    item,
    id: ids.get(item) as number,
    slug: slugs.get(item) as string,
    date: localWithOffset(item.start, timeZone),
    end: localWithOffset(item.end, timeZone),
    start: item.start.slice(11, 16),
    duration: duration(instantOf(item.end, timeZone) - instantOf(item.start, timeZone)),
  }));
  const moment = (slot: Slot) => instantOf(slot.item.start, timeZone);
  return slots.sort((one, other) => moment(one) - moment(other));
}

function roomsOf(conference: Conference, slots: Slot[]): { name: string; slots: Slot[] }[] {
  const rooms = Map.groupBy(slots, (slot) => oneLine(slot.item.room));
  const known = (conference.rooms ?? []).map((room) => oneLine(room.name));
  const names = new Set([...known, ...rooms.keys()]);
  return [...names].flatMap((name) => (rooms.has(name) ? [{ name, slots: rooms.get(name) as Slot[] }] : []));
}

/** `HH:mm`, whole minutes. */
export function duration(milliseconds: number): string {
  const minutes = Math.round(milliseconds / 60_000);
  if (minutes < 0 || minutes >= 6000)
    throw new RangeError(`not a duration of the format: ${minutes} minutes`);
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${isoLocal(minutes * 60_000).slice(14, 16)}`;
}
