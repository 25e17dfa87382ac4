import { openNewPart, submitNewPart } from '../../../../../new-part.server.ts';

export const load = (event) => openNewPart(event, 'board-entries');

export const actions = { default: (event) => submitNewPart(event, 'board-entries') };
