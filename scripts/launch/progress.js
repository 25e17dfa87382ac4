import { fill } from './language.js';
import { steps } from './sentences.js';

/**
 * Shows one long step on standard error: on a terminal one line with the seconds running, elsewhere a line
 * at the start, one every ten seconds, and one at the end.
 * @template T
 * @param {keyof typeof steps} step
 * @param {Record<string, string | number>} values
 * @param {() => Promise<T>} task
 * @param {{ out: NodeJS.WriteStream, language: import('./language.js').Language }} to
 * @returns {Promise<T>} what the task returns
 */
export async function showing(step, values, task, { out, language }) {
  const from = Date.now();
  const seconds = () => Math.round((Date.now() - from) / 1000);
  const doing = fill(steps[step].doing, language, values);
  const frames = '⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏';
  let frame = 0;
  const live = Boolean(out.isTTY);
  const draw = () =>
    live
      ? out.write(`\r\u001b[K${frames[frame++ % frames.length]} ${doing}… ${seconds()} s`)
      : out.write(`  … ${seconds()} s\n`);
  if (live) draw();
  else out.write(`• ${doing}…\n`);
  const timer = setInterval(draw, live ? 100 : 10_000);
  try {
    const result = await task();
    const done = `✔ ${fill(steps[step].done, language, values)} (${seconds()} s)\n`;
    out.write(live ? `\r\u001b[K${done}` : done);
    return result;
  } catch (error) {
    if (live) out.write('\r\u001b[K');
    throw error;
  } finally {
    clearInterval(timer);
  }
}
