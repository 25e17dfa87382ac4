import type { Source } from '#platform/database/database.ts';
import type { IndicatorLevelRow } from '../reports/model.ts';
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
  const levels = await listLevels(db, scales);
  return rows.map((row) => ({
    ...row,
    levels: levels.filter(({ indicator_id }) => indicator_id === row.id),
  }));
}

/** The levels of some scales, of each the lowest first. The caller has read what they measure. */
export async function listLevels(db: Source, indicatorIds: readonly string[]): Promise<IndicatorLevelRow[]> {
  if (indicatorIds.length === 0) return [];
  return db
    .selectFrom('indicator_levels')
    .selectAll()
    .where('indicator_id', 'in', indicatorIds)
    .orderBy('position')
    .orderBy('id')
    .execute();
}
