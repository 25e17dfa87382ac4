import { matrixFile } from '../matrix.server.ts';

export const GET = ({ locals, url }) => matrixFile(locals, url, 'xlsx');
