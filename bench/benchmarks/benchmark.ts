import type { Options } from '../options.ts';
import type { Measure } from '../report/measure.ts';

/** What a benchmark works with. */
export interface Bench extends Options {
  /** A data folder with the demonstration network, made once a run. */
  dataFolder(): Promise<string>;
  say(line: string): void;
}

/** One benchmark: asked by name, it answers with figures. */
export interface Benchmark {
  name: string;
  /** One line for --help. */
  about: string;
  run(bench: Bench): Promise<Measure[]>;
}
