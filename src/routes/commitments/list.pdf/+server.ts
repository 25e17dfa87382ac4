import { registerFile } from '../../register.server.ts';

export const GET = ({ locals, url }) => registerFile(locals, url, 'commitments', 'pdf');
