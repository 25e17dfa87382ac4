import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { runNightly } from './retention.ts';

beforeEach(() => vi.useFakeTimers({ now: new Date('2026-05-04T10:00:00Z') }));
afterEach(() => vi.useRealTimers());

it('runs at the start, then once a night, until it is stopped', async () => {
  const at: string[] = [];
  const stop = runNightly(async () => void at.push(new Date().toISOString().slice(0, 10)));
  await vi.advanceTimersByTimeAsync(3 * 24 * 60 * 60 * 1_000);
  expect(at).toEqual(['2026-05-04', '2026-05-05', '2026-05-06', '2026-05-07']);
  await stop();
  await vi.advanceTimersByTimeAsync(3 * 24 * 60 * 60 * 1_000);
  expect(at.length).toBe(4);
});
