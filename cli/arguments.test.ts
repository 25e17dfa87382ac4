import { describe, expect, it } from 'vitest';
import type { EnvironmentError } from '#platform/environment/environment.ts';
import { Misuse, readArguments } from './arguments.ts';
import type { Command } from './command.ts';

const command: Command = {
  options: { port: { type: 'string' }, empty: { type: 'boolean' } },
  names: 1,
  run: async () => 0,
};
const read = (args: string[], env: NodeJS.ProcessEnv = {}) =>
  readArguments(command, args, env, '/srv/indimaj');

describe('readArguments', () => {
  it('takes options before the environment', () => {
    const { environment, options, names } = read(['--port', '80', 'file', '--empty', '--data=/x'], {
      PORT: '90',
      INDIMAJ_DATA: '/y',
      INDIMAJ_URL: 'https://indimaj.example',
    });
    expect(environment).toMatchObject({
      port: 80,
      portAsked: true,
      dataFolder: '/x',
      publicUrl: 'https://indimaj.example',
    });
    expect([options['empty'], names]).toEqual([true, ['file']]);
  });

  it("keeps the data under the project's folder where nothing is said", () => {
    expect(read([]).environment.dataFolder).toBe('/srv/indimaj/data');
    expect(read([], { INDIMAJ_DATA: '' }).environment.dataFolder).toBe('/srv/indimaj/data');
  });

  it.each([
    [['--nothing'], 'platform_cli_unknown_option', { name: '--nothing' }],
    [['-x'], 'platform_cli_unknown_option', { name: '-x' }],
    [['--empty=yes'], 'platform_cli_unknown_option', { name: '--empty' }],
    [['--port'], 'platform_cli_missing_value', { name: '--port' }],
    [['--port', '--empty'], 'platform_cli_missing_value', { name: '--port' }],
    [['one', 'two'], 'platform_cli_too_many', { name: 'two' }],
  ])('refuses %j', (args, key, values) => {
    const refusal = () => read(args);
    expect(refusal).toThrow(Misuse);
    expect(refusal).toThrow(expect.objectContaining({ key, values }));
  });

  it('names the option that was wrong, or the variable', () => {
    const problems = (args: string[], env: NodeJS.ProcessEnv) => {
      try {
        return read(args, env).environment;
      } catch (error) {
        return (error as EnvironmentError).problems.map((problem) => problem.variable);
      }
    };
    expect(problems(['--port', 'x'], { INDIMAJ_URL: 'y' })).toEqual(['--port', 'INDIMAJ_URL']);
    expect(problems([], { PORT: 'x' })).toEqual(['PORT']);
  });
});
