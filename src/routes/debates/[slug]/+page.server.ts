import { debateAt } from './debate.server.ts';

export const load = async ({ params, locals }) => {
  const { debate, workshop } = await debateAt(locals, params.slug);
  return { debate, workshop };
};
