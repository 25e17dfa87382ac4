/** Every golden schedule against c3voc's own schemas (beside the project, where they are) and another parser. */
import { Ajv } from 'ajv';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { Schedule } from '#formats/frab/model.ts';
import { oneLine } from '#formats/text/text.ts';
import { goldenCases } from './cases.ts';

const schemas = new URL('../../../shared/data/events/voc-schedule/validator/', import.meta.url);
const xsd = fileURLToPath(new URL('xsd/schedule.xml.xsd', schemas));
const json = fileURLToPath(new URL('json/schema.json', schemas));
const xmllint = spawnSync('xmllint', ['--version']).error === undefined;

const noXml = !existsSync(xsd) ? 'no schema in ../shared/data' : xmllint ? '' : 'xmllint is not installed';
const noJson = existsSync(json) ? '' : 'no schema in ../shared/data';
const skipped = (reason: string) => (reason ? ` (skipped: ${reason})` : '');

describe.each(goldenCases<Schedule>('frab', 'xml'))('$name.xml', ({ input, expected, path }) => {
  it.skipIf(noXml)(`is valid by the XSD${skipped(noXml)}`, () => {
    const { status, stderr } = spawnSync('xmllint', [
      '--noout',
      '--nonet',
      '--schema',
      xsd,
      fileURLToPath(path),
    ]);
    expect([status, status === 0 ? '' : stderr.toString()]).toEqual([0, '']);
  });

  it('gives its titles and persons back to another parser', () => {
    expect(XMLValidator.validate(expected)).toBe(true);
    const lists = ['day', 'room', 'event', 'person'];
    const parser = new XMLParser({
      parseTagValue: false,
      isArray: (name, path) => lists.includes(name) && path !== 'schedule.day.room.event.room',
    });
    const { schedule } = parser.parse(expected);
    expect(schedule.conference.title).toBe(oneLine(input.conference.title));
    const events = schedule.day.flatMap((day: { room?: { event: object[] }[] }) =>
      (day.room || []).flatMap((room) => room.event),
    );
    const byTime = input.items.toSorted((one, other) => one.start.localeCompare(other.start));
    expect(events.map((event: { title: string }) => event.title).sort()).toEqual(
      byTime.map((item) => oneLine(item.title)).sort(),
    );
  });
});

describe.each(goldenCases<Schedule>('frab', 'json'))('$name.json', ({ input, expected }) => {
  it.skipIf(noJson)(`is valid by the JSON schema${skipped(noJson)}`, () => {
    const ajv = new Ajv({ strict: false, allErrors: true });
    ajv.addMetaSchema(JSON.parse(readFileSync(draft06(), 'utf8')));
    ajv.addFormat('date', /^\d{4}-\d\d-\d\d$/);
    ajv.addFormat(
      'date-time',
      (text) => /T.+([+-]\d\d:\d\d|Z)$/.test(text) && !Number.isNaN(Date.parse(text)),
    );
    ajv.addFormat('uri', (text) => URL.canParse(text));
    ajv.addFormat('uuid', /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i);
    ajv.addFormat('color', /^#[0-9a-f]{6}$/i);
    const validate = ajv.compile(JSON.parse(readFileSync(json, 'utf8')));
    validate(JSON.parse(expected));
    expect(validate.errors).toBeNull();
  });

  it('has each item once, in the room and on the day it is in', () => {
    const { days } = JSON.parse(expected).schedule.conference;
    const found = days.flatMap(
      (day: { date: string; rooms: Record<string, { guid: string; room: string }[]> }) =>
        Object.entries(day.rooms).flatMap(([room, events]) =>
          events.map((event) => [event.guid, day.date, room, event.room]),
        ),
    );
    const given = input.items.map(({ guid, start, room }) => [
      guid,
      start.slice(0, 10),
      oneLine(room),
      oneLine(room),
    ]);
    expect(found.sort()).toEqual(given.sort());
  });
});

function draft06(): string {
  return fileURLToPath(import.meta.resolve('ajv/lib/refs/json-schema-draft-06.json'));
}
