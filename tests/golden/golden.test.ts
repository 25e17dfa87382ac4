/**
 * A folder is a case: `tests/golden/<format>/<case>/input.json` beside one `expected.<extension>` for each
 * writer of the format. `UPDATE_GOLDEN=1` rewrites what is expected; read the difference before committing it.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { feedXml } from '#formats/atom/feed.ts';
import { scheduleJson } from '#formats/frab/schedule-json.ts';
import { scheduleXml } from '#formats/frab/schedule-xml.ts';
import { calendar } from '#formats/ics/calendar.ts';
import { embeddable, eventJsonLd } from '#formats/schema-org/event.ts';

type Writer = (input: never) => string;

const formats: Record<string, Record<string, Writer>> = {
  ics: { ics: calendar },
  frab: { xml: scheduleXml, json: scheduleJson },
  atom: { xml: feedXml },
  'schema-org': { jsonld: (input) => embeddable(eventJsonLd(input)) },
};

const folders = (path: URL) =>
  readdirSync(path, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name);

it('has a writer for every folder and a folder for every writer', () => {
  expect(folders(new URL('.', import.meta.url)).sort()).toEqual(Object.keys(formats).sort());
});

describe.each(Object.entries(formats))('%s', (format, writers) => {
  const home = new URL(`${format}/`, import.meta.url);
  describe.each(folders(home))('%s', (name) => {
    const input = JSON.parse(readFileSync(new URL(`${name}/input.json`, home), 'utf8')) as never;
    it.each(Object.entries(writers))('as %s', (extension, write) => {
      const file = new URL(`${name}/expected.${extension}`, home);
      const written = write(input);
      if (process.env.UPDATE_GOLDEN === '1') writeFileSync(file, written);
      expect(existsSync(file), `${file.pathname} is missing: run with UPDATE_GOLDEN=1`).toBe(true);
      expect(written).toBe(readFileSync(file, 'utf8'));
    });
  });
});
