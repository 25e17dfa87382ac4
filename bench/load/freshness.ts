import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { headerOf, type Answer } from './response-reader.ts';

/** How the number of a change stands in a page's text; the writer writes it. */
export const changeMark = (number: number): string => `changement-${number}-mesuré`;
const MARK = /changement-(\d+)-mesuré/;

/**
 * Judges whether pages are as fresh as what was acknowledged. A page's number is read once for each entity
 * tag: a server that sends the same tag says that the bytes are the same.
 */
export class Freshness {
  readonly #numbers = new Map<string, number>();
  #acknowledged = 0;
  checked = 0;
  stale = 0;

  /** What every page asked for from now on must show at least. */
  get acknowledged(): number {
    return this.#acknowledged;
  }

  acknowledge(answer: Answer): void {
    const number = Number(answer.body().toString());
    if (answer.status !== 200 || !Number.isInteger(number))
      throw new Error(`A write failed: ${answer.status}`);
    this.#acknowledged = Math.max(this.#acknowledged, number);
  }

  /** @param floor what was acknowledged when the page was asked for. */
  check(path: string, answer: Answer, floor: number): void {
    if (floor === 0 || answer.status !== 200) return;
    const number = this.#numberIn(path, answer);
    this.checked += 1;
    if (number < floor) this.stale += 1;
  }

  #numberIn(path: string, answer: Answer): number {
    const tag = headerOf(answer.head, 'etag');
    const known = tag && this.#numbers.get(path + tag);
    if (known !== undefined && known !== '') return known;
    const found = MARK.exec(textOf(answer))?.[1];
    if (found === undefined)
      throw new Error(`${path} does not show what is written: choose a page that does`);
    if (tag) this.#numbers.set(path + tag, Number(found));
    return Number(found);
  }
}

/** An answer's text, uncompressed. */
export function textOf(answer: Answer): string {
  const body = answer.body();
  const encoding = headerOf(answer.head, 'content-encoding');
  if (encoding === 'br') return brotliDecompressSync(body).toString();
  if (encoding === 'gzip') return gunzipSync(body).toString();
  return body.toString();
}
