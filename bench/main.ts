import { bytes } from './benchmarks/bytes.ts';
import type { Bench, Benchmark } from './benchmarks/benchmark.ts';
import { cached } from './benchmarks/cached.ts';
import { durability } from './benchmarks/durability.ts';
import { followUp } from './benchmarks/follow-up.ts';
import { groups } from './benchmarks/groups.ts';
import { memory } from './benchmarks/memory.ts';
import { minutes } from './benchmarks/minutes.ts';
import { officeKills } from './benchmarks/office-kills.ts';
import { proceedings } from './benchmarks/proceedings.ts';
import { start } from './benchmarks/start.ts';
import { uncached } from './benchmarks/uncached.ts';
import { writes } from './benchmarks/writes.ts';
import { OptionError, readOptions, type Options } from './options.ts';
import { isMet, sentenceOf, type Measure } from './report/measure.ts';
import { machine, record } from './report/record.ts';
import { demonstrationData } from './subjects/node.ts';

const benchmarks: readonly Benchmark[] = [
  cached,
  uncached,
  writes,
  proceedings,
  minutes,
  followUp,
  groups,
  start,
  memory,
  bytes,
  durability,
  officeKills,
];

const help = `npm run bench [NAME…] [-- OPTIONS]

${benchmarks.map(({ name, about }) => `  ${name.padEnd(12)} ${about}`).join('\n')}

  --url ADDRESS    measure the server at an http address, whatever program it is
  --pid NUMBER     its process, for its memory and processor time
  --page PATH      a page to measure; may be given several times
  --connections N  how many connections ask at the same time (64)
  --seconds N      how long a round lasts (5)
  --rounds N       how many rounds of each of the two that are compared (3)
  --record         add the figures to the table in bench/README.md
`;

/** Runs the benchmarks that were named, all where none was, and answers with the exit code. */
async function main(args: string[]): Promise<number> {
  const options = readOptions(
    args,
    benchmarks.map(({ name }) => name),
  );
  if (options.help) {
    process.stdout.write(help);
    return 0;
  }
  console.log(`${machine()}\n`);
  const measures = await runAll(options);
  console.log('');
  for (const measure of measures) console.log(sentenceOf(measure));
  console.log(`\nAgain: npm run bench ${args.length > 0 ? `-- ${args.join(' ')}` : ''}`);
  if (options.record) record(measures);
  return measures.some((measure) => isMet(measure) === false) ? 1 : 0;
}

async function runAll(options: Options): Promise<Measure[]> {
  let folder: Promise<string> | undefined;
  const bench: Bench = {
    ...options,
    dataFolder: () => (folder ??= demonstrationData()),
    say: (line) => console.log(line),
  };
  const measures: Measure[] = [];
  for (const { name, about, run } of benchmarks) {
    if (options.names.length > 0 && !options.names.includes(name)) continue;
    console.log(`• ${name}: ${about}`);
    measures.push(...(await run(bench)));
  }
  return measures;
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof OptionError)) throw error;
  console.error(error.message);
  process.exitCode = 2;
}
