import type { ContributionRow, ProgrammeItemRow } from '../programme/model.ts';
import type { WorkshopRow } from '../workshops/model.ts';

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

/** The texts of a workshop that its next edition starts from. */
export const takenOverTexts = ['summary', 'aims'] as const;
export type TakenOverText = (typeof takenOverTexts)[number];

/** The texts of a workshop that were taken over from the edition before and not read again since. */
export function textsToReread({ taken_over }: Pick<WorkshopRow, 'taken_over'>): TakenOverText[] {
  const kept = (taken_over ?? '').split(',');
  return takenOverTexts.filter((field) => kept.includes(field));
}

/** The same as a workshop keeps it. */
export function takenOver(fields: readonly TakenOverText[]): string | null {
  return fields.join(',') || null;
}

/** Whether an item's texts are still those of the edition before, unread. Whoever saves the item has read them. */
export function isToReread({ copied_from_id }: Pick<ProgrammeItemRow, 'copied_from_id'>): boolean {
  return Boolean(copied_from_id);
}
