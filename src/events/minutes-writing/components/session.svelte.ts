import { newId } from '#platform/records/uuid.ts';
import type { DeviceStore } from '#ui/device/store.ts';
import type { EntryContent } from '../../minutes-entries/model.ts';
import {
  newReplica,
  rankAt,
  receive,
  resume,
  send,
  view,
  write,
  type Answer,
  type KnownEntry,
  type Replica,
  type Writer,
} from '../../minutes-replica/model.ts';
import { claimDevice, download, keyOf, openMinutesStore } from './device.ts';
import { fileOf, type HeldMinutes } from './notes.ts';

/** How often a page that is looked at asks what the others wrote, in milliseconds. */
const ASK_EVERY = 3_000;
/** How long after the last key what was typed is sent. */
const PAUSE = 700;
/** How long a request may take before the line counts as cut. */
const LONGEST = 10_000;
/** The longest pause between tries while the line is cut. */
const SLOWEST = 30_000;

interface Opened {
  minutes: string;
  accountId: string;
  title: string;
  page: string;
  answer: Answer;
}

/** `signed-out`: the session has ended. `over`: this account no longer writes these minutes. */
export type Line = 'open' | 'cut' | 'signed-out' | 'over';

/**
 * Minutes while they are written. What is typed is on the device at once and on the node as soon as it can be reached;
 * what the others write comes in between.
 */
export class MinutesSession {
  replica: Replica = $state.raw(newReplica('', ''));
  writers: readonly Writer[] = $state.raw([]);
  line: Line = $state('open');
  /** Whether the device keeps what is typed: where it doesn't, only the node does. */
  keeps = $state(true);
  /** The entry the person is in. */
  entry: string | null = null;
  readonly entries: readonly KnownEntry[] = $derived(
    view(this.replica).filter(({ removed }) => removed === 0),
  );
  readonly removed: readonly KnownEntry[] = $derived(
    view(this.replica).filter(({ removed }) => removed === 1),
  );
  #opened: Opened;
  #store: DeviceStore<HeldMinutes> | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** Whether the device is writing, and whether more was written since it began. */
  #keeping = false;
  #unkept = false;
  #asking = false;
  #failures = 0;
  #left: HeldMinutes[] = [];
  #stopped = false;

  constructor(opened: Opened) {
    this.#opened = opened;
    this.replica = receive(newReplica(opened.minutes, newId()), opened.answer);
    this.writers = opened.answer.writers;
  }

  get unsent(): number {
    return this.replica.pending.length;
  }

  /** Takes up what this device held of the minutes, and begins to ask. @returns how to stop */
  start(): () => void {
    void this.#takeUp().then(() => this.#ask());
    const back = () => this.#soon(0);
    const shown = () => {
      if (document.visibilityState === 'visible') this.#soon(0);
    };
    addEventListener('online', back);
    document.addEventListener('visibilitychange', shown);
    return () => {
      this.#stopped = true;
      clearTimeout(this.#timer);
      removeEventListener('online', back);
      document.removeEventListener('visibilitychange', shown);
    };
  }

  /** Writes some fields of an entry. */
  write(entry: string, set: Partial<EntryContent>, settles?: string): void {
    const at = new Date().toISOString();
    this.replica = write(this.replica, entry, cleaned(set), { id: newId(), at, ...(settles && { settles }) });
    this.#keep();
    this.#soon(PAUSE);
  }

  /** Adds an entry after another one, or at the end. @returns its id */
  add(set: Partial<EntryContent>, after: string | null = null): string {
    const entry = newId();
    const all = view(this.replica);
    const index = after === null ? all.length : all.findIndex(({ id }) => id === after) + 1;
    this.write(entry, { ...set, rank: rankAt(all, index) });
    return entry;
  }

  /** Moves an entry one place among those that are shown. @returns whether it moved */
  move(entry: string, by: -1 | 1): boolean {
    const index = this.entries.findIndex(({ id }) => id === entry);
    const neighbour = this.entries[index + by];
    if (!neighbour) return false;
    const others = view(this.replica).filter(({ id }) => id !== entry);
    const place = others.findIndex(({ id }) => id === neighbour.id) + (by === 1 ? 1 : 0);
    this.write(entry, { rank: rankAt(others, place) });
    return true;
  }

  /** Forgets an operation that came back, once its text was looked after. */
  dismiss(operationId: string): void {
    const returned = this.replica.returned.filter(({ operation }) => operation.id !== operationId);
    this.replica = { ...this.replica, returned };
    this.#keep();
  }

  /** Hands the person what the node has not got, as a file. */
  saveAsFile(): void {
    download(fileOf(this.#held()));
  }

  #held(): HeldMinutes {
    return { replica: this.replica, title: this.#opened.title, page: this.#opened.page };
  }

  async #takeUp(): Promise<void> {
    const { accountId, minutes, answer } = this.#opened;
    try {
      this.#store = await openMinutesStore();
      const held = await this.#store.list(`${accountId}:${minutes}:`);
      const byDevice = new Map(held.map(({ value }) => [value.replica.device, value]));
      const { device, left } = await claimDevice([...byDevice.keys()], newId);
      // What was typed before the device was known was typed on this page alone.
      const { pending } = this.replica;
      const before = resume(byDevice.get(device)?.replica ?? newReplica(minutes, device));
      this.replica = receive({ ...before, pending: [...before.pending, ...pending] }, answer);
      this.#left = left.flatMap((other) => byDevice.get(other) ?? []);
      this.#keep();
    } catch {
      this.keeps = false;
    }
  }

  #keep(): void {
    this.#unkept = true;
    if (this.#store && !this.#keeping) void this.#keepLatest(this.#store);
  }

  /**
   * One after the other, so that the last one written is the last one kept; and only as things stand by then, so that a
   * slow device is never behind by more than what it is writing.
   */
  async #keepLatest(store: DeviceStore<HeldMinutes>): Promise<void> {
    this.#keeping = true;
    while (this.#unkept) {
      this.#unkept = false;
      const held = this.#held();
      try {
        await store.write(keyOf(this.#opened.accountId, held.replica), held);
        this.keeps = true;
      } catch {
        this.keeps = false;
      }
    }
    this.#keeping = false;
  }

  #soon(milliseconds: number): void {
    clearTimeout(this.#timer);
    if (this.#stopped || this.line === 'over') return;
    this.#timer = setTimeout(() => void this.#ask(), milliseconds);
  }

  async #ask(): Promise<void> {
    if (this.#asking) return this.#soon(PAUSE);
    this.#asking = true;
    try {
      await this.#sendLeft();
      const sent = send(this.replica, new Date().toISOString(), this.entry);
      this.replica = sent.replica;
      const answer = await this.#post(sent.request);
      if (answer) {
        this.replica = receive(this.replica, answer);
        this.writers = answer.writers;
        this.#keep();
      }
    } finally {
      this.#asking = false;
    }
    if (this.line === 'open') this.#soon(this.unsent > 0 ? PAUSE : pageIsSeen() ? ASK_EVERY : SLOWEST);
    else this.#soon(Math.min(SLOWEST, ASK_EVERY * 2 ** Math.min(this.#failures, 4)));
  }

  /** Sends what other pages of this device left unsent when they were closed. */
  async #sendLeft(): Promise<void> {
    for (const held of this.#left) {
      let replica = resume(held.replica);
      while (replica.pending.length > 0) {
        const sent = send(replica, new Date().toISOString(), null);
        const answer = await this.#post(sent.request);
        if (!answer) return;
        replica = receive(sent.replica, answer);
      }
      this.replica = { ...this.replica, returned: [...this.replica.returned, ...replica.returned] };
      await this.#store?.remove(keyOf(this.#opened.accountId, replica));
      this.#left = this.#left.filter((other) => other !== held);
    }
  }

  async #post(request: object): Promise<Answer | null> {
    const response = await fetch(`/api/minutes/${this.#opened.minutes}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(request),
      signal: AbortSignal.timeout(LONGEST),
    }).catch(() => null);
    if (response?.ok) {
      const answer = await response.json().catch(() => null);
      if (answer) {
        this.#failures = 0;
        this.line = 'open';
        return answer as Answer;
      }
    }
    this.#failures += 1;
    this.line = response?.status === 401 ? 'signed-out' : response?.status === 403 ? 'over' : 'cut';
    return null;
  }
}

function pageIsSeen(): boolean {
  return document.visibilityState === 'visible';
}

/** Control characters and turns of direction come along when text is pasted; the node takes none. */
// oxlint-disable-next-line no-control-regex -- these characters are what is looked for
const HIDDEN = /[\u0000-\u0008\u000B-\u001F\u007F\u202A-\u202E\u2066-\u2069]/g;

function cleaned(set: Partial<EntryContent>): Partial<EntryContent> {
  const pairs = Object.entries(set).map(([field, value]) => [
    field,
    typeof value === 'string' ? value.replace(/\r\n?/g, '\n').replace(HIDDEN, '') || null : value,
  ]);
  return Object.fromEntries(pairs);
}
