import { describe, expect, it } from 'vitest';
import { checkImports } from './check-imports.ts';
import { tree } from './check/tree.ts';

const rooms = ['network', 'events', 'follow-up', 'publication', 'federation', 'formats', 'platform', 'ui'];
const imports = Object.fromEntries(rooms.map((room) => [`#${room}/*`, `./src/${room}/*`]));
const base = {
  'package.json': JSON.stringify({ imports: { ...imports, '#messages': './src/paraglide/messages.js' } }),
  'src/network/model.ts': '',
  'src/network/policy.ts': '',
  'src/network/queries.server.ts': '',
  'src/network/components/Person.svelte': '',
  'src/events/model.ts': '',
  'src/events/schema.ts': '',
  'src/events/policy.ts': '',
  'src/events/mail.ts': '',
  'src/events/queries.server.ts': '',
  'src/events/changes.server.ts': '',
  'src/events/programme/model.ts': '',
  'src/publication/queries.server.ts': '',
  'src/formats/ics/calendar.ts': '',
  'src/formats/ics/line.ts': '',
  'src/formats/frab/days.ts': '',
  'src/formats/xml/document.ts': '',
  'src/platform/locale/text.ts': '',
  'src/platform/clock/zone.ts': '',
  'src/platform/database/database.ts': '',
  'src/platform/services/services.ts': '',
  'src/ui/components/Card.svelte': '',
  'src/server.ts': '',
  'demo/load.ts': '',
};

/** The lines a file with these imports is refused at, with the rule. */
function refusals(file: string, ...lines: string[]): string[] {
  const script = lines.join('\n');
  const content = file.endsWith('.svelte')
    ? `<script lang="ts">\n${script}\n</script>\n<p>{1 + 1}</p>`
    : script;
  return checkImports(tree({ ...base, [file]: content })).map(({ line, rule }) => `${line} ${rule}`);
}

const a = (from: string, at = 0) => `import { a${at} } from '${from}';`;

describe('checkImports accepts', () => {
  it.each([
    [
      'src/routes/+page.server.ts',
      ['#events/queries.server.ts', '#events/schema.ts', '#platform/services/services.ts'],
    ],
    [
      'src/routes/+page.svelte',
      ['#network/components/Person.svelte', '#ui/components/Card.svelte', '#messages', './$types'],
    ],
    [
      'src/events/queries.server.ts',
      ['./policy.ts', 'kysely', '#platform/database/database.ts', '#network/queries.server.ts'],
    ],
    ['src/events/exports.server.ts', ['./queries.server.ts', '#formats/ics/calendar.ts', '#messages']],
    ['src/events/programme/queries.server.ts', ['../policy.ts', './model.ts']],
    ['src/events/model.ts', ['#network/model.ts', '#platform/locale/text.ts', 'node:util']],
    [
      'src/events/components/Workshop.svelte',
      ['../model.ts', '#network/components/Person.svelte', '#messages'],
    ],
    ['src/formats/ics/calendar.ts', ['./line.ts', '../xml/document.ts', '#platform/clock/zone.ts']],
    [
      'src/federation/queries.server.ts',
      ['#publication/queries.server.ts', '#platform/database/database.ts'],
    ],
    [
      'src/server.ts',
      ['#events/queries.server.ts', '#platform/database/database.ts', '#formats/ics/calendar.ts'],
    ],
    ['cli/main.ts', ['../src/server.ts', '#events/changes.server.ts', '../demo/load.ts']],
    ['src/events/model.test.ts', ['#publication/queries.server.ts', '#formats/ics/calendar.ts']],
  ])('%s', (file, targets) => {
    expect(refusals(file, ...targets.map(a))).toEqual([]);
  });

  it('a component that names the shape of what a query returns', () => {
    expect(
      refusals('src/events/components/A.svelte', "import type { A } from '../queries.server.ts';"),
    ).toEqual([]);
  });
});

describe('checkImports refuses', () => {
  it.each([
    [
      'src/network/queries.server.ts',
      '#events/queries.server.ts',
      /network may not import events: the order is network → practices/,
    ],
    ['src/events/queries.server.ts', '#formats/ics/calendar.ts', /may not import formats/],
    ['src/events/queries.server.ts', '#ui/components/Card.svelte', /may not import ui/],
    ['src/events/model.ts', '#platform/database/database.ts', /events’s model may not import platform/],
    ['src/events/model.ts', '#network/policy.ts', /may not import network’s policy/],
    ['src/events/schema.ts', './queries.server.ts', /may not import a \.server\.ts file/],
    ['src/events/model.ts', 'kysely', /may not import kysely/],
    ['src/events/components/A.svelte', '../queries.server.ts', /also runs in the browser/],
    ['src/routes/+page.server.ts', 'kysely', /routes may not import kysely/],
    ['src/routes/+page.server.ts', '#formats/ics/calendar.ts', /routes may not import formats/],
    ['src/routes/+page.server.ts', '#events/mail.ts', /routes may not import events’s mail/],
    ['src/routes/+page.server.ts', '#platform/database/database.ts', /routes may not import platform/],
    ['src/routes/+page.svelte', '#platform/services/services.ts', /routes may not import platform/],
    ['src/formats/ics/calendar.ts', '../frab/days.ts', /the format ics may not import the format frab/],
    ['src/formats/ics/calendar.ts', '#events/model.ts', /formats may not import events’s model/],
    ['src/platform/log/log.ts', '#events/model.ts', /platform may not import events’s model/],
    ['src/ui/components/Card.svelte', '#events/model.ts', /ui may not import events’s model/],
    ['src/federation/queries.server.ts', '#events/policy.ts', /may not import events’s policy/],
    ['demo/load.ts', '#network/components/Person.svelte', /demo may not import network’s components/],
    ['src/events/queries.server.ts', '../network/queries.server.ts', /leaves the room by a relative path/],
    ['src/events/queries.server.ts', './policy', /leads to no file/],
    ['src/events/queries.server.ts', '#network/nowhere.ts', /leads to no file/],
  ])('%s ← %s', (file, target, rule) => {
    const found = refusals(file, '// first line', a(target));
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(rule);
    expect(found[0]).toMatch(file.endsWith('.svelte') ? /^3 / : /^2 /);
  });

  it('imports that stand inside an expression, and re-exports', () => {
    const found = refusals(
      'src/platform/log/log.ts',
      "export { a } from '#events/model.ts';",
      "const b = async () => import('#network/model.ts');",
      "type C = import('#events/schema.ts').C;",
    );
    expect(found.map((line) => line.slice(0, 1))).toEqual(['1', '2', '3']);
  });
});
