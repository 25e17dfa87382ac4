import type { ParseArgsOptionsConfig } from 'node:util';
import type { Environment } from '#platform/environment/environment.ts';
import type { Locale } from '#platform/locale/locale.ts';
import type { Say } from './language.ts';

/** Where a command meets the reader. */
export interface Terminal {
  locale: Locale;
  say: Say;
  /** Answers go to standard output. */
  print(line: string): void;
  /** Progress and refusals go to standard error. */
  note(line: string): void;
  input: NodeJS.ReadStream;
  notes: NodeJS.WriteStream;
}

/** What a command is run with. */
export interface Call {
  terminal: Terminal;
  environment: Environment;
  options: Record<string, string | boolean | undefined>;
  /** What stands beside the options: file names. */
  names: string[];
}

/** One command of `indimaj`. */
export interface Command {
  options: ParseArgsOptionsConfig;
  /** How many names it takes at most. */
  names: number;
  /** @returns the exit status. @throws what refusals.ts puts into words. */
  run(call: Call): Promise<number>;
}
