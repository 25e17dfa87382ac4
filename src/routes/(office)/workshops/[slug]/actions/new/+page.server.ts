import { openNewPart, submitNewPart } from '../../../../../new-part.server.ts';

export const load = (event) => openNewPart(event, 'actions');

export const actions = { default: (event) => submitNewPart(event, 'actions') };
