import { networkCardPng } from '#publication/card/exports.server.ts';
import { answer } from '../answer.ts';

export const GET = async () => answer(await networkCardPng(), 'image/png');
