import { existsSync, statSync } from 'node:fs';
import { join, posix } from 'node:path';
import { filesUnder, textOf } from './check/files.ts';
import { importsOf, type Import } from './check/imports-of.ts';
import { mayImportKysely, objection } from './check/import-rules.ts';
import { report, type Refusal } from './check/refusal.ts';
import { nameOf, placeOf } from './check/rooms.ts';

/**
 * Checks every import of the house against the table "Who may import what" of ARCHITECTURE.md, its spelling
 * (package imports between rooms, relative ones inside) and that it leads to a file. Tests may import anything.
 */
export function checkImports(root: string): Refusal[] {
  const aliases: Record<string, string> = JSON.parse(textOf(root, 'package.json')).imports ?? {};
  return filesUnder(root, 'src', 'cli', 'demo')
    .filter((path) => /\.(ts|js|svelte)$/.test(path) && !isForTests(path))
    .flatMap((path) =>
      importsOf(path, textOf(root, path)).flatMap((found) => judge(root, aliases, path, found) ?? []),
    );
}

function judge(
  root: string,
  aliases: Record<string, string>,
  path: string,
  found: Import,
): Refusal | undefined {
  const { from, line, typeOnly } = found;
  const refuse = (rule: string, instead: string): Refusal => ({ file: path, line, rule, instead });
  const here = placeOf(path);
  if (from === 'kysely' || from.startsWith('kysely/')) {
    if (mayImportKysely(here, isServerFile(path))) return undefined;
    return refuse(
      `${nameOf(here)} may not import kysely`,
      'queries belong into a capability’s queries.server.ts or changes.server.ts; call those.',
    );
  }
  const target = resolve(aliases, path, from);
  if (target === undefined || target.startsWith('node_modules/')) return undefined;
  const spelling = packageImport(aliases, target);
  if (from.startsWith('.') && roomFolder(path) !== roomFolder(target) && spelling) {
    return refuse(`${from} leaves the room by a relative path`, `between rooms write '${spelling}'.`);
  }
  if (!target.startsWith('src/paraglide/') && !target.includes('/$types') && !isFile(join(root, target))) {
    return refuse(
      `${from} leads to no file`,
      'imports carry their extension (.ts, .svelte, .js) and the path as it is spelled.',
    );
  }
  const answer = objection({
    from: here,
    fromServer: isServerFile(path),
    to: placeOf(target),
    toServer: target.endsWith('.server.ts'),
    typeOnly,
  });
  return answer && placeOf(target).room !== 'elsewhere' ? refuse(answer.rule, answer.instead) : undefined;
}

/** The path from the root an import leads to; undefined for packages and Node's own modules. */
function resolve(aliases: Record<string, string>, path: string, from: string): string | undefined {
  const bare = from.replace(/\?.*$/, '');
  if (bare.startsWith('.')) return posix.join(posix.dirname(path), bare);
  for (const [alias, to] of Object.entries(aliases)) {
    const [start = '', end] = alias.split('*');
    if (end === undefined ? bare === alias : bare.startsWith(start)) {
      return posix.normalize(to.replace('*', bare.slice(start.length)));
    }
  }
  return undefined;
}

/** How a file is written from another room; undefined where package.json names no way (cli, demo, scripts). */
function packageImport(aliases: Record<string, string>, target: string): string | undefined {
  const room = roomFolder(target);
  const alias = Object.entries(aliases).find(([, to]) => room !== '' && posix.normalize(to) === `${room}/*`);
  return alias?.[0].replace('*', posix.relative(room, target));
}

/** The folder within which imports are relative; files that stand alone in src count for none. */
function roomFolder(path: string): string {
  const [top = '', second = '', third] = path.split('/');
  if (top !== 'src') return top;
  return third === undefined ? '' : `src/${second}`;
}

function isServerFile(path: string): boolean {
  return /\.server\.(ts|js)$|(^|\/)\+server\.(ts|js)$/.test(path);
}

function isForTests(path: string): boolean {
  return (
    path.endsWith('.test.ts') || path.startsWith('src/platform/testing/') || path.endsWith('/testing.ts')
  );
}

function isFile(path: string): boolean {
  return existsSync(path) && statSync(path).isFile();
}

if (process.argv[1] === import.meta.filename) {
  process.exitCode = report('imports', checkImports(process.cwd()));
}
