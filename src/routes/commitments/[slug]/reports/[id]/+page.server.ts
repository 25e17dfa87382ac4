import { reportAt } from './dossier.server.ts';

export const load = async ({ params, locals }) => ({ dossier: await reportAt(locals, params) });
