import { SHOWN } from '#follow-up/delays/model.ts';
import { choicesOf } from '../../register.server.ts';
import { delaysAt } from '../delays.server.ts';

export const load = async ({ locals, url }) => {
  const { asked, delays } = await delaysAt(locals, url, SHOWN);
  const { regions, institutions } = await choicesOf(locals, 'commitments');
  return { asked, delays, regions, institutions };
};
