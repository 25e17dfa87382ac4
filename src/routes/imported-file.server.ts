import type { RequestEvent } from '@sveltejs/kit';
import { maySendFile } from '#platform/services/files.server.ts';
import { requireAccount } from './account.server.ts';

/** Up to this size, in bytes, a page carries a file it has looked at, so that it need not be chosen again. */
const CARRIED = 700_000;

/** A form of an import as it was sent. */
export interface ImportedFile {
  form: FormData;
  bytes: Uint8Array;
  /** The file as the page carries it to its confirmation; null where it is chosen again. */
  held: string | null;
}

/** Reads the file of an import, sent now or carried by the page; null where an account sends too many. */
export async function importedFile(
  event: Pick<RequestEvent, 'request' | 'locals' | 'url'>,
): Promise<ImportedFile | null> {
  const account = requireAccount(event);
  if (!(await maySendFile(account.id))) return null;
  const form = await event.request.formData();
  const [file, carried] = [form.get('file'), form.get('held')];
  const bytes =
    file instanceof File
      ? new Uint8Array(await file.arrayBuffer())
      : Buffer.from(typeof carried === 'string' ? carried : '', 'base64url');
  return { form, bytes, held: bytes.length > CARRIED ? null : Buffer.from(bytes).toString('base64url') };
}

/** How many an import has just made or changed, as its page's address says; null where it says nothing. */
export function countAsked(url: URL, name: string): number | null {
  const text = url.searchParams.get(name) ?? '';
  return /^\d{1,6}$/.test(text) ? Number(text) : null;
}
