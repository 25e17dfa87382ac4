/** The thread of one analysis: does it, says how far it is, hands the answer over. */
import { parentPort, workerData } from 'node:worker_threads';
import { analyse, type Order, type Report } from './model.ts';

const { matrix, options, state } = workerData as Order;
const tell = (report: Report) => parentPort?.postMessage(report, []);

tell({ analysis: analyse(matrix, options, state, (progress) => tell({ progress })) });
