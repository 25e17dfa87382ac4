import { once } from 'node:events';
import type { Worker } from 'node:worker_threads';
import { describe, expect, it } from 'vitest';
import { plantedVotes } from '../planted-votes/model.ts';
import { voteMatrix } from '../votes/model.ts';
import { analyse, type Analysis, type Progress } from './model.ts';
import { analysed, seats, turns } from './queries.server.ts';

const large = { participants: 3_000, statements: 150, groups: 3, density: 0.3, strength: 0.3, seed: 3 };
const small = { ...large, participants: 60, statements: 30, density: 0.6 };
const without = ({ milliseconds: _, ...rest }: Analysis) => rest;

describe('the thread of an analysis', () => {
  it('answers as it would on the spot, and says how far it is', async () => {
    const matrix = voteMatrix(plantedVotes(small).ballots);
    const heard: Progress[] = [];
    const analysis = await analysed({ matrix, options: { seed: 5 } }, { watch: (one) => heard.push(one) });
    expect(without(analysis)).toEqual(without(analyse(matrix, { seed: 5 })));
    expect([...new Set(heard.map(({ step }) => step))]).toEqual([
      'history',
      'co-votes',
      'space',
      'groups',
      'stability',
      'statements',
    ]);
    expect(heard.filter(({ step }) => step === 'stability').length).toBeGreaterThan(10);
    expect(heard.every(({ done, total }) => done < total)).toBe(true);
  });

  it('goes on from the state of an earlier one', async () => {
    const matrix = voteMatrix(plantedVotes(small).ballots);
    const { state } = await analysed({ matrix });
    expect(without(await analysed({ matrix, state }))).toEqual(without(analyse(matrix, {}, state)));
  });

  it('ends when its asker gives up, waiting or running', async () => {
    const matrix = voteMatrix(plantedVotes(large).ballots);
    const ended = once(process, 'worker').then(([thread]: Worker[]) => once(thread!, 'exit'));
    const [running, waiting] = [new AbortController(), new AbortController()];
    const first = analysed({ matrix }, { signal: running.signal, watch: () => running.abort('enough') });
    const second = analysed({ matrix }, { signal: waiting.signal });
    waiting.abort('no need');
    expect(await Promise.allSettled([first, second])).toEqual([
      { status: 'rejected', reason: 'enough' },
      { status: 'rejected', reason: 'no need' },
    ]);
    // A thread that is stopped ends with 1, one that comes to its end with 0.
    expect(await ended).toEqual([1]);
    const after = voteMatrix(plantedVotes(small).ballots);
    expect((await analysed({ matrix: after })).counts.participants).toBe(60);
  });

  it('hands on what went wrong', async () => {
    const matrix = voteMatrix(plantedVotes(small).ballots);
    await expect(analysed({ matrix, options: { weights: new Float64Array(1) } })).rejects.toThrow(
      'There are as many weights as participants.',
    );
  });
});

describe('work in turns', () => {
  it('is limited from when it begins, not from when it is asked for', async () => {
    const inTurn = turns();
    const { promise, resolve: end } = Promise.withResolvers<void>();
    const first = inTurn(() => promise);
    const aborted = inTurn(async (signal) => signal!.aborted, { limit: 100 });
    const long = inTurn((signal) => once(signal!, 'abort').then(() => signal!.throwIfAborted()), {
      limit: 5,
    });
    await new Promise((done) => setTimeout(done, 150));
    end();
    await first;
    expect(await aborted).toBe(false);
    await expect(long).rejects.toThrow(expect.objectContaining({ name: 'TimeoutError' }));
  });
});

describe('seats', () => {
  it('are as many as there are, and free again after work that went wrong as well', async () => {
    const seated = seats(2);
    const { promise, reject: fail } = Promise.withResolvers<string>();
    const failing = seated(() => promise);
    const { promise: other, resolve: end } = Promise.withResolvers<string>();
    const ending = seated(() => other);
    expect(await seated(async () => 'done')).toBeNull();
    fail(new Error('wrong'));
    await expect(failing).rejects.toThrow('wrong');
    expect(await seated(async () => 'done')).toBe('done');
    end('ended');
    expect(await ending).toBe('ended');
  });
});
