import { fileTypeFromBuffer } from 'file-type';
import { LARGEST_FILE } from './model.ts';
import { refused, type Refusal } from '../records/outcome.ts';

/** Types that are handed out as they came; images are drawn anew, see images.ts. */
const documents: Record<string, string> = {
  'application/pdf': 'pdf',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'xlsx',
  'application/vnd.openxmlformats-officedocument.presentationml.presentation': 'pptx',
  'application/vnd.oasis.opendocument.text': 'odt',
  'application/vnd.oasis.opendocument.spreadsheet': 'ods',
};
const images = ['image/png', 'image/jpeg', 'image/webp'];

export interface Inspected {
  ok: true;
  kind: 'document' | 'image';
  mediaType: string;
  extension: string;
}

/**
 * What a file is, by its content: neither its name nor what the browser said of it is asked. Archives are looked at
 * from outside, within the bounds of the detecting library; nothing is unpacked.
 */
export async function inspect(bytes: Uint8Array): Promise<Inspected | Refusal> {
  if (bytes.length === 0) return refused('platform_file_empty', 'file');
  if (bytes.length > LARGEST_FILE) return refused('platform_file_too_large', 'file');
  const found = await fileTypeFromBuffer(bytes).catch(() => undefined);
  const mediaType = found?.mime ?? '';
  const extension = documents[mediaType];
  if (extension) return { ok: true, kind: 'document', mediaType, extension };
  if (images.includes(mediaType)) return { ok: true, kind: 'image', mediaType, extension: found!.ext };
  return refused('platform_file_type', 'file');
}
