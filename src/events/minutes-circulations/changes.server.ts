import type { Actor } from '#platform/actor/actor.ts';
import { systemClock, type Clock } from '#platform/clock/clock.ts';
import type { Target, Transaction } from '#platform/database/database.ts';
import { localized } from '#platform/locale/address.ts';
import type { Locale } from '#platform/locale/locale.ts';
import { queueMail } from '#platform/mail/queue.ts';
import { change, refusals } from '#platform/records/change.server.ts';
import { refused } from '#platform/records/outcome.ts';
import { createRecord, updateRecord } from '#platform/records/records.server.ts';
import { hashOfToken, newToken } from '#platform/secrets/token.ts';
import { tally } from '../minutes-approvals/model.ts';
import { contentNow } from '../minutes-seals/queries.server.ts';
import { lockMinutes } from '../minutes/changes.server.ts';
import { mayRecordConclusions } from '../policy.ts';
import { mayWrite } from '../minutes/queries.server.ts';
import { circulationMail } from './mail.ts';
import { openCirculation } from './queries.server.ts';
import { circulationInput, minutesRef, type CirculationInput, type MinutesRef } from './schema.ts';

/** What sending letters takes beside the input. */
export interface Sending {
  clock: Clock;
  publicUrl: string;
  /** What the minutes are of, in the language of whoever reads. */
  titles: Record<Locale, { workshop: string; session: string }>;
}

/**
 * Sends the minutes, as they stand, to those who are to approve them. From then on their text stands still, until
 * it is sealed or taken back. Refused while it is empty, or two texts of a field still wait for a choice.
 */
export function circulateMinutes(target: Target, actor: Actor, input: CirculationInput, sending: Sending) {
  return change(
    target,
    {
      allowed: mayRecordConclusions(actor),
      schema: circulationInput,
      input,
      within: (tx, { minutesId }) => mayWrite(tx, actor, minutesId),
    },
    async (tx, { minutesId, needed, answerBy, approvers }) => {
      const minutes = await lockMinutes(tx, minutesId);
      if (!minutes) return refused(refusals.missing);
      if (minutes.status !== 'open') return refused('events_minutes_problem_not_open');
      const { content, sha256 } = await contentNow(tx, minutes);
      if (content.entries.length === 0) return refused('events_minutes_problem_empty');
      if (await hasOpenRivals(tx, minutesId)) return refused('events_minutes_problem_rivals');
      const before = await tx
        .selectFrom('minutes_circulations')
        .select('id')
        .where('minutes_id', '=', minutesId)
        .where('edition', '=', minutes.edition)
        .execute();
      const id = await createRecord(
        tx,
        actor,
        'minutes_circulations',
        {
          minutes_id: minutesId,
          edition: minutes.edition,
          number: before.length + 1,
          needed,
          digest: sha256,
          answer_by: answerBy ?? null,
          status: 'open',
        },
        sending.clock,
      );
      const options = { version: minutes.version, clock: sending.clock };
      await updateRecord(tx, actor, 'minutes', minutesId, { status: 'circulated' }, options);
      for (const approver of approvers) await ask(tx, actor, id, approver, answerBy, sending);
      return { id };
    },
  );
}

/** Takes a circulated text back, to change it: the answers it had are over, and who was asked is asked again. */
export function withdrawCirculation(
  target: Target,
  actor: Actor,
  input: MinutesRef,
  clock: Clock = systemClock,
) {
  return change(target, asked(actor, input), async (tx, { minutesId, version }) => {
    await lockMinutes(tx, minutesId);
    const circulation = await openCirculation(tx, minutesId);
    if (!circulation) return refused('events_minutes_problem_not_circulated');
    await updateRecord(tx, actor, 'minutes', minutesId, { status: 'open' }, { version, clock });
    await updateRecord(tx, actor, 'minutes_circulations', circulation.id, { status: 'withdrawn' }, { clock });
    return { id: circulation.id };
  });
}

/**
 * Seals what was approved. Refused before enough have approved, and where the text is not, to the last byte, the one
 * that was sent to them.
 */
export function sealMinutes(target: Target, actor: Actor, input: MinutesRef, clock: Clock = systemClock) {
  return change(target, asked(actor, input), async (tx, { minutesId, version }) => {
    const minutes = await lockMinutes(tx, minutesId);
    const circulation = await openCirculation(tx, minutesId);
    if (!minutes || !circulation) return refused('events_minutes_problem_not_circulated');
    const approvals = await tx
      .selectFrom('minutes_approvals')
      .select('answer')
      .where('circulation_id', '=', circulation.id)
      .execute();
    const { approved } = tally(approvals);
    if (approved < circulation.needed) return refused('events_minutes_problem_not_approved');
    const { text, sha256 } = await contentNow(tx, minutes);
    if (sha256 !== circulation.digest) return refused('events_minutes_problem_other_text');
    await updateRecord(tx, actor, 'minutes', minutesId, { status: 'sealed' }, { version, clock });
    await updateRecord(tx, actor, 'minutes_circulations', circulation.id, { status: 'sealed' }, { clock });
    const id = await createRecord(
      tx,
      actor,
      'minutes_seals',
      {
        minutes_id: minutesId,
        edition: minutes.edition,
        approved,
        asked: approvals.length,
        sha256,
        content: text,
      },
      clock,
    );
    return { id, sha256 };
  });
}

/** Opens the next edition of sealed minutes, to correct them. The sealed one stays as it is. */
export function correctMinutes(target: Target, actor: Actor, input: MinutesRef, clock: Clock = systemClock) {
  return change(target, asked(actor, input), async (tx, { minutesId, version }) => {
    const minutes = await lockMinutes(tx, minutesId);
    if (minutes?.status !== 'sealed') return refused('events_minutes_problem_not_sealed');
    const next = { status: 'open', edition: minutes.edition + 1 } as const;
    await updateRecord(tx, actor, 'minutes', minutesId, next, { version, clock });
    return { id: minutesId };
  });
}

function asked(actor: Actor, input: MinutesRef) {
  return {
    allowed: mayRecordConclusions(actor),
    schema: minutesRef,
    input,
    within: (tx: Transaction, { minutesId }: MinutesRef) => mayWrite(tx, actor, minutesId),
  };
}

async function hasOpenRivals(tx: Transaction, minutesId: string): Promise<boolean> {
  const found = await tx
    .selectFrom('minutes_rivals')
    .select('id')
    .where('minutes_id', '=', minutesId)
    .where('settled_at', 'is', null)
    .executeTakeFirst();
  return found !== undefined;
}

async function ask(
  tx: Transaction,
  actor: Actor,
  circulationId: string,
  { name, email, locale }: { name: string; email: string; locale: Locale },
  answerBy: string | undefined,
  { clock, publicUrl, titles }: Sending,
): Promise<void> {
  const token = newToken();
  await createRecord(
    tx,
    actor,
    'minutes_approvals',
    {
      circulation_id: circulationId,
      personal_name: name,
      personal_email: email.toLowerCase(),
      locale,
      token_hash: hashOfToken(token),
      answer: 'none',
      answered_at: null,
    },
    clock,
  );
  const href = `${publicUrl}${localized('/approval', locale)}?${new URLSearchParams({ token })}`;
  const letter = circulationMail({ locale, name, ...titles[locale], answerBy: answerBy ?? null, href });
  await queueMail(
    tx,
    { purpose: 'minutes-approval', to: { address: email, name }, locale, ...letter },
    clock,
  );
}
