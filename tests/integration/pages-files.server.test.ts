import { readFileSync } from 'node:fs';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import ICAL from 'ical.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { idAt, inThree, tie, writeMeeting } from '../support/meeting.ts';
import { publicPages, startNode, type TestNode } from '../support/node.ts';
import { faultsOfJson, faultsOfXml, noJson, noXml } from '../support/schedule-schemas.ts';
import { reservedSlugs } from '#platform/text/slug.ts';

/*
 * The files beside pages, as the running node answers them, read by parsers that aren't ours: for each meeting of
 * the demonstration, and for one with hours and with text that every format would take for its own signs.
 */
const awkward = `A & B <script>alert("x")</script> ]]> \\n ; , : ' é\u00a0« ورشة » \u{1f54a}`;

let node: TestNode;
let meetings: string[];
/** Those whose days are known; the others have no calendar and no schedule. */
let dated: string[];
beforeAll(async () => {
  node = await startNode();
  await node.write(async (tx) => {
    const texts = { ...inThree(awkward), ar: `ورشة ${awkward}` };
    const day = '2026-03-10';
    const items = [
      { anchor: 'one', day, startsAt: '09:00', endsAt: '10:30', title: texts, abstract: texts, room: texts },
      { anchor: 'two', day, startsAt: '10:30', endsAt: '12:00', title: texts },
      { anchor: 'three', day: '2026-03-11', startsAt: '09:00', endsAt: '10:30', title: texts },
      { anchor: 'unknown-hours', title: texts },
    ];
    const input = {
      territoryId: await idAt(tx, 'territories', 'oriental'),
      title: texts,
      summary: texts,
      city: texts,
    };
    await writeMeeting(tx, 'elsewhere', { startsOn: '2026', endsOn: '2026' });
    await tie(tx, 'awkward', await writeMeeting(tx, 'awkward', input, items));
  });
  meetings = (await publicPages(node)).filter((page) => /^\/(fr|ar)\/workshops\/[^/]+$/.test(page));
  dated = [];
  for (const path of meetings) {
    const { dates } = JSON.parse(await file(`${path}/record.json`, 'application/json'));
    if (dates.from.length === 10) dated.push(path);
  }
});
afterAll(async () => {
  expect(node.errors).toEqual([]);
  await node.stop();
});

async function file(path: string, type: string): Promise<string> {
  const response = await node.get(path);
  expect([path, response.status, response.headers.get('content-type')]).toEqual([path, 200, type]);
  return response.text();
}

/** A title as each language shows it. */
const titled = (path: string) => (path.startsWith('/ar') ? `ورشة ${awkward}` : `${awkward} en français`);
const oneLine = (text: string) => text.replaceAll(/\s+/g, ' ');

describe('calendars', () => {
  const read = (text: string) =>
    new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent').map((event) => new ICAL.Event(event));

  it('of each meeting are read by another program, one entry for it and one for each item', async () => {
    for (const path of dated) {
      const text = await file(`${path}/calendar.ics`, 'text/calendar; charset=utf-8');
      expect(text).toMatch(/^BEGIN:VCALENDAR\r\n/);
      const lines = text.split('\r\n');
      expect(lines.filter((line) => Buffer.byteLength(line) > 75)).toEqual([]);
      const events = read(text);
      const [whole, ...items] = events;
      const record = JSON.parse(await file(`${path}/record.json`, 'application/json'));
      expect(items.map(({ uid }) => uid)).toEqual(
        record.programme.map(({ anchor }: { anchor: string }) => `${whole!.uid}/programme/${anchor}`),
      );
      for (const event of events) expect(event.startDate.compare(event.endDate)).toBeLessThan(0);
    }
  });

  it('give text back as it was written, and hours of Ramadan as the instants they are', async () => {
    for (const path of ['/fr/workshops/awkward', '/ar/workshops/awkward']) {
      const [whole, one] = read(await file(`${path}/calendar.ics`, 'text/calendar; charset=utf-8'));
      expect(oneLine(whole!.summary)).toBe(oneLine(titled(path)));
      expect(oneLine(one!.summary)).toBe(oneLine(titled(path)));
      expect(one!.startDate.toJSDate().toISOString()).toBe('2026-03-10T09:00:00.000Z');
      expect(one!.endDate.toJSDate().toISOString()).toBe('2026-03-10T10:30:00.000Z');
    }
  });

  it('give an item without hours its own day where that is known, else the days of the meeting', async () => {
    const of = async (anchor: string) => {
      const path = `/fr/workshops/rabat-2018/programme/${anchor}.ics`;
      const [event] = read(await file(path, 'text/calendar; charset=utf-8'));
      return [event!.startDate.toString(), event!.endDate.toString()];
    };
    expect(await of('thematic-breakfast')).toEqual(['2018-04-10', '2018-04-11']);
    expect(await of('opening')).toEqual(['2018-04-10', '2018-04-12']);
  });

  it('and schedules are not there for a meeting whose days are not known', async () => {
    const undated = meetings.filter((path) => !dated.includes(path));
    expect(undated.length).toBeGreaterThan(0);
    for (const path of undated)
      for (const name of ['calendar.ics', 'schedule.xml', 'schedule.json'])
        expect([path, name, (await node.get(`${path}/${name}`)).status]).toEqual([path, name, 404]);
  });

  it('of one session and of the whole network are there', async () => {
    const [one, ...others] = read(
      await file('/fr/workshops/awkward/programme/one.ics', 'text/calendar; charset=utf-8'),
    );
    expect(others).toEqual([]);
    expect(one!.uid).toBe(`${node.publicUrl}/workshops/awkward/programme/one`);
    const all = read(await file('/fr/workshops/calendar.ics', 'text/calendar; charset=utf-8'));
    const french = dated.filter((path) => path.startsWith('/fr'));
    expect(all.map(({ uid }) => uid).sort()).toEqual(
      french.map((path) => node.publicUrl + path.slice(3)).sort(),
    );
  });
});

describe('schedules', () => {
  it.skipIf(noXml)(`in XML are valid by c3voc's schema${noXml && ` (skipped: ${noXml})`}`, async () => {
    for (const path of dated) {
      const text = await file(`${path}/schedule.xml`, 'application/xml; charset=utf-8');
      expect([path, faultsOfXml(text)]).toEqual([path, '']);
    }
  });

  it.skipIf(noJson)(`in JSON are valid by c3voc's schema${noJson && ` (skipped: ${noJson})`}`, async () => {
    for (const path of dated) {
      const text = await file(`${path}/schedule.json`, 'application/json');
      expect([path, faultsOfJson(text)]).toEqual([path, null]);
    }
  });

  it('tell the same in both forms: what has hours, with its instant', async () => {
    const { schedule, generator } = JSON.parse(
      await file('/fr/workshops/awkward/schedule.json', 'application/json'),
    );
    const days = schedule.conference.days as { rooms: Record<string, { title: string; date: string }[]> }[];
    const found = days.flatMap((day) => Object.values(day.rooms).flat());
    expect(generator.version).toBe(JSON.parse(readFileSync('package.json', 'utf8')).version);
    expect(found.map(({ title }) => oneLine(title))).toEqual(Array(3).fill(oneLine(titled('/fr'))));
    const instants = found.map(({ date }) => new Date(date).toISOString());
    expect(instants).toEqual([
      '2026-03-10T09:00:00.000Z',
      '2026-03-10T10:30:00.000Z',
      '2026-03-11T09:00:00.000Z',
    ]);
    const xml = await file('/fr/workshops/awkward/schedule.xml', 'application/xml; charset=utf-8');
    const dates = [...xml.matchAll(/<date>([^<]+)<\/date>/g)].map(([, date]) =>
      new Date(date!).toISOString(),
    );
    expect(dates).toEqual(instants);
  });
});

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  isArray: (name) => name === 'url' || name === 'entry',
});

describe('the feed', () => {
  it.each(['fr', 'ar', 'en'])('of /%s is read by another parser, each meeting once', async (locale) => {
    const text = await file(`/${locale}/workshops/feed.atom`, 'application/atom+xml; charset=utf-8');
    expect(XMLValidator.validate(text)).toBe(true);
    const { feed } = parser.parse(text) as {
      feed: { '@xml:lang': string; entry: { id: string; title: string; updated: string }[] };
    };
    expect(feed['@xml:lang']).toBe(locale);
    const ids = meetings
      .filter((path) => path.startsWith('/fr'))
      .map((path) => node.publicUrl + path.slice(3));
    // All are published, and all but one over: those have their proceedings beside them.
    const entries = ids.flatMap((id) => (id.endsWith('/elsewhere') ? [id] : [id, `${id}#proceedings`]));
    expect(feed.entry.map(({ id }) => id).sort()).toEqual(entries.sort());
    expect(feed.entry.filter(({ updated }) => Number.isNaN(Date.parse(updated)))).toEqual([]);
    expect(feed.entry.filter(({ title }) => title.includes('<script>'))).toHaveLength(2);
  });
});

describe('the sitemap', () => {
  it('is well formed and lists whole addresses, each in its three languages', async () => {
    const text = await file('/sitemap.xml', 'application/xml; charset=utf-8');
    expect(XMLValidator.validate(text)).toBe(true);
    const { urlset } = parser.parse(text) as { urlset: { url: { loc: string; 'xhtml:link': object[] }[] } };
    expect(new Set(urlset.url.map(({ loc }) => loc)).size).toBe(urlset.url.length);
    expect(urlset.url.filter(({ loc }) => !loc.startsWith(`${node.publicUrl}/`))).toEqual([]);
    expect(urlset.url.filter((url) => url['xhtml:link'].length !== 3)).toEqual([]);
    expect(await file('/robots.txt', 'text/plain; charset=utf-8')).toContain(
      `Sitemap: ${node.publicUrl}/sitemap.xml`,
    );
  });
});

describe('structured data', () => {
  it('of each meeting is an event of schema.org, with its own words', async () => {
    for (const path of meetings) {
      const html = await (await node.get(path)).text();
      const blocks = [...html.matchAll(/<script type="application\/ld\+json">([\s\S]*?)<\/script>/g)];
      expect([path, blocks.length]).toEqual([path, 1]);
      const event = JSON.parse(blocks[0]![1]!);
      expect([path, event['@context'], event['@type']]).toEqual([path, 'https://schema.org', 'Event']);
      expect(event.url).toBe(node.publicUrl + path);
      expect(Date.parse(event.startDate)).not.toBeNaN();
      if (path.endsWith('/awkward')) expect(oneLine(event.name)).toBe(oneLine(titled(path)));
    }
  });

  it('names the country of the place, and none where the place is not known', async () => {
    const country = async (slug: string) => {
      const html = await (await node.get(`/fr/workshops/${slug}`)).text();
      const [, block] = /<script type="application\/ld\+json">([\s\S]*?)<\/script>/.exec(html)!;
      return JSON.parse(block!).location.address.addressCountry;
    };
    expect(await country('rabat-2018')).toBe('MA');
    expect(await country('elsewhere')).toBe(undefined);
  });

  it('cannot end its own element', async () => {
    const html = await (await node.get('/fr/workshops/awkward')).text();
    expect(html).not.toContain('<script>alert');
    expect(html.match(/<script/g)).toHaveLength(1);
  });
});

describe('records as JSON', () => {
  it('stand beside every page of one record, in the same words', async () => {
    const pages = (await publicPages(node))
      .filter((page) => /^\/fr\/[a-z]+\/[^/]+$/.test(page))
      .filter((page) => !reservedSlugs.includes(page.split('/').at(-1)!));
    expect(pages.length).toBeGreaterThan(60);
    for (const page of pages) {
      const record = JSON.parse(await file(`${page}/record.json`, 'application/json'));
      expect(record.id).toBe(node.publicUrl + page.slice(3));
    }
    const { title } = JSON.parse(await file('/fr/workshops/awkward/record.json', 'application/json'));
    expect(title.fr).toBe(titled('/fr'));
  });
});

describe('pictures to share', () => {
  it.each([
    '/fr/card.png',
    '/ar/card.png',
    '/fr/workshops/awkward/card.png',
    '/ar/workshops/awkward/card.png',
  ])('%s is a PNG of 1200 × 630', async (path) => {
    const response = await node.get(path);
    expect(response.headers.get('content-type')).toBe('image/png');
    const bytes = Buffer.from(await response.arrayBuffer());
    expect(bytes.subarray(1, 4).toString()).toBe('PNG');
    expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([1200, 630]);
    expect(bytes.length).toBeLessThan(300_000);
  });
});
