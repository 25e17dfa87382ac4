/** The thread of one analysis: does it, says how far it is, hands the answer over. */
import { parentPort, workerData } from 'node:worker_threads';
import { analyse, type Message, type Order } from './model.ts';

const { matrix, options, state } = workerData as Order;
const tell = (message: Message) => parentPort?.postMessage(message, []);

tell({ analysis: analyse(matrix, options, state, (progress) => tell({ progress })) });
