import { openCommitmentParts, submitCommitmentPart } from '../../../../edited-commitment.server.ts';

export const load = (event) => openCommitmentParts(event, 'funding-shares');

export const actions = { default: (event) => submitCommitmentPart(event, 'funding-shares') };
