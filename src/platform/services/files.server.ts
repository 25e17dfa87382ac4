import { dispositionOf } from '../files/name.ts';
import { openStore, type FileStore } from '../files/store.ts';
import { withinLimit } from '../limits/limits.ts';
import { services } from './services.ts';

/** How many files one account may send. */
const SENT = { most: 100, seconds: 60 * 60 };

/** Where this node keeps files. */
export function fileStore(): FileStore {
  return openStore(services().dataFolder);
}

/** Whether an account may send another file now. */
export function maySendFile(accountId: string): Promise<boolean> {
  const { db, clock } = services();
  return withinLimit(db, `files ${accountId}`, SENT, clock);
}

/**
 * A kept file as an answer; null where the store has none. Images show in place, everything else is a download.
 * @param how a download where the bytes are a stranger's as they came
 * @param lasting whether whoever got it may keep it for ever: its address changes with its bytes
 */
export async function fileAnswer(
  sha256: string,
  {
    name,
    mediaType,
    how = mediaType.startsWith('image/') ? 'inline' : 'attachment',
  }: { name: string; mediaType: string; how?: 'inline' | 'attachment' },
  lasting: boolean,
): Promise<Response | null> {
  const bytes = await fileStore().read(sha256);
  if (!bytes) return null;
  return new Response(bytes, {
    headers: {
      'content-type': mediaType,
      'content-length': String(bytes.length),
      'content-disposition': dispositionOf(name, how),
      'cache-control': lasting ? 'private, max-age=31536000, immutable' : 'private, no-store',
      'x-content-type-options': 'nosniff',
    },
  });
}
