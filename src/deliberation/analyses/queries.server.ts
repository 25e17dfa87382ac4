/** Analyses beside the event loop. */
import { createRequire } from 'node:module';
import { Worker } from 'node:worker_threads';
import type { Analysis, Message, Order, Progress } from './model.ts';

/** How long somebody waits for work. */
export interface Patience {
  /** Ends the work, whether it waits or runs. */
  signal?: AbortSignal | undefined;
  /** How long it may run once it has begun, in milliseconds; what it waits for others isn't counted. */
  limit?: number | undefined;
}

export interface Attendance extends Patience {
  /** Hears how far it is. */
  watch?: ((progress: Progress) => void) | undefined;
}

/**
 * Does one work after the other, in the order in which they are asked for.
 * @returns what does a work in its turn, with the signal that ends it; it fails as the work does, with the signal's
 *   reason once that is aborted, or with a `TimeoutError` once it has run for too long
 */
export function turns() {
  let last: Promise<unknown> = Promise.resolve();
  return <T>(work: (signal?: AbortSignal) => Promise<T>, { signal, limit }: Patience = {}): Promise<T> => {
    const before = last;
    const own = (async () => {
      await before;
      signal?.throwIfAborted();
      return await work(limited(signal, limit));
    })();
    last = own.catch(() => undefined);
    return signal ? Promise.race([own, aborted(signal, own)]) : own;
  };
}

/**
 * Lets in so many at once, those who wait for their turn included; who finds no room is not kept waiting.
 * @returns what does a work where there is room; null where there is none
 */
export function seats(most: number) {
  let taken = 0;
  return async <T>(work: () => Promise<T>): Promise<T | null> => {
    if (taken >= most) return null;
    taken += 1;
    try {
      return await work();
    } finally {
      taken -= 1;
    }
  };
}

function limited(signal?: AbortSignal, limit?: number): AbortSignal | undefined {
  if (limit === undefined) return signal;
  const ends = AbortSignal.timeout(limit);
  return signal ? AbortSignal.any([signal, ends]) : ends;
}

/** Threads analyse one debate after the other, so that a server keeps a processor for its pages. */
const inTurn = turns();

/**
 * The answer of `analyse`, computed in a thread of its own, after those that were asked for before.
 * @throws what `analyse` throws, or as {@link turns} says
 */
export function analysed(order: Order, { watch, ...patience }: Attendance = {}): Promise<Analysis> {
  return inTurn((signal) => inThread(order, signal, watch), patience);
}

/** So that who gives up need not wait for those before. */
function aborted(signal: AbortSignal, work: Promise<unknown>): Promise<never> {
  return new Promise((_, failed) => {
    const give = () => failed(signal.reason);
    if (signal.aborted) give();
    signal.addEventListener('abort', give);
    const forget = () => signal.removeEventListener('abort', give);
    work.then(forget, forget);
  });
}

function inThread(order: Order, signal?: AbortSignal, watch?: Attendance['watch']): Promise<Analysis> {
  return new Promise((done, failed) => {
    // By its name: the pages are built into one folder, and this file's own place says nothing there.
    const file = createRequire(import.meta.url).resolve('#deliberation/analyses/worker.ts');
    const thread = new Worker(file, { workerData: order });
    const end = () => {
      signal?.removeEventListener('abort', stop);
      void thread.terminate();
    };
    const stop = () => {
      failed(signal?.reason);
      end();
    };
    signal?.addEventListener('abort', stop);
    thread.on('message', (message: Message) => {
      if ('progress' in message) return watch?.(message.progress);
      done(message.analysis);
      end();
    });
    thread.on('error', (error) => {
      failed(error);
      end();
    });
    thread.on('exit', () => failed(new Error('The thread of the analysis has ended.')));
  });
}
