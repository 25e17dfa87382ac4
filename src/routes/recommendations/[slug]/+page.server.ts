import { recommendationAt } from './dossier.server.ts';

export const load = async ({ params, locals }) => ({ dossier: await recommendationAt(locals, params.slug) });
