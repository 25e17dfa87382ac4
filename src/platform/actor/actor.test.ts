import { describe, expect, it } from 'vitest';
import {
  anonymous,
  heldOn,
  holds,
  holdsAnywhere,
  isAdministrator,
  NETWORK,
  systemActor,
  type Actor,
} from './actor.ts';

const actor: Actor = {
  id: 'a',
  grants: [
    { role: 'administrator', scope: 'organisation', on: 'o1' },
    { role: 'focal-point', scope: 'organisation', on: 'o2' },
    { role: 'facilitator', scope: 'workshop', on: 'w1' },
    { role: 'coordinator', scope: 'network', on: NETWORK },
  ],
};

describe('actors', () => {
  it('of the node administer the network, readers hold nothing', () => {
    expect(isAdministrator(systemActor('test'))).toBe(true);
    expect(systemActor('test').id).toBe('system:test');
    expect(isAdministrator(anonymous)).toBe(false);
  });

  it('administer the network only where the role is held on the network', () => {
    expect(isAdministrator(actor)).toBe(false);
    expect(holds(actor, ['coordinator'])).toBe(true);
    expect(holds(actor, ['focal-point'])).toBe(false);
  });

  it('hold roles on records of one scope, never on those of another', () => {
    expect(heldOn(actor, 'organisation', ['focal-point', 'administrator'])).toEqual(['o1', 'o2']);
    expect(heldOn(actor, 'workshop', ['facilitator'])).toEqual(['w1']);
    expect(heldOn(actor, 'territory', ['facilitator'])).toEqual([]);
    expect(holdsAnywhere(actor, ['facilitator'])).toBe(true);
    expect(holdsAnywhere(actor, ['rapporteur'])).toBe(false);
  });
});
