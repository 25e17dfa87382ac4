import { anonymous, NETWORK, type Actor } from '#platform/actor/actor.ts';
import type { Clock } from '#platform/clock/clock.ts';
import type { Target, Transaction } from '#platform/database/database.ts';
import { problems } from '#platform/locale/schema.ts';
import { passage } from '#platform/locale/text.ts';
import { queueMail } from '#platform/mail/queue.ts';
import { change, refusals } from '#platform/records/change.server.ts';
import { refused, type Refusal } from '#platform/records/outcome.ts';
import { createRecord, updateRecord } from '#platform/records/records.server.ts';
import { mayGive } from '../grants/policy.ts';
import { sendInvitation, type Sending, type Sent } from '../invitations/changes.server.ts';
import { notify } from '../notices/changes.server.ts';
import { readOrganisation } from '../organisations/queries.server.ts';
import { declinedMail } from './mail.ts';
import { memberOf, type MembershipRequestRow } from './model.ts';
import { mayDecide, mayDecideMemberships } from './policy.ts';
import { listDeciders } from './queries.server.ts';
import {
  membershipAcceptance,
  membershipInput,
  membershipRefusal,
  type MembershipAcceptance,
  type MembershipInput,
  type MembershipRefusal,
} from './schema.ts';

/**
 * Records that somebody asks to join. Who has asked the same and waits for an answer is not written twice, and the
 * answer is the same: it tells nothing of who is known.
 */
export function requestMembership(target: Target, input: MembershipInput, clock: Clock) {
  return change(
    target,
    { allowed: true, schema: membershipInput, input },
    async (tx, { name, email, locale, organisationId = null, message }) => {
      const waiting = await tx
        .selectFrom('membership_requests')
        .select('id')
        .where('personal_email', '=', email.toLowerCase())
        .where('status', '=', 'open')
        .executeTakeFirst();
      if (waiting) return {};
      const values = {
        personal_name: name,
        personal_email: email.toLowerCase(),
        personal_message: message,
        locale,
        organisation_id: organisationId,
        status: 'open',
        decided_by: null,
        reason: null,
      } as const;
      const id = await createRecord(tx, anonymous, 'membership_requests', values, clock);
      const record = { kind: 'membership_requests', id } as const;
      for (const account of await listDeciders(tx, values))
        await notify(tx, { account, kind: 'membership-requested', record }, clock);
      return {};
    },
  );
}

/**
 * Accepts a request: its author is invited as a member, of the organisation it names or of where the actor says. One
 * that names none is refused until the actor says where: nobody becomes a member of the whole network by default.
 */
export function acceptMembership(
  target: Target,
  actor: Actor,
  input: MembershipAcceptance,
  { clock, publicUrl }: Omit<Sending, 'place'>,
) {
  return change(
    target,
    { allowed: mayDecideMemberships(actor), schema: membershipAcceptance, input },
    async (tx, { id, on: chosen }): Promise<Sent | Refusal> => {
      const request = await openRequest(tx, actor, id);
      if (!request) return refused(refusals.notAllowed);
      const { personal_name: name, personal_email: email, locale, organisation_id } = request;
      const on = chosen ?? organisation_id;
      if (on === null) return refused(problems.required, 'on');
      const held = memberOf(on);
      if (!mayGive(actor, held)) return refused(refusals.notAllowed);
      const organisation = on === NETWORK ? undefined : await readOrganisation(tx, on);
      const place = organisation ? (passage(organisation, 'name', locale)?.text ?? '') : '';
      await decide(tx, actor, request, { status: 'accepted', clock });
      const invited = { name, email, locale, ...held };
      return sendInvitation(tx, actor, invited, { clock, publicUrl, place });
    },
  );
}

/** Declines a request; its author is told the reason. */
export function declineMembership(target: Target, actor: Actor, input: MembershipRefusal, clock: Clock) {
  return change(
    target,
    { allowed: mayDecideMemberships(actor), schema: membershipRefusal, input },
    async (tx, { id, reason }): Promise<{ id: string } | Refusal> => {
      const request = await openRequest(tx, actor, id);
      if (!request) return refused(refusals.notAllowed);
      await decide(tx, actor, request, { status: 'declined', reason, clock });
      const { personal_name: name, personal_email: address, locale } = request;
      const letter = declinedMail({ locale, name, reason });
      await queueMail(tx, { purpose: 'membership', to: { address, name }, locale, ...letter }, clock);
      return { id };
    },
  );
}

/** A request that nobody has decided, where the actor decides it. */
async function openRequest(
  tx: Transaction,
  actor: Actor,
  id: string,
): Promise<MembershipRequestRow | undefined> {
  const request = await tx
    .selectFrom('membership_requests')
    .selectAll()
    .where('id', '=', id)
    .where('status', '=', 'open')
    .executeTakeFirst();
  return request && mayDecide(actor, request) ? request : undefined;
}

function decide(
  tx: Transaction,
  actor: Actor,
  { id, version }: MembershipRequestRow,
  { clock, ...decision }: { status: 'accepted' | 'declined'; reason?: string; clock: Clock },
): Promise<void> {
  const values = { ...decision, decided_by: actor.id };
  return updateRecord(tx, actor, 'membership_requests', id, values, { version, clock });
}
