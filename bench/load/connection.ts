import { connect, type Socket } from 'node:net';
import { ResponseReader, type Answer } from './response-reader.ts';

interface Waiting {
  resolve(answer: Answer): void;
  reject(error: Error): void;
}

/** One kept connection on which one request at a time is asked; opened anew after it breaks. */
export class Connection {
  readonly #host: string;
  readonly #port: number;
  #socket: Socket | null = null;
  #waiting: Waiting | null = null;

  /** @param origin an http address; its path is left aside. */
  constructor(origin: string) {
    const url = new URL(origin);
    if (url.protocol !== 'http:') throw new Error(`Load goes over plain http, not ${url.protocol}//`);
    this.#host = url.hostname.replace(/^\[|\]$/g, '');
    this.#port = Number(url.port || 80);
  }

  /** @param request the request's bytes, from {@link requestBytes}. */
  ask(request: Buffer): Promise<Answer> {
    this.#socket ??= this.#open();
    this.#socket.write(request);
    return new Promise((resolve, reject) => (this.#waiting = { resolve, reject }));
  }

  close(): void {
    this.#socket?.destroy();
  }

  #open(): Socket {
    const reader = new ResponseReader();
    const socket = connect(this.#port, this.#host);
    socket.setNoDelay(true);
    const fail = (error: Error) => {
      if (this.#socket !== socket) return;
      this.#socket = null;
      socket.destroy();
      this.#answered()?.reject(error);
    };
    socket.on('data', (bytes) => {
      try {
        const answer = reader.push(bytes);
        if (answer) this.#answered()?.resolve(answer);
      } catch (error) {
        fail(error as Error);
      }
    });
    socket.on('error', fail);
    socket.on('close', () => fail(new Error('The server closed the connection')));
    return socket;
  }

  #answered(): Waiting | null {
    const waiting = this.#waiting;
    this.#waiting = null;
    return waiting;
  }
}

/** The bytes of a request without a body. */
export function requestBytes(
  method: 'GET' | 'POST',
  origin: string,
  path: string,
  headers: Record<string, string> = {},
): Buffer {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  const length = method === 'POST' ? 'content-length: 0\r\n' : '';
  return Buffer.from(
    `${method} ${path} HTTP/1.1\r\nhost: ${new URL(origin).host}\r\n${lines.join('')}${length}\r\n`,
  );
}
