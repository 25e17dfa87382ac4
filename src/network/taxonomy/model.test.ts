import { expect, it } from 'vitest';
import { conceptAddress } from './model.ts';

it('leads to the page of an axis or a goal, and to the place of a priority on the page of all', () => {
  const addresses = (['axis', 'sdg', 'priority'] as const).map((scheme) =>
    conceptAddress({ scheme, slug: 'x' }),
  );
  expect(addresses).toEqual(['/axes/x', '/goals/x', '/priorities#x']);
});
