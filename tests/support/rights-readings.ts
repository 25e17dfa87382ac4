import { attachRecord, describeEvidence, removeEvidence } from '#follow-up/evidence/changes.server.ts';
import { readEvidence } from '#follow-up/evidence/queries.server.ts';
import { createCommitment } from '#follow-up/commitments/changes.server.ts';
import {
  decideReading,
  replyToReading,
  submitReading,
  withdrawReading,
} from '#follow-up/readings/changes.server.ts';
import { readReading } from '#follow-up/readings/queries.server.ts';
import type { ReportStage } from '#follow-up/reports/model.ts';
import { createLink } from '#network/links/changes.server.ts';
import { createOrganisation } from '#network/organisations/changes.server.ts';
import type { Actor } from '#platform/actor/actor.ts';
import type { Transaction } from '#platform/database/database.ts';
import { columns } from '#platform/locale/text.ts';
import { done, type Outcome } from '#platform/records/outcome.ts';
import { createRecord } from '#platform/records/records.server.ts';
import { root, text, type Side } from './rights.ts';

type SideAttempt = (tx: Transaction, actor: Actor, side: Side) => Promise<Outcome<object>>;

const refused = { ok: false, reason: 'platform_refused_not_allowed' } as const;
const publicUrl = 'https://network.example';
const caption = text('Preuve');

/** An organisation that no side holds anything on. */
async function thirdParty(tx: Transaction, slug: string): Promise<string> {
  const input = { slug, type: 'association', level: 'local', name: text(slug) } as const;
  return done(await createOrganisation(tx, root, input)).id;
}

/** A report on a public commitment of an organisation that concerns the side's territory. */
async function reportOf(
  tx: Transaction,
  { territory }: Side,
  organisationId: string,
  stage: ReportStage,
): Promise<string> {
  const input = {
    slug: 'engagement',
    title: text('Engagement'),
    deliverable: text('Engagement'),
    kind: 'service',
    organisationId,
    visibility: 'public',
  } as const;
  const { id } = done(await createCommitment(tx, root, input));
  const from = { kind: 'commitments' as const, id };
  done(
    await createLink(tx, root, { from, relation: 'concerns', to: { kind: 'territories', id: territory } }),
  );
  return createRecord(tx, root, 'reports', {
    commitment_id: id,
    organisation_id: organisationId,
    period_starts_on: '2027-01-01',
    period_ends_on: '2027-03-31',
    status: 'in-progress',
    stage,
    ...columns('reason', undefined),
    ...columns('narrative', text('Récit')),
    ...columns('obstacles', undefined),
    ...columns('next_steps', undefined),
    submitted_at: null,
    submitted_by: null,
    validated_at: null,
    confirmed_at: null,
  });
}

/** Evidence of a draft of the side's organisation. */
async function cited(tx: Transaction, side: Side): Promise<string> {
  const reportId = await reportOf(tx, side, side.organisation, 'draft');
  const address = `/organisations/${await slugOf(tx, side)}`;
  return done(await attachRecord(tx, root, { reportId, caption, address, publicUrl })).id;
}

const slugOf = async (tx: Transaction, { organisation }: Side) =>
  (
    await tx
      .selectFrom('organisations')
      .select('slug')
      .where('id', '=', organisation)
      .executeTakeFirstOrThrow()
  ).slug;

/** A reading that somebody else wrote in an organisation's name. */
function readingOf(
  tx: Transaction,
  reportId: string,
  organisationId: string,
  stage: 'submitted' | 'published',
): Promise<string> {
  return createRecord(tx, root, 'readings', {
    report_id: reportId,
    organisation_id: organisationId,
    judgement: 'partly',
    own_status: null,
    ...columns('text', text('Lecture')),
    sources: null,
    stage,
    written_by: null,
    submitted_at: '2027-04-01T08:00:00.000Z',
    answer: null,
    answer_language: null,
    decided_at: null,
    decided_by: null,
    ...columns('reply', undefined),
    replied_at: null,
  });
}

const readable = (row: object | undefined) => (row ? ({ ok: true } as const) : refused);

/** What is tried of evidence and readings, in the order of the table's columns; each makes what it needs. */
export const readingAttempts: Record<string, SideAttempt> = {
  'read evidence of a draft': async (tx, actor, side) =>
    readable(await readEvidence(tx, actor, await cited(tx, side))),
  'add evidence': async (tx, actor, side) => {
    const reportId = await reportOf(tx, side, side.organisation, 'returned');
    const address = `/organisations/${await slugOf(tx, side)}`;
    return attachRecord(tx, actor, { reportId, caption, address, publicUrl });
  },
  'describe evidence': async (tx, actor, side) =>
    describeEvidence(tx, actor, { id: await cited(tx, side), version: 1, caption }),
  'remove evidence': async (tx, actor, side) =>
    removeEvidence(tx, actor, { id: await cited(tx, side), version: 1 }),
  'write reading': async (tx, actor, side) => {
    const { organisation: organisationId } = side;
    await tx
      .updateTable('organisations')
      .set({ type: 'association' })
      .where('id', '=', organisationId)
      .execute();
    const reportId = await reportOf(tx, side, await thirdParty(tx, 'tiers'), 'validated');
    const said = { judgement: 'agrees', text: text('Lecture') } as const;
    return submitReading(tx, actor, { reportId, organisationId, ...said });
  },
  'withdraw reading': async (tx, actor, side) => {
    const reportId = await reportOf(tx, side, await thirdParty(tx, 'tiers'), 'validated');
    const id = await readingOf(tx, reportId, side.organisation, 'published');
    return withdrawReading(tx, actor, { id, version: 1 });
  },
  'read submitted reading': async (tx, actor, side) => {
    const reportId = await reportOf(tx, side, await thirdParty(tx, 'tiers'), 'validated');
    const id = await readingOf(tx, reportId, await thirdParty(tx, 'lecteur'), 'submitted');
    return readable(await readReading(tx, actor, id));
  },
  'decide reading': async (tx, actor, side) => {
    const reportId = await reportOf(tx, side, await thirdParty(tx, 'tiers'), 'validated');
    const id = await readingOf(tx, reportId, await thirdParty(tx, 'lecteur'), 'submitted');
    return decideReading(tx, actor, { id, version: 1, decision: 'published', language: 'fr' });
  },
  'reply to reading': async (tx, actor, side) => {
    const reportId = await reportOf(tx, side, side.organisation, 'validated');
    const id = await readingOf(tx, reportId, await thirdParty(tx, 'lecteur'), 'published');
    return replyToReading(tx, actor, { id, version: 1, reply: text('Réponse') });
  },
};
