/** What the writers of schedules and calendars write is read back the same by our own readers. */
import { describe, expect, it } from 'vitest';
import type { Schedule } from '#formats/frab/model.ts';
import { readScheduleJson } from '#formats/frab/read-json.ts';
import { readScheduleXml } from '#formats/frab/read-xml.ts';
import type { Calendar } from '#formats/ics/calendar.ts';
import { readCalendar } from '#formats/ics/read-calendar.ts';
import { localTime } from '#formats/schedule/times.ts';
import { oneLine, plainText, webAddress } from '#formats/text/text.ts';
import { goldenCases } from './cases.ts';

describe.each([
  ['xml', readScheduleXml],
  ['json', readScheduleJson],
] as const)('frab as %s', (extension, read) => {
  it.each(goldenCases<Schedule>('frab', extension))('$name', ({ input, expected }) => {
    const { schedule, problems } = read(expected);
    const { conference } = input;
    expect(problems).toEqual([]);
    expect(schedule).toMatchObject({
      title: oneLine(conference.title),
      start: conference.startDate,
      end: conference.endDate,
      timeZone: conference.timeZone,
    });
    const found = schedule!.items.map(({ when, ...item }) => ({
      ...item,
      start: when && 'start' in when && localTime(when.start, conference.timeZone),
      end: when && 'start' in when && when.end && localTime(when.end, conference.timeZone),
    }));
    const byId = (one: { id: string | null }, other: { id: string | null }) =>
      one.id!.localeCompare(other.id!);
    const given = input.items.map((item) => ({
      id: item.guid,
      unique: true,
      title: oneLine(item.title),
      subtitle: oneLine(item.subtitle ?? '') || null,
      start: item.start,
      end: item.end,
      room: oneLine(item.room),
      track: oneLine(item.track ?? '') || null,
      type: oneLine(item.type),
      language: item.language ?? null,
      persons: (item.persons ?? []).map(({ guid, name }) => ({ id: guid ?? null, name: oneLine(name) })),
      links: (item.links ?? []).flatMap(({ url, title }) => {
        const address = webAddress(url);
        return address ? [{ url: address, title: oneLine(title) }] : [];
      }),
    }));
    expect(found.toSorted(byId)).toMatchObject(given.toSorted(byId));
    for (const item of schedule!.items)
      for (const text of [plainText(input.items.find(({ guid }) => guid === item.id)?.abstract ?? '')])
        expect(item.abstract ?? '').toContain(text);
  });
});

it.each(goldenCases<Calendar>('ics', 'ics'))('$name.ics', ({ input, expected }) => {
  const { schedule, problems } = readCalendar(expected);
  expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  const parents = new Set(input.events.map(({ parentUid }) => parentUid));
  const given = input.events.filter(({ uid, status }) => !parents.has(uid) && status !== 'cancelled');
  expect(
    schedule!.items.map(({ id, title, abstract, when, type }) => ({ id, title, abstract, type, ...when })),
  ).toMatchObject(
    given.map((event) => ({
      id: oneLine(event.uid),
      title: oneLine(event.summary),
      abstract: plainText(event.description ?? '') || null,
      type: event.categories?.[0] === undefined ? null : oneLine(event.categories[0]),
      ...('timeZone' in event
        ? { start: { local: event.start }, end: { local: event.end } }
        : { firstDay: event.startDate, lastDay: event.endDate }),
    })),
  );
});
