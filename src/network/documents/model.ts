import type { Locale } from '#platform/locale/locale.ts';
import type { Trilingual } from '#platform/locale/text.ts';
import type { RecordColumns, RecordKind } from '#platform/records/model.ts';

export const documentRoles = ['cover', 'document'] as const;
export type DocumentRole = (typeof documentRoles)[number];

/** How many documents one record has at most. */
export const MOST_DOCUMENTS = 50;

/** A file of a record: the image at the head of its page, or something to take away. */
export interface DocumentRow extends RecordColumns, Trilingual<'alt'>, Trilingual<'title'> {
  owner_kind: RecordKind;
  owner_id: string;
  role: DocumentRole;
  position: number;
  /** The name it is handed out by. */
  name: string;
  media_type: string;
  bytes: number;
  sha256: string;
  /** The narrow drawing of an image, and the size of the wide one in pixels. */
  narrow_sha256: string | null;
  width: number | null;
  height: number | null;
  /** In which language it is written; null where it is in none, or in several. */
  language: Locale | null;
}

declare module '#platform/database/tables.ts' {
  interface Tables {
    documents: DocumentRow;
  }
}

/** Where a document's bytes are handed out: an address that changes with them. */
export function fileAddress(
  { sha256, narrow_sha256, name }: Pick<DocumentRow, 'sha256' | 'narrow_sha256' | 'name'>,
  width: 'wide' | 'narrow' = 'wide',
): string {
  const hash = width === 'narrow' ? (narrow_sha256 ?? sha256) : sha256;
  return `/api/documents/${hash}.${extensionOf(name)}`;
}

/** A document's type as readers know it: “PDF”. */
export function typeWord({ name }: Pick<DocumentRow, 'name'>): string {
  return extensionOf(name).toUpperCase();
}

function extensionOf(name: string): string {
  return name.slice(name.lastIndexOf('.') + 1);
}
