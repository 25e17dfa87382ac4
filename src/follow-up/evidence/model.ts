import type { Trilingual } from '#platform/locale/text.ts';
import type { RecordColumns } from '#platform/records/model.ts';
import type { RecordRef } from '#network/links/model.ts';

export const evidenceKinds = ['file', 'web-page', 'record'] as const;
export type EvidenceKind = (typeof evidenceKinds)[number];

/** Why there is no copy of a page of the public web. */
export const copyProblems = [
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

/** How much evidence one report has at most. */
export const MOST_EVIDENCE = 30;

/** What shows that a report says how things are. */
export interface EvidenceRow extends RecordColumns, Trilingual<'caption'>, Trilingual<'alt'> {
  report_id: string;
  position: number;
  kind: EvidenceKind;
  /** The date of what it shows, as exact as it is known. */
  dated_on: string | null;
  source: string | null;
  licence: string | null;
  /** The name it is handed out by; of a copy as well. */
  name: string | null;
  /** Of a copy, as its server said: what it is handed out as, {@link handedOutAs} says. */
  media_type: string | null;
  bytes: number | null;
  sha256: string | null;
  /** The narrow drawing of a picture, and the size of the wide one in pixels. */
  narrow_sha256: string | null;
  width: number | null;
  height: number | null;
  url: string | null;
  /** When the page was last asked for: of a copy, when it stood there. */
  tried_at: string | null;
  /** Where the copy stood, once all redirects were followed. */
  copied_from: string | null;
  /** Why there is no copy, and what the server answered. */
  copy_problem: CopyProblem | null;
  copy_status: number | null;
  record_kind: RecordRef['kind'] | null;
  record_id: string | null;
}

declare module '#platform/database/tables.ts' {
  interface Tables {
    evidence: EvidenceRow;
  }
}

/** Whether evidence is a picture that pages show: one that the node has drawn anew, never one of a copy. */
export function isPicture({ kind, narrow_sha256 }: Pick<EvidenceRow, 'kind' | 'narrow_sha256'>): boolean {
  return kind === 'file' && narrow_sha256 !== null;
}

/** Where the bytes of evidence are handed out: an address that changes with them. */
export function evidenceAddress(
  { id, sha256, narrow_sha256 }: Pick<EvidenceRow, 'id' | 'sha256' | 'narrow_sha256'>,
  width: 'wide' | 'narrow' = 'wide',
): string {
  return `/api/evidence/${id}/${width === 'narrow' ? (narrow_sha256 ?? sha256) : sha256}`;
}

/** What copies are handed out as, by what their servers said they are; the rest is bytes and no more. */
const plain = ['application/pdf', 'image/png', 'image/jpeg', 'image/webp', 'image/gif'];
const endings: Record<string, string> = { 'image/jpeg': 'jpg', 'text/plain': 'txt' };

/**
 * The type and the ending by which a stranger's bytes are handed out: one that no browser and no desk runs. A page is
 * handed out as the text it is written in.
 */
export function handedOutAs(said: string): { mediaType: string; extension: string } {
  const isText = /^text\/|^application\/(xml|json|javascript|ecmascript)$|\+(xml|json)$/.test(said);
  if (isText) return { mediaType: 'text/plain', extension: 'txt' };
  if (!plain.includes(said)) return { mediaType: 'application/octet-stream', extension: 'bin' };
  return { mediaType: said, extension: endings[said] ?? said.split('/')[1]! };
}
