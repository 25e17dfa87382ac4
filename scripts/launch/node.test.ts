import { delimiter } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isSuitable, wanted, withNode } from './node.js';

describe('isSuitable', () => {
  it.each(['22.18.0', '22.23.1', '24.0.0', '24.21.0', '26.0.0', '27.1.0'])('takes Node %s', (version) => {
    expect(isSuitable(version)).toBe(true);
  });

  it.each(['18.20.8', '20.20.2', '21.7.3', '22.0.0', '22.17.1', '23.11.0', '25.2.1'])(
    'not Node %s',
    (version) => {
      expect(isSuitable(version)).toBe(false);
    },
  );

  it('takes the version it would install', () => {
    expect(isSuitable(wanted)).toBe(true);
  });
});

describe('withNode', () => {
  it('puts the folder of the binary first, once', () => {
    const first = withNode({ PATH: ['/usr/bin', '/bin'].join(delimiter) }, '/a b/bin/node');
    expect(first.PATH).toBe(['/a b/bin', '/usr/bin', '/bin'].join(delimiter));
    expect(withNode(first, '/a b/bin/node').PATH).toBe(first.PATH);
  });
});
