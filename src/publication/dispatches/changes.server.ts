import { readDossier } from '#events/dossier/queries.server.ts';
import { mayEditWorkshops } from '#events/policy.ts';
import { readWorkshop } from '#events/workshops/queries.server.ts';
import { systemActor, type Actor } from '#platform/actor/actor.ts';
import { instant, type Clock } from '#platform/clock/clock.ts';
import type { Database, Target } from '#platform/database/database.ts';
import { afterCommits } from '#platform/journal/after-commits.ts';
import { localized } from '#platform/locale/address.ts';
import type { Log } from '#platform/log/log.ts';
import { queueMail } from '#platform/mail/queue.ts';
import { change, refusals } from '#platform/records/change.server.ts';
import { refused } from '#platform/records/outcome.ts';
import { createRecord } from '#platform/records/records.server.ts';
import type { Secrets } from '#platform/secrets/secrets.ts';
import { readEditable, readPublicNote } from '../press-notes/queries.server.ts';
import { listConcerned, reachOf, subscriptionToken } from '../subscriptions/queries.server.ts';
import { lettersOf } from './exports.server.ts';
import { dispatchMail } from './mail.ts';
import type { DispatchRow, Letters } from './model.ts';
import { listUnsettled, readDispatch } from './queries.server.ts';
import { dispatchInput, type DispatchInput } from './schema.ts';

/** What sending takes. */
export interface Sending {
  clock: Clock;
  publicUrl: string;
}

/**
 * Has a public press note sent to those whom its workshop concerns: once, of the version that was previewed. The
 * letters follow by {@link queueDue}.
 */
export function dispatchNote(
  target: Target,
  actor: Actor,
  input: DispatchInput,
  { clock, publicUrl }: Sending,
) {
  return change(
    target,
    {
      allowed: mayEditWorkshops(actor),
      schema: dispatchInput,
      input,
      within: async (tx, { pressNoteId }) => (await readEditable(tx, actor, pressNoteId)) !== undefined,
    },
    async (tx, { pressNoteId, version }) => {
      const note = (await readEditable(tx, actor, pressNoteId))!;
      if (note.version !== version) return refused(refusals.stale);
      const workshop = await readWorkshop(tx, actor, note.workshop_id);
      if (!workshop || !(await readPublicNote(tx, workshop)))
        return refused('publication_dispatch_not_public');
      if (await readDispatch(tx, workshop.id)) return refused('publication_dispatch_twice');
      const id = await createRecord(
        tx,
        actor,
        'dispatches',
        {
          workshop_id: workshop.id,
          press_note_id: note.id,
          letters: JSON.stringify(lettersOf(note, workshop, publicUrl, clock())),
          reached_id: '',
          queued: 0,
          settled_at: null,
        },
        clock,
      );
      return { id };
    },
  );
}

/** How many letters are queued in one transaction: others write in between. */
const BATCH = 100;

/** What queueing letters takes. */
export interface Queueing {
  clock: Clock;
  publicUrl: string;
  secrets: Secrets;
}

/**
 * Queues the letters of every sending that is not settled, some at a time; how far it came stands in the transaction
 * that queues them, so that who comes back after a fall begins where the last one committed and writes to nobody
 * twice. By one process of the node at a time.
 * @returns how many letters
 */
export async function queueDue(db: Database, queueing: Queueing): Promise<number> {
  const count = await db.exclusively('dispatches', async () => {
    let letters = 0;
    for (const { id } of await listUnsettled(db.reader))
      for (let more = true; more;) {
        const batch = await queueBatch(db, id, queueing);
        letters += batch.queued;
        more = batch.more;
      }
    return letters;
  });
  return count ?? 0;
}

function queueBatch(db: Database, id: string, { clock, publicUrl, secrets }: Queueing) {
  return db.transaction(async (tx) => {
    const dispatch = await tx
      .selectFrom('dispatches')
      .selectAll()
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    const workshop = await readWorkshop(tx, program, dispatch.workshop_id);
    // What was taken back meanwhile is told no further.
    if (dispatch.settled_at !== null || !workshop || !(await readPublicNote(tx, workshop))) {
      await settle(dispatch.reached_id, dispatch.queued, true);
      return { queued: 0, more: false };
    }
    const reach = await reachOf(tx, await readDossier(tx, program, workshop));
    const rows = await listConcerned(tx, reach, {
      after: dispatch.reached_id,
      by: dispatch.created_at,
      most: BATCH,
    });
    const letters = JSON.parse(dispatch.letters) as Letters;
    for (const { id: subscription, personal_email: address, locale } of rows) {
      const query = new URLSearchParams({ token: subscriptionToken(secrets, subscription) });
      const manage = `${publicUrl}${localized('/subscription', locale)}?${query}`;
      await queueMail(
        tx,
        {
          purpose: 'dispatch',
          to: { address },
          locale,
          ...dispatchMail(locale, letters[locale], manage),
          unsubscribeHref: `${publicUrl}/api/subscriptions?${query}`,
          unsubscribePost: true,
          onceKey: `dispatch ${id} ${subscription}`,
        },
        clock,
      );
    }
    const more = rows.length === BATCH;
    await settle(rows.at(-1)?.id ?? dispatch.reached_id, dispatch.queued + rows.length, !more);
    return { queued: rows.length, more };

    /** How far it came is no change that somebody made: the journal holds who sent it, and when. */
    function settle(reached_id: string, queued: number, done: boolean) {
      const settled_at = done ? (dispatch.settled_at ?? instant(clock)) : null;
      return tx
        .updateTable('dispatches')
        .set({ reached_id, queued, settled_at } satisfies Partial<DispatchRow>)
        .where('id', '=', id)
        .execute();
    }
  });
}

const program = systemActor('dispatches');

/**
 * Queues letters for as long as the server runs, after each commit and by the clock.
 * @returns a function that stops it, once the letters under way are queued
 */
export function runDispatches(db: Database, queueing: Queueing, log: Log): () => Promise<void> {
  const round = async () => {
    const count = await queueDue(db, queueing);
    if (count > 0) log.info('dispatches queued', { letters: count });
  };
  return afterCommits(db, round, (error) => log.error('dispatches failed', { error }));
}
