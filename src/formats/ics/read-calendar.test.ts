import { array, assert, constantFrom, nat, property, string } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scheduleLimits } from '../schedule/model.ts';
import { readCalendar } from './read-calendar.ts';

const lines = (...text: string[]) => text.join('\r\n');
const event = (...inside: string[]) => lines('BEGIN:VEVENT', ...inside, 'END:VEVENT');
const calendar = (...inside: string[]) =>
  lines('BEGIN:VCALENDAR', 'VERSION:2.0', ...inside, 'END:VCALENDAR', '');
const items = (text: string) => readCalendar(text).schedule?.items;
const whens = (...inside: string[]) =>
  items(calendar(event('SUMMARY:a', 'UID:u', ...inside)))?.map(({ when }) => when);
const told = (text: string) =>
  readCalendar(text).problems.map(({ line, reason, severity }) => [line, reason, severity]);
const at = (local: string, instant: string | null) => ({ local, instant: instant && Date.parse(instant) });

describe('an event', () => {
  it('is read with everything that an item may hold; who is invited is nobody’s business', () => {
    const text = calendar(
      event(
        'UID:1@example.org',
        'SUMMARY;LANGUAGE=ar:جلسة\\, أولى',
        'DESCRIPTION:une ligne\\npuis',
        '  une autre',
        'LOCATION:Salle A',
        'CATEGORIES:Session 1,autre',
        'URL:https://example.org/1',
        'DTSTART;TZID=Africa/Casablanca:20180410T090000',
        'DURATION:PT1H30M',
        'ATTENDEE;ROLE=CHAIR;CN="Une présidente":mailto:a@example.org',
        'ATTENDEE;CN="Un invité":mailto:b@example.org',
        'BEGIN:VALARM',
        'SUMMARY:autre chose',
        'END:VALARM',
      ),
    );
    expect(readCalendar(text)).toMatchObject({
      schedule: { timeZone: 'Africa/Casablanca' },
      problems: [{ line: 14, reason: 'guests', values: { count: 1 } }],
    });
    expect(items(text)).toEqual([
      {
        line: 3,
        id: '1@example.org',
        unique: true,
        title: 'جلسة, أولى',
        subtitle: null,
        abstract: 'une ligne\npuis une autre',
        when: {
          start: at('2018-04-10T09:00', '2018-04-10T08:00Z'),
          end: at('2018-04-10T10:30', '2018-04-10T09:30Z'),
        },
        room: 'Salle A',
        track: null,
        type: 'Session 1',
        language: 'ar',
        persons: [{ line: 13, id: null, name: 'Une présidente', role: 'CHAIR' }],
        links: [{ url: 'https://example.org/1', title: 'جلسة, أولى' }],
        repeated: false,
      },
    ]);
  });

  it('that others are part of is the meeting itself, and its place no room', () => {
    const { schedule } = readCalendar(
      calendar(
        event(
          'UID:m',
          'SUMMARY:Réunion',
          'DTSTART;VALUE=DATE:20180410',
          'DTEND;VALUE=DATE:20180412',
          'LOCATION:Hôtel\\, Rabat',
        ),
        event(
          'UID:i',
          'SUMMARY:Session',
          'DTSTART:20180410T090000Z',
          'RELATED-TO:m',
          'LOCATION:Salle A\\, Hôtel\\, Rabat',
        ),
        event(
          'UID:j',
          'SUMMARY:Clôture',
          'DTSTART:20180411T090000Z',
          'RELATED-TO:m',
          'LOCATION:Hôtel\\, Rabat',
        ),
      ),
    );
    expect(schedule).toMatchObject({
      title: 'Réunion',
      start: '2018-04-10',
      end: '2018-04-11',
      venue: 'Hôtel, Rabat',
    });
    expect(schedule?.items.map(({ id, room }) => [id, room])).toEqual([
      ['i', 'Salle A'],
      ['j', null],
    ]);
  });
});

describe('times', () => {
  const zone = (id: string, ...rules: string[]) =>
    lines('BEGIN:VTIMEZONE', `TZID:${id}`, 'BEGIN:STANDARD', ...rules, 'END:STANDARD', 'END:VTIMEZONE');
  const east = zone('Here', 'DTSTART:16010101T000000', 'TZOFFSETFROM:+1100', 'TZOFFSETTO:+1100');

  it.each<[string, string, string | null]>([
    ['DTSTART:20260302T093000Z', '2026-03-02T09:30', '2026-03-02T09:30Z'],
    ['DTSTART:20260302T093000', '2026-03-02T09:30', null],
    // Ramadan: an hour less, whatever Outlook's own rules say.
    ['DTSTART;TZID=Africa/Casablanca:20260302T093000', '2026-03-02T09:30', '2026-03-02T09:30Z'],
    ['DTSTART;TZID=Morocco Standard Time:20260302T093000', '2026-03-02T09:30', '2026-03-02T09:30Z'],
    ['DTSTART;TZID=/example.org/2024/Europe/Paris:20260302T093000', '2026-03-02T09:30', '2026-03-02T08:30Z'],
    ['DTSTART;TZID="GMT+01:00":20260302T093000', '2026-03-02T09:30', '2026-03-02T08:30Z'],
    ['DTSTART;TZID=Here:20260302T093000', '2026-03-02T09:30', '2026-03-01T22:30Z'],
  ])('%s', (start, local, instant) => {
    const found = items(calendar(east, event('SUMMARY:a', start)))?.[0]?.when;
    expect(found).toEqual({ start: at(local, instant), end: null });
  });

  it('without a zone are read in the calendar’s', () => {
    const text = calendar('X-WR-TIMEZONE:Europe/Paris', event('SUMMARY:a', 'DTSTART:20260302T093000'));
    expect(items(text)?.[0]?.when).toEqual({ start: at('2026-03-02T09:30', '2026-03-02T08:30Z'), end: null });
  });

  it('of a zone that nobody knows, or whose rules might never end, are local, and it is said', () => {
    const endless = zone(
      'Odd',
      'DTSTART:16010101T000000',
      'TZOFFSETFROM:+0100',
      'TZOFFSETTO:+0100',
      'RRULE:FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30',
    );
    for (const id of ['Odd', 'Nowhere/Land']) {
      const reading = readCalendar(
        calendar(endless, event('SUMMARY:a', `DTSTART;TZID=${id}:20260302T093000`)),
      );
      expect(reading.schedule?.items[0]?.when).toMatchObject({ start: at('2026-03-02T09:30', null) });
      expect(reading.problems).toMatchObject([{ reason: 'zone-unknown', values: { zone: id, count: 1 } }]);
    }
  });

  it('of whole days end the day before DTEND', () => {
    const day = (firstDay: string, lastDay = firstDay) => [{ firstDay, lastDay }];
    expect(whens('DTSTART;VALUE=DATE:20180410')).toEqual(day('2018-04-10'));
    expect(whens('DTSTART;VALUE=DATE:20180410', 'DTEND;VALUE=DATE:20180412')).toEqual(
      day('2018-04-10', '2018-04-11'),
    );
    expect(whens('DTSTART;VALUE=DATE:20180410', 'DTEND;VALUE=DATE:20180410')).toEqual(day('2018-04-10'));
    expect(whens('DTSTART;VALUE=DATE:20180410', 'DURATION:P2D')).toEqual(day('2018-04-10', '2018-04-11'));
  });
});

describe('what repeats', () => {
  const starts = (...inside: string[]) => {
    const found = items(
      calendar(
        event(
          'SUMMARY:a',
          'UID:u',
          'DTSTART;TZID=Africa/Casablanca:20260213T093000',
          'DTEND;TZID=Africa/Casablanca:20260213T103000',
          ...inside,
        ),
      ),
    );
    return found?.map(({ id, when }) => [
      id,
      when && 'start' in when && when.start.local.slice(5),
      when && 'end' in when && when.end?.local.slice(11),
    ]);
  };

  it('is as many items, each with an identifier of its own, at the clock’s hour also across a change', () => {
    expect(starts('RRULE:FREQ=DAILY;COUNT=3')).toEqual([
      ['u/2026-02-13T08:30Z', '02-13T09:30', '10:30'],
      ['u/2026-02-14T08:30Z', '02-14T09:30', '10:30'],
      ['u/2026-02-15T09:30Z', '02-15T09:30', '10:30'],
    ]);
  });

  it('ends at an instant, a local time or a day, that occurrence included', () => {
    for (const until of ['20260214T083000Z', '20260214T093000', '20260214'])
      expect(starts(`RRULE:FREQ=DAILY;UNTIL=${until}`)).toHaveLength(2);
  });

  it('is without what is left out, with what is added, and once where an occurrence was moved', () => {
    expect(
      starts(
        'RRULE:FREQ=DAILY;COUNT=3',
        'EXDATE;TZID=Africa/Casablanca:20260214T093000',
        'RDATE:20260220T090000Z',
      )?.map(([, start]) => start),
    ).toEqual(['02-13T09:30', '02-15T09:30', '02-20T09:00']);
    expect(starts('RRULE:FREQ=DAILY;COUNT=3', 'EXDATE;VALUE=DATE:20260214')).toHaveLength(2);
    const moved = event('UID:u', 'SUMMARY:b', 'RECURRENCE-ID:20260214T083000Z', 'DTSTART:20260214T140000Z');
    const text = calendar(
      event('SUMMARY:a', 'UID:u', 'DTSTART:20260213T083000Z', 'RRULE:FREQ=DAILY;COUNT=2'),
      moved,
    );
    expect(items(text)?.map(({ id, title }) => [id, title])).toEqual([
      ['u/2026-02-13T08:30Z', 'a'],
      ['u/2026-02-14T08:30Z', 'b'],
    ]);
  });

  it('says what it leaves out of a rule without end, and of a rule that it doesn’t read', () => {
    const text = (rule: string) => calendar(event('SUMMARY:a', 'DTSTART:20260213T083000Z', `RRULE:${rule}`));
    expect(told(text('FREQ=WEEKLY'))).toEqual([[6, 'rule-shortened', 'warning']]);
    expect(items(text('FREQ=WEEKLY'))).toHaveLength(53);
    expect(told(text('FREQ=HOURLY'))).toEqual([[6, 'rule-not-read', 'warning']]);
    expect(items(text('FREQ=HOURLY'))).toHaveLength(1);
  });
});

describe('a fault is told with its line', () => {
  it.each<[string, string, unknown[][]]>([
    ['no title', calendar(event('UID:u')), [[3, 'no-title', 'error']]],
    ['no start', calendar(event('SUMMARY:a')), [[3, 'no-hours', 'warning']]],
    ['no date', calendar(event('SUMMARY:a', 'DTSTART:INVALID')), [[5, 'ics-value', 'error']]],
    [
      'a day that is none',
      calendar(event('SUMMARY:a', 'DTSTART:20180230T090000Z')),
      [[5, 'ics-value', 'error']],
    ],
    [
      'an end before the start',
      calendar(event('SUMMARY:a', 'DTSTART:20180410T090000Z', 'DTEND:20180410T080000Z')),
      [[6, 'end-before-start', 'error']],
    ],
    [
      'no duration',
      calendar(event('SUMMARY:a', 'DTSTART:20180410T090000Z', 'DURATION:long')),
      [[6, 'duration', 'error']],
    ],
    [
      'a rule that is none',
      calendar(event('SUMMARY:a', 'DTSTART:20180410T090000Z', 'RRULE:FREQ=OFTEN')),
      [[6, 'ics-value', 'error']],
    ],
    [
      'a line that is none',
      calendar('X', event('SUMMARY:a', 'DTSTART:20180410T090000Z')),
      [[3, 'ics-line', 'warning']],
    ],
    ['a cancelled event', calendar(event('SUMMARY:a', 'STATUS:CANCELLED')), [[3, 'cancelled', 'warning']]],
    [
      'an end of something else',
      'BEGIN:VCALENDAR\nBEGIN:VEVENT\nEND:VCALENDAR\n',
      [[3, 'ics-mismatch', 'error']],
    ],
    ['no end', '\nBEGIN:VCALENDAR\nBEGIN:VEVENT\nEND:VEVENT\n', [[2, 'ics-unclosed', 'error']]],
    ['a card', 'BEGIN:VCARD\nFN:a\nEND:VCARD\n', [[1, 'not-a-schedule', 'error']]],
    ['a zone alone', 'BEGIN:VTIMEZONE\nTZID:S\nEND:VTIMEZONE\n', [[1, 'not-a-schedule', 'error']]],
    [
      'lines of old Macintoshes',
      calendar(event('UID:u')).replaceAll('\r\n', '\r'),
      [[3, 'no-title', 'error']],
    ],
  ])('%s', (_, text, expected) => {
    expect(told(text)).toEqual(expected);
  });

  it('counts folded lines where they begin, and blank ones', () => {
    const text =
      'BEGIN:VCALENDAR\n\nX-A:a\n b\n c\nBEGIN:VEVENT\nSUMM\n ARY:a\nDTSTART:x\nEND:VEVENT\nEND:VCALENDAR\n';
    expect(told(text)).toEqual([[9, 'ics-value', 'error']]);
    expect(items(text)).toMatchObject([{ title: 'a', line: 6 }]);
  });

  it('not where it can still be read', () => {
    expect(whens('DTSTART;;VALUE=DATE-TIME:20140409T093000')).toMatchObject([
      { start: { local: '2014-04-09T09:30' } },
    ]);
  });

  it('not where nothing of it is read', () => {
    const text = calendar(
      'BEGIN:VFREEBUSY',
      'ORGANIZER;CN=a',
      'END:VFREEBUSY',
      event('SUMMARY:a', 'DTSTART:20180410T090000Z', 'DTSTAMP:x', 'ATTACH;;:x'),
    );
    expect(told(text)).toEqual([]);
  });
});

describe('bounds', () => {
  it.each(['BEGIN:A\n', 'X:1\n', ' ', '\n', 'BEGIN:VEVENT\n', 'END:A\n', ';', ':', '"', 'X;A="\n', '\r'])(
    'ten megabytes of %j are answered',
    (piece) => {
      const text = `BEGIN:VCALENDAR\n${piece.repeat(10_000_000 / piece.length)}`;
      expect(readCalendar(text)).toMatchObject({ schedule: null, problems: [{ severity: 'error' }] });
    },
  );

  it.each([';A=b', ';A="b"', ',b', '\\', '^n', ':', '"', '\\,'])('a line full of %j is answered', (piece) => {
    const text = calendar(
      event(
        `SUMMARY${piece.repeat(1_000_000 / piece.length)}:a`,
        `CATEGORIES:${piece.repeat(1_000_000 / piece.length)}`,
      ),
    );
    expect(readCalendar(text).problems).not.toEqual([]);
  });

  it('items', () => {
    const text = calendar(
      ...Array.from({ length: 30 }, () => event('SUMMARY:a', 'DTSTART:20260213T083000Z', 'RRULE:FREQ=DAILY')),
    );
    expect(items(text)).toHaveLength(scheduleLimits.items);
    expect(told(text).map(([, reason]) => reason)).toContain('too-many-items');
  });
});

it('never throws, whatever the text', () => {
  assert(
    property(string({ unit: 'binary', maxLength: 300 }), (text) => {
      expect(readCalendar(`BEGIN:VCALENDAR\n${text}`)).toHaveProperty('problems');
    }),
  );
});

it('never throws at a calendar that was cut and mixed with what steers', () => {
  const whole = calendar(
    event(
      'UID:u',
      'SUMMARY:Titre',
      'DTSTART;TZID=Africa/Casablanca:20180410T090000',
      'DURATION:PT1H',
      'RRULE:FREQ=WEEKLY;BYDAY=MO;COUNT=3',
      'EXDATE:20180416T080000Z',
      'ATTENDEE;ROLE=CHAIR;CN=Une personne:mailto:a@example.org',
    ),
  );
  const odd = constantFrom(
    '\r\n',
    '\r\n ',
    ';',
    ':',
    '"',
    ',',
    '\u202e',
    '\u0000',
    '\ud800',
    '9',
    '-',
    'RRULE:',
    '=',
  );
  assert(
    property(
      array(nat(whole.length), { minLength: 1, maxLength: 5 }),
      array(odd, { maxLength: 5 }),
      (cuts, marks) => {
        const text = cuts.reduce(
          (left, cut, index) => left.slice(0, cut) + (marks[index] ?? '') + left.slice(cut + 1),
          whole,
        );
        for (const { title, persons } of items(text) ?? [])
          for (const shown of [title, ...persons.map(({ name }) => name)])
            expect(shown).not.toMatch(/[\p{Cc}\p{Cs}\u202a-\u202e]/u);
      },
    ),
    { numRuns: 1_000 },
  );
});
