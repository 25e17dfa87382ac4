import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/** How long a process may take to end once told to, in milliseconds. */
const GRACE = 5_000;

/** A process that takes part in a measurement. It is given one message at its start and answers in messages. */
export class Subject {
  readonly process: ChildProcess;
  readonly #messages: unknown[] = [];
  readonly #waiting: { resolve(message: never): void; reject(error: Error): void }[] = [];
  readonly #ended: Promise<unknown>;

  private constructor(child: ChildProcess) {
    this.process = child;
    child.on('message', (message) => {
      const next = this.#waiting.shift();
      if (next) next.resolve(message as never);
      else this.#messages.push(message);
    });
    this.#ended = once(child, 'exit').then(([code]) => {
      for (const { reject } of this.#waiting.splice(0))
        reject(new Error(`A process ended early, code ${code}`));
    });
  }

  /** @param module its entry, run by this Node with nothing of this process's own flags. */
  static start(module: URL, message: object): Subject {
    const child = fork(fileURLToPath(module), { execArgv: [] });
    const subject = new Subject(child);
    child.send(message);
    return subject;
  }

  /** Its next message. @throws Error where it ends first. */
  next<Message>(): Promise<Message> {
    if (this.#messages.length > 0) return Promise.resolve(this.#messages.shift() as Message);
    if (this.process.exitCode !== null) return Promise.reject(new Error('A process ended early'));
    return new Promise((resolve, reject) => this.#waiting.push({ resolve, reject }));
  }

  /** Sends a message and gives the answer to it. */
  ask<Message>(message: object): Promise<Message> {
    this.process.send(message);
    return this.next();
  }

  async stop(): Promise<void> {
    if (this.process.exitCode !== null || this.process.signalCode !== null) return;
    this.process.kill('SIGTERM');
    const timer = setTimeout(() => this.process.kill('SIGKILL'), GRACE);
    await this.#ended;
    clearTimeout(timer);
  }
}
