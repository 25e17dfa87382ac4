import { Decoder } from './decoder.ts';
import type { Encoding } from './encoding.ts';
import { Records, type RecordReader } from './records.ts';

/**
 * Reads a CSV file of any size as its bytes come, in memory that does not grow with it; `readCsv` reads those that
 * somebody edits in a spreadsheet.
 * @param watch is told after each part how many bytes were read
 * @throws TableRefusal where the bytes are no text, and what the bytes' source or the reader throw
 */
export async function streamCsv(
  chunks: AsyncIterable<Uint8Array>,
  reader: RecordReader,
  watch: (bytes: number) => void = () => undefined,
): Promise<{ encoding: Encoding; bytes: number }> {
  const decoder = new Decoder();
  const records = new Records(reader);
  let bytes = 0;
  for await (const chunk of chunks) {
    bytes += chunk.length;
    records.write(decoder.write(chunk));
    watch(bytes);
  }
  records.write(decoder.end());
  records.end();
  return { encoding: decoder.encoding, bytes };
}
