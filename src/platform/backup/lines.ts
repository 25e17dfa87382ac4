import { createReadStream } from 'node:fs';
import { createGunzip } from 'node:zlib';
import { BackupRefusal, LONGEST_LINE } from './format.ts';

/**
 * The lines of a gzipped file, line ends included, as they come.
 * @throws BackupRefusal where the file can't be read, is no gzip, is damaged, or ends too early.
 */
export async function* linesOf(file: string): AsyncIterable<Buffer> {
  const gunzip = createGunzip();
  const source = createReadStream(file);
  source.on('error', (error) => gunzip.destroy(error));
  let begun = false;
  let rest: Buffer[] = [];
  let length = 0;
  try {
    for await (const chunk of source.pipe(gunzip) as AsyncIterable<Buffer>) {
      begun = true;
      let start = 0;
      for (let end = chunk.indexOf(10); end >= 0; end = chunk.indexOf(10, start)) {
        yield Buffer.concat([...rest, chunk.subarray(start, end + 1)]);
        [rest, length] = [[], 0];
        start = end + 1;
      }
      rest.push(chunk.subarray(start));
      length += chunk.length - start;
      if (length > LONGEST_LINE) throw new BackupRefusal('corrupt', 'a line without end');
    }
  } catch (error) {
    throw explained(error as NodeJS.ErrnoException, begun);
  } finally {
    source.destroy();
  }
  if (length > 0) throw new BackupRefusal('truncated');
}

function explained(error: NodeJS.ErrnoException, begun: boolean): Error {
  if (error.syscall) return new BackupRefusal('missing', error.code);
  if (error.code === 'Z_BUF_ERROR') return new BackupRefusal('truncated');
  if (error.code?.startsWith('Z_')) return new BackupRefusal(begun ? 'corrupt' : 'foreign', 'gzip');
  return error;
}
