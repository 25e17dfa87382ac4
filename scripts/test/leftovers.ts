import { removeLeftovers } from '../../src/platform/database/testing.ts';

/** When vitest has ended, what its processes kept goes. */
export async function teardown(): Promise<void> {
  const run = process.env['TEST_RUN'];
  if (run) await removeLeftovers(run);
}
