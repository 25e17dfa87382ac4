import { refused, type Outcome } from '../records/outcome.ts';
import { redraw } from './images.ts';
import { inspect } from './inspect.ts';
import type { KeptFile, SentFile } from './model.ts';
import { safeName } from './name.ts';
import type { FileStore } from './store.ts';

/**
 * Checks a file by its content and keeps it: documents as they are, images drawn anew in two widths. It is on disk
 * before anything names it.
 */
export async function keepFile(
  store: FileStore,
  { name, bytes }: SentFile,
): Promise<Outcome<{ file: KeptFile }>> {
  const inspected = await inspect(bytes);
  if (!inspected.ok) return inspected;
  if (inspected.kind === 'document') {
    const sha256 = await store.put(bytes);
    const { mediaType, extension } = inspected;
    const plain = { bytes: bytes.length, sha256, narrowSha256: null, width: null, height: null };
    return { ok: true, file: { name: safeName(name, extension), mediaType, ...plain } };
  }
  const drawn = await redraw(bytes);
  if (!drawn) return refused('platform_file_image', 'file');
  const { wide, narrow, width, height } = drawn;
  const [sha256, narrowSha256] = [await store.put(wide), await store.put(narrow)];
  const image = { bytes: wide.length, sha256, narrowSha256, width, height };
  return { ok: true, file: { name: safeName(name, 'webp'), mediaType: 'image/webp', ...image } };
}
