/** The golden cases of a format, for checks by parsers that are not ours. */
import { readdirSync, readFileSync } from 'node:fs';

export interface GoldenCase<Input> {
  name: string;
  input: Input;
  /** What the runner compares: the file with this extension. */
  expected: string;
  path: URL;
}

export function goldenCases<Input>(format: string, extension: string): GoldenCase<Input>[] {
  const home = new URL(`${format}/`, import.meta.url);
  return readdirSync(home).map((name) => {
    const path = new URL(`${name}/expected.${extension}`, home);
    const input = JSON.parse(readFileSync(new URL(`${name}/input.json`, home), 'utf8')) as Input;
    return { name, input, expected: readFileSync(path, 'utf8'), path };
  });
}
