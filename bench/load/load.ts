import { Subject } from '../subjects/subject.ts';
import type { LoadPlan, LoadResult } from './plan.ts';

/** Puts load on a server from another process. @throws Error where an answer was not a success. */
export async function load(plan: LoadPlan): Promise<LoadResult> {
  const child = Subject.start(new URL('process.ts', import.meta.url), plan);
  try {
    const result = await child.next<LoadResult>();
    const bad = Object.entries({ ...result.failures, ...result.statuses }).filter(
      ([what]) => !/^2\d\d$/.test(what),
    );
    if (result.requests === 0 || bad.length > 0)
      throw new Error(
        `${plan.origin} did not answer as it should: ${JSON.stringify(Object.fromEntries(bad))}`,
      );
    return result;
  } finally {
    await child.stop();
  }
}
