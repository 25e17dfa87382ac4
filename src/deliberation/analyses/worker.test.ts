import { describe, expect, it } from 'vitest';
import { plantedVotes } from '../planted-votes/model.ts';
import { voteMatrix } from '../votes/model.ts';
import { analyse, type Analysis, type Progress } from './model.ts';
import { analysed } from './queries.server.ts';

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
    const [running, waiting] = [new AbortController(), new AbortController()];
    const first = analysed({ matrix }, { signal: running.signal, watch: () => running.abort('enough') });
    const second = analysed({ matrix }, { signal: waiting.signal });
    waiting.abort('no need');
    expect(await Promise.allSettled([first, second])).toEqual([
      { status: 'rejected', reason: 'enough' },
      { status: 'rejected', reason: 'no need' },
    ]);
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
