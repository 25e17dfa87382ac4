import type { Trilingual } from '#platform/locale/text.ts';
import type { RecordColumns } from '#platform/records/model.ts';

/** The network's three axes, the cross-cutting priorities, and the goals of the 2030 Agenda. */
export const schemes = ['axis', 'priority', 'sdg'] as const;
export type Scheme = (typeof schemes)[number];

export interface ConceptRow extends RecordColumns, Trilingual<'name'>, Trilingual<'definition'> {
  slug: string;
  scheme: Scheme;
  code: string;
  position: number;
}

/** Where a concept is told of, without locale: a page of its own, or a part of the page of its scheme. */
export function conceptAddress({ scheme, slug }: Pick<ConceptRow, 'scheme' | 'slug'>): string {
  if (scheme === 'priority') return `/priorities#${slug}`;
  return `/${scheme === 'axis' ? 'axes' : 'goals'}/${slug}`;
}

declare module '#platform/database/tables.ts' {
  interface Tables {
    concepts: ConceptRow;
  }
}
