import { seriesAt } from './dossier.server.ts';

export const load = ({ params, locals }) => seriesAt(locals, params.slug);
