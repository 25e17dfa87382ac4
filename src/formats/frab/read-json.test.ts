import { anything, array, assert, constantFrom, nat, property, string } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scheduleLimits } from '../schedule/model.ts';
import { readScheduleJson } from './read-json.ts';

const schedule = (conference: object, rest: object = {}) =>
  JSON.stringify({ schedule: { conference, ...rest } }, null, 1);
const under = (...events: object[]) =>
  schedule({ title: 'T', days: [{ date: '2018-04-10', rooms: { A: events } }] });
const items = (json: string) => readScheduleJson(json).schedule?.items;
const told = (json: string) =>
  readScheduleJson(json).problems.map(({ line, reason, severity }) => [line, reason, severity]);

it('reads version 1: events under days and rooms', () => {
  const json = under({
    id: 7,
    date: '2018-04-10T09:00:00+01:00',
    duration: '01:30',
    title: 'Titre',
    track: 'Axe',
    persons: [{ id: 26, code: 'NQTF8Y', public_name: 'Une personne' }, { biography: 'x' }],
    links: [{ url: 'https://example.org/', title: '' }, 'no object'],
  });
  expect(items(json)).toEqual([
    {
      line: 10,
      id: '7',
      unique: false,
      title: 'Titre',
      subtitle: null,
      abstract: null,
      when: {
        start: { local: '2018-04-10T09:00', instant: Date.parse('2018-04-10T08:00Z') },
        end: { local: '2018-04-10T10:30', instant: Date.parse('2018-04-10T09:30Z') },
      },
      room: 'A',
      track: 'Axe',
      type: null,
      language: null,
      persons: [{ line: 17, id: 'NQTF8Y', name: 'Une personne', role: null }],
      links: [{ url: 'https://example.org/', title: 'https://example.org/' }],
      repeated: false,
    },
  ]);
});

it('reads version 2: events in one list, their track by its slug, their room by its name', () => {
  const json = schedule(
    {
      title: 'T',
      time_zone_name: 'Europe/Berlin',
      tracks: [{ slug: 'ccc', name: 'CCC' }],
      days: [{ date: '2024-12-27' }],
    },
    {
      events: [
        {
          guid: '270fa44c-821a-577f-8ca3-33e8d4a8c2a7',
          start: '2024-12-27T10:30:00+01:00',
          end: '2024-12-27T11:00:00+01:00',
          room: { name: 'Saal 1' },
          title: 'T',
          track: { slug: 'ccc' },
          participants: [{ guid: 'x', name: 'Une personne', role: 'SPEAKER' }],
        },
      ],
    },
  );
  expect(items(json)).toMatchObject([
    {
      unique: true,
      track: 'CCC',
      room: 'Saal 1',
      when: { end: { local: '2024-12-27T11:00' } },
      persons: [{ id: 'x', role: 'SPEAKER' }],
    },
  ]);
});

describe('a fault is told with its line', () => {
  it.each<[string, string, unknown[][]]>([
    ['no title', under({ id: 1, title: ' ' }), [[10, 'no-title', 'error']]],
    ['no object', under('x' as never), [[10, 'no-title', 'error']]],
    ['no date', under({ title: 'a', date: 'x' }), [[12, 'date', 'error']]],
    [
      'an end before the start',
      under({ title: 'a', date: '2018-04-10T09:00Z', end: '2018-04-10T08:00Z' }),
      [[13, 'end-before-start', 'error']],
    ],
    ['another form', '\n{"a":1}', [[2, 'not-a-schedule', 'error']]],
    ['a list', '[]', [[1, 'not-a-schedule', 'error']]],
    ['a comma too many', '{\n"schedule": {},\n}', [[3, 'json-broken', 'error']]],
    ['a comment', '{\n// why\n"schedule": {}}', [[2, 'json-broken', 'error']]],
    ['an end missing', '{\n"schedule": {', [[2, 'json-broken', 'error']]],
    ['a string left open', '{\n"schedule', [[2, 'json-broken', 'error']]],
    ['a control character in a string', '{\n"sch\u0001edule": 1}', [[2, 'json-broken', 'error']]],
    ['two documents', '{}\n{}', [[2, 'json-broken', 'error']]],
  ])('%s', (_, json, expected) => {
    expect(told(json)).toEqual(expected);
  });

  it('once for what many have in common', () => {
    const event = { title: 'a', date: '2018-04-10T09:00:00+01:00', start: '10:00' };
    expect(readScheduleJson(under(event, event, event)).problems).toEqual([
      {
        line: 13,
        reason: 'hour-differs',
        severity: 'warning',
        values: { printed: '10:00', hour: '09:00', count: 3 },
      },
    ]);
  });
});

it('bounds nesting and numbers', () => {
  expect(told('['.repeat(1_000_000))).toEqual([[1, 'too-deep', 'error']]);
  expect(told('{"a":'.repeat(100_000))).toEqual([[1, 'too-deep', 'error']]);
  expect(told(`[${'0,'.repeat(4_000_000)}0]`)).toEqual([[1, 'too-many-parts', 'error']]);
  const many = under(...Array.from({ length: scheduleLimits.items + 1 }, () => ({ title: 'a' })));
  expect(told(many).map(([, reason]) => reason)).toContain('too-many-items');
  expect(told(`{"a":"${'x'.repeat(9_000_000)}"}`)).toEqual([[1, 'not-a-schedule', 'error']]);
  expect(told('"\\'.repeat(3_000_000))).toEqual([[1, 'json-broken', 'error']]);
});

it('takes names that objects have by themselves as names', () => {
  expect(told('{"__proto__": {"schedule": {"conference": {}}}}')).toEqual([[1, 'not-a-schedule', 'error']]);
  expect(
    told('{"schedule": {"conference": {"days": [{"rooms": {"__proto__": [{"title": "a"}]}}]}}}'),
  ).toEqual([[1, 'no-hours', 'warning']]);
});

it('never throws, whatever stands in a schedule', () => {
  assert(
    property(anything({ maxDepth: 4 }), anything({ maxDepth: 4 }), (days, events) => {
      const json = JSON.stringify({ schedule: { conference: { days, title: events }, events } });
      expect(readScheduleJson(json)).toHaveProperty('problems');
    }),
  );
  assert(
    property(string({ unit: 'binary', maxLength: 300 }), (text) => {
      expect(readScheduleJson(text).problems.length).toBeGreaterThan(0);
    }),
  );
});

it('never throws at a schedule that was cut and mixed with what steers', () => {
  const whole = under({
    title: 'Titre',
    date: '2018-04-10T09:00:00+01:00',
    persons: [{ name: 'Une personne' }],
  });
  const odd = constantFrom('"', '{', ']', '\\u202e', '\\u0000', '\\ud800', '\u2066', ',', 'null', '1e999');
  assert(
    property(
      array(nat(whole.length), { minLength: 1, maxLength: 5 }),
      array(odd, { maxLength: 5 }),
      (cuts, marks) => {
        const text = cuts.reduce(
          (left, cut, index) => left.slice(0, cut) + (marks[index] ?? '') + left.slice(cut),
          whole,
        );
        for (const { title, persons } of items(text) ?? [])
          for (const shown of [title, ...persons.map(({ name }) => name)])
            expect(shown).not.toMatch(/[\p{Cc}\p{Cs}\u202a-\u202e]/u);
      },
    ),
    { numRuns: 500 },
  );
});
