import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, buildReady } from './launch/build.js';
import { Failure } from './launch/failure.js';
import { languagesOf } from './launch/language.js';
import { withLock } from './launch/lock.js';
import { commandOf } from './launch/packages.js';
import { showing } from './launch/progress.js';
import { runAttached } from './launch/run.js';
import { chromiumReady } from './test/chromium.js';
import {
  addCounts,
  failureLines,
  lastLines,
  noCounts,
  readCounts,
  readFailures,
  readUnhandled,
} from './test/counts.js';

/*
 * `npm test`: unit and integration tests on SQLite, those with a database again on PostgreSQL where
 * TEST_DATABASE_URL names a server, then the journeys in a browser. Words after `npm test --` choose files.
 * The last line gives the counts of all runs.
 */
const root = dirname(dirname(fileURLToPath(import.meta.url)));
const filters = process.argv.slice(2);
const server = process.env.TEST_DATABASE_URL;
const folder = mkdtempSync(join(tmpdir(), 'indimaj-tests-'));

/** Tests never see the database a deployment would use, nor its folder, port or address. */
const env = { ...process.env };
for (const name of ['DATABASE_URL', 'INDIMAJ_DATA', 'INDIMAJ_URL', 'PORT']) delete env[name];

let counts = noCounts;
/** @type {string[]} */
const remarks = [];

/**
 * Runs one project of vitest.config.ts and adds what it counted; a run that broke off counts as one failure.
 * Files with a failure run once more, one at a time: what passes then counts as passed and is told as unsteady,
 * so that a machine busy with something else refuses nothing, and nobody overlooks a test that depends on it.
 * @param {string} title
 * @param {'unit' | 'browser'} project
 * @param {Record<string, string>} extra
 */
async function run(title, project, extra) {
  console.log(`\n— ${title}`);
  const first = await vitest(project, extra, filters);
  const files = [...new Set(first.failures.map(({ file }) => file))];
  let counted = first.counted;
  if (files.length > 0 && files.length <= 5) {
    console.log(`\n— ${title}: what failed, once more and alone`);
    const again = await vitest(project, extra, [...files, '--no-file-parallelism']);
    const still = again.failures.map(({ file, name }) => `${file}\n${name}`);
    const unsteady = first.failures.filter(({ file, name }) => !still.includes(`${file}\n${name}`));
    if (!again.counted.crashed) {
      const lost = readUnhandled(first.unhandled, files);
      for (const message of lost) remarks.push(`${title}: an error outside every test`, `    ${message}`);
      const failed = again.counted.failed + lost.length;
      counted = { ...counted, failed, passed: counted.passed + Math.max(0, counted.failed - failed) };
      for (const failure of unsteady) remarks.push('Unsteady, passed alone:', ...failureLines(failure, root));
      for (const failure of again.failures) remarks.push(...failureLines(failure, root));
    }
  } else for (const failure of first.failures) remarks.push(...failureLines(failure, root));
  if (counted.crashed)
    remarks.push(`${title}: the run broke off (exit status ${first.code}); counted as one failure`);
  counts = addCounts(counts, counted);
}

let runs = 0;

/**
 * @param {'unit' | 'browser'} project
 * @param {Record<string, string>} extra
 * @param {string[]} words files to run, and options
 */
async function vitest(project, extra, words) {
  const report = join(folder, `${(runs += 1)}.json`);
  const args = [commandOf(root, 'vitest'), 'run', '--project', project, '--passWithNoTests'];
  const unhandled = join(folder, `${runs}-unhandled.json`);
  const ours = `--reporter=${join(root, 'scripts', 'test', 'unhandled.js')}`;
  const reporters = ['--reporter=default', ours, '--reporter=json', `--outputFile.json=${report}`];
  const code = await runAttached(process.execPath, [...args, ...reporters, ...words], {
    cwd: root,
    env: { ...env, ...extra, TEST_UNHANDLED: unhandled },
  });
  return { code, unhandled, counted: readCounts(report, code), failures: readFailures(report) };
}

/** @returns {Promise<boolean>} whether the pages are built; a failed build counts as one failure */
async function built() {
  const [language = 'en'] = languagesOf(process.env);
  const to = { out: process.stderr, language };
  try {
    await withLock(join(root, '.node', 'lock'), async () => {
      if (!buildReady(root)) await showing('build', {}, () => build(root, process.execPath, env), to);
    });
    return true;
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    console.error(`${error.detail}\n${error.sentence(language)}`);
    remarks.push('The build failed: counted as one failure, browser tests not run');
    counts = addCounts(counts, { ...noCounts, failed: 1 });
    return false;
  }
}

try {
  const pages = await built();
  await run('Unit and integration tests, SQLite', 'unit', { TEST_ENGINE: 'sqlite' });
  if (server) await run('Database tests, PostgreSQL', 'unit', { TEST_ENGINE: 'postgres' });
  else remarks.push('PostgreSQL: not run (TEST_DATABASE_URL names no server)');
  if (existsSync(join(root, 'tests', 'e2e')) && pages) {
    const browser = chromiumReady();
    if (browser.ready) await run('Journeys in a browser', 'browser', { TEST_ENGINE: 'sqlite' });
    else {
      remarks.push(`Browser tests could not run, counted as one failure: ${browser.advice}`);
      counts = addCounts(counts, { ...noCounts, failed: 1 });
    }
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
console.log(`\n${lastLines(counts, remarks).join('\n')}`);
process.exitCode = counts.failed > 0 ? 1 : 0;
