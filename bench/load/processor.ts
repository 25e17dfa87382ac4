import { existsSync, readFileSync } from 'node:fs';
import type { LoadResult } from './plan.ts';

/** Linux counts processor time in hundredths of a second, whatever its clock does (proc(5), sysconf(3)). */
const TICK = 0.01;

/** A round of load with the processor time that the server took meanwhile, in seconds; NaN where unknown. */
export type TimedRound = LoadResult & { processor: number };

/** Runs a round and takes the processor time of the server's process before and after. */
export async function timingProcessor(
  pid: number | undefined,
  run: () => Promise<LoadResult>,
): Promise<TimedRound> {
  const before = processorTime(pid);
  const result = await run();
  return { ...result, processor: processorTime(pid) - before };
}

/** Processor time of a process with all its threads, in seconds; NaN where the system does not say. */
function processorTime(pid: number | undefined): number {
  const path = `/proc/${pid}/stat`;
  if (!existsSync(path)) return NaN;
  // The name, in brackets, may hold spaces; user and system time are fields 14 and 15.
  const fields = readFileSync(path, 'utf8').split(') ').at(-1)!.split(' ');
  return (Number(fields[11]) + Number(fields[12])) * TICK;
}
