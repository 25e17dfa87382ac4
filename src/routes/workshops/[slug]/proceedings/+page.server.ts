import { proceedingsAt } from '../../../proceedings.server.ts';

export const load = ({ params, locals }) => proceedingsAt(locals, params.slug);
