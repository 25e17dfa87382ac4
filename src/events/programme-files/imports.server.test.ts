import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { array, assert, property, uint8Array } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readProgrammeFile } from './imports.server.ts';
import { programmeFileLimits } from './model.ts';

const bytes = (text: string, encoding: BufferEncoding = 'utf8') => Buffer.from(text, encoding);
const told = (file: Uint8Array) =>
  readProgrammeFile(file).problems.map(({ line, reason }) => [line, reason.replace('events_import_', '')]);
const xml = (events: string, conference = '<title>Été</title><acronym>ete_2026</acronym>') =>
  `<schedule><conference>${conference}</conference><day date="2026-03-02"><room name="A">${events}</room></day></schedule>`;
const items = (text: string, zone = 'Africa/Casablanca') =>
  readProgrammeFile(bytes(text)).itemsIn(zone).items;

describe('a file', () => {
  it.each<[string, Uint8Array, unknown[]]>([
    ['nothing', bytes(''), [null, 'empty']],
    ['blanks', bytes(' \r\n\t'), [null, 'empty']],
    ['too much', new Uint8Array(programmeFileLimits.bytes + 1), [null, 'too_large']],
    ['a table', bytes('day,hour,title\n'), [1, 'unknown_format']],
    ['a picture', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a), [1, 'not_utf8']],
    ['a page', bytes('<!doctype html><html></html>'), [1, 'doctype']],
    [
      'a calendar of another encoding',
      bytes('BEGIN:VCALENDAR\nX-WR-CALNAME:Été\n', 'latin1'),
      [2, 'not_utf8'],
    ],
    [
      'a schedule declared in an encoding it isn’t in',
      bytes(`<?xml version="1.0" encoding="latin1"?>${xml('')}`),
      [1, 'encoding_wrong'],
    ],
    ['a calendar without an event', bytes('\nBEGIN:VCALENDAR\nEND:VCALENDAR\n'), [2, 'no_items']],
    ['a schedule without an event', bytes(xml('')), [1, 'no_items']],
  ])('that is %s is refused', (_, file, problem) => {
    expect(told(file)).toEqual([problem]);
  });

  it('of Windows in Arabic is read as it is declared', () => {
    const head = bytes('<?xml version="1.0" encoding="windows-1256"?>');
    const [before, after] = xml(
      '<event><title>*</title><start>09:30</start></event>',
      '<title>a</title>',
    ).split('*') as [string, string];
    const file = Buffer.concat([head, bytes(before), Uint8Array.of(0xcc, 0xe1, 0xd3, 0xc9), bytes(after)]);
    expect(readProgrammeFile(file).itemsIn('UTC').items).toMatchObject([
      { title: 'جلسة', startsAt: '09:30' },
    ]);
  });

  it('is known by its bytes', () => {
    const digest = (text: string) => readProgrammeFile(bytes(text)).digest;
    expect(digest('a')).toBe('ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb');
    expect(digest('b')).not.toBe(digest('a'));
  });
});

describe('an item', () => {
  it('is on the clocks of the zone asked for', () => {
    const text = xml(
      '<event guid="x"><title>a</title><date>2026-03-02T23:30:00+00:00</date><duration>01:00</duration></event>',
    );
    const hours = (zone: string) =>
      items(text, zone).map(({ day, startsAt, endsAt }) => [day, startsAt, endsAt]);
    // Ramadan: no hour between Casablanca and Greenwich.
    expect(hours('Africa/Casablanca')).toEqual([['2026-03-02', '23:30', null]]);
    expect(hours('Europe/Paris')).toEqual([['2026-03-03', '00:30', '01:30']]);
    expect(readProgrammeFile(bytes(text)).itemsIn('UTC').problems).toMatchObject([
      { line: 1, reason: 'events_import_ends_on_another_day', severity: 'warning', values: { count: 1 } },
    ]);
  });

  it('without hours that anybody gave has none', () => {
    const calendar = (dates: string) =>
      `BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:u\nSUMMARY:a\n${dates}\nEND:VEVENT\nEND:VCALENDAR\n`;
    const days = (dates: string) =>
      items(calendar(dates)).map(({ day, startsAt, endsAt }) => [day, startsAt, endsAt]);
    expect(days('DTSTART;VALUE=DATE:20180410')).toEqual([['2018-04-10', null, null]]);
    expect(days('DTSTART;VALUE=DATE:20180410\nDTEND;VALUE=DATE:20180412')).toEqual([[null, null, null]]);
    expect(days('DTSTART:20180410T090000\nDTEND:20180410T090000')).toEqual([['2018-04-10', '09:00', null]]);
  });

  it('has a key that is the same in every edition of its file', () => {
    const guid = '0199f3a0-7c11-7000-8000-000000000001';
    const keys = (events: string) => items(xml(events)).map(({ key }) => key);
    const titled = (attributes: string, title = 'a') =>
      `<event ${attributes}><title>${title}</title></event>`;
    expect(keys(titled(`id="7" guid="${guid}"`))).toEqual([guid]);
    expect(keys(titled('id="7"') + titled('id="7"', 'b'))).toEqual(['ete-2026/7', 'ete-2026/7#2']);
    const [made = ''] = keys(titled(''));
    expect(made).toMatch(/^sha256:[0-9a-f]{64}$/);
    expect([keys(titled('')), keys(titled('', 'b'))]).toEqual([[made], [expect.not.stringContaining(made)]]);
    expect(keys(titled(`guid="${'x'.repeat(1_900)}"`))[0]).toMatch(/^sha256:/);
  });
});

it('never throws, whatever the bytes', () => {
  const heads = ['', '<', '{"schedule":{"conference":{', 'BEGIN:VCALENDAR\n', '\ufeff<schedule>'].map(
    (head) => bytes(head),
  );
  assert(
    property(array(uint8Array({ maxLength: 60 }), { maxLength: 4 }), (parts) => {
      for (const head of heads) {
        const read = readProgrammeFile(Buffer.concat([head, ...parts]));
        expect(read.problems.length + read.itemsIn('Africa/Casablanca').items.length).toBeGreaterThan(0);
      }
    }),
  );
});

const corpus = fileURLToPath(new URL('../../../../shared/data/events/', import.meta.url));
const here = existsSync(corpus);
if (!here) console.warn(`SKIPPED: real schedules and calendars are not here (${corpus})`);

/** What becomes of each real file: how many items it gives, or the line and the reason of its first error. */
const outcomes: Record<string, string> = {
  'fosdem/schedule-2018-excerpt.xml': '2 items',
  'ical.js/LICENSE': '1: unknown_format',
  'ical.js/samples/blank_description.ics': '1 items',
  'ical.js/samples/blank_line_end.ics': '1: no_items',
  'ical.js/samples/blank_line_mid.ics': '1: no_items',
  'ical.js/samples/daily_recur.ics': '200 items',
  'ical.js/samples/day_long_recur_yearly.ics': '200 items',
  'ical.js/samples/duration_instead_of_dtend.ics': '1 items',
  'ical.js/samples/forced_types.ics': '1 items',
  'ical.js/samples/google_birthday.ics': '6 items',
  'ical.js/samples/minimal.ics': '1 items',
  'ical.js/samples/multiple_rrules.ics': '36 items',
  'ical.js/samples/only_dtstart_date.ics': '1 items',
  'ical.js/samples/only_dtstart_time.ics': '1 items',
  'ical.js/samples/parserv2.ics': '200 items',
  'ical.js/samples/rdate_exdate.ics': '2: no_title',
  'ical.js/samples/recur_instances.ics': '15 items',
  'ical.js/samples/recur_instances_finite.ics': '5 items',
  'ical.js/samples/timezone_from_file.ics': '1 items',
  'ical.js/samples/timezones/America/Atikokan.ics': '1: no_items',
  'ical.js/samples/timezones/America/Denver.ics': '1: no_items',
  'ical.js/samples/timezones/America/Los_Angeles.ics': '1: no_items',
  'ical.js/samples/timezones/America/New_York.ics': '1: no_items',
  'ical.js/samples/timezones/Makebelieve/RDATE_test.ics': '1: no_items',
  'ical.js/samples/timezones/Makebelieve/RDATE_utc_test.ics': '1: no_items',
  'ical.js/samples/timezones/Makebelieve/RRULE_UNTIL_test.ics': '1: no_items',
  'ical.js/samples/utc_negative_zero.ics': '1 items',
  'ical.js/test/parser/base64.ics': '1: no_items',
  'ical.js/test/parser/boolean.ics': '1: no_items',
  'ical.js/test/parser/component.ics': '2 items',
  'ical.js/test/parser/dates.ics': '1: no_items',
  'ical.js/test/parser/float.ics': '1: no_items',
  'ical.js/test/parser/grouped.ics': '1: no_items',
  'ical.js/test/parser/integer.ics': '1: no_items',
  'ical.js/test/parser/multiple_root_components.ics': '1: no_items',
  'ical.js/test/parser/multivalue.ics': '1: no_items',
  'ical.js/test/parser/newline_junk.ics': '3: no_items',
  'ical.js/test/parser/period.ics': '1: no_items',
  'ical.js/test/parser/property_params.ics': '1: no_items',
  'ical.js/test/parser/quoted_params.ics': '1: no_items',
  'ical.js/test/parser/recur.ics': '1: no_items',
  'ical.js/test/parser/rfc.ics': '1 items',
  'ical.js/test/parser/single_empty_vcalendar.ics': '1: no_items',
  'ical.js/test/parser/time.ics': '1: no_items',
  'ical.js/test/parser/tzid_with_gmt.ics': '1: no_items',
  'ical.js/test/parser/unfold_properties.ics': '1: no_items',
  'ical.js/test/parser/utc_offset.ics': '1: no_items',
  'ical.js/test/parser/values.ics': '1: no_items',
  'voc-schedule/LICENCE.txt': '1: unknown_format',
  'voc-schedule/validator/json/examples/frab-camp2019.json': '79 items',
  'voc-schedule/validator/json/examples/hub-schedule2.json': '2 items',
  'voc-schedule/validator/json/examples/invalid-example.json': '1 items',
  'voc-schedule/validator/json/examples/pretalx-democon.json': '36 items',
  'voc-schedule/validator/json/examples/pretalx-rc3.json': '48 items',
  'voc-schedule/validator/submission-json/examples/pretalx-submission.json': '1: json_broken',
  'voc-schedule/validator/xsd/README.md': '1: unknown_format',
  'voc-schedule/validator/xsd/schedule-without-person.xml.xsd': '2: not_a_schedule',
  'voc-schedule/validator/xsd/schedule.xml.xsd': '31: not_a_schedule',
};
/** jCal, vCards, and whatever else is JSON: no schedules, and their first line says so. */
const noSchedule = /\.(json|vcf)$/;

describe.skipIf(!here)(`real files${here ? '' : ' (SKIPPED: ../shared/data/events is not here)'}`, () => {
  const files = here
    ? readdirSync(corpus, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => `${entry.parentPath}/${entry.name}`.slice(corpus.length).replace(/^\//, ''))
    : [];

  it.each(files.toSorted())('%s', (file) => {
    const { problems, itemsIn } = readProgrammeFile(readFileSync(corpus + file));
    const error = problems.find(({ severity }) => severity === 'error');
    const outcome = error
      ? `${error.line}: ${error.reason.replace('events_import_', '')}`
      : `${itemsIn('Africa/Casablanca').items.length} items`;
    const expected = outcomes[file] ?? (noSchedule.test(file) ? '1: not_a_schedule' : undefined);
    // A file that came later is answered too: with items, or with an error that says where.
    if (expected === undefined) expect(outcome).toMatch(/^([1-9]\d* items|\d+: \w+)$/);
    else expect(outcome).toBe(expected);
  });

  it('are all here that the table names', () => {
    expect(Object.keys(outcomes).filter((file) => !files.includes(file))).toEqual([]);
  });

  it('of today’s schema’s own examples are read, those that it refuses too', () => {
    const read = (name: string) => {
      const path = `${corpus}voc-schedule/validator/json/examples/${name}.json`;
      return readProgrammeFile(readFileSync(path)).itemsIn('Europe/Berlin').items;
    };
    expect(read('frab-camp2019')[0]).toMatchObject({
      line: 22,
      key: 'a0a0fcfe-b7fb-46e3-84b6-97a5406016b4',
      title: 'Opening Ceremony',
      day: '2019-08-21',
      startsAt: '11:00',
      endsAt: '11:30',
      room: 'Curie',
      persons: [{ name: 'jinxx' }, { name: 'smtw' }],
    });
    expect(read('hub-schedule2')[1]).toMatchObject({
      day: '2024-12-28',
      startsAt: '00:15',
      track: 'Hardware & Making',
    });
  });
});
