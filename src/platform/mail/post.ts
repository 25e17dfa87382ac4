import { instant, type Clock } from '../clock/clock.ts';
import type { Database } from '../database/database.ts';
import type { Log } from '../log/log.ts';
import type { Secrets } from '../secrets/secrets.ts';
import { deliver, hasWork } from './deliver.ts';
import { keepOutage } from './outage.ts';
import { emptyOldMail } from './retention.ts';
import { wayOf, type Way } from './way.ts';

/** How often the outbox is looked at besides commits, and old mail is seen to, in milliseconds. */
const LOOK_EVERY = 20_000;
const EMPTY_EVERY = 3_600_000;

/** Pauses after the mail server could not be used, in milliseconds: doubled up to the longest. */
const FIRST_PAUSE = 15_000;
const LONGEST_PAUSE = 900_000;

/** How long the message under way may still take when the node ends, in milliseconds. */
const GRACE = 5_000;

/**
 * Sends what stands in the outbox for as long as the server runs: after each commit, and by the clock. Every
 * process of a node may run it: one at a time delivers.
 * @param way where to, asked anew for each round; null keeps messages waiting
 * @returns a function that stops it, once the message under way is done or its time is over
 */
export function runPost(
  db: Database,
  secrets: Secrets,
  clock: Clock,
  log: Log,
  way: (db: Database, secrets: Secrets) => Promise<Way | null> = wayOf,
): () => Promise<void> {
  const stopping = new AbortController();
  const cutting = new AbortController();
  const pause = new Pause();
  let again = false;
  let running: Promise<void> | null = null;

  async function round(): Promise<void> {
    if (!(await hasWork(db, instant(clock)))) return;
    const found = await way(db, secrets);
    const usable = pause.isOver(found?.is ?? '') ? found : null;
    const transport = usable && {
      domain: usable.transport.domain,
      begin: () => usable.transport.begin(cutting.signal),
    };
    const { handed, outage } = await deliver(db, transport, clock, stopping.signal);
    if (handed > 0) log.info('messages handed over', { count: handed });
    if (outage === undefined) return;
    pause.after(outage === null);
    if (await keepOutage(db, outage, clock)) log.warn('outbox', { problem: outage ?? 'none any more' });
  }

  const wake = () => {
    if (stopping.signal.aborted) return;
    again = true;
    running ??= work().finally(() => (running = null));
  };
  async function work(): Promise<void> {
    while (again && !stopping.signal.aborted) {
      again = false;
      try {
        await round();
      } catch (error) {
        if (!stopping.signal.aborted) log.error('outbox failed', { error });
        return;
      }
    }
  }
  const empty = () =>
    void emptyOldMail(db, clock).catch((error: unknown) => log.error('outbox failed', { error }));

  const stopWatching = db.watch(wake);
  const timers = [setInterval(wake, LOOK_EVERY), setInterval(empty, EMPTY_EVERY)];
  for (const timer of timers) timer.unref();
  empty();
  wake();
  return async () => {
    stopping.abort();
    stopWatching();
    timers.forEach(clearInterval);
    const grace = setTimeout(() => cutting.abort(), GRACE);
    await running;
    clearTimeout(grace);
  };
}

/** Keeps a server that can't be used from being tried again at once, by any of the messages that wait. */
class Pause {
  #of = '';
  #until = 0;
  #next = FIRST_PAUSE;

  /** Whether a way may be tried now; another way than before may. */
  isOver(way: string): boolean {
    if (way !== this.#of) {
      this.#of = way;
      this.after(true);
    }
    return performance.now() >= this.#until;
  }

  after(success: boolean): void {
    this.#until = success ? 0 : performance.now() + this.#next;
    this.#next = success ? FIRST_PAUSE : Math.min(this.#next * 2, LONGEST_PAUSE);
  }
}
