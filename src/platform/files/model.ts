/** The largest file taken, in bytes. */
export const LARGEST_FILE = 20 * 1024 * 1024;

/** A file in the store, as a record names it. */
export interface KeptFile {
  /** The name it is handed out by. */
  name: string;
  mediaType: string;
  bytes: number;
  sha256: string;
  /** The narrow drawing of an image. */
  narrowSha256: string | null;
  width: number | null;
  height: number | null;
}

/** A file as it was sent. */
export interface SentFile {
  name: string;
  bytes: Uint8Array;
}
