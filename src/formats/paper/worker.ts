/** The thread of the press: takes an order, writes the paper, hands the bytes over. One after the other. */
import { parentPort } from 'node:worker_threads';
import type { Paper } from './model.ts';
import type { Delivery, Order, Writer } from './press.ts';

type Write = (paper: Paper) => Promise<Uint8Array<ArrayBuffer>>;

let last: Promise<void> = Promise.resolve();

parentPort?.on('message', (order: Order) => {
  last = last.then(() => fulfil(order));
});

async function fulfil({ number, writer, paper }: Order): Promise<void> {
  let delivery: Delivery;
  let moved: ArrayBuffer[] = [];
  try {
    const bytes = await (await writing(writer))(paper);
    delivery = { number, bytes };
    moved = [bytes.buffer];
  } catch (error) {
    const { message, code } = error as { message?: string; code?: string };
    delivery = { number, failure: message || String(code ?? error) };
  }
  parentPort?.postMessage(delivery, moved);
}

async function writing(writer: Writer): Promise<Write> {
  const found = (await import(writer)) as { write: Write };
  return found.write;
}
