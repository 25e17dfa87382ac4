import type { Terminal } from './command.ts';

/**
 * Shows a step that may take long: on a terminal one line with the seconds running, elsewhere a line at the
 * start and one every ten seconds; then `done`, unless that has nothing to say.
 * @param doing what is done, or what says so as it goes on
 * @returns what the step returns
 */
export async function showing<T>(
  { notes }: Terminal,
  doing: string | (() => string),
  step: () => Promise<T>,
  done: (result: T) => string | null,
): Promise<T> {
  const from = process.hrtime.bigint();
  const seconds = () => Number((process.hrtime.bigint() - from) / 1_000_000_000n);
  const live = Boolean(notes.isTTY);
  const going = () => (typeof doing === 'string' ? doing : doing());
  const draw = () => notes.write(live ? `\r\u001b[K• ${going()}… ${seconds()} s` : `  … ${seconds()} s\n`);
  notes.write(live ? `• ${going()}…` : `• ${going()}…\n`);
  const timer = setInterval(draw, live ? 1_000 : 10_000);
  try {
    const result = await step();
    const words = done(result);
    if (live) notes.write('\r\u001b[K');
    if (words !== null) notes.write(`✔ ${words}\n`);
    return result;
  } catch (error) {
    if (live) notes.write('\r\u001b[K');
    throw error;
  } finally {
    clearInterval(timer);
  }
}
