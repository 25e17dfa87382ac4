/** Every golden calendar read by ical.js, with the zones in the file and none of its own. */
import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import type { Calendar, CalendarEvent, DaySpan, TimedSpan } from '#formats/ics/calendar.ts';
import { oneLine, plainText } from '#formats/text/text.ts';
import { goldenCases } from './cases.ts';

ICAL.TimezoneService.reset();

/** What the platform's clock shows at an instant: the check on the zones in the file. */
function clock(instant: Date, timeZone: string): string {
  const options: Intl.DateTimeFormatOptions = { timeZone, dateStyle: 'short', timeStyle: 'short' };
  return new Intl.DateTimeFormat('sv-SE', options).format(instant).replace(' ', 'T');
}

function read(expected: string): { calendar: ICAL.Component; events: ICAL.Event[] } {
  const calendar = new ICAL.Component(ICAL.parse(expected));
  return { calendar, events: calendar.getAllSubcomponents('vevent').map((event) => new ICAL.Event(event)) };
}

const cases = goldenCases<Calendar>('ics', 'ics');
const timed = (event: CalendarEvent): event is CalendarEvent & TimedSpan => 'timeZone' in event;

describe.each(cases)('$name', ({ input, expected }) => {
  const { calendar, events } = read(expected);

  it('has the events that were given and no other component', () => {
    expect(events.map((event) => event.summary)).toEqual(input.events.map((event) => oneLine(event.summary)));
    const names = calendar.getAllSubcomponents().map((component) => component.name);
    expect(new Set(names).isSubsetOf(new Set(['vevent', 'vtimezone']))).toBe(true);
    expect(events.flatMap((event) => event.component.getAllSubcomponents())).toEqual([]);
  });

  it('keeps every text', () => {
    input.events.forEach((event, index) => {
      const component = (events[index] as ICAL.Event).component;
      expect(component.getFirstPropertyValue('description') ?? '').toBe(plainText(event.description ?? ''));
      expect(component.getFirstPropertyValue('location') ?? '').toBe(oneLine(event.location ?? ''));
      expect(component.getFirstPropertyValue('contact') ?? '').toBe(oneLine(event.organiser ?? ''));
      expect(component.getFirstPropertyValue('uid')).toBe(oneLine(event.uid));
    });
  });

  it('says the times that were given, at the instants the platform has for them', () => {
    input.events.forEach((event, index) => {
      const { startDate, endDate } = events[index] as ICAL.Event;
      if (timed(event)) {
        expect([startDate, endDate].map((time) => time.toString().slice(0, 16))).toEqual([
          event.start,
          event.end,
        ]);
        const instants = [startDate, endDate].map((time) => clock(time.toJSDate(), event.timeZone));
        expect(instants).toEqual([event.start, event.end]);
      } else {
        const days = event as DaySpan;
        const last = endDate.clone();
        last.adjust(-1, 0, 0, 0);
        expect([startDate.isDate, startDate.toString(), last.toString()]).toEqual([
          true,
          days.startDate,
          days.endDate,
        ]);
      }
    });
  });
});

it('reads Ramadan 2026 as an hour less, and autumn 2018 as no change', () => {
  const instants = (name: string) =>
    read(cases.find((one) => one.name === name)?.expected ?? '').events.map((event) =>
      event.startDate.toJSDate().toISOString().slice(0, 16),
    );
  expect(instants('ramadan-2026')).toEqual([
    '2026-02-14T08:30',
    '2026-02-14T21:00',
    '2026-03-02T09:30',
    '2026-03-23T08:30',
  ]);
  expect(instants('autumn-2018')).toEqual([
    '2018-05-20T09:00',
    '2018-10-26T08:00',
    '2018-10-29T08:00',
    '2018-10-29T08:00',
    '2018-10-29T09:00',
    '2018-10-29T09:00',
  ]);
});

/** What tells a calendar program that an event is the one it has, and how it stands now. */
const standing = (name: string) =>
  read(cases.find((one) => one.name === name)?.expected ?? '').events.map((event) => ({
    uid: event.uid,
    sequence: event.sequence,
    status: event.component.getFirstPropertyValue('status'),
    start: event.startDate.toString(),
    isRecurring: event.isRecurring() || event.isRecurrenceException(),
  }));

it('reads a cancelled workshop and a tentative one as such, with all that belongs to them', () => {
  expect(standing('cancelled-2027').map(({ status }) => status)).toEqual(['CANCELLED', 'CANCELLED']);
  expect(standing('tentative-2027').map(({ status }) => status)).toEqual(['TENTATIVE']);
});

it('reads a workshop that is put off as the same events, later and of a higher number', () => {
  const steps = ['put-off-2027-first', 'put-off-2027-open', 'put-off-2027-then'].map(standing);
  const [first, open, then] = steps as [(typeof steps)[0], (typeof steps)[0], (typeof steps)[0]];
  expect(first.map(({ uid }) => uid)).toEqual([
    'https://indimaj.example/workshops/oujda-2027',
    'https://indimaj.example/workshops/oujda-2027/programme/ouverture',
  ]);
  expect([first, open, then].map((step) => step.map(({ uid }) => uid))).toEqual(
    Array.from({ length: 3 }, () => first.map(({ uid }) => uid)),
  );
  for (const index of [0, 1])
    for (const [before, after] of [
      [first, open],
      [open, then],
    ] as const)
      expect(after[index]!.sequence).toBeGreaterThan(before[index]!.sequence);
  expect(steps.map((step) => step.map(({ status }) => status))).toEqual([
    ['CONFIRMED', 'CONFIRMED'],
    ['TENTATIVE', 'TENTATIVE'],
    ['CONFIRMED', 'CONFIRMED'],
  ]);
  expect(then.map(({ start }) => start)).toEqual(['2027-05-03', '2027-05-03T09:00:00']);
  expect(steps.flat().some(({ isRecurring }) => isRecurring)).toBe(false);
});
