import { describe, expect, it } from 'vitest';
import { OptionError, readOptions } from './options.ts';

const known = ['cached', 'bytes'];

describe('readOptions', () => {
  it('takes names, an address with its page, and figures', () => {
    const args = [
      'cached',
      '--url',
      'http://localhost:8000/about?x=1',
      '--page',
      '/',
      '--seconds',
      '2',
      '--record',
    ];
    expect(readOptions(args, known)).toEqual({
      names: ['cached'],
      url: 'http://localhost:8000',
      pid: undefined,
      pages: ['/about?x=1', '/'],
      connections: 64,
      seconds: 2,
      rounds: 3,
      record: true,
      help: false,
    });
  });

  it.each([
    [['speed'], 'no benchmark'],
    [['--url', 'localhost'], '--url'],
    [['--url', 'https://example.org'], '--url'],
    [['--seconds', '0'], '--seconds'],
    [['--rounds', '1.5'], '--rounds'],
    [['--fast'], '--fast'],
  ])('refuses %j and says why', (args, why) => {
    expect(() => readOptions(args, known)).toThrow(OptionError);
    expect(() => readOptions(args, known)).toThrow(why);
  });
});
