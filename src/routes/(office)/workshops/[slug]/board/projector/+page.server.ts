import type { ShownEntry } from '#events/board/queries.server.ts';
import { recordedWorkshop, shownBoard } from '../../../../../board.server.ts';
import { headOf } from '../../../../../edited-workshop.server.ts';

export const load = async (event) => {
  const { workshop } = await recordedWorkshop(event);
  const asked = event.url.searchParams.get('entry');
  const entries = await shownBoard(event.locals, workshop.id);
  // What is shown stays on the wall when the plenary leaves it out, or makes it part of another.
  const isAsked = ({ id, parts }: ShownEntry) => id === asked || parts.some((part) => part.id === asked);
  const shown = entries.filter((entry) => entry.status !== 'left' || isAsked(entry));
  return {
    ...headOf(workshop),
    // The page stands alone on the wall: no header, no foot.
    bare: true,
    entries: shown,
    /** Only what was adopted so far, as a list. */
    isList: asked === 'adopted',
    at: Math.max(0, shown.findIndex(isAsked)),
  };
};
