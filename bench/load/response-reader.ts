/** One whole answer of an HTTP/1.1 server. */
export interface Answer {
  status: number;
  /** The status line and the headers as they came, without the empty line. */
  head: string;
  /** Bytes over the wire: head, framing and body. */
  bytes: number;
  /** The body as it came: still compressed where it was, without the framing of chunks. */
  body(): Buffer;
}

const EMPTY = Buffer.alloc(0);
const END_OF_HEAD = '\r\n\r\n';

/**
 * Reads answers from the bytes of one connection on which one request at a time is asked (RFC 9112 §6: a
 * length, or chunks; an answer that ends with its connection is not taken, for load keeps its connections).
 */
export class ResponseReader {
  #pending: Buffer = EMPTY;
  #head: string | null = null;
  #status = 0;
  #bytes = 0;
  #body: Buffer[] = [];
  /** Bytes still to come, of the body or of the chunk; null between two chunks. */
  #left: number | null = 0;
  #chunked = false;

  /**
   * @param bytes the next bytes of the connection, however they were cut.
   * @returns the answer they complete, or null.
   * @throws Error on bytes that are no answer.
   */
  push(bytes: Buffer): Answer | null {
    this.#bytes += bytes.length;
    let rest = this.#pending.length > 0 ? Buffer.concat([this.#pending, bytes]) : bytes;
    this.#pending = EMPTY;
    if (this.#head === null) {
      const end = rest.indexOf(END_OF_HEAD);
      if (end < 0) return this.#wait(rest);
      this.#begin(rest.toString('latin1', 0, end));
      rest = rest.subarray(end + END_OF_HEAD.length);
    }
    return this.#chunked ? this.#readChunks(rest) : this.#readLength(rest);
  }

  #begin(head: string): void {
    this.#head = head;
    this.#status = Number(head.slice(9, 12));
    this.#chunked = /\r\ntransfer-encoding:\s*chunked/i.test(head);
    const length = headerOf(head, 'content-length');
    if (this.#chunked) this.#left = null;
    else if (length !== undefined) this.#left = Number(length);
    else if (this.#status === 204 || this.#status === 304) this.#left = 0;
    else throw new Error(`An answer without a length: ${head.split('\r\n', 1)[0]}`);
  }

  #readLength(rest: Buffer): Answer | null {
    this.#body.push(rest);
    this.#left! -= rest.length;
    return this.#left! > 0 ? null : this.#finish();
  }

  #readChunks(rest: Buffer): Answer | null {
    let at = 0;
    for (;;) {
      if (this.#left === null) {
        const end = rest.indexOf('\r\n', at);
        if (end < 0) return this.#wait(rest.subarray(at));
        this.#left = Number.parseInt(rest.toString('latin1', at, end), 16);
        if (Number.isNaN(this.#left)) throw new Error('A chunk without a size');
        at = end + 2;
        if (this.#left === 0) this.#left = -1;
      }
      // After the last chunk comes an empty line (trailers are not expected); after any other, its own end.
      const wanted = Math.max(0, this.#left) + 2;
      if (rest.length - at < wanted) return this.#wait(rest.subarray(at));
      if (this.#left < 0) return this.#finish();
      this.#body.push(rest.subarray(at, at + this.#left));
      at += wanted;
      this.#left = null;
    }
  }

  #wait(rest: Buffer): null {
    this.#pending = rest;
    return null;
  }

  #finish(): Answer {
    const parts = this.#body;
    const answer = { status: this.#status, head: this.#head!, bytes: this.#bytes, body: () => joined(parts) };
    this.#head = null;
    this.#body = [];
    this.#bytes = 0;
    return answer;
  }
}

/** The value of a header, by its name in small letters, or undefined. */
export function headerOf(head: string, name: string): string | undefined {
  return new RegExp(`\\r\\n${name}:[ \\t]*([^\\r]*)`, 'i').exec(head)?.[1]?.trim();
}

function joined(parts: Buffer[]): Buffer {
  return parts.length === 1 ? parts[0]! : Buffer.concat(parts);
}
