/**
 * Writes papers beside the event loop, each once: a thread of its own loads the engines at the first paper and ends
 * when none was asked for a while, so that a server that prints nothing does without their memory.
 */
import { createHash } from 'node:crypto';
import { createRequire } from 'node:module';
import { Worker } from 'node:worker_threads';
import type { Paper } from './model.ts';

/** What writes papers: the module that a thread loads, by the name under which the package imports it. */
export type Writer = '#formats/pdf/pdf.ts' | '#formats/docx/docx.ts';

/** What the thread is asked, and what it answers. */
export interface Order {
  number: number;
  writer: Writer;
  paper: Paper;
}
export type Delivery = { number: number } & ({ bytes: Uint8Array<ArrayBuffer> } | { failure: string });

/** How many bytes of written papers are kept. */
const KEPT = 24 * 1024 * 1024;
/** Milliseconds without an order after which the thread ends. */
const PATIENCE = 60_000;

interface Waiting {
  done(bytes: Uint8Array<ArrayBuffer>): void;
  failed(error: Error): void;
}

const kept = new Map<string, Uint8Array<ArrayBuffer>>();
const underWay = new Map<string, Promise<Uint8Array<ArrayBuffer>>>();
const waiting = new Map<number, Waiting>();
let thread: Worker | undefined;
let rest: NodeJS.Timeout | undefined;
let orders = 0;

/**
 * The paper's bytes. The same paper is written once, however many ask at the same time, and kept as long as there is
 * room. Whoever gets the bytes doesn't change them.
 * @throws what the writer threw, by its message
 */
export function printed(writer: Writer, paper: Paper): Promise<Uint8Array<ArrayBuffer>> {
  const key = createHash('sha256').update(writer).update(JSON.stringify(paper)).digest('base64url');
  const known = kept.get(key);
  if (known) {
    kept.delete(key);
    kept.set(key, known);
    return Promise.resolve(known);
  }
  let work = underWay.get(key);
  if (!work) {
    work = ordered(writer, paper)
      .then((bytes) => keep(key, bytes))
      .finally(() => underWay.delete(key));
    underWay.set(key, work);
  }
  return work;
}

/** What became of a paper within a while: written, or how many others are being written before it. */
export type Progress = { written: true } | { written: false; ahead: number };

/**
 * Has a paper written and waits a while for it; it goes on being written whatever the answer.
 * @param patience in milliseconds
 * @throws what the writer threw, by its message
 */
export async function writtenWithin(writer: Writer, paper: Paper, patience: number): Promise<Progress> {
  const work = printed(writer, paper);
  // Whoever asks again hears of a failure that comes later.
  work.catch(() => undefined);
  let timer: NodeJS.Timeout | undefined;
  const over = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), patience);
  });
  const done = await Promise.race([work, over]).finally(() => clearTimeout(timer));
  if (done) return { written: true };
  const place = [...underWay.values()].indexOf(work);
  return { written: false, ahead: Math.max(place, 0) };
}

/** How many papers were written since the start, and whether the thread stands; for tests and benchmarks. */
export function pressState(): { orders: number; standing: boolean } {
  return { orders, standing: thread !== undefined };
}

/** Ends the thread and forgets what was written. */
export async function stopPress(): Promise<void> {
  clearTimeout(rest);
  kept.clear();
  const ending = thread;
  thread = undefined;
  await ending?.terminate();
}

function ordered(writer: Writer, paper: Paper): Promise<Uint8Array<ArrayBuffer>> {
  orders += 1;
  const order: Order = { number: orders, writer, paper };
  return new Promise((done, failed) => {
    clearTimeout(rest);
    thread ??= opened();
    waiting.set(order.number, { done, failed });
    thread.postMessage(order, []);
  });
}

function opened(): Worker {
  // By its name: the pages are built into one folder, and this file's own place says nothing there.
  const worker = new Worker(createRequire(import.meta.url).resolve('#formats/paper/worker.ts'));
  worker.unref();
  worker.on('message', (delivery: Delivery) => {
    const one = waiting.get(delivery.number);
    waiting.delete(delivery.number);
    if ('bytes' in delivery) one?.done(delivery.bytes);
    else one?.failed(new Error(delivery.failure));
    if (waiting.size === 0) rest = setTimeout(() => void stopResting(worker), PATIENCE).unref();
  });
  worker.on('error', (error) => lost(worker, error as Error));
  worker.on('exit', () => lost(worker, new Error('The thread that writes papers has ended.')));
  return worker;
}

async function stopResting(worker: Worker): Promise<void> {
  if (waiting.size > 0 || thread !== worker) return;
  thread = undefined;
  await worker.terminate();
}

/** A thread that ended by itself takes what it had to do with it; the next order opens another. */
function lost(worker: Worker, error: Error): void {
  if (thread !== worker) return;
  thread = undefined;
  for (const one of waiting.values()) one.failed(error);
  waiting.clear();
}

function keep(key: string, bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  kept.set(key, bytes);
  let size = [...kept.values()].reduce((sum, { length }) => sum + length, 0);
  for (const [oldest, { length }] of kept) {
    if (size <= KEPT || oldest === key) break;
    kept.delete(oldest);
    size -= length;
  }
  return bytes;
}
