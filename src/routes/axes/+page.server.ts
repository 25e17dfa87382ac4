import { conceptsOf } from '../concepts.server.ts';

export const load = ({ locals }) => conceptsOf(locals, 'axis');
