import type { DatabaseLocation } from '#platform/database/open.ts';
import { startNode, type Child } from '#platform/testing/child.ts';

/** Variables that a reader's own environment might hold, and a test must not take over. */
const unset = { PORT: '', INDIMAJ_URL: '', INDIMAJ_DATA: '', DATABASE_URL: '', LC_ALL: '', LC_MESSAGES: '' };

/** Starts `indimaj` as a reader would, speaking English unless `env` says otherwise. */
export function indimaj(
  args: string[],
  { location, env = {} }: { location?: DatabaseLocation; env?: NodeJS.ProcessEnv } = {},
): Child {
  const place = location && { INDIMAJ_DATA: location.dataFolder, DATABASE_URL: location.databaseUrl ?? '' };
  return startNode(['cli/main.ts', ...args], { env: { ...unset, LANG: 'en_GB.UTF-8', ...place, ...env } });
}

/** Runs `indimaj` to its end. @returns its exit status and the lines of both streams */
export async function run(...given: Parameters<typeof indimaj>) {
  const { code, output, errors } = await indimaj(...given).ended;
  const lines = (text: string) => text.split('\n').filter(Boolean);
  return { code, output: lines(output), errors: lines(errors) };
}
