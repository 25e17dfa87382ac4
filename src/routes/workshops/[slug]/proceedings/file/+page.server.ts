import { headOf } from '../../../../edited-workshop.server.ts';
import { fileOrProgress, proceedingsAt } from '../../../../proceedings.server.ts';

export const load = async (event) => {
  const { workshop, paper } = await proceedingsAt(event.locals, event.params.slug);
  const progress = await fileOrProgress(event, paper, `/workshops/${workshop.slug}/proceedings`);
  return { ...headOf(workshop), ...progress };
};
