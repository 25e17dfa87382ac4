import type { Database } from '../database/database.ts';

/** How often a round is run besides commits, in milliseconds: for what falls due by itself, and for what failed. */
const LOOK_EVERY = 60_000;

/**
 * Runs a round now, after each commit and once a minute, never two at once: whatever comes meanwhile is one more round
 * after it. A round that fails is told, and run again when the next is due.
 * @returns a function that stops it, once the round under way is over
 */
export function afterCommits(
  db: Database,
  round: () => Promise<void>,
  failed: (error: unknown) => void,
): () => Promise<void> {
  let stopped = false;
  let again = false;
  let running: Promise<void> | null = null;
  async function work(): Promise<void> {
    while (again && !stopped) {
      again = false;
      try {
        await round();
      } catch (error) {
        if (!stopped) failed(error);
        return;
      }
    }
  }
  const wake = () => {
    if (stopped) return;
    again = true;
    running ??= work().finally(() => (running = null));
  };
  const stopWatching = db.watch(wake);
  const timer = setInterval(wake, LOOK_EVERY);
  timer.unref();
  wake();
  return async () => {
    stopped = true;
    stopWatching();
    clearInterval(timer);
    await running;
  };
}
