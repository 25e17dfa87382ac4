import { Kept } from './kept.ts';

/** A whole answer, as bytes for each encoding a reader may accept. */
export interface CachedPage {
  status: number;
  headers: Record<string, string>;
  etag: string;
  bodies: { identity: Buffer; gzip?: Buffer | undefined; br?: Buffer | undefined };
}

/** Whole public pages by address; what they may weigh together is in bytes of all their encodings. */
export class PageCache extends Kept<CachedPage> {
  constructor(mostBytes = 64 * 1024 * 1024) {
    super(
      mostBytes,
      ({ bodies: { identity, gzip, br } }) => identity.length + (gzip?.length ?? 0) + (br?.length ?? 0),
    );
  }
}
