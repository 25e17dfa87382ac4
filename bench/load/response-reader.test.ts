import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { headerOf, ResponseReader, type Answer } from './response-reader.ts';

const plain = 'HTTP/1.1 200 OK\r\nContent-Length: 5\r\nETag: "x"\r\n\r\nhello';
const chunked =
  'HTTP/1.1 404 Not Found\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nhel\r\na;x=1\r\nlo\r\n there\r\n0\r\n\r\n';
const empty = 'HTTP/1.1 304 Not Modified\r\netag: "x"\r\n\r\n';

function readAll(reader: ResponseReader, pieces: Buffer[]): Answer[] {
  return pieces.map((piece) => reader.push(piece)).filter((answer) => answer !== null);
}

const seen = (answer: Answer) => [answer.status, answer.body().toString(), answer.bytes];

describe('ResponseReader', () => {
  it('reads answers with a length, in chunks, and without a body, one after the other', () => {
    const answers = readAll(
      new ResponseReader(),
      [plain, chunked, empty, plain].map((text) => Buffer.from(text)),
    );
    expect(answers.map(seen)).toEqual([
      [200, 'hello', plain.length],
      [404, 'hello\r\n there', chunked.length],
      [304, '', empty.length],
      [200, 'hello', plain.length],
    ]);
  });

  it('reads the same however the bytes are cut', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(plain, chunked, empty),
        fc.array(fc.nat({ max: 150 }), { maxLength: 8 }),
        (text, cuts) => {
          const places = [
            0,
            ...cuts.filter((cut) => cut < text.length).toSorted((a, b) => a - b),
            text.length,
          ];
          const pieces = places.slice(1).map((end, index) => Buffer.from(text.slice(places[index], end)));
          const whole = readAll(new ResponseReader(), [Buffer.from(text)]);
          expect(readAll(new ResponseReader(), pieces).map(seen)).toEqual(whole.map(seen));
          expect(whole).toHaveLength(1);
        },
      ),
    );
  });

  it('refuses an answer that only ends with its connection', () => {
    expect(() => new ResponseReader().push(Buffer.from('HTTP/1.1 200 OK\r\n\r\nhel'))).toThrow(
      'without a length',
    );
  });

  it('gives headers whatever their letters', () => {
    const [answer] = readAll(new ResponseReader(), [Buffer.from(plain)]);
    expect(headerOf(answer!.head, 'etag')).toBe('"x"');
    expect(headerOf(answer!.head, 'content-length')).toBe('5');
    expect(headerOf(answer!.head, 'tag')).toBeUndefined();
  });
});
