import { makeTestLocation, postgresAtHand } from '#platform/database/testing.ts';
import { killRepeatedly, type Outcome } from './kills.ts';

/**
 * Thirty times: a process writes records with their journal entries in a burst and is killed without warning;
 * everything it had acknowledged must be there, and nothing may be there by half.
 *
 * Run as `npm run bench durability`, or `node bench/durability/kill.ts [KILLS]`. PostgreSQL takes part where
 * TEST_DATABASE_URL names a server: there the writer is killed, not the database server itself, whose own
 * write-ahead log is what keeps its promise.
 */
const kills = Number(process.argv[2] ?? 30);

const outcomes: [string, Outcome][] = [];
for (const engine of ['sqlite', 'postgres'] as const) {
  if (engine === 'postgres' && !postgresAtHand) continue;
  const { location, remove } = await makeTestLocation(engine);
  try {
    process.stderr.write(`${engine} `);
    outcomes.push([engine, await killRepeatedly(location, kills, () => process.stderr.write('.'))]);
    process.stderr.write('\n');
  } finally {
    await remove();
  }
}

console.log('| engine | kills -9 | acknowledged | lost | partial | written, not yet acknowledged |');
console.log('|---|--:|--:|--:|--:|--:|');
for (const [engine, { acknowledged, lost, partial, unacknowledged, kills: done }] of outcomes)
  console.log(`| ${engine} | ${done} | ${acknowledged} | ${lost} | ${partial} | ${unacknowledged} |`);
console.log(
  postgresAtHand
    ? '\nOn PostgreSQL the writing process was killed, not the database server.'
    : '\nPostgreSQL was left out: TEST_DATABASE_URL names no server.',
);
process.exitCode = outcomes.some(([, { lost, partial }]) => lost + partial > 0) ? 1 : 0;
