import { mayGive } from '#network/grants/policy.ts';
import { isPlaceThere } from '#network/grants/queries.server.ts';
import { sendInvitation, type Sending } from '#network/invitations/changes.server.ts';
import { notify } from '#network/notices/changes.server.ts';
import type { Actor } from '#platform/actor/actor.ts';
import { instant, systemClock, type Clock } from '#platform/clock/clock.ts';
import type { Target, Transaction } from '#platform/database/database.ts';
import type { PersonalDataHolder } from '#platform/personal-data/model.ts';
import { change, refusals } from '#platform/records/change.server.ts';
import { refused, type Refusal } from '#platform/records/outcome.ts';
import { createRecord, updateRecord } from '#platform/records/records.server.ts';
import { passingRoles, transfer } from '../transfers/changes.server.ts';
import { rolesOf, type HandoverPlace, type HandoverRow } from './model.ts';
import { coordinates, mayCoordinate, mayHandOver } from './policy.ts';
import {
  heldRoles,
  isColleague,
  readHandover,
  standingIn,
  successorOf,
  territoryOf,
} from './queries.server.ts';
import {
  handoverConfirmation,
  handoverInput,
  handoverNotes,
  handoverSeen,
  inviteeInput,
  successorInput,
  type HandoverConfirmation,
  type HandoverInput,
  type HandoverNotes,
  type HandoverSeen,
  type InviteeInput,
  type SuccessorInput,
} from './schema.ts';

/** What somebody passes who is invited to succeed until then: something that lets them into the institution. */
const invitedAs = { organisation: 'member', territory: 'reader' } as const;

/**
 * Begins a handover: of one's own roles in an institution, or of somebody else's there for who coordinates it. Without
 * an account it is of an institution that has no focal point. Nothing passes yet.
 */
export function openHandover(target: Target, actor: Actor, input: HandoverInput, clock: Clock = systemClock) {
  return change(
    target,
    {
      allowed: mayHandOver(actor) || mayCoordinate(actor),
      schema: handoverInput,
      input,
      within: async (tx, { accountId, scope, on }) =>
        accountId === actor.id || coordinates(actor, await territoryOf(tx, { scope, on_id: on })),
    },
    async (tx, { accountId, scope, on }): Promise<{ id: string } | Refusal> => {
      const place = { scope, on_id: on };
      if (!(await isPlaceThere(tx, { scope, on }))) return refused(refusals.missing, 'on');
      const held = accountId ? await heldRoles(tx, accountId, place) : [];
      if (accountId && held.length === 0) return refused('follow_up_problem_nothing_held');
      const before = await tx
        .selectFrom('handovers')
        .select('id')
        .where('status', '=', 'open')
        .where('on_id', '=', on)
        .where('account_id', accountId ? '=' : 'is', accountId ?? null)
        .executeTakeFirst();
      if (before) return refused('follow_up_problem_handover_open');
      const row = {
        account_id: accountId ?? null,
        ...place,
        roles: accountId ? held.map(({ role }) => role).join(' ') : 'focal-point',
        status: 'open' as const,
        successor_id: null,
        invitation_id: null,
        personal_notes: null,
        notes_language: null,
        passes_drafts: 0 as const,
        settled_at: null,
      };
      const id = await createRecord(tx, actor, 'handovers', row, clock);
      if (accountId)
        await notify(
          tx,
          { account: accountId, kind: 'handover-opened', record: recordOf(id), by: actor.id },
          clock,
        );
      return { id };
    },
  );
}

/** What a step of an open handover takes: who may take it, and what it does. */
interface Step<Values extends HandoverSeen, Done extends object> {
  actor: Actor;
  schema: Parameters<typeof change>[1]['schema'];
  input: unknown;
  /** Who takes it: who guides the handover, or its successor. */
  by: 'guides' | 'succeeds';
  work(tx: Transaction, handover: HandoverRow, values: Values): Promise<Done | Refusal>;
}

/** A step of a handover that is open and was seen as it stands. */
function step<Values extends HandoverSeen, Done extends object>(
  target: Target,
  { actor, schema, input, by, work }: Step<Values, Done>,
) {
  return change(
    target,
    {
      // Whom it is handed to may hold nothing yet.
      allowed: true,
      schema,
      input,
      within: async (tx, values) => {
        const handover = await readHandover(tx, actor, (values as Values).id);
        if (!handover) return false;
        return (await standingIn(tx, actor, handover))[by];
      },
    },
    async (tx, values): Promise<Done | Refusal> => {
      const seen = values as Values;
      const handover = (await readHandover(tx, actor, seen.id))!;
      if (handover.status !== 'open' || handover.version !== seen.version) return refused(refusals.stale);
      return work(tx, handover, seen);
    },
  );
}

/** Writes what the successor is to know besides the file. Whether drafts pass, only whoever leaves says. */
export function writeNotes(target: Target, actor: Actor, input: HandoverNotes, clock: Clock = systemClock) {
  return step<Required<HandoverNotes>, { id: string }>(target, {
    actor,
    schema: handoverNotes,
    input,
    by: 'guides',
    work: async (tx, handover, { notes, language, passesDrafts, version }) => {
      const row = {
        personal_notes: notes || null,
        notes_language: notes ? language : null,
        ...(handover.account_id === actor.id && {
          passes_drafts: passesDrafts ? (1 as const) : (0 as const),
        }),
      };
      await updateRecord(tx, actor, 'handovers', handover.id, row, { version, clock });
      return { id: handover.id };
    },
  });
}

/** Names as successor somebody who holds a role in the institution already; they are told. */
export function nameSuccessor(
  target: Target,
  actor: Actor,
  input: SuccessorInput,
  clock: Clock = systemClock,
) {
  return step<SuccessorInput, { id: string }>(target, {
    actor,
    schema: successorInput,
    input,
    by: 'guides',
    work: async (tx, handover, { accountId, version }) => {
      if (accountId === handover.account_id || !(await isColleague(tx, handover, accountId)))
        return refused('follow_up_problem_no_successor', 'accountId');
      const row = { successor_id: accountId, invitation_id: null };
      await updateRecord(tx, actor, 'handovers', handover.id, row, { version, clock });
      const record = recordOf(handover.id);
      // Named, replaced and named again is told again.
      const once = version;
      await notify(tx, { account: accountId, kind: 'handover-named', record, once, by: actor.id }, clock);
      return { id: handover.id };
    },
  });
}

/** Invites the successor into the institution; once they have accepted, they read the file and confirm. */
export function inviteSuccessor(target: Target, actor: Actor, input: InviteeInput, sending: Sending) {
  return step<InviteeInput, { id: string }>(target, {
    actor,
    schema: inviteeInput,
    input,
    by: 'guides',
    work: async (tx, handover, { version, name, email, locale }) => {
      const offered = inviteeRole(handover);
      if (!mayGive(actor, offered)) return refused(refusals.notAllowed);
      const letter = { ...sending, handed: rolesOf(handover) };
      const sent = await sendInvitation(tx, actor, { name, email, locale, ...offered }, letter);
      if ('ok' in sent) return sent;
      const row = { successor_id: null, invitation_id: sent.id };
      const { clock } = sending;
      await updateRecord(tx, actor, 'handovers', handover.id, row, { version, clock });
      return { id: handover.id };
    },
  });
}

/** What the invitation of a successor offers until the roles pass. */
export function inviteeRole({ scope, on_id: on }: HandoverPlace) {
  return { role: invitedAs[scope], scope, on };
}

/**
 * The successor has read the file and takes over: the roles end for whoever leaves and begin for the successor, with
 * what goes with them, in one transaction. A role that was taken away meanwhile does not pass.
 */
export function confirmHandover(
  target: Target,
  actor: Actor,
  input: HandoverConfirmation,
  clock: Clock = systemClock,
) {
  return step<HandoverConfirmation, { id: string }>(target, {
    actor,
    schema: handoverConfirmation,
    input,
    by: 'succeeds',
    work: async (tx, handover, { version }) => {
      const { id } = handover;
      // Whoever was named and holds nothing there any more does not come back by it.
      if (!(await isColleague(tx, handover, actor.id))) return refused(refusals.notAllowed);
      const settled = {
        status: 'confirmed' as const,
        successor_id: actor.id,
        settled_at: instant(clock),
      };
      const roles = await passingRoles(tx, handover);
      if (roles.length === 0) return refused('follow_up_problem_nothing_left');
      // Before anything else: of two who confirm at once, one finds it done.
      await updateRecord(tx, actor, 'handovers', id, settled, { version, clock });
      await transfer(tx, actor, { ...handover, ...settled }, roles, clock);
      return { id };
    },
  });
}

/** Ends a handover before anything has passed; a successor who was told is told. */
export function withdrawHandover(
  target: Target,
  actor: Actor,
  input: HandoverSeen,
  clock: Clock = systemClock,
) {
  return step<HandoverSeen, { id: string }>(target, {
    actor,
    schema: handoverSeen,
    input,
    by: 'guides',
    work: async (tx, handover, { version }) => {
      const { id } = handover;
      const row = { status: 'withdrawn' as const, settled_at: instant(clock) };
      await updateRecord(tx, actor, 'handovers', id, row, { version, clock });
      const successor = await successorOf(tx, handover);
      for (const account of [successor, handover.account_id])
        if (account)
          await notify(
            tx,
            { account, kind: 'handover-withdrawn', record: recordOf(id), by: actor.id },
            clock,
          );
      return { id };
    },
  });
}

const recordOf = (id: string) => ({ kind: 'handovers' as const, id });

/**
 * What somebody hands over or takes over, and what they wrote for who comes after them. Erasing who leaves takes their
 * words away; the roles of an open handover are left for a successor to be found by who coordinates.
 */
export const handoversHolder: PersonalDataHolder = {
  name: 'handovers',
  async export(db, { accountId }) {
    const rows = await db
      .selectFrom('handovers')
      .selectAll()
      .where((where) =>
        where.or([where('account_id', '=', accountId), where('successor_id', '=', accountId)]),
      )
      .orderBy('id')
      .execute();
    return [
      {
        name: 'handovers',
        rows: rows.map((row) => ({
          scope: row.scope,
          record: row.on_id,
          state: row.status,
          text: row.account_id === accountId ? row.personal_notes : null,
          created: row.created_at,
          ends: row.settled_at,
        })),
      },
    ];
  },
  async erase(tx, { accountId }, { actor, clock }) {
    const rows = await tx
      .selectFrom('handovers')
      .selectAll()
      .where((where) =>
        where.or([where('account_id', '=', accountId), where('successor_id', '=', accountId)]),
      )
      .execute();
    for (const { id, account_id, status } of rows) {
      const isOpen = status === 'open';
      const left = account_id === accountId;
      const row = {
        ...(left && { personal_notes: null, notes_language: null, passes_drafts: 0 as const }),
        ...(left && isOpen && { account_id: null }),
        ...(!left && isOpen && { successor_id: null }),
      };
      if (Object.keys(row).length > 0) await updateRecord(tx, actor, 'handovers', id, row, { clock });
    }
  },
  remains: async () => [],
};
