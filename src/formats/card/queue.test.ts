import { describe, expect, it } from 'vitest';
import { lasting, queue } from './queue.ts';

describe('a queue', () => {
  it('begins each work when the one before has ended, well or not', async () => {
    const inTurn = queue();
    const said: string[] = [];
    const work = (name: string, fails = false) =>
      inTurn(async () => {
        said.push(`${name} begins`);
        await Promise.resolve();
        said.push(`${name} ends`);
        if (fails) throw new Error(name);
        return name;
      });
    const settled = await Promise.allSettled([work('a'), work('b', true), work('c')]);
    expect(said).toEqual(['a begins', 'a ends', 'b begins', 'b ends', 'c begins', 'c ends']);
    expect(settled.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(settled[2]).toMatchObject({ value: 'c' });
  });
});

describe('what lasts', () => {
  it('is made once for all who ask, and again only where making it failed', async () => {
    let tries = 0;
    const get = lasting(async () => {
      tries += 1;
      if (tries === 1) throw new Error('no memory');
      return tries;
    });
    const first = await Promise.allSettled([get(), get()]);
    expect(first.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect([await get(), await get(), tries]).toEqual([2, 2, 2]);
  });
});
