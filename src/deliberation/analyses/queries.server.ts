/** Analyses beside the event loop. */
import { createRequire } from 'node:module';
import { Worker } from 'node:worker_threads';
import type { Analysis, Order, Progress, Report } from './model.ts';

export interface Attendance {
  /** Ends the analysis, whether it waits or runs. */
  signal?: AbortSignal | undefined;
  /** Hears how far it is. */
  watch?: ((progress: Progress) => void) | undefined;
}

/** Threads analyse one debate after the other, so that a server keeps a processor for its pages. */
let last: Promise<unknown> = Promise.resolve();

/**
 * The answer of `analyse`, computed in a thread of its own, after those that were asked for before.
 * @throws what `analyse` throws, or the signal's reason once it is aborted
 */
export function analysed(order: Order, { signal, watch }: Attendance = {}): Promise<Analysis> {
  const before = last;
  const work = (async () => {
    await before;
    signal?.throwIfAborted();
    return await inThread(order, signal, watch);
  })();
  last = work.catch(() => undefined);
  return signal ? Promise.race([work, aborted(signal, work)]) : work;
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
    thread.on('message', (report: Report) => {
      if ('progress' in report) return watch?.(report.progress);
      done(report.analysis);
      end();
    });
    thread.on('error', (error) => {
      failed(error);
      end();
    });
    thread.on('exit', () => failed(new Error('The thread of the analysis has ended.')));
  });
}
