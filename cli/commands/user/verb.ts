import type { ParseArgsOptionsConfig } from 'node:util';
import type { Database } from '#platform/database/database.ts';
import type { Call } from '../../command.ts';

/** What one verb of `indimaj user` does; the command opens the database and closes it. */
export interface Verb {
  /** Options of its own. */
  options: ParseArgsOptionsConfig;
  /** Reads its names and options before anything is opened. @throws Misuse */
  prepare(names: string[], options: Call['options']): Run;
}

/** @returns the exit status */
export type Run = (given: Pick<Call, 'terminal' | 'environment'> & { db: Database }) => Promise<number>;
