import { Readable, Writable } from 'node:stream';
import type { DatabaseLocation } from '#platform/database/open.ts';
import { startNode, type Child } from '#platform/testing/child.ts';
import { runCommand } from './run.ts';

/** Variables that a reader's own environment might hold, and a test must not take over. */
const unset = { PORT: '', INDIMAJ_URL: '', INDIMAJ_DATA: '', DATABASE_URL: '', LC_ALL: '', LC_MESSAGES: '' };

interface Surroundings {
  location?: DatabaseLocation;
  env?: NodeJS.ProcessEnv;
}

/** What a command finds around it, speaking English unless `env` says otherwise. */
function variables({ location, env }: Surroundings): NodeJS.ProcessEnv {
  const place = location && { INDIMAJ_DATA: location.dataFolder, DATABASE_URL: location.databaseUrl ?? '' };
  return { ...unset, LANG: 'en_GB.UTF-8', ...place, ...env };
}

/** Starts `indimaj` as a reader would: for signals, for a second process on the data, and for its streams. */
export function indimaj(args: string[], surroundings: Surroundings = {}): Child {
  return startNode(['cli/main.ts', ...args], { env: variables(surroundings) });
}

/**
 * Runs `indimaj` to its end within the test's process, without a second's start of another one; its streams are no
 * terminal, and its input is empty.
 * @returns its exit status and the lines of both streams
 */
export async function run(args: string[], surroundings: Surroundings = {}) {
  const [output, errors] = [new Heard(), new Heard()];
  const code = await runCommand(args, {
    env: { ...process.env, ...variables(surroundings) },
    input: Readable.from([]) as NodeJS.ReadStream,
    output,
    errors: errors as Writable as NodeJS.WriteStream,
  });
  return { code, output: linesOf(output.text), errors: linesOf(errors.text) };
}

/** As {@link run}, in a process of its own. */
export async function runApart(...given: Parameters<typeof indimaj>) {
  const { code, output, errors } = await indimaj(...given).ended;
  return { code, output: linesOf(output), errors: linesOf(errors) };
}

/** A stream that keeps what is written to it. */
class Heard extends Writable {
  text = '';
  constructor() {
    super({ decodeStrings: false });
  }
  override _write(chunk: string | Buffer, _: BufferEncoding, done: () => void): void {
    this.text += String(chunk);
    done();
  }
}

function linesOf(text: string): string[] {
  return text.split('\n').filter(Boolean);
}
