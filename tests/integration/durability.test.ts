import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { killOnce } from '../../bench/durability/round.ts';
import { killRepeatedly } from '../../bench/durability/kills.ts';
import { makeTestLocation } from '#platform/database/testing.ts';

let place: Awaited<ReturnType<typeof makeTestLocation>>;
beforeEach(async () => {
  place = await makeTestLocation();
});
afterEach(() => place.remove());

describe('a process killed in a burst of writes', () => {
  it('loses nothing it acknowledged and leaves nothing by half, three times over', async () => {
    const outcome = await killRepeatedly(place.location, 3);
    expect(outcome).toMatchObject({ kills: 3, lost: 0, partial: 0 });
    expect(outcome.acknowledged).toBeGreaterThanOrEqual(3 * 20);

    // The count can tell: an acknowledged record that is not there is a loss.
    expect(await killOnce(place.location, 1, new Set(['never written']))).toMatchObject({
      lost: 1,
      partial: 0,
    });
  });
});
