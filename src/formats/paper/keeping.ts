/** What stays on the page of what follows it, in every form of a paper. */
import type { Block, Paragraph } from './model.ts';

const isOf = (block: Block | undefined, tone: Paragraph['tone']): boolean =>
  block?.kind === 'paragraph' && block.tone === tone;

/**
 * Whether a block goes with the one after it. A heading does where something stands under it, the words over a heading
 * do, and so do remarks between a heading and the lesser ones under it. What would keep a whole chapter together keeps
 * nothing: a heading that another of its rank follows stands alone, and one with words over it that such words follow.
 */
export function keepsWithNext(block: Block, before: Block | undefined, after: Block | undefined): boolean {
  if (after === undefined) return false;
  if (block.kind === 'heading')
    return after.kind === 'heading'
      ? after.level > block.level
      : !(isOf(before, 'eyebrow') && isOf(after, 'eyebrow'));
  if (isOf(block, 'eyebrow')) return true;
  if (!isOf(block, 'soft')) return false;
  return (
    (after.kind === 'heading' && after.level === 3) || (before?.kind === 'heading' && isOf(after, 'soft'))
  );
}
