import type { Command } from '../command.ts';

/** Shows the commands and their options. */
export const help: Command = {
  options: {},
  names: 0,
  async run({ terminal }) {
    terminal.print(terminal.say('platform_cli_help'));
    return 0;
  },
};
