import type { ContributionRow } from '../programme/model.ts';

/**
 * Whether a contribution was taken over from an earlier edition and nobody has said since that it holds. Whoever
 * changes it says so by that.
 */
export function isToConfirm({
  copied_from_id,
  version,
}: Pick<ContributionRow, 'copied_from_id' | 'version'>): boolean {
  return Boolean(copied_from_id) && version === 1;
}
