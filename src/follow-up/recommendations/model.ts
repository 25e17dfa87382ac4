import type { Relation } from '#network/links/model.ts';
import type { Trilingual } from '#platform/locale/text.ts';
import type { RecordColumns } from '#platform/records/model.ts';

/** A recommendation; the study or session it came from and the workshop that shared it stand in links. */
export interface RecommendationRow extends RecordColumns, Trilingual<'title'>, Trilingual<'text'> {
  slug: string;
  /** How people cite it, unique in the network. */
  reference: string;
  /** Its place in the register. */
  position: number;
}

/** Through these others come to change a recommendation: only who keeps the register writes them. */
const accesses: readonly Relation[] = ['shared-at', 'concerns'];

/** Whether a recommendation may be linked so. @param keeps whether the actor keeps the register */
export function mayLink(keeps: boolean, relation: Relation): boolean {
  return keeps || !accesses.includes(relation);
}

declare module '#platform/database/tables.ts' {
  interface Tables {
    recommendations: RecommendationRow;
  }
}
