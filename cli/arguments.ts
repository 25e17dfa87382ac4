import { join } from 'node:path';
import { parseArgs, type ParseArgsOptionsConfig } from 'node:util';
import { EnvironmentError, readEnvironment } from '#platform/environment/environment.ts';
import type { Call, Command } from './command.ts';
import type { Key, Values } from './language.ts';

/** Says that a command was written in a way it doesn't have. */
export class Misuse extends Error {
  override name = 'Misuse';
  readonly key: Key;
  readonly values: Values;
  constructor(key: Key, values: Values = {}) {
    super(key);
    this.key = key;
    this.values = values;
  }
}

/** Options that stand for a variable of the environment. */
const variables = { port: 'PORT', data: 'INDIMAJ_DATA' } as const;

const everywhere = { data: { type: 'string' }, help: { type: 'boolean', short: 'h' } } as const;

/**
 * Reads what was written after a command's name, with the environment behind it.
 * @param folder the project's: the data lie under it where nothing is said
 * @throws Misuse, EnvironmentError
 */
export function readArguments(
  command: Command,
  args: string[],
  env: NodeJS.ProcessEnv,
  folder: string,
): Omit<Call, 'terminal'> {
  const { values, positionals } = parse(args, { ...command.options, ...everywhere });
  if (positionals.length > command.names)
    throw new Misuse('platform_cli_too_many', { name: positionals[command.names]! });
  const asked: NodeJS.ProcessEnv = { ...env };
  for (const [option, variable] of Object.entries(variables)) {
    if (typeof values[option] === 'string') asked[variable] = values[option];
  }
  asked['INDIMAJ_DATA'] ||= join(folder, 'data');
  return { environment: environmentOf(asked, values), options: values, names: positionals };
}

function environmentOf(asked: NodeJS.ProcessEnv, values: Call['options']) {
  try {
    return readEnvironment(asked);
  } catch (error) {
    if (!(error instanceof EnvironmentError) || values['port'] === undefined) throw error;
    const named = (variable: string) => (variable === 'PORT' ? '--port' : variable);
    throw new EnvironmentError(error.problems.map((p) => ({ ...p, variable: named(p.variable) })));
  }
}

function parse(args: string[], options: ParseArgsOptionsConfig) {
  try {
    const { values, positionals } = parseArgs({
      args: withNumbers(args, options),
      options,
      allowPositionals: true,
    });
    return { values: values as Call['options'], positionals };
  } catch (error) {
    throw asMisuse(error as NodeJS.ErrnoException);
  }
}

/** A number below zero after an option is its value; to Node it looks like another option. */
function withNumbers(args: readonly string[], options: ParseArgsOptionsConfig): string[] {
  const end = args.indexOf('--');
  return args.flatMap((arg, at) => {
    const isWithin = end === -1 || at < end;
    const takes = (name = '') =>
      isWithin && name.startsWith('--') && options[name.slice(2)]?.type === 'string';
    if (takes(arg) && /^-\d/.test(args[at + 1] ?? '')) return [`${arg}=${args[at + 1]}`];
    return takes(args[at - 1]) && /^-\d/.test(arg) ? [] : [arg];
  });
}

/** Node words its own refusals in English, and names the option in quotes. */
function asMisuse(error: NodeJS.ErrnoException): unknown {
  const name = /'(?:-\w, )?(--?[^\s']+)/.exec(error.message)?.[1] ?? '';
  if (error.code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION')
    return new Misuse('platform_cli_unknown_option', { name });
  if (error.code !== 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE') return error;
  const key = error.message.includes('does not take')
    ? 'platform_cli_unknown_option'
    : 'platform_cli_missing_value';
  return new Misuse(key, { name });
}
