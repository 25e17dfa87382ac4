import { refused, type Outcome, type Refusal } from '../records/outcome.ts';
import { redraw } from './images.ts';
import { inspect, type Inspected } from './inspect.ts';
import type { KeptFile, SentFile } from './model.ts';
import { endingOf, safeName } from './name.ts';
import type { FileStore } from './store.ts';

/**
 * Checks a file by its content and keeps it: documents as they are, images drawn anew in two widths. It is on disk
 * before anything names it.
 * @param asked `as named` refuses a file whose name ends as another type does
 */
export async function keepFile(
  store: FileStore,
  { name, bytes }: SentFile,
  asked: 'as it is' | 'as named' = 'as it is',
): Promise<Outcome<{ file: KeptFile }>> {
  const inspected = await inspect(bytes);
  if (asked === 'as named' && isOther(inspected, name)) {
    const said = endingOf(name);
    return refused('platform_file_lies', 'file', { name: safeName(name, said), type: said.toUpperCase() });
  }
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

/** Whether a name ends as another type does than the file's; what is empty or too large is that, whatever its name. */
function isOther(inspected: Inspected | Refusal, name: string): boolean {
  const said = endingOf(name);
  if (inspected.ok) return said !== '' && said !== inspected.extension;
  return inspected.reason === 'platform_file_type' && taken.includes(said);
}

/** The endings of what is taken: who sends one of these means that type. */
const taken = ['pdf', 'docx', 'xlsx', 'pptx', 'odt', 'ods', 'png', 'jpg', 'webp'];
