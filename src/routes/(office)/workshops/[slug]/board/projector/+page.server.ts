import { recordedWorkshop, shownBoard } from '../../../../../board.server.ts';
import { headOf } from '../../../../../edited-workshop.server.ts';

export const load = async (event) => {
  const { workshop } = await recordedWorkshop(event);
  const asked = event.url.searchParams.get('entry');
  const entries = await shownBoard(event.locals, workshop.id);
  const shown = entries.filter(({ status }) => status !== 'left');
  return {
    ...headOf(workshop),
    // The page stands alone on the wall: no header, no foot.
    bare: true,
    entries: shown,
    /** Only what was adopted so far, as a list. */
    isList: asked === 'adopted',
    at: Math.max(
      0,
      shown.findIndex(({ id }) => id === asked),
    ),
  };
};
