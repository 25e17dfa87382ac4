import { commitmentAt } from './dossier.server.ts';

export const load = async ({ params, locals }) => ({ dossier: await commitmentAt(locals, params.slug) });
