import type { RecordColumns } from '#platform/records/model.ts';
import type { Moved, Row, Unmoved } from '../references/model.ts';

/** Kinds of records of which two may turn out to be one. */
export const mergeableKinds = ['organisations', 'people', 'initiatives', 'territories'] as const;
export type MergeableKind = (typeof mergeableKinds)[number];

export function isMergeable(kind: string): kind is MergeableKind {
  return (mergeableKinds as readonly string[]).includes(kind);
}

/** Two records that became one; undone, the merge goes and the journal remembers it. */
export interface MergeRow extends RecordColumns {
  kind: MergeableKind;
  kept_id: string;
  gone_id: string;
  /** The row of the record that went, as JSON. */
  gone: string;
  /** A {@link Joining}, as JSON. */
  moved: string;
}

/** Everything it takes to part two records again. */
export interface Joining extends Moved {
  /** Addresses that led to the record that went. */
  addresses: string[];
  /** Columns of the kept record that the merge changed. */
  columns: Record<string, { before: unknown; after: unknown }>;
}

/** A merge with its memory read. */
export interface Merge {
  id: string;
  at: string;
  kind: MergeableKind;
  keptId: string;
  gone: Row & { id: string; slug: string; version: number };
  joining: Joining;
}

/** What an undoing could not give back, because it changed since. */
export interface Remaining {
  references: Unmoved[];
  /** Columns of the kept record that stay as they are, and of the other that had to be left empty. */
  columns: string[];
  /** Addresses that go on leading to the kept record. */
  addresses: string[];
}

export function mergeOf({ id, created_at, kind, kept_id, gone, moved }: MergeRow): Merge {
  return {
    id,
    at: created_at,
    kind,
    keptId: kept_id,
    gone: JSON.parse(gone) as Merge['gone'],
    joining: JSON.parse(moved) as Joining,
  };
}

/**
 * Whether a code is the standard's for a place, and no other place's; AA, QM to QZ, XA to XZ and ZZ are free for
 * anyone's use (ISO 3166-1, 8.1.3).
 */
export function isStandardCode(code: string): boolean {
  return !/^(AA|Q[M-Z]|X[A-Z]|ZZ)(-|$)/.test(code);
}

/** Whether two territories are two places, whatever they are called: the standard gives each a code. */
export function codesClash(a: string, b: string): boolean {
  return a !== b && isStandardCode(a) && isStandardCode(b);
}

declare module '#platform/database/tables.ts' {
  interface Tables {
    merges: MergeRow;
  }
}
