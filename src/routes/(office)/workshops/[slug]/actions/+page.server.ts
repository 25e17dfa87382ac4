import { dayOf } from '#platform/clock/due.ts';
import { readActions } from '#events/actions/queries.server.ts';
import { recordedWorkshop } from '../../../../board.server.ts';
import { headOf } from '../../../../edited-workshop.server.ts';

export const load = async (event) => {
  const { workshop, edits } = await recordedWorkshop(event);
  const { db, clock } = event.locals;
  return {
    ...headOf(workshop),
    workshop,
    edits,
    today: dayOf(clock()),
    actions: await readActions(db.reader, workshop.id),
  };
};
