import type { Source } from '#platform/database/database.ts';
import type { Indicator } from './model.ts';

/** What is measured of a commitment, in its order, with the levels of each scale. The caller has read the commitment. */
export async function listIndicators(db: Source, commitmentId: string): Promise<Indicator[]> {
  const rows = await db
    .selectFrom('indicators')
    .selectAll()
    .where('commitment_id', '=', commitmentId)
    .orderBy('position')
    .orderBy('id')
    .execute();
  const scales = rows.filter(({ kind }) => kind === 'scale').map(({ id }) => id);
  const levels =
    scales.length === 0
      ? []
      : await db
          .selectFrom('indicator_levels')
          .selectAll()
          .where('indicator_id', 'in', scales)
          .orderBy('position')
          .execute();
  return rows.map((row) => ({
    ...row,
    levels: levels.filter(({ indicator_id }) => indicator_id === row.id),
  }));
}
