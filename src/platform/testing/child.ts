import { spawn, type ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../../', import.meta.url));

/** A child process of a test. */
export interface Child {
  process: ChildProcess;
  /** The next line it prints. @throws Error where it ends first, with what it wrote to its error stream. */
  line(): Promise<string>;
  say(line: string): void;
  /** What it has written to its error stream so far. */
  errors(): string;
  /** Resolves when it has ended, with all it wrote. */
  ended: Promise<{ code: number | null; signal: string | null; output: string; errors: string }>;
}

/**
 * Runs a JavaScript module, given as text, in a process of its own. It may import as if it lay in the
 * project's root, and finds what the test hands it as the global `input`.
 */
export function startModule(source: string, input: unknown = {}): Child {
  const given = `globalThis.input = ${JSON.stringify(input)};`;
  const first = `data:text/javascript,${encodeURIComponent(given)}`;
  return startNode(['--import', first, '--input-type=module', '--eval', source]);
}

/** Runs Node with arguments in a process of its own, in the project's root. */
export function startNode(
  args: string[],
  { env = {}, cwd = root }: { env?: NodeJS.ProcessEnv; cwd?: string } = {},
): Child {
  const child = spawn(process.execPath, args, { cwd, env: { ...process.env, ...env }, stdio: 'pipe' });
  const lines: string[] = [];
  const waiting: { resolve(line: string): void; reject(error: Error): void }[] = [];
  let output = '';
  let errors = '';
  let over = false;
  child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()));
  const failure = () =>
    new Error(`The child process ended before it said anything more.\n${output}${errors}`);
  createInterface({ input: child.stdout }).on('line', (line) => {
    output += `${line}\n`;
    const next = waiting.shift();
    if (next) next.resolve(line);
    else lines.push(line);
  });
  const ended = new Promise<Awaited<Child['ended']>>((resolve) => {
    child.on('close', (code, signal) => {
      over = true;
      for (const { reject } of waiting.splice(0)) reject(failure());
      resolve({ code, signal, output, errors });
    });
  });
  return {
    process: child,
    line: () => {
      const line = lines.shift();
      if (line !== undefined) return Promise.resolve(line);
      if (over) return Promise.reject(failure());
      return new Promise((resolve, reject) => waiting.push({ resolve, reject }));
    },
    errors: () => errors,
    say: (line) => void child.stdin.write(`${line}\n`),
    ended,
  };
}
