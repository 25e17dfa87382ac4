import { setupToken } from '#network/setup/changes.server.ts';
import type { Database } from '#platform/database/database.ts';
import { localized } from '#platform/locale/address.ts';
import { openStore } from '#platform/files/store.ts';
import type { Surroundings } from '../../demo/exercise/load.ts';
import { fillIfEmpty } from '../../demo/fill.ts';
import type { Filled } from '../../demo/filled.ts';
import type { Call, Command, Terminal } from '../command.ts';
import { placeOf } from '../place.ts';
import { showing } from '../progress.ts';
import { stopSignals } from '../signals.ts';

/** Serves the network until it is told to stop. */
export const serve: Command = {
  options: {
    port: { type: 'string' },
    host: { type: 'string' },
    empty: { type: 'boolean' },
    exercise: { type: 'boolean' },
  },
  names: 0,
  async run(call) {
    const { terminal, environment } = call;
    const { say } = terminal;
    const told = stopSignals();
    const host = hostOf(call);
    const starting = start(call, host);
    const node = await Promise.race([starting, told.first.then(() => null)]);
    if (!node) {
      // Whatever was being written is undone by the database itself.
      terminal.note(say('platform_cli_interrupted'));
      process.exit(130);
    }
    if (!environment.portAsked && node.port !== environment.port)
      terminal.note(say('platform_cli_port_replaced', { asked: environment.port, port: node.port }));
    if (environment.publicUrl)
      terminal.note(say('platform_cli_listening', { address: `http://${host}:${node.port}` }));
    terminal.print(say('platform_cli_ready', { url: node.publicUrl, data: placeOf(environment) }));
    const setup = await setupToken(node.services);
    if (setup !== null) {
      const address = `${localized('/setup', terminal.locale)}?${new URLSearchParams({ token: setup })}`;
      terminal.print(say('platform_cli_setup', { url: node.publicUrl + address }));
    }

    await told.first;
    terminal.note(say('platform_cli_stopping'));
    void told.second.then(() => process.exit(130));
    await node.stop();
    terminal.note(say('platform_cli_stopped'));
    process.exit(0);
  },
};

async function start({ terminal, environment, options }: Call, host: string) {
  const server = await import('../../src/server.ts');
  const publicUrl = environment.publicUrl ?? `http://${host}:${environment.port}`;
  const exercise = options['exercise'] ? { publicUrl, store: openStore(environment.dataFolder) } : null;
  return server.serve({
    ...environment,
    host,
    prepare: (db) => (options['empty'] ? Promise.resolve() : fill(db, terminal, exercise)),
  });
}

/** Loads the demonstration network, or the exercise too, into a database that never held a record; shows that it does. */
function fill(db: Database, terminal: Terminal, exercise: Surroundings | null): Promise<void> {
  const { say } = terminal;
  const around = (load: () => Promise<Filled>) =>
    exercise
      ? showing(terminal, say('platform_cli_exercise_doing'), load, ({ records }) =>
          say('platform_cli_exercise_done', { count: records }),
        )
      : showing(terminal, say('platform_cli_demo_doing'), load, ({ records }) =>
          say('platform_cli_demo_done', { count: records }),
        );
  return fillIfEmpty(db, around, exercise);
}

function hostOf({ options }: Call): string {
  return typeof options['host'] === 'string' ? options['host'] : 'localhost';
}
