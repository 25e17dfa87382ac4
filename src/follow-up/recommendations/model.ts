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

declare module '#platform/database/tables.ts' {
  interface Tables {
    recommendations: RecommendationRow;
  }
}
