import { randomBytes } from 'node:crypto';
import { accessSync, constants, statfsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

/**
 * Two projects, without Kit's and Paraglide's plugins: `unit` (everything that needs no browser) and `browser`
 * (journeys in Chromium, one at a time). TEST_ENGINE names the engine of the database tests, sqlite or
 * postgres; on postgres only those tests run which open a database: `*.server.test.ts` and tests/integration.
 */
const engine = process.env.TEST_ENGINE ?? 'sqlite';
if (engine !== 'sqlite' && engine !== 'postgres') {
  throw new Error(`TEST_ENGINE is "${engine}"; it must be "sqlite" or "postgres".`);
}

/** In the names of this run's databases and folders, which go when it ends. */
process.env['TEST_RUN'] ??= randomBytes(4).toString('hex');

// Every process of a run keeps what it compiled for the next one: the command's own tests start hundreds.
process.env['NODE_COMPILE_CACHE'] ??= new URL('node_modules/.cache/node', import.meta.url).pathname;
// What tests write is thrown away: where the machine has room for it in memory, nothing waits for a disk.
if (!process.env['TMPDIR'] && isRoomy('/dev/shm')) process.env['TMPDIR'] = '/dev/shm';

function isRoomy(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK | constants.X_OK);
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize > 4 * 1024 ** 3;
  } catch {
    return false;
  }
}

const everything = [
  '{src,cli,demo,scripts,bench,project.inlang}/**/*.test.ts',
  'tests/{golden,integration}/**/*.test.ts',
  'tests/*.test.ts',
];
const withDatabase = ['{src,cli,demo,bench}/**/*.server.test.ts', 'tests/integration/**/*.test.ts'];
/** Papers, and the marks of languages in pages: made of what was read, which the engines read alike. */
const afterReading = ['tests/integration/pages-{exercise-papers,languages}.server.test.ts'];
/** The project's own extends types that only Kit's sync writes; tests run without them. */
const tsconfig = 'scripts/test/tsconfig.json';
const globalSetup = 'scripts/test/leftovers.ts';
const setupFiles = 'scripts/test/locale.ts';
const never = ['**/node_modules/**', '.node/**', 'build/**', '.svelte-kit/**', 'src/paraglide/**'];

export default defineConfig({
  test: {
    // The database tests wait more than they compute, so one worker more than there are cores keeps these busy.
    maxWorkers: availableParallelism() + 1,
    // Files share a process, and with it what they import: most of them need longer for that than for their tests.
    isolate: false,
    projects: [
      {
        tsconfig,
        test: {
          name: 'unit',
          environment: 'node',
          globalSetup,
          setupFiles,
          include: engine === 'postgres' ? withDatabase : everything,
          exclude: engine === 'postgres' ? [...never, ...afterReading] : never,
          env: { TEST_ENGINE: engine },
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      {
        tsconfig,
        test: {
          name: 'browser',
          environment: 'node',
          globalSetup,
          include: ['tests/e2e/**/*.test.ts'],
          exclude: never,
          env: { TEST_ENGINE: engine },
          fileParallelism: false,
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
