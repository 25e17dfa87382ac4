/** The largest copy kept of a web page, in bytes. */
export const LARGEST_COPY = 10 * 1024 * 1024;

/**
 * Why there is no copy of a web page. `not-public`: the address is none of the public web; `led-inside`: it leads to one
 * that isn't.
 */
export const copyProblems = [
  'not-public',
  'led-inside',
  'not-found',
  'unreachable',
  'certificate',
  'gone',
  'answered',
  'redirects',
  'too-large',
  'too-slow',
] as const;
export type CopyProblem = (typeof copyProblems)[number];

/** What stood at an address. */
export interface Copied {
  ok: true;
  bytes: Uint8Array;
  /** As its server says, without parameters; `application/octet-stream` where it says nothing that is a type. */
  mediaType: string;
  /** Where it stood, once all redirects were followed. */
  address: string;
}

export interface NotCopied {
  ok: false;
  problem: CopyProblem;
  /** What the server answered (RFC 9110), where it did. */
  status: number | null;
}

/** Brings a copy of what stands at a web address. */
export type Copier = (address: string) => Promise<Copied | NotCopied>;
