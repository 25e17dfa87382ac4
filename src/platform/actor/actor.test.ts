import { describe, expect, it } from 'vitest';
import { anonymous, isAdministrator, systemActor, type Grant } from './actor.ts';

describe('isAdministrator', () => {
  it('holds for programs of the node and for who administers the whole network', () => {
    const holding = (...grants: Grant[]) => isAdministrator({ id: 'account', grants });
    expect(isAdministrator(systemActor('cli'))).toBe(true);
    expect(isAdministrator(anonymous)).toBe(false);
    expect(holding({ role: 'administrator', on: 'network' })).toBe(true);
    expect(holding({ role: 'administrator', on: 'one-organisation' })).toBe(false);
    expect(holding({ role: 'coordinator', on: 'network' })).toBe(false);
  });
});
