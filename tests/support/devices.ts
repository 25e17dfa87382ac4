import type { Actor } from '#platform/actor/actor.ts';
import type { Database } from '#platform/database/database.ts';
import { done } from '#platform/records/outcome.ts';
import { newId } from '#platform/records/uuid.ts';
import type { EntryContent } from '#events/minutes-entries/model.ts';
import {
  newReplica,
  rankAt,
  receive,
  send,
  view,
  write,
  type Answer,
  type Replica,
} from '#events/minutes-replica/model.ts';
import { syncMinutes } from '#events/minutes-sync/changes.server.ts';
import { administrator } from './workshops.ts';

/** When everything happens on devices of tests. */
export const at = '2027-03-10T09:00:00.000Z';
export const clock = () => new Date(at);

/** One rapporteur's device, which can be cut from the node. */
export class Device {
  replica: Replica;
  readonly db: Database;
  readonly actor: Actor;
  constructor(db: Database, minutes: string, actor: Actor = administrator) {
    this.db = db;
    this.actor = actor;
    this.replica = newReplica(minutes, newId());
  }
  write(entry: string, set: Partial<EntryContent>, settles?: string): void {
    this.replica = write(this.replica, entry, set, { id: newId(), at, ...(settles && { settles }) });
  }
  add(set: Partial<EntryContent>): string {
    const entry = newId();
    const entries = view(this.replica);
    this.write(entry, { rank: rankAt(entries, entries.length), ...set });
    return entry;
  }
  /** Sends, and may lose the way there or the way back. */
  async sync(lost: 'nothing' | 'request' | 'answer' = 'nothing'): Promise<Answer | null> {
    const sent = send(this.replica, at, null);
    this.replica = sent.replica;
    if (lost === 'request') return null;
    const { answer } = done(
      await syncMinutes(this.db, this.actor, { minutesId: this.replica.minutes, ...sent.request }, clock),
    );
    if (lost === 'answer') return null;
    this.replica = receive(this.replica, answer);
    return answer;
  }
  text(entry: string): string | null | undefined {
    return view(this.replica).find(({ id }) => id === entry)?.text_fr;
  }
}
