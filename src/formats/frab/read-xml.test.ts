import { assert, property, string, constantFrom, array, nat } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scheduleLimits } from '../schedule/model.ts';
import { readScheduleXml } from './read-xml.ts';

const event = (inside: string, attributes = 'id="1"') => `<event ${attributes}>\n${inside}\n</event>`;
const document = (events: string, conference = '<title>T</title>', day = 'date="2018-04-10"') =>
  `<?xml version="1.0"?>\n<schedule>\n<conference>${conference}</conference>\n<day ${day}>\n<room name="A">\n${events}\n</room></day></schedule>`;
const items = (xml: string) => readScheduleXml(xml).schedule?.items;
const told = (xml: string) =>
  readScheduleXml(xml).problems.map(({ line, reason, severity }) => [line, reason, severity]);

describe('an event', () => {
  it('is read with everything that an item may hold', () => {
    const xml = document(
      event(
        `<title> Gouvernance  multi-acteurs </title><subtitle>S</subtitle><abstract>A</abstract>
<description>D</description><date>2018-04-10T09:00:00+01:00</date><start>09:00</start><duration>01:30</duration>
<room>Salle B</room><track>Axe</track><type>workshop</type><language>fr</language>
<persons><person id="7">Une personne</person><person/></persons>
<links><link href="https://example.org/a">Lien</link><link href="javascript:alert(1)">x</link></links>`,
        'id="3" guid="0199F3A0-7c11-7000-8000-000000000001"',
      ),
      '<title>T</title><acronym>t</acronym><start>2018-04-10</start><time_zone_name>Africa/Casablanca</time_zone_name>',
    );
    expect(items(xml)).toEqual([
      {
        line: 6,
        id: '0199f3a0-7c11-7000-8000-000000000001',
        unique: true,
        title: 'Gouvernance multi-acteurs',
        subtitle: 'S',
        abstract: 'A\n\nD',
        when: {
          start: { local: '2018-04-10T09:00', instant: Date.parse('2018-04-10T08:00Z') },
          end: { local: '2018-04-10T10:30', instant: Date.parse('2018-04-10T09:30Z') },
        },
        room: 'Salle B',
        track: 'Axe',
        type: 'workshop',
        language: 'fr',
        persons: [{ line: 10, id: '7', name: 'Une personne', role: null }],
        links: [{ url: 'https://example.org/a', title: 'Lien' }],
        repeated: false,
      },
    ]);
    expect(readScheduleXml(xml).schedule).toMatchObject({ acronym: 't', start: '2018-04-10', end: null });
  });

  it('without a date is on the day it stands under, or on the next where its hour comes before days change', () => {
    const xml = document(
      [
        event('<title>a</title><start>10:00</start><duration>00:50</duration>'),
        event('<title>b</title><start>01:30</start>'),
      ].join(''),
      '<title>T</title><day_change>09:00:00</day_change>',
    );
    expect(items(xml)?.map(({ when }) => when)).toEqual([
      {
        start: { local: '2018-04-10T10:00', instant: null },
        end: { local: '2018-04-10T10:50', instant: null },
      },
      { start: { local: '2018-04-11T01:30', instant: null }, end: null },
    ]);
  });

  it('keeps words of HTML, and neither marks nor what disguises them', () => {
    const [item] = items(
      document(
        event(
          '<title>a&#x202e;b&#8203;c</title><description>&lt;p&gt;Un &lt;b&gt;mot&lt;/b&gt;&lt;/p&gt;x</description>',
        ),
      ),
    )!;
    expect([item!.title, item!.abstract]).toEqual(['ab\u200bc', 'Un mot\nx']);
  });
});

describe('a fault is told with its line', () => {
  it.each<[string, string, unknown[][]]>([
    ['no title', document(event('<start>10:00</start>')), [[6, 'no-title', 'error']]],
    ['no date', document(event('<title>a</title>\n<date>tomorrow</date>')), [[8, 'date', 'error']]],
    ['no hour', document(event('<title>a</title>\n<start>25:00</start>')), [[8, 'date', 'error']]],
    [
      'no duration',
      document(event('<title>a</title><start>10:00</start>\n<duration>long</duration>')),
      [[8, 'duration', 'error']],
    ],
    [
      'another hour beside the date',
      document(event('<title>a</title><date>2018-04-10T10:00:00Z</date>\n<start>11:00</start>')),
      [[8, 'hour-differs', 'warning']],
    ],
    ['no hours', document(event('<title>a</title>')), [[6, 'no-hours', 'warning']]],
    [
      'an unknown zone',
      document('', '<title>a</title>\n<time_zone_name>Moon/Base</time_zone_name>'),
      [[4, 'zone-unknown', 'warning']],
    ],
    ['another root', '<a>\n</a>', [[1, 'not-a-schedule', 'error']]],
    ['nothing in the root', '\n<schedule/>', [[2, 'not-a-schedule', 'error']]],
    ['an element left open', '<schedule>\n<day>\n<room></room></day>', [[1, 'xml-unclosed', 'error']]],
    ['elements crossed', '<schedule>\n<day>\n<room></day></room></schedule>', [[3, 'xml-mismatch', 'error']]],
    [
      'an unknown entity',
      '<schedule>\n<conference>\n<title>a&nbsp;b</title></conference></schedule>',
      [[3, 'xml-broken', 'error']],
    ],
    ['a stray bracket', '<schedule>\n< day></schedule>', [[2, 'xml-broken', 'error']]],
    ['a control character', '<schedule>\n\u0001</schedule>', [[2, 'control-character', 'error']]],
    ['text after the end', '<schedule></schedule>\nx', [[2, 'xml-broken', 'error']]],
    ['no element', '<!-- a -->\n', [[1, 'xml-broken', 'error']]],
  ])('%s', (_, xml, expected) => {
    expect(told(xml)).toEqual(expected);
  });
});

describe('what could grow, or reach elsewhere, is refused before it is parsed', () => {
  it.each([
    ['entities in entities', '<!DOCTYPE s [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><schedule>&b;</schedule>'],
    ['a file', '<!DOCTYPE s [<!ENTITY a SYSTEM "file:///etc/passwd">]><schedule>&a;</schedule>'],
    ['a document type elsewhere', '<!DOCTYPE s SYSTEM "http://example.org/s.dtd"><schedule/>'],
    ['a document type in lower case', '<!doctype html><schedule/>'],
  ])('%s', (_, xml) => {
    expect(told(xml)).toEqual([[1, 'doctype', 'error']]);
  });

  it('but not the word in a text', () => {
    const xml = document(
      event('<title>a</title><!-- <!DOCTYPE --><description><![CDATA[<!DOCTYPE x>]]></description>'),
    );
    expect(items(xml)).toMatchObject([{ abstract: '<!DOCTYPE x>' }]);
  });

  it('nesting and numbers', () => {
    expect(told('<a>'.repeat(100_000))).toEqual([[1, 'too-deep', 'error']]);
    expect(told(`<schedule>${'<a/>'.repeat(scheduleLimits.parts)}</schedule>`)).toEqual([
      [1, 'too-many-parts', 'error'],
    ]);
    const many = document(event('<title>a</title>').repeat(scheduleLimits.items + 1));
    expect(told(many).map(([, reason]) => reason)).toContain('too-many-items');
  });

  it.each([
    '<',
    '<a ',
    '</',
    '<!--',
    '<![CDATA[',
    '&',
    '<a b="',
    '>',
    '<?',
    '"',
    '\r',
    '<a b=c ',
    "<a '",
    '&#x',
  ])('ten megabytes of %j are answered', (piece) => {
    const text = `<schedule>${piece.repeat(10_000_000 / piece.length)}`;
    expect(readScheduleXml(text)).toMatchObject({ schedule: null, problems: [{ severity: 'error' }] });
    const inside = document(event(`<title>${piece.repeat(1_000_000 / piece.length)}</title>`));
    expect(readScheduleXml(inside).problems.length).toBeLessThanOrEqual(scheduleLimits.problems + 1);
  });
});

const whole = document(
  event('<title>a</title><date>2018-04-10T09:00:00+01:00</date><duration>01:30</duration>'),
);

it('never throws, whatever the text', () => {
  assert(
    property(string({ unit: 'binary', maxLength: 300 }), (text) => {
      expect(readScheduleXml(text).problems.length).toBeGreaterThan(0);
    }),
  );
});

it('never throws at a schedule that was cut, joined and mixed with what steers', () => {
  const odd = constantFrom(
    '<',
    '>',
    '&',
    '"',
    '\u202e',
    '\u2066',
    '\u0000',
    '\ud800',
    ']]>',
    '<!--',
    '<event>',
    '</day>',
  );
  assert(
    property(
      array(nat(whole.length), { minLength: 1, maxLength: 6 }),
      array(odd, { maxLength: 6 }),
      (cuts, marks) => {
        const text = cuts.reduce(
          (left, cut, index) => left.slice(0, cut) + (marks[index] ?? '') + left.slice(cut + 1),
          whole,
        );
        const { schedule, problems } = readScheduleXml(text);
        if (!schedule) expect(problems.some(({ severity }) => severity === 'error')).toBe(true);
        for (const { title } of schedule?.items ?? [])
          expect(title).not.toMatch(/[\p{Cc}\p{Cs}\u202a-\u202e]/u);
      },
    ),
    { numRuns: 500 },
  );
});
