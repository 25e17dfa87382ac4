import { headOf } from '../../../../../edited-workshop.server.ts';
import { draftProceedingsAt } from '../../../../../proceedings.server.ts';

export const load = async (event) => {
  const { workshop, paper } = await draftProceedingsAt(event);
  return { ...headOf(workshop), startsOn: workshop.starts_on, endsOn: workshop.ends_on, paper };
};
