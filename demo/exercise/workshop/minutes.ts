import { answerApproval } from '#events/minutes-approvals/changes.server.ts';
import { replyToRemark } from '#events/minutes-approvals/changes.server.ts';
import { circulateMinutes, sealMinutes } from '#events/minutes-circulations/changes.server.ts';
import { newReplica, rankAt, send, view, write } from '#events/minutes-replica/model.ts';
import { syncMinutes } from '#events/minutes-sync/changes.server.ts';
import { openMinutes } from '#events/minutes/changes.server.ts';
import type { Actor } from '#platform/actor/actor.ts';
import { addDays } from '#platform/clock/local.ts';
import type { Clock } from '#platform/clock/clock.ts';
import type { Transaction } from '#platform/database/database.ts';
import type { FullText } from '../../text.ts';
import { done } from '#platform/records/outcome.ts';
import { newId } from '#platform/records/uuid.ts';
import type { Noted } from './model.ts';
import type { WrittenSession } from './programme.ts';

/** What the minutes of the workshop are written with. */
export interface Writing {
  actor: Actor;
  /** When they were written, sent round and sealed. */
  clock: Clock;
  publicUrl: string;
  /** The last day of the workshop. */
  day: string;
  workshop: FullText;
  /** Names of records, by their id. */
  names: ReadonlyMap<string, FullText>;
  /** Ids of organisations, by their slug. */
  organisations: ReadonlyMap<string, string>;
}

/**
 * Writes the minutes of a session as its rapporteur's device does, sends them to who moderated and who spoke, answers
 * for them, and seals.
 * @returns the ids of the entries by their keys
 */
export async function writeMinutes(
  tx: Transaction,
  session: WrittenSession,
  writing: Writing,
): Promise<Map<string, string>> {
  const { actor, clock } = writing;
  const minutesId = done(await openMinutes(tx, actor, { itemId: session.itemId })).id;
  const at = clock().toISOString();
  const keys = new Map<string, string>();
  let device = newReplica(minutesId, newId());
  for (const note of session.entry.notes) {
    const id = newId();
    const entries = view(device);
    const content = { ...contentOf(note, session, writing), rank: rankAt(entries, entries.length) };
    device = write(device, id, content, { id: newId(), at });
    if (note.key) keys.set(note.key, id);
  }
  const { request } = send(device, at, null);
  const { answer } = done(await syncMinutes(tx, actor, { minutesId, ...request }, clock));
  const kept = answer.outcomes.filter(({ outcome }) => outcome === 'applied');
  if (kept.length !== session.entry.notes.length)
    throw new Error(`The minutes of session ${session.entry.number} were not all taken`);
  await approve(tx, minutesId, session, writing);
  const { version } = await tx
    .selectFrom('minutes')
    .select('version')
    .where('id', '=', minutesId)
    .executeTakeFirstOrThrow();
  done(await sealMinutes(tx, actor, { minutesId, version }, clock));
  return keys;
}

function contentOf(note: Noted, { entry, people }: WrittenSession, writing: Writing) {
  const { names, organisations, day } = writing;
  const { language } = entry;
  const organisation_id = note.owner === undefined ? null : (organisations.get(note.owner) ?? null);
  if (note.owner !== undefined && organisation_id === null) throw new Error(`No organisation ${note.owner}`);
  const who = note.speaker === undefined ? undefined : people[note.speaker];
  if (note.speaker !== undefined && !who) throw new Error(`Session ${entry.number} has no such speaker`);
  return {
    kind: note.kind,
    text_fr: note.words.fr ?? null,
    text_ar: note.words.ar ?? null,
    text_en: note.words.en ?? null,
    text_original: language,
    owner: organisation_id && names.get(organisation_id)![language],
    organisation_id,
    person_id: who?.personId ?? null,
    due_on: note.within === undefined ? null : addDays(day, note.within),
    speaker: who ? names.get(who.personId)![language] : null,
    consent: note.consent ? (1 as const) : (0 as const),
  };
}

/** Sends the text to everyone in the session but its rapporteur; all but the last approve, one of them after a remark. */
async function approve(
  tx: Transaction,
  minutesId: string,
  { entry, people }: WrittenSession,
  { actor, clock, publicUrl, workshop, names }: Writing,
): Promise<void> {
  const { language, title, number } = entry;
  const asked = people.filter((_, place) => place !== 1);
  const approvers = asked.map(({ personId }, place) => ({
    name: names.get(personId)![language],
    email: `session-${number}-${place + 1}@exercise.invalid`,
    locale: language,
  }));
  const titleIn = (locale: 'fr' | 'ar' | 'en') => ({ workshop: workshop[locale], session: title[locale] });
  const titles = { fr: titleIn('fr'), ar: titleIn('ar'), en: titleIn('en') };
  const circulation = { minutesId, needed: approvers.length - 1, approvers };
  done(await circulateMinutes(tx, actor, circulation, { clock, publicUrl, titles }));
  for (const [place, { email }] of approvers.slice(0, -1).entries()) {
    const { text } = await tx
      .selectFrom('mail_messages')
      .select('text')
      .where('to_address', '=', email)
      .executeTakeFirstOrThrow();
    const token = /[?&]token=([\w-]+)/.exec(text)![1]!;
    if (place === 0 && number % 3 === 1) {
      const remark = {
        token,
        answer: 'changes',
        language,
        remarks: [{ entryId: null, text: remarks[language] }],
      };
      done(await answerApproval(tx, remark as Parameters<typeof answerApproval>[1], clock));
      await reply(tx, actor, language, clock);
    }
    done(await answerApproval(tx, { token, answer: 'approved', language, remarks: [] }, clock));
  }
}

async function reply(
  tx: Transaction,
  actor: Actor,
  language: 'fr' | 'ar' | 'en',
  clock: Clock,
): Promise<void> {
  const { id: remarkId } = await tx
    .selectFrom('minutes_remarks')
    .select('id')
    .where('reply', 'is', null)
    .executeTakeFirstOrThrow();
  done(await replyToRemark(tx, actor, { remarkId, text: replies[language], language }, clock));
}

const remarks = {
  fr: 'Faut-il citer les chiffres entendus, ou seulement leur tendance ?',
  ar: 'هل تُذكر الأرقام التي سُمعت أم اتجاهها فقط؟',
  en: 'Should the figures heard be quoted, or their trend alone?',
};
const replies = {
  fr: 'Ils sont repris tels qu’ils ont été dits ; les données publiées feront foi.',
  ar: 'أُدرجت كما قيلت؛ والعبرة بالمعطيات المنشورة.',
  en: 'They stand as they were said; published data will prevail.',
};
