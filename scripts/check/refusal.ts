/** One thing a check does not accept: where, which rule it breaks, and what to do instead. */
export interface Refusal {
  /** path from the project's root, with forward slashes */
  file: string;
  /** first line is 1; a whole file has none */
  line?: number;
  rule: string;
  instead: string;
}

/** `file:line`, the rule, and on its own line what to do instead. */
export function describe({ file, line, rule, instead }: Refusal): string {
  return `${file}${line === undefined ? '' : `:${line}`}  ${rule}\n    → ${instead}`;
}

/**
 * Prints what a check found and answers with its exit status.
 * @param name what was checked, as the reader calls it
 */
export function report(name: string, refusals: Refusal[]): number {
  if (refusals.length === 0) {
    console.log(`${name}: nothing to refuse`);
    return 0;
  }
  console.log(refusals.map(describe).join('\n'));
  console.log(`${name}: ${refusals.length} refused`);
  return 1;
}
