import { headOf } from '../../../../../../edited-workshop.server.ts';
import { draftProceedingsAt, fileOrProgress } from '../../../../../../proceedings.server.ts';

export const load = async (event) => {
  const { workshop, paper } = await draftProceedingsAt(event);
  const progress = await fileOrProgress(event, paper, `/workshops/${workshop.slug}/proceedings/draft`);
  return { ...headOf(workshop), ...progress };
};
