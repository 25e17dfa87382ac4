import { notify } from '#network/notices/changes.server.ts';
import type { Actor } from '#platform/actor/actor.ts';
import { instant, systemClock, type Clock } from '#platform/clock/clock.ts';
import type { Target, Transaction } from '#platform/database/database.ts';
import { requiredPassage } from '#platform/locale/text.ts';
import { queueMail } from '#platform/mail/queue.ts';
import type { PersonalDataHolder } from '#platform/personal-data/model.ts';
import { change, refusals } from '#platform/records/change.server.ts';
import { refused } from '#platform/records/outcome.ts';
import { createRecord, updateRecord } from '#platform/records/records.server.ts';
import { mayRecordConclusions } from '../policy.ts';
import { lockMinutes } from '../minutes/changes.server.ts';
import { mayWrite } from '../minutes/queries.server.ts';
import { replyMail } from './mail.ts';
import {
  approvalsOf,
  listRapporteurs,
  readAsked,
  readRemark,
  subjectOf,
  type Asked,
} from './queries.server.ts';
import { answerInput, replyInput, type AnswerInput, type ReplyInput } from './schema.ts';

/**
 * What somebody answers who was asked to approve minutes. The link in their letter is their right; until the text is
 * sealed or taken back they may answer otherwise. Remarks add to those they made before.
 */
export function answerApproval(target: Target, input: AnswerInput, clock: Clock = systemClock) {
  return change(
    target,
    { allowed: true, schema: answerInput, input },
    async (tx, { token, answer, language, remarks }) => {
      const found = await readAsked(tx, token);
      if (!found) return refused('events_minutes_problem_link');
      // An answer is counted by the seal, or it comes too late: which of them, only the lock tells.
      await lockMinutes(tx, found.minutes.id);
      const asked = (await readAsked(tx, token))!;
      if (asked.circulation.status !== 'open') return refused('events_minutes_problem_over');
      const entries = new Set(asked.entries.map(({ id }) => id));
      if (remarks.some(({ entryId }) => entryId !== null && !entries.has(entryId)))
        return refused(refusals.missing, 'remarks');
      const { id } = asked.approval;
      const actor: Actor = { id: `approval:${id}`, grants: [] };
      // A form that is sent twice says nothing twice.
      const fresh = remarks.filter(
        ({ entryId, text }) => !asked.remarks.some((one) => one.entry_id === entryId && one.text === text),
      );
      if (answer === asked.approval.answer && fresh.length === 0) return { id };
      for (const { entryId, text } of fresh)
        await createRecord(
          tx,
          actor,
          'minutes_remarks',
          {
            approval_id: id,
            entry_id: entryId,
            text,
            language,
            reply: null,
            reply_language: null,
            replied_by: null,
          },
          clock,
        );
      const answered = { answer, answered_at: instant(clock) };
      await updateRecord(tx, actor, 'minutes_approvals', id, answered, { clock });
      await tellRapporteurs(tx, asked, answer, clock);
      return { id };
    },
  );
}

/** What a rapporteur replies to a remark. */
export function replyToRemark(target: Target, actor: Actor, input: ReplyInput, clock: Clock = systemClock) {
  return change(
    target,
    {
      allowed: mayRecordConclusions(actor),
      schema: replyInput,
      input,
      within: async (tx, { remarkId }) => {
        const remark = await readRemark(tx, remarkId);
        return remark !== undefined && (await mayWrite(tx, actor, remark.minutes_id));
      },
    },
    async (tx, { remarkId, text, language }) => {
      const remark = (await readRemark(tx, remarkId))!;
      if (remark.reply === text && remark.reply_language === language) return { id: remarkId };
      const reply = { reply: text, reply_language: language, replied_by: actor.id };
      await updateRecord(tx, actor, 'minutes_remarks', remarkId, reply, { clock });
      if (remark.personal_name !== '') await tellAsker(tx, remark, text, clock);
      return { id: remarkId };
    },
  );
}

/** Tells the rapporteurs of a session what somebody answered, unless they did so themselves. */
async function tellRapporteurs(
  tx: Transaction,
  { approval, minutes }: Asked,
  answer: 'approved' | 'changes',
  clock: Clock,
): Promise<void> {
  const record = { kind: 'minutes_approvals' as const, id: approval.id };
  for (const { id: account, personal_email } of await listRapporteurs(tx, minutes))
    if (personal_email.toLowerCase() !== approval.personal_email)
      await notify(tx, { account, kind: `minutes-${answer}`, record, once: approval.version }, clock);
}

/** Writes to whoever asked for a change what was replied: they may have no account. */
async function tellAsker(
  tx: Transaction,
  { id, version, text: remark, locale, ...asker }: NonNullable<Awaited<ReturnType<typeof readRemark>>>,
  reply: string,
  clock: Clock,
): Promise<void> {
  const { workshop, item } = await subjectOf(tx, asker.minutes_id);
  const { personal_name: name, personal_email: address } = asker;
  const titles = {
    workshop: requiredPassage(workshop, 'title', locale).text,
    session: requiredPassage(item, 'title', locale).text,
  };
  const letter = replyMail({ locale, name, ...titles, remark, reply });
  const onceKey = `minutes-reply ${id} ${version}`;
  await queueMail(tx, { purpose: 'minutes-reply', to: { address, name }, locale, ...letter, onceKey }, clock);
}

/** Who was asked to approve minutes, by their address; what they remarked stays with the minutes, without their name. */
export const approvalsHolder: PersonalDataHolder = {
  name: 'approvals',
  async export(db, { address }) {
    const asked = await approvalsOf(db, address);
    return [
      {
        name: 'approvals',
        rows: asked.map(({ personal_name, personal_email, answer, answered_at, created_at }) => ({
          name: personal_name,
          email: personal_email,
          answer,
          answered: answered_at,
          asked: created_at,
        })),
      },
    ];
  },
  async erase(tx, { address }, { actor, clock }) {
    for (const { id } of await approvalsOf(tx, address)) {
      // Two who are erased stay two, and neither has an address.
      const nobody = { personal_name: '', personal_email: `erased:${id}` };
      await updateRecord(tx, actor, 'minutes_approvals', id, nobody, { clock });
    }
  },
  async remains(db, { address }) {
    const { length: count } = await approvalsOf(db, address);
    return count > 0 ? [{ reason: 'events_remains_approvals', count }] : [];
  },
};
