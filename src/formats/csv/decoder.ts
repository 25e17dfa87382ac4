import { isAscii } from 'node:buffer';
import { arabicOrWestern, isBinary, SAMPLE, wideOf, type Encoding } from './encoding.ts';
import { TableRefusal } from '../table/model.ts';

/**
 * Text from bytes of an unknown encoding as they come, by the rules of `decodeText`. As long as all bytes are ASCII the
 * encoding stays open: the first that are not decide between UTF-8 and the single bytes of Windows, wherever in the
 * file they stand. Bytes that are not UTF-8 after some that were become U+FFFD.
 */
export class Decoder {
  /** As far as it is known; UTF-8 where all is ASCII. */
  encoding: Encoding = 'utf-8';
  #decoder: TextDecoder | null = null;
  #held: Uint8Array[] = [];
  #holds = 0;
  #begun = false;

  /** @throws TableRefusal where the bytes are no text */
  write(bytes: Uint8Array): string {
    if (this.#begun) return this.#decoded(bytes);
    this.#held.push(bytes);
    this.#holds += bytes.length;
    return this.#holds < SAMPLE ? '' : this.#begin();
  }

  /** What is left after the last bytes. @throws TableRefusal */
  end(): string {
    const text = this.#begun ? '' : this.#begin();
    return text + (this.#decoder?.decode() ?? '');
  }

  #begin(): string {
    const bytes = Buffer.concat(this.#held);
    this.#held = [];
    this.#begun = true;
    const marked = { fffe: 'utf-16le', feff: 'utf-16be' } as const;
    const mark = bytes.subarray(0, 2).toString('hex') as keyof typeof marked;
    const known = marked[mark] ?? wideOf(bytes.subarray(0, SAMPLE));
    if (known) this.#is(known);
    const text = this.#decoded(bytes);
    if (isBinary(text.slice(0, SAMPLE))) throw new TableRefusal('platform_table_not_a_table');
    return text;
  }

  #decoded(bytes: Uint8Array): string {
    if (this.#decoder) return this.#decoder.decode(bytes, { stream: true });
    if (isAscii(bytes)) return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');
    const first = bytes.findIndex((byte) => byte > 0x7f);
    this.#is(isUtf8SoFar(bytes) ? 'utf-8' : arabicOrWestern(bytes.subarray(Math.max(0, first - 1_000))));
    return this.#decoder!.decode(bytes, { stream: true });
  }

  #is(encoding: Encoding): void {
    this.encoding = encoding;
    this.#decoder = new TextDecoder(encoding);
  }
}

/** Whether bytes are UTF-8, the last character perhaps cut. */
function isUtf8SoFar(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}
