import type { Clock } from '../clock/clock.ts';
import type { Database } from '../database/database.ts';
import type { Log } from '../log/log.ts';
import type { PersonalDataHolder } from '../personal-data/model.ts';
import type { Secrets } from '../secrets/secrets.ts';
import type { SignIn } from '../sign-in/model.ts';

/** What one running node hands to every request. */
export interface Services {
  db: Database;
  clock: Clock;
  log: Log;
  /** The node's public address without a trailing slash; records' identifiers begin with it. */
  publicUrl: string;
  /** Where the node keeps files and secrets. */
  dataFolder: string;
  secrets: Secrets;
  /** All that hold data of persons with an account, in the order in which they erase. */
  personalData: readonly PersonalDataHolder[];
  /** The ways in; opened by the first who asks. */
  signIn(): Promise<SignIn>;
}

/**
 * The outer server and the built pages are two module graphs in one process, so what they share stands on the
 * global object under this key, once.
 */
const key = Symbol.for('indimaj.services');
const shared = globalThis as { [key]?: Services };

/** Hands the services to the pages. @throws Error on a second call: one composition root a process. */
export function provideServices(services: Services): void {
  if (shared[key]) throw new Error('The services of this process are already composed');
  shared[key] = services;
}

/** Takes the services back when the server ends. */
export function withdrawServices(): void {
  delete shared[key];
}

/** The services of this process. @throws Error before they are composed. */
export function services(): Services {
  const found = shared[key];
  if (!found)
    throw new Error('Pages run inside the Indimaj server: start it with `npm start` or `npm run dev`');
  return found;
}
