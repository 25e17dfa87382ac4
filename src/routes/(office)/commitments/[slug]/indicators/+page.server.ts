import { openCommitmentParts, submitCommitmentPart } from '../../../../edited-commitment.server.ts';

export const load = (event) => openCommitmentParts(event, 'indicators');

export const actions = { default: (event) => submitCommitmentPart(event, 'indicators') };
