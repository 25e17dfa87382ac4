import { appendFileSync } from 'node:fs';
import { availableParallelism, cpus, totalmem } from 'node:os';
import { fileURLToPath } from 'node:url';
import { goalOf, isMet, ratioOf, rounded, type Measure } from './measure.ts';

const table = fileURLToPath(new URL('../README.md', import.meta.url));

/** The machine in a few words: its processor, cores, memory and Node. */
export function machine(): string {
  const model = cpus()[0]?.model.trim() ?? 'unknown processor';
  const memory = Math.round(totalmem() / 2 ** 30);
  return `${model}, ${availableParallelism()} cores, ${memory} GB, Node ${process.versions.node}`;
}

/** Measures as rows of the table in bench/README.md: date, machine, what, figures, ratio, goal, met. */
export function rowsOf(measures: readonly Measure[], date: Date, on: string): string[] {
  return measures.map((measure) => {
    const met = isMet(measure);
    const cells = [
      date.toISOString().slice(0, 10),
      on,
      measure.what,
      `${rounded(measure.figure)} ${measure.unit}`,
      `${measure.against}: ${rounded(measure.other)}`,
      rounded(ratioOf(measure)),
      goalOf(measure),
      met === null ? '' : met ? 'yes' : 'no',
      measure.also ?? '',
    ];
    return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  });
}

/** Adds measures to the table, which is the last thing in its file. */
export function record(measures: readonly Measure[]): void {
  appendFileSync(
    table,
    rowsOf(measures, new Date(), machine())
      .map((row) => `${row}\n`)
      .join(''),
  );
}
