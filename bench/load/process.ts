import { drive } from './drive.ts';
import type { LoadPlan } from './plan.ts';

/** The load in a process of its own, so that it never shares a processor's time slice with what it measures. */
process.once('message', async (plan: LoadPlan) => {
  const result = await drive(plan);
  process.send!(result, () => process.exit(0));
});
