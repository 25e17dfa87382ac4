import { parseArgs } from 'node:util';

/** What the reader of the figures may choose. */
export interface Options {
  /** Benchmarks by name; all of them where none is named. */
  names: string[];
  /** The server to measure, in place of a node of our own. */
  url: string | undefined;
  /** The process behind `url`, for its memory and processor time. */
  pid: number | undefined;
  pages: string[];
  connections: number;
  /** How long each round lasts. */
  seconds: number;
  /** How often each of two is measured, in turn. */
  rounds: number;
  record: boolean;
  help: boolean;
}

/** Says which argument is wrong. */
export class OptionError extends Error {
  override name = 'OptionError';
}

/** Reads the command line. @throws OptionError */
export function readOptions(args: string[], known: readonly string[]): Options {
  const { values, positionals } = parsed(args);
  for (const name of positionals)
    if (!known.includes(name))
      throw new OptionError(`“${name}” is no benchmark; there are ${known.join(', ')}.`);
  const url = values.url === undefined ? undefined : URL.parse(values.url);
  if (url === null || (url && url.protocol !== 'http:'))
    throw new OptionError(
      `--url takes an http address, for example http://127.0.0.1:3000; not “${values.url}”.`,
    );
  const ownPage = url && url.pathname !== '/' ? [url.pathname + url.search] : [];
  return {
    names: positionals,
    url: url?.origin,
    pid: values.pid === undefined ? undefined : positive('pid', values.pid),
    pages: [...ownPage, ...(values.page ?? [])],
    connections: positive('connections', values.connections),
    seconds: positive('seconds', values.seconds),
    rounds: positive('rounds', values.rounds),
    record: values.record,
    help: values.help,
  };
}

function parsed(args: string[]) {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: {
        url: { type: 'string' },
        pid: { type: 'string' },
        page: { type: 'string', multiple: true },
        connections: { type: 'string', default: '64' },
        seconds: { type: 'string', default: '5' },
        rounds: { type: 'string', default: '3' },
        record: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
  } catch (error) {
    throw new OptionError((error as Error).message);
  }
}

function positive(name: string, text: string): number {
  const number = Number(text);
  if (!(number > 0) || !Number.isInteger(number))
    throw new OptionError(`--${name} takes a whole number from 1; not “${text}”.`);
  return number;
}
