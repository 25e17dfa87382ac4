import { describe, expect, it } from 'vitest';
import { calendar, type CalendarEvent, type TimedSpan } from './calendar.ts';

const fields = {
  uid: 'https://indimaj.example/workshops/1',
  sequence: 2,
  createdAt: '2026-01-01T10:00:00.123Z',
  updatedAt: '2026-01-02T10:00:00Z',
  summary: 'Atelier',
};
const timed = (span: Partial<TimedSpan> = {}): CalendarEvent => ({
  ...fields,
  start: '2026-03-02T09:30',
  end: '2026-03-02T12:00',
  timeZone: 'Africa/Casablanca',
  ...span,
});
const written = (...events: CalendarEvent[]) => calendar({ name: 'Rencontres', language: 'fr', events });

describe('an event', () => {
  it('of whole days ends the day after its last', () => {
    const ics = written({ ...fields, startDate: '2018-04-30', endDate: '2018-04-30' });
    expect(ics).toContain('DTSTART;VALUE=DATE:20180430\r\nDTEND;VALUE=DATE:20180501\r\n');
    expect(ics).not.toContain('VTIMEZONE');
  });

  it('with hours names its zone, and the zone is in the file once', () => {
    const ics = written(timed(), timed({ start: '2026-03-03T09:30', end: '2026-03-03T12:00' }));
    expect(ics).toContain('DTSTART;TZID=Africa/Casablanca:20260302T093000\r\n');
    expect(ics.match(/BEGIN:VTIMEZONE/g)).toHaveLength(1);
  });

  it('in UTC needs no zone', () => {
    const ics = written(timed({ timeZone: 'UTC' }));
    expect(ics).toContain('DTSTART:20260302T093000Z\r\n');
    expect(ics).not.toContain('TZID');
  });

  it('names its organiser without inventing an address', () => {
    const ics = written({ ...timed(), organiser: 'Conseil régional' });
    expect(ics).toContain('CONTACT;LANGUAGE=fr:Conseil régional\r\n');
    expect(ics).not.toMatch(/ORGANIZER|mailto/i);
  });

  it('leaves out what is empty', () => {
    const ics = written({
      ...timed(),
      description: ' ',
      location: null,
      categories: [''],
      url: 'javascript:alert(1)',
    });
    expect(ics).not.toMatch(/DESCRIPTION|LOCATION|CATEGORIES|javascript/);
  });

  it.each<[string, CalendarEvent]>([
    ['ending before it starts', timed({ end: '2026-03-02T09:29' })],
    ['of days ending before they start', { ...fields, startDate: '2018-04-11', endDate: '2018-04-10' }],
    ['in an unknown zone', timed({ timeZone: 'Mars/Olympus' })],
    ['on a day that does not exist', { ...fields, startDate: '2018-02-30', endDate: '2018-03-01' }],
    ['revised at no instant', { ...timed(), updatedAt: '2026-01-02' }],
    ['in no language', { ...timed(), language: 'fr:x' }],
  ])('is refused when %s', (_, event) => {
    expect(() => written(event)).toThrow(RangeError);
  });
});

it('has CRLF and nothing else at the end of every line, whatever the text', () => {
  const evil = 'a\r\nb\nc\rd\u2028e\u0000\u0085'.repeat(1000);
  const ics = written({
    ...timed(),
    uid: evil,
    summary: evil,
    description: evil,
    location: evil,
    categories: [evil],
  });
  expect(ics.replaceAll('\r\n', '')).not.toMatch(/[\p{Cc}\u2028]/u);
  expect(ics.match(/^SUMMARY/gm)).toHaveLength(1);
});

it('gives the same bytes for the same input', () => {
  expect(written(timed())).toBe(written(timed()));
});
