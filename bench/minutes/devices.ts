import { newId } from '#platform/records/uuid.ts';
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
import type { KilledServer } from '../office-kills/server.ts';

/** Where the minutes are written, without locale. */
const page = '/workshops/rabat-2018/minutes/session-1';

/** Opens the minutes of a session by its page. @returns their id */
export async function openedMinutes(server: KilledServer, cookie: string): Promise<string> {
  await server.post(`/fr${page}?/open`, new URLSearchParams(), cookie);
  const html = await (await server.get(`/fr${page}`, cookie)).text();
  const id = /minutes:\{id:"([0-9a-f-]{36})"/.exec(html)?.[1];
  if (!id) throw new Error('The page names no minutes.');
  return id;
}

/** A device that writes minutes over HTTP, as the page does. */
export class HttpDevice {
  replica: Replica;
  /** Every text it wrote, with the entry it is of. */
  readonly written: { entry: string; text: string }[] = [];
  readonly #server: KilledServer;
  readonly #cookie: string;
  #entry: string | null = null;

  constructor(server: KilledServer, minutes: string, cookie: string) {
    this.#server = server;
    this.#cookie = cookie;
    this.replica = newReplica(minutes, newId());
  }

  /** Types on in its own entry; begins one every now and then. */
  type(text: string, fresh: boolean): void {
    const at = new Date().toISOString();
    const entries = view(this.replica);
    const begun = fresh || this.#entry === null;
    const entry = begun ? newId() : this.#entry!;
    const place = begun ? { rank: rankAt(entries, entries.length) } : {};
    this.#entry = entry;
    this.replica = write(this.replica, entry, { ...place, text_fr: text }, { id: newId(), at });
    this.written.push({ entry, text });
  }

  /** Sends what it wrote. @returns milliseconds until the answer was there; null where none came */
  async sync(): Promise<number | null> {
    const sent = send(this.replica, new Date().toISOString(), this.#entry);
    this.replica = sent.replica;
    const from = performance.now();
    const path = `/api/minutes/${this.replica.minutes}`;
    const response = await this.#server
      .post(path, JSON.stringify(sent.request), this.#cookie)
      .catch(() => null);
    const answer = response?.ok ? ((await response.json().catch(() => null)) as Answer | null) : null;
    if (!answer) return null;
    this.replica = receive(this.replica, answer);
    return performance.now() - from;
  }
}
