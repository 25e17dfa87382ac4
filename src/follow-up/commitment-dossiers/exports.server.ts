import { identifier, recordJson, reference, texts } from '#network/exports.server.ts';
import { citation } from '#network/sources/exports.server.ts';
import type { CommitmentDossier } from './queries.server.ts';

/**
 * A commitment's record in its three languages. Amounts are in the smallest unit of their currency (ISO 4217), figures
 * decimal numbers as text, of a scale the number of a level.
 */
export function commitmentRecord(dossier: CommitmentDossier, publicUrl: string): string {
  const { commitment, organisation, parties, milestones, shares, recommendations } = dossier;
  const { territories, concepts, sources, indicators, reports } = dossier;
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
    indicators: indicators.map((row) => ({
      id: row.id,
      name: texts(row, 'name'),
      kind: row.kind,
      unit: texts(row, 'unit'),
      levels: row.levels.map((level) => ({
        level: level.position,
        description: texts(level, 'description'),
      })),
      baseline: row.baseline,
      baselineOn: row.baseline_on,
      target: row.target,
      targetOn: row.target_on,
      direction: row.direction,
      source: texts(row, 'source'),
    })),
    reports: reports.map((row) => ({
      id: `${identifier(publicUrl, 'commitments', commitment)}/reports/${row.id}`,
      by: reference(publicUrl, 'organisations', row.organisation),
      periodStartsOn: row.period_starts_on,
      periodEndsOn: row.period_ends_on,
      status: row.status,
      reason: texts(row, 'reason'),
      figures: row.figures.map((figure) => ({
        indicator: figure.indicator_id,
        value: figure.value,
        source: texts(figure, 'source'),
      })),
      narrative: texts(row, 'narrative'),
      obstacles: texts(row, 'obstacles'),
      nextSteps: texts(row, 'next_steps'),
      evidence: row.evidence.map((each) => ({
        id: `${identifier(publicUrl, 'commitments', commitment)}/reports/${row.id}#evidence-${each.id}`,
        kind: each.kind,
        caption: texts(each, 'caption'),
        datedOn: each.dated_on,
        url: each.url,
        sha256: each.sha256,
      })),
      stage: row.stage,
      validatedAt: row.validated_at,
      confirmedAt: row.confirmed_at,
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
