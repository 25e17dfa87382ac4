import { m } from '#messages';
import type { PreviewItem } from '../model.ts';

const differing: Record<PreviewItem['differs'][number], () => string> = {
  title: () => m.events_programme_differs_title(),
  day: () => m.events_programme_differs_day(),
  startsAt: () => m.events_programme_differs_start(),
  endsAt: () => m.events_programme_differs_end(),
};

/** What of an item that is here already the file says otherwise, in words. */
export const differingWords = (differs: PreviewItem['differs']): string[] =>
  differs.map((what) => differing[what]());
