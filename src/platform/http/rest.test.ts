import { memoryUsage } from 'node:process';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { restWhenQuiet, type Rest } from './rest.ts';

let rest: Rest;
let collected: number;
beforeEach(() => {
  vi.useFakeTimers();
  collected = 0;
});
afterEach(() => {
  rest.stop();
  vi.useRealTimers();
});

const start = () => (rest = restWhenQuiet(() => void (collected += 1)));
const ask = (times: number) => {
  for (let time = 0; time < times; time += 1) rest.disturb();
};

describe('a server at rest', () => {
  it('collects once after the start, and no more while nothing happens', () => {
    start();
    vi.advanceTimersByTime(60_000);
    expect(collected).toBe(1);
  });

  it('collects once when it was busy and then nobody asked for a while', () => {
    start();
    vi.advanceTimersByTime(5_000);
    for (let second = 0; second < 20; second += 1) {
      ask(10);
      vi.advanceTimersByTime(1_000);
    }
    expect(collected).toBe(1);
    vi.advanceTimersByTime(10_000);
    expect(collected).toBe(2);
    vi.advanceTimersByTime(60_000);
    expect(collected).toBe(2);
  });

  it('is not woken by a few answers, until they are many together', () => {
    start();
    vi.advanceTimersByTime(5_000);
    for (let time = 0; time < 49; time += 1) {
      ask(1);
      vi.advanceTimersByTime(10_000);
    }
    expect(collected).toBe(1);
    ask(1);
    vi.advanceTimersByTime(10_000);
    expect(collected).toBe(2);
  });

  it('gives garbage back in earnest', () => {
    rest = restWhenQuiet();
    let garbage: unknown[] | null = Array.from({ length: 1_000_000 }, (_, at) => ({ at }));
    const full = memoryUsage().heapUsed;
    expect(garbage.length).toBe(1_000_000);
    garbage = null;
    vi.advanceTimersByTime(5_000);
    expect(full - memoryUsage().heapUsed).toBeGreaterThan(10_000_000);
    expect('gc' in globalThis).toBe(false);
  });
});
