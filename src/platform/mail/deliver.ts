import { sql } from 'kysely';
import { instant, type Clock } from '../clock/clock.ts';
import type { Database } from '../database/database.ts';
import { settle, settleAbandoned, withdrawExpired } from './settle.ts';
import { Outage, type Outgoing, type Session, type Transport } from './transport.ts';

/** Messages handed over in one conversation; many servers end it after a hundred. */
const MOST_IN_SESSION = 50;

/** What one round came to. */
export interface Round {
  /** How many messages were handed over, whatever became of them. */
  handed: number;
  /** Why no more could be handed over; null where nothing stood in the way, undefined where nothing was tried. */
  outage?: string | null;
}

/**
 * Hands over every message that is due, one process at a time per database. A message is written down as `sending`
 * before the server hears of it and as what became of it afterwards, each in a transaction of its own: a process
 * that dies in between leaves `sending`, which the next round makes `uncertain`.
 * @param transport null where nobody has said where to: only what has expired is seen to
 * @param signal ends the round; a message under way is ended with it
 */
export async function deliver(
  db: Database,
  transport: Transport | null,
  clock: Clock,
  signal?: AbortSignal,
): Promise<Round> {
  const round = await db.exclusively('mail', async () => {
    await settleAbandoned(db);
    await withdrawExpired(db, clock);
    return transport ? handOver(db, transport, clock, signal) : { handed: 0 };
  });
  return round ?? { handed: 0 };
}

async function handOver(
  db: Database,
  transport: Transport,
  clock: Clock,
  signal: AbortSignal | undefined,
): Promise<Round> {
  const round: Round = { handed: 0 };
  let session: Session | null = null;
  let inSession = 0;
  try {
    while (!signal?.aborted) {
      if (!(await nextDue(db, instant(clock)))) return round;
      if (!session?.open || inSession >= MOST_IN_SESSION) {
        session?.close();
        session = await transport.begin(signal);
        inSession = 0;
      }
      const message = await claim(db, transport.domain, clock);
      if (!message) continue;
      round.handed += 1;
      inSession += 1;
      const handed = await session.send(message);
      await settle(db, message, handed, clock);
      round.outage = handed.became === 'outage' ? handed.problem : null;
      if (round.outage) return round;
    }
  } catch (error) {
    if (!(error instanceof Outage)) throw error;
    // Being told to stop is nobody's failure.
    if (!signal?.aborted) round.outage = error.problem;
  } finally {
    session?.close();
  }
  return round;
}

/** Writes down that the next message that is due is being sent; null where there is none any more. */
async function claim(db: Database, domain: string, clock: Clock): Promise<Outgoing | null> {
  return db.transaction(async (tx) => {
    const now = instant(clock);
    const id = await nextDue({ reader: tx }, now);
    if (!id) return null;
    const claimed = await tx
      .updateTable('mail_messages')
      .set((column) => ({
        status: 'sending',
        attempts: sql<number>`attempts + 1`,
        message_id: sql<string>`coalesce(${column.ref('message_id')}, ${`<${id}@${domain}>`})`,
      }))
      .where('id', '=', id)
      .where('status', '=', 'waiting')
      .returningAll()
      .executeTakeFirst();
    return (claimed as Outgoing | undefined) ?? null;
  });
}

/** The message to send next: what expires soonest, since somebody is waiting for it; then in order. */
async function nextDue({ reader }: Pick<Database, 'reader'>, now: string): Promise<string | undefined> {
  const due = reader
    .selectFrom('mail_messages')
    .select('id')
    .where('status', '=', 'waiting')
    .where('next_attempt_at', '<=', now)
    .limit(1);
  const urgent = await due.where('expires_at', '>', now).orderBy('expires_at').executeTakeFirst();
  if (urgent) return urgent.id;
  const next = due.where('expires_at', 'is', null).orderBy('next_attempt_at').orderBy('id');
  return (await next.executeTakeFirst())?.id;
}

/** Whether {@link deliver} would find anything to do: asked after every commit, so it takes no lock and writes nothing. */
export async function hasWork(db: Database, now: string): Promise<boolean> {
  const row = await db.reader
    .selectFrom('mail_messages')
    .select('id')
    .where((where) =>
      where.or([
        where('status', '=', 'sending'),
        where.and([
          where('status', '=', 'waiting'),
          where.or([where('next_attempt_at', '<=', now), where('expires_at', '<=', now)]),
        ]),
      ]),
    )
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}
