/** A process that analyses one room of planted groups again and again, and says how long that took and what it needed. */
import { analyse, type Analysis } from '#deliberation/analyses/model.ts';
import { chance } from '#deliberation/chance/model.ts';
import type { Mode } from '#deliberation/opinion-groups/model.ts';
import { plantedVotes } from '#deliberation/planted-votes/model.ts';
import { adjustedRandIndex } from '#deliberation/rand-index/model.ts';
import { voteMatrix, withVotes, type Ballots, type VoteMatrix } from '#deliberation/votes/model.ts';

/** What the process is asked. */
export interface Room {
  participants: number;
  statements: number;
  density: number;
  mode: Mode;
  rounds: number;
}

/** What it answers: milliseconds of each round, and of its process's processor time. */
export interface Figures {
  votes: number;
  pass: number[];
  nothing: number[];
  /** The first analysis of the process, before anything was compiled. */
  first: number;
  processor: number;
  updateProcessor: number;
  update: number[];
  /** Megabytes. */
  memory: number;
  memoryBefore: number;
  steps: Record<string, number>;
  index: number;
  k: number;
}

const room = JSON.parse(process.argv[2] ?? '{}') as Room;
const { participants, statements, density } = room;
const { ballots, groupOf } = plantedVotes({
  participants,
  statements,
  density,
  groups: 3,
  strength: 0.3,
  seed: 20,
});
const memoryBefore = process.resourceUsage().maxRSS / 1_000;
const options = { mode: room.mode };
const took = <T>(times: number[], work: () => T): T => {
  const start = performance.now();
  const done = work();
  times.push(performance.now() - start);
  return done;
};

const times = { pass: [] as number[], nothing: [] as number[], update: [] as number[] };
const firsts: number[] = [];
let matrix = took(firsts, () => voteMatrix(ballots));
let analysis: Analysis = took(firsts, () => analyse(matrix, options));
const memory = process.resourceUsage().maxRSS / 1_000;
const before = process.cpuUsage();
for (let round = 0; round < room.rounds; round += 1) {
  took(times.nothing, () => {
    matrix = voteMatrix(ballots);
    analysis = analyse(matrix, options);
  });
}
const processor = milliseconds(process.cpuUsage(before)) / room.rounds;
const beforeUpdates = process.cpuUsage();
for (let round = 0; round < room.rounds; round += 1) {
  const more = hundred(round);
  took(times.update, () => analyse(withVotes(matrix, more), options, analysis.state));
}
const updateProcessor = milliseconds(process.cpuUsage(beforeUpdates)) / room.rounds;
for (let round = 0; round < room.rounds; round += 1) took(times.pass, () => onePass(matrix));
const figures: Figures = {
  votes: matrix.columns.length,
  ...times,
  first: firsts.reduce((sum, one) => sum + one, 0),
  processor,
  updateProcessor,
  memory,
  memoryBefore,
  steps: analysis.milliseconds,
  index: adjustedRandIndex(groupOf, analysis.groupOf),
  k: analysis.k,
};
process.stdout.write(JSON.stringify(figures));

/** What nobody can be faster than: every vote is looked at once. */
function onePass({ participants, rowStarts, columns, values, statements }: VoteMatrix): Float64Array {
  const sums = new Float64Array(statements);
  for (let row = 0; row < participants; row += 1)
    for (let at = rowStarts[row]!; at < rowStarts[row + 1]!; at += 1) sums[columns[at]!]! += values[at]!;
  return sums;
}

function milliseconds({ user, system }: NodeJS.CpuUsage): number {
  return (user + system) / 1_000;
}

/** A hundred votes of people who are there already. */
function hundred(seed: number): Ballots {
  const by = chance(seed);
  const places = [...Array(100).keys()];
  return {
    participants: Int32Array.from(places, () => by.below(participants)),
    statements: Int32Array.from(places, () => by.below(statements)),
    votes: Int8Array.from(places, () => by.below(3) - 1),
  };
}
