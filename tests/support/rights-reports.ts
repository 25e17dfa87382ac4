import { createCommitment } from '#follow-up/commitments/changes.server.ts';
import {
  confirmHandover,
  nameSuccessor,
  openHandover,
  withdrawHandover,
  writeNotes,
} from '#follow-up/handovers/changes.server.ts';
import { readHandover, standingIn } from '#follow-up/handovers/queries.server.ts';
import { readReportDossier } from '#follow-up/report-dossiers/queries.server.ts';
import type { ReportRow, ReportStage } from '#follow-up/reports/model.ts';
import {
  createReport,
  deleteReport,
  submitReport,
  takeBackReport,
  updateReport,
} from '#follow-up/reports/changes.server.ts';
import { readReport } from '#follow-up/reports/queries.server.ts';
import { listVacancies } from '#follow-up/vacancies/queries.server.ts';
import { confirmReport, decideReport } from '#follow-up/validations/changes.server.ts';
import { declareAbsence } from '#network/absences/changes.server.ts';
import { listAbsencesAround } from '#network/absences/queries.server.ts';
import { createAccount } from '#network/accounts/changes.server.ts';
import { giveRole } from '#network/grants/changes.server.ts';
import { createOrganisation } from '#network/organisations/changes.server.ts';
import type { References } from '#network/references/queries.server.ts';
import type { Actor } from '#platform/actor/actor.ts';
import type { Transaction } from '#platform/database/database.ts';
import { columns } from '#platform/locale/text.ts';
import { done, type Outcome } from '#platform/records/outcome.ts';
import { createRecord } from '#platform/records/records.server.ts';
import { isId } from '#platform/records/uuid.ts';
import { root, text, type Side } from './rights.ts';

type SideAttempt = (tx: Transaction, actor: Actor, side: Side) => Promise<Outcome<object>>;

const clock = () => new Date('2027-04-01T08:00:00Z');
const refused = { ok: false, reason: 'platform_refused_not_allowed' } as const;
const seen = (found: unknown) => (found ? ({ ok: true } as const) : refused);
const content = {
  periodStartsOn: '2026-01-01',
  periodEndsOn: '2026-03-31',
  status: 'in-progress' as const,
  narrative: text('Récit'),
};

/** A public commitment of a side's organisation, or one that another made and the side's organisation confirms. */
async function commit(tx: Transaction, { organisation }: Side, isConfirmer = false): Promise<string> {
  const input = {
    slug: 'engagement',
    title: text('Engagement'),
    deliverable: text('Engagement'),
    kind: 'service',
    organisationId: isConfirmer ? await thirdParty(tx) : organisation,
    visibility: 'public',
    ...(isConfirmer && { confirmedById: organisation }),
  } as const;
  return done(await createCommitment(tx, root, input)).id;
}

/** An organisation that nobody holds anything on, in a territory where one is given. */
async function thirdParty(tx: Transaction, territoryId?: string): Promise<string> {
  const input = { slug: 'tiers', type: 'other', level: 'local', name: text('Tiers'), territoryId } as const;
  return done(await createOrganisation(tx, root, input)).id;
}

/** A report that somebody else handed in, in a stage, with one decision. */
async function reportIn(
  tx: Transaction,
  commitmentId: string,
  stage: ReportStage,
): Promise<Pick<ReportRow, 'id' | 'version'>> {
  const { organisation_id } = await tx
    .selectFrom('commitments')
    .select('organisation_id')
    .where('id', '=', commitmentId)
    .executeTakeFirstOrThrow();
  const id = await createRecord(tx, root, 'reports', {
    commitment_id: commitmentId,
    organisation_id,
    period_starts_on: content.periodStartsOn,
    period_ends_on: content.periodEndsOn,
    status: content.status,
    stage,
    ...columns('reason', undefined),
    ...columns('narrative', content.narrative),
    ...columns('obstacles', undefined),
    ...columns('next_steps', undefined),
    submitted_at: null,
    submitted_by: null,
    validated_at: null,
    confirmed_at: null,
  });
  return { id, version: 1 };
}

const ownReport = async (tx: Transaction, side: Side, stage: ReportStage) =>
  reportIn(tx, await commit(tx, side), stage);

/** What is tried of reports, in the order of the table's columns; each makes what it needs. */
const reportAttempts = (references: () => References): Record<string, SideAttempt> => ({
  'read draft report': async (tx, actor, side) =>
    seen(await readReport(tx, actor, (await ownReport(tx, side, 'draft')).id)),
  'read comments': async (tx, actor, side) =>
    seen((await readReportDossier(tx, actor, (await ownReport(tx, side, 'validated')).id))?.decisions),
  'write report': async (tx, actor, side) =>
    createReport(tx, actor, {
      commitmentId: await commit(tx, side),
      organisationId: side.organisation,
      ...content,
    }),
  'edit report': async (tx, actor, side) =>
    updateReport(tx, actor, { ...(await ownReport(tx, side, 'returned')), ...content }),
  'submit report': async (tx, actor, side) => submitReport(tx, actor, await ownReport(tx, side, 'draft')),
  'take report back': async (tx, actor, side) =>
    takeBackReport(tx, actor, await ownReport(tx, side, 'submitted')),
  'decide report': async (tx, actor, side) =>
    decideReport(tx, actor, { ...(await ownReport(tx, side, 'submitted')), decision: 'validated' }),
  'confirm report': async (tx, actor, side) => {
    const report = await reportIn(tx, await commit(tx, side, true), 'validated');
    return confirmReport(tx, actor, { ...report, decision: 'validated' });
  },
  'remove draft report': async (tx, actor, side) =>
    deleteReport(tx, actor, await ownReport(tx, side, 'draft'), references()),
});

/** Somebody who holds a role on a side's organisation, in these attempts alone. */
async function colleague(tx: Transaction, { organisation: on }: Side, role: 'focal-point' | 'alternate') {
  const input = { name: role, email: `${role}@collegue.example`, locale: 'fr' } as const;
  const accountId = done(await createAccount(tx, root, input)).id;
  done(await giveRole(tx, root, { accountId, role, scope: 'organisation', on }));
  return accountId;
}

/** A handover that a focal point of a side's organisation has begun. */
async function handoverOf(tx: Transaction, side: Side, successor: string | null = null) {
  const row = {
    account_id: await colleague(tx, side, 'focal-point'),
    scope: 'organisation' as const,
    on_id: side.organisation,
    roles: 'focal-point',
    status: 'open' as const,
    successor_id: successor,
    invitation_id: null,
    personal_notes: null,
    notes_language: null,
    passes_drafts: 0 as const,
    settled_at: null,
  };
  return { id: await createRecord(tx, root, 'handovers', row), version: 1 };
}

async function readsFile(tx: Transaction, actor: Actor, id: string) {
  const handover = await readHandover(tx, actor, id);
  return seen(handover && (await standingIn(tx, actor, handover)).readsFile);
}

/** What is tried of handovers, vacancies and absences, in the order of the table's columns. */
const handoverAttempts: Record<string, SideAttempt> = {
  'hand own roles over': async (tx, actor, { organisation: on }) => {
    const answer = await openHandover(tx, actor, { accountId: actor.id, scope: 'organisation', on });
    // Whoever holds nothing there has nothing to hand over.
    return answer.ok || answer.reason !== 'follow_up_problem_nothing_held' ? answer : refused;
  },
  "hand another's roles over": async (tx, actor, side) => {
    const accountId = await colleague(tx, side, 'focal-point');
    return openHandover(tx, actor, { accountId, scope: 'organisation', on: side.organisation });
  },
  'read handover': async (tx, actor, side) => readsFile(tx, actor, (await handoverOf(tx, side)).id),
  'write notes': async (tx, actor, side) =>
    writeNotes(tx, actor, { ...(await handoverOf(tx, side)), notes: 'Le local', language: 'fr' } as never),
  'name successor': async (tx, actor, side) => {
    const accountId = await colleague(tx, side, 'alternate');
    return nameSuccessor(tx, actor, { ...(await handoverOf(tx, side)), accountId });
  },
  'confirm for another': async (tx, actor, side) => {
    const other = await colleague(tx, side, 'alternate');
    return confirmHandover(tx, actor, { ...(await handoverOf(tx, side, other)), read: true });
  },
  'confirm as named': async (tx, actor, side) => {
    const named = isId(actor.id) ? actor.id : null;
    return confirmHandover(tx, actor, { ...(await handoverOf(tx, side, named)), read: true });
  },
  'withdraw handover': async (tx, actor, side) => withdrawHandover(tx, actor, await handoverOf(tx, side)),
  'see vacancy': async (tx, actor, side) => {
    await tx.deleteFrom('grants').where('role', '=', 'focal-point').execute();
    await commit(tx, side);
    return seen((await listVacancies(tx, actor)).some(({ id }) => id === side.organisation));
  },
  'declare absence': async (tx, actor, side) => {
    const standInId = await colleague(tx, side, 'alternate');
    const days = { from: '2027-04-05', until: '2027-04-09' };
    return declareAbsence(
      tx,
      actor,
      { scope: 'organisation', on: side.organisation, ...days, standInId },
      clock,
    );
  },
  'read absence': async (tx, actor, side) => {
    const id = await createRecord(tx, root, 'absences', {
      account_id: await colleague(tx, side, 'focal-point'),
      stand_in_id: await colleague(tx, side, 'alternate'),
      scope: 'organisation',
      on_id: side.organisation,
      personal_from: '2027-04-05',
      personal_until: '2027-04-09',
    });
    const around = await listAbsencesAround(tx, actor, '2027-04-06');
    return seen(around.some((absence) => absence.id === id));
  },
};

/** All that is tried of reports and of who answers for them. */
export const progressAttempts = (references: () => References): Record<string, SideAttempt> => ({
  ...reportAttempts(references),
  ...handoverAttempts,
});
