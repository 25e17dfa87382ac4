import type * as v from 'valibot';
import type { Actor, Role } from '#platform/actor/actor.ts';
import type { Clock } from '#platform/clock/clock.ts';
import type { Target, Transaction } from '#platform/database/database.ts';
import { localized } from '#platform/locale/address.ts';
import { queueMail } from '#platform/mail/queue.ts';
import { change, refusals } from '#platform/records/change.server.ts';
import { refused, type Refusal } from '#platform/records/outcome.ts';
import { createRecord, updateRecord } from '#platform/records/records.server.ts';
import { hashOfToken, newToken } from '#platform/secrets/token.ts';
import { mayGive, mayGiveSomewhere } from '../grants/policy.ts';
import { isPlaceThere } from '../grants/queries.server.ts';
import { invitationMail } from './mail.ts';
import { INVITATION_DAYS, type InvitationRow } from './model.ts';
import { invitationInput, invitationRef, type InvitationInput, type InvitationRef } from './schema.ts';

/** What sending an invitation takes beside its input. */
export interface Sending {
  clock: Clock;
  publicUrl: string;
  /** The name of what the role is held on, in the invitee's language; empty for the network. */
  place: string;
  /** The roles that are handed over, where the invitation asks somebody to succeed. */
  handed?: readonly Role[] | undefined;
}

/** An invitation that was sent, with the link of its letter: for nobody but the invitee, or the machine's owner. */
export interface Sent {
  id: string;
  href: string;
}

/**
 * Invites somebody to a role, by a letter in their language. Who was invited to the same before gets a new link, and
 * the former one ends. The answer is the same whether or not the address has an account.
 */
export function createInvitation(target: Target, actor: Actor, input: InvitationInput, sending: Sending) {
  return change(target, { allowed: mayGive(actor, input), schema: invitationInput, input }, (tx, values) =>
    sendInvitation(tx, actor, values, sending),
  );
}

/** Sends an invitation again, with a new link that holds as long as the first did. */
export function resendInvitation(target: Target, actor: Actor, input: InvitationRef, sending: Sending) {
  return change(
    target,
    { allowed: mayGiveSomewhere(actor), schema: invitationRef, input },
    async (tx, { id }) => {
      const row = await openInvitation(tx, actor, id);
      return row ? send(tx, actor, row, sending) : refused(refusals.notAllowed);
    },
  );
}

/** Withdraws an invitation: its link ends. */
export function withdrawInvitation(target: Target, actor: Actor, input: InvitationRef) {
  return change(
    target,
    { allowed: mayGiveSomewhere(actor), schema: invitationRef, input },
    async (tx, { id }): Promise<{ id: string } | Refusal> => {
      const row = await openInvitation(tx, actor, id);
      if (!row) return refused(refusals.notAllowed);
      await updateRecord(tx, actor, 'invitations', id, { status: 'withdrawn' });
      return { id };
    },
  );
}

/** As {@link createInvitation}, for changes that have asked for the right themselves. */
export async function sendInvitation(
  tx: Transaction,
  actor: Actor,
  values: v.InferOutput<typeof invitationInput>,
  sending: Sending,
): Promise<Sent | Refusal> {
  const { name, locale, role, scope, on } = values;
  const email = values.email.toLowerCase();
  if (!(await isPlaceThere(tx, { scope, on }))) return refused(refusals.missing, 'on');
  const before = await tx
    .selectFrom('invitations')
    .selectAll()
    .where('personal_email', '=', email)
    .where('role', '=', role)
    .where('on_id', '=', on)
    .where('status', '=', 'open')
    .executeTakeFirst();
  const person = { personal_name: name, personal_email: email, locale };
  return send(tx, actor, before ? { ...before, ...person } : { ...person, role, scope, on_id: on }, sending);
}

/** An invitation that is still open, where the actor gives its role. */
async function openInvitation(tx: Transaction, actor: Actor, id: string): Promise<InvitationRow | undefined> {
  const row = await tx
    .selectFrom('invitations')
    .selectAll()
    .where('id', '=', id)
    .where('status', '=', 'open')
    .executeTakeFirst();
  return row && mayGive(actor, { ...row, on: row.on_id }) ? row : undefined;
}

type Invited = Pick<
  InvitationRow,
  'personal_name' | 'personal_email' | 'locale' | 'role' | 'scope' | 'on_id'
> & { id?: string };

async function send(
  tx: Transaction,
  actor: Actor,
  { id: standing, personal_name, personal_email, locale, role, scope, on_id }: Invited,
  { clock, publicUrl, place, handed }: Sending,
): Promise<Sent> {
  const token = newToken();
  const expiresAt = new Date(clock().getTime() + INVITATION_DAYS * 24 * 60 * 60 * 1_000);
  const values = {
    personal_name,
    personal_email,
    locale,
    token_hash: hashOfToken(token),
    expires_at: expiresAt.toISOString(),
    invited_by: actor.id,
  };
  if (standing !== undefined) await updateRecord(tx, actor, 'invitations', standing, values, { clock });
  const id =
    standing ??
    (await createRecord(
      tx,
      actor,
      'invitations',
      { ...values, role, scope, on_id, status: 'open', account_id: null },
      clock,
    ));
  const href = `${publicUrl}${localized('/invitation', locale)}?${new URLSearchParams({ token })}`;
  await queueMail(
    tx,
    {
      purpose: 'invitation',
      to: { address: personal_email, name: personal_name },
      locale,
      ...invitationMail({ locale, name: personal_name, role, place, href, expiresAt, handed }),
      expiresAt,
    },
    clock,
  );
  return { id, href };
}
