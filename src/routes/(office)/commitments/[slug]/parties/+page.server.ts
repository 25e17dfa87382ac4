import { openCommitmentParts, submitCommitmentPart } from '../../../../edited-commitment.server.ts';

export const load = (event) => openCommitmentParts(event, 'commitment-parties');

export const actions = { default: (event) => submitCommitmentPart(event, 'commitment-parties') };
