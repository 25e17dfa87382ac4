import { fileURLToPath } from 'node:url';
import { Misuse, readArguments } from './arguments.ts';
import type { Command, Terminal } from './command.ts';
import { languageOf, speaker } from './language.ts';
import { refusal } from './refusals.ts';

const commands: Record<string, () => Promise<Command>> = {
  serve: async () => (await import('./commands/serve.ts')).serve,
  migrate: async () => (await import('./commands/migrate.ts')).migrate,
  backup: async () => (await import('./commands/backup.ts')).backup,
  restore: async () => (await import('./commands/restore.ts')).restore,
  import: async () => (await import('./commands/import.ts')).importFile,
  export: async () => (await import('./commands/export.ts')).exportFile,
  groups: async () => (await import('./commands/groups.ts')).groups,
  user: async () => (await import('./commands/user.ts')).user,
  help: async () => (await import('./commands/help.ts')).help,
};

const root = fileURLToPath(new URL('../', import.meta.url));

/** Where a command is run: what stands around it in the shell. */
export interface Shell {
  env: NodeJS.ProcessEnv;
  input: NodeJS.ReadStream;
  output: NodeJS.WritableStream;
  errors: NodeJS.WriteStream;
}

/**
 * Runs one command.
 * @param words the command's name and what was written after it
 * @returns the exit status: 0 done, 1 refused, 2 written wrongly
 */
export async function runCommand(words: string[], { env, input, output, errors }: Shell): Promise<number> {
  const [name = 'help', ...args] = words;
  const locale = languageOf(env);
  const terminal: Terminal = {
    locale,
    say: speaker(locale),
    print: (line) => void output.write(`${line}\n`),
    note: (line) => void errors.write(`${line}\n`),
    input,
    notes: errors,
  };
  let place = {};
  try {
    const load = Object.hasOwn(commands, name) ? commands[name] : undefined;
    const asksHelp = name.startsWith('-') || args.includes('--help') || args.includes('-h');
    if (!load && !asksHelp) throw new Misuse('platform_cli_unknown_command', { name });
    const command = await (asksHelp || !load ? commands['help']! : load)();
    if (asksHelp) return await command.run({ terminal, environment: {} as never, options: {}, names: [] });
    const call = readArguments(command, args, env, root);
    place = { environment: call.environment, host: call.options['host'], file: call.names[0] };
    return await command.run({ terminal, ...call });
  } catch (error) {
    const sentences = refusal(error, place, terminal.say);
    if (!sentences) terminal.note(`${terminal.say('platform_cli_unexpected')}\n${(error as Error).stack}`);
    else for (const sentence of sentences) terminal.note(sentence);
    return error instanceof Misuse ? 2 : 1;
  }
}
