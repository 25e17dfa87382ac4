import { Connection, requestBytes } from '../load/connection.ts';
import { headerOf, type Answer } from '../load/response-reader.ts';
import type { BareAnswer } from './bare.ts';
import { Subject } from './subject.ts';

/** What load sends with every request: what a browser sends that changes the answer. */
export const requestHeaders = { 'accept-encoding': 'gzip, deflate, br', accept: 'text/html,*/*;q=0.8' };

/** Headers that Node writes on every answer by itself, and framing. */
const WRITTEN_BY_NODE = /^(date|connection|keep-alive|transfer-encoding|content-length)$/i;

/** One answer of a server, as load would get it. @throws Error where it is no success. */
export async function ask(origin: string, path: string): Promise<Answer> {
  const connection = new Connection(origin);
  try {
    const answer = await connection.ask(requestBytes('GET', origin, path, requestHeaders));
    if (answer.status !== 200) throw new Error(`${origin}${path} answered ${answer.status}`);
    return answer;
  } finally {
    connection.close();
  }
}

/** A bare `node:http` server, in a process of its own, that sends what a page's server sent. */
export async function startTwin(
  answer: Answer,
): Promise<{ url: string; pid: number; stop(): Promise<void> }> {
  const body = answer.body();
  const names = answer.head
    .split('\r\n')
    .slice(1)
    .map((line) => line.slice(0, line.indexOf(':')))
    .filter((name) => !WRITTEN_BY_NODE.test(name));
  const headers = names.flatMap((name) => [name, headerOf(answer.head, name.toLowerCase())!]);
  const plan: BareAnswer = {
    status: answer.status,
    headers: [...headers, 'content-length', String(body.length)],
    body: body.toString('base64'),
  };
  const subject = Subject.start(new URL('bare.ts', import.meta.url), plan);
  const { url } = await subject.next<{ url: string }>();
  return { url, pid: subject.process.pid!, stop: () => subject.stop() };
}
