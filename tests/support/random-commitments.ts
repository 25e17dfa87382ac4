import { commitmentKinds, commitmentStatuses } from '#follow-up/commitments/model.ts';
import { judgements, readingStages } from '#follow-up/readings/model.ts';
import { reportStages } from '#follow-up/reports/model.ts';
import { visibilities } from '#network/visibility/model.ts';
import {
  code,
  dates,
  link,
  number,
  optionalLink,
  optionalText,
  text,
  word,
  type Field,
} from './random-fields.ts';

/** The columns of bytes, where none are kept. */
const nothingKept = {
  name: null,
  media_type: null,
  bytes: null,
  sha256: null,
  narrow_sha256: null,
  width: null,
  height: null,
  copied_from: null,
  copy_status: null,
};

/** Commitments and what is part of them, field by field. */
export const commitmentFields = {
  commitments: [
    word('slug'),
    word('reference'),
    text('title'),
    text('deliverable'),
    code('kind', commitmentKinds),
    link('organisation_id', 'organisations'),
    (given) => {
      const first_due_on = given.chance(0.7) ? given.pick(['2026-01-01', '2026-02-02']) : null;
      return { first_due_on, due_on: first_due_on && given.pick([first_due_on, '2026-03-03']) };
    },
    optionalText('beneficiaries'),
    optionalText('participation'),
    optionalLink('matches_id', 'commitments'),
    optionalLink('confirmed_by_id', 'organisations'),
    code('visibility', visibilities),
    code('status', commitmentStatuses),
    () => ({ status_since: '2026-01-01T08:00:00.000Z' }),
  ],
  commitment_parties: [
    link('commitment_id', 'commitments'),
    link('organisation_id', 'organisations'),
    number('position'),
    optionalText('contribution'),
  ],
  milestones: [
    link('commitment_id', 'commitments'),
    number('position'),
    text('title'),
    code('due_on', ['2026-01-01', '2026-02-02']),
    (given) => ({ reached_on: given.chance(0.5) ? '2026-01-15' : null }),
  ],
  funding_shares: [
    link('commitment_id', 'commitments'),
    number('position'),
    (given) => {
      const organisation_id = given.maybe('organisations');
      return { organisation_id, funder: organisation_id ? null : given.word() };
    },
    (given) => ({ amount_minor: given.int(1e9), currency: given.pick(['EUR', 'MAD']) }),
    (given) => ({ secured: given.int(2) }),
  ],
  indicators: [
    link('commitment_id', 'commitments'),
    number('position'),
    code('kind', ['number', 'scale']),
    text('name'),
    optionalText('unit'),
    (given) => ({ baseline: given.pick([null, '0', '12.5']), baseline_on: given.pick([null, '2026-01-01']) }),
    (given) => ({ target: given.pick([null, '4', '200']), target_on: given.pick([null, '2027-12-31']) }),
    code('direction', ['up', 'down']),
    optionalText('source'),
  ],
  indicator_levels: [link('indicator_id', 'indicators'), number('position'), text('description')],
  reports: [
    link('commitment_id', 'commitments'),
    link('organisation_id', 'organisations'),
    dates('period_starts_on', 'period_ends_on'),
    code('status', commitmentStatuses),
    optionalText('reason'),
    text('narrative'),
    optionalText('obstacles'),
    optionalText('next_steps'),
    (given) => ({
      stage: given.pick(reportStages),
      submitted_at: given.pick([null, '2026-02-02T08:00:00.000Z']),
      submitted_by: null,
      validated_at: given.pick([null, '2026-02-03T08:00:00.000Z']),
      confirmed_at: given.pick([null, '2026-02-04T08:00:00.000Z']),
    }),
  ],
  indicator_values: [
    link('report_id', 'reports'),
    link('indicator_id', 'indicators'),
    code('value', ['1', '2', '30.25']),
    optionalText('source'),
  ],
  // Files and copies would need their bytes: pages without a copy, and records of the node.
  evidence: [
    link('report_id', 'reports'),
    number('position'),
    (given) => {
      const isPage = given.chance(0.5);
      return {
        kind: isPage ? 'web-page' : 'record',
        url: isPage ? `https://${given.word()}.example/` : null,
        tried_at: isPage ? '2026-02-02T08:00:00.000Z' : null,
        copy_problem: isPage ? given.pick(['too-large', 'unreachable']) : null,
        record_kind: isPage ? null : 'initiatives',
        record_id: isPage ? null : given.id('initiatives'),
        ...nothingKept,
      };
    },
    text('caption'),
    optionalText('alt'),
    (given) => ({ dated_on: given.pick([null, '2026', '2026-01-15']) }),
    (given) => ({ source: given.pick([null, given.word()]), licence: given.pick([null, 'CC-BY-4.0']) }),
  ],
  readings: [
    link('report_id', 'reports'),
    link('organisation_id', 'organisations'),
    (given) => {
      const judgement = given.pick(judgements);
      return {
        judgement,
        own_status: judgement === 'agrees' ? null : given.pick([null, ...commitmentStatuses]),
      };
    },
    text('text'),
    optionalText('reply'),
    (given) => ({ replied_at: given.pick([null, '2026-02-05T08:00:00.000Z']) }),
    (given) => ({ sources: given.pick([null, `https://${given.word()}.example/`]) }),
    (given) => ({
      stage: given.pick(readingStages),
      answer: `answer ${given.word()}`,
      answer_language: 'fr',
      decided_at: '2026-02-04T08:00:00.000Z',
      decided_by: null,
      written_by: null,
      submitted_at: '2026-02-03T08:00:00.000Z',
    }),
  ],
} satisfies Record<string, readonly Field[]>;
