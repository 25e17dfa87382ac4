import { existsSync } from 'node:fs';
import { join, posix } from 'node:path';
import { filesUnder, textOf } from './check/files.ts';
import { report, type Refusal } from './check/refusal.ts';
import { capabilities, isCapability } from './check/rooms.ts';

/** No file written by hand is longer; the median is under 60, nine of ten are under 200. */
const longest = 400;

/** What a capability, and a noun folder inside it, is made of. */
const vocabulary = [
  'model.ts',
  'schema.ts',
  'policy.ts',
  'queries.server.ts',
  'changes.server.ts',
  'reactions.server.ts',
  'imports.server.ts',
  'exports.server.ts',
  'mail.ts',
  'worker.ts',
];

/** Rooms of src that are not capabilities. */
const otherRooms = ['routes', 'formats', 'platform', 'ui', 'paraglide'];

/** Names that say nothing about what lies inside. */
const drawers = /^(common|core|helpers?|lib|misc|services?|shared|stuff|types|utils?)$/;

/** Checks the closed file vocabulary of the capabilities, the rooms of src, and the length of every file. */
export function checkStructure(root: string): Refusal[] {
  const source = filesUnder(root, 'src', 'cli', 'demo', 'scripts', 'bench', 'tests', 'project.inlang');
  const inCapabilities = source.filter(
    (path) => isCapability(path.split('/')[1] ?? '') && path.startsWith('src/'),
  );
  return [
    ...capabilities.flatMap((name) => readme(root, name)),
    ...unknownRooms(source),
    ...inCapabilities.flatMap((path) => vocabularyOf(root, path)),
    ...source.filter(isProgram).flatMap((path) => tooLong(root, path)),
  ];
}

function readme(root: string, capability: string): Refusal[] {
  const folder = `src/${capability}`;
  if (!existsSync(join(root, folder)) || existsSync(join(root, folder, 'README.md'))) return [];
  return [
    {
      file: folder,
      rule: 'a capability opens with a README.md',
      instead: 'say in about ten lines what it is for, its records and its rules.',
    },
  ];
}

function unknownRooms(source: string[]): Refusal[] {
  const rooms = new Set(
    source.filter((path) => /^src\/[^/]+\//.test(path)).map((path) => path.split('/')[1] ?? ''),
  );
  return [...rooms]
    .filter((room) => !isCapability(room) && !otherRooms.includes(room))
    .map((room) => ({
      file: `src/${room}`,
      rule: `${room} is no room of this house`,
      instead: `put it into a capability (${capabilities.join(', ')}), or into ${otherRooms.slice(0, 4).join(', ')}; a new room takes a dated decision.`,
    }));
}

function vocabularyOf(root: string, path: string): Refusal[] {
  const [, capability = '', ...inside] = path.split('/');
  const name = inside.at(-1) ?? '';
  const folders = inside.slice(0, -1);
  const refuse = (rule: string, instead: string): Refusal[] => [{ file: path, rule, instead }];
  const drawer = folders.find((folder) => drawers.test(folder));
  if (drawer)
    return refuse(
      `a folder called ${drawer} says nothing about what lies in it`,
      'name it after its noun (commitments/, programme/).',
    );
  if (folders.length > 0 && folders.at(-1) === 'components') return componentFile(root, path, folders.length);
  if (folders.length > 1) {
    return refuse(
      'capabilities are split by noun once, not twice',
      `move it up to src/${capability}/${folders[0]}/ or give it a noun of its own.`,
    );
  }
  if (name === 'README.md' || vocabulary.includes(name)) return [];
  if (name.endsWith('.test.ts')) return testFile(root, path);
  return refuse(
    `${name} is not in a capability’s vocabulary`,
    `use one of ${vocabulary.join(', ')}, components/ or *.test.ts; split by noun into a folder with the same names.`,
  );
}

function componentFile(root: string, path: string, depth: number): Refusal[] {
  if (depth > 2)
    return [
      {
        file: path,
        rule: 'components lie in one folder',
        instead: 'put it into the capability’s or the noun’s components/.',
      },
    ];
  if (path.endsWith('.test.ts')) return testFile(root, path);
  if (/\/(README\.md|[A-Z]\w*\.svelte|[a-z][\w-]*(\.svelte)?\.(ts|css))$/.test(path)) return [];
  return [
    {
      file: path,
      rule: 'components/ holds Svelte components named with a capital, and plain .ts (.svelte.ts with runes) or .css beside them',
      instead: 'rename it (WorkshopCard.svelte, words.ts), or move it to the file its content belongs to.',
    },
  ];
}

/** `changes.server.test.ts` or, of one aspect, `changes.rights.server.test.ts`: its subject lies beside it. */
function testFile(root: string, path: string): Refusal[] {
  const folder = posix.dirname(path);
  const stem = posix.basename(path).replace(/\.test\.ts$/, '');
  const pieces = stem.split('.');
  const server = pieces.at(-1) === 'server';
  const subjects = [stem, server ? `${pieces[0]}.server` : pieces[0], pieces[0]];
  const found = subjects.some((name) =>
    ['ts', 'svelte', 'js'].some((end) => existsSync(join(root, folder, `${name}.${end}`))),
  );
  if (found) return [];
  return [
    {
      file: path,
      rule: 'a test lies beside its subject and bears its name',
      instead: `name it after a file of ${folder}/ (model.test.ts), or move it to tests/integration if it joins several.`,
    },
  ];
}

function isProgram(path: string): boolean {
  return /\.(ts|js|svelte|css)$/.test(path) && !path.startsWith('tests/golden/');
}

function tooLong(root: string, path: string): Refusal[] {
  const lines = textOf(root, path).trimEnd().split('\n').length;
  if (lines <= longest) return [];
  return [
    {
      file: path,
      line: longest + 1,
      rule: `${lines} lines; no file has more than ${longest}`,
      instead:
        'split it by noun into a folder with the same vocabulary, or take a pure part out into its own file.',
    },
  ];
}

if (process.argv[1] === import.meta.filename) {
  process.exitCode = report('structure', checkStructure(process.cwd()));
}
