import { identifier, recordJson, reference, texts } from '#network/exports.server.ts';
import { citation } from '#network/sources/exports.server.ts';
import type { CommitmentDossier } from './queries.server.ts';

/** A commitment's record in its three languages; amounts are in the smallest unit of their currency (ISO 4217). */
export function commitmentRecord(dossier: CommitmentDossier, publicUrl: string): string {
  const { commitment, organisation, parties, milestones, shares, recommendations } = dossier;
  const { territories, concepts, sources } = dossier;
  return recordJson({
    id: identifier(publicUrl, 'commitments', commitment),
    type: 'commitment',
    reference: commitment.reference,
    title: texts(commitment, 'title'),
    deliverable: texts(commitment, 'deliverable'),
    kind: commitment.kind,
    lead: reference(publicUrl, 'organisations', organisation),
    parties: parties.map((party) => ({
      ...reference(publicUrl, 'organisations', party.organisation),
      contribution: texts(party, 'contribution'),
    })),
    startsOn: commitment.starts_on,
    dueOn: commitment.due_on,
    firstDueOn: commitment.first_due_on,
    status: commitment.status,
    statusSince: commitment.status_since,
    beneficiaries: texts(commitment, 'beneficiaries'),
    participation: texts(commitment, 'participation'),
    milestones: milestones.map((row) => ({
      title: texts(row, 'title'),
      dueOn: row.due_on,
      reachedOn: row.reached_on,
    })),
    funding: shares.map((share) => ({
      ...(share.organisation
        ? { funder: reference(publicUrl, 'organisations', share.organisation) }
        : { funder: share.funder }),
      amountMinor: share.amount_minor,
      currency: share.currency,
      secured: share.secured === 1,
    })),
    implements: recommendations.map((row) => ({
      id: identifier(publicUrl, 'recommendations', row),
      reference: row.reference,
      title: texts(row, 'title'),
    })),
    concerns: territories.map((row) => reference(publicUrl, 'territories', row)),
    serves: concepts.map(({ scheme, code }) => ({ scheme, code })),
    sources: sources.map(citation),
    updatedAt: commitment.updated_at,
  });
}
