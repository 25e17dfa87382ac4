import type { MailMessageRow } from './model.ts';

/** What became of one message that was handed to a mail server. */
export type Handed =
  /** The server has taken it: it answers for it from here. */
  | { became: 'sent' }
  /** All of it was written and no answer came: the server may have taken it. */
  | { became: 'uncertain'; problem: string }
  /** It was not taken now; the same message may be taken later. */
  | { became: 'later'; problem: string }
  /** It will never be taken as it is. */
  | { became: 'failed'; problem: string }
  /** It was not taken for a reason that holds for every message. */
  | { became: 'outage'; problem: string };

/** A message that is handed over: by now it has its Message-ID. */
export type Outgoing = MailMessageRow & { message_id: string };

/** One conversation with a mail server. */
export interface Session {
  /** False once the conversation is over; another has to be begun for the next message. */
  readonly open: boolean;
  send(message: Outgoing): Promise<Handed>;
  close(): void;
}

/** A way to a mail server. */
export interface Transport {
  /** The domain that Message-IDs end with. */
  readonly domain: string;
  /**
   * Begins a conversation: connected, encrypted as asked, signed in.
   * @param signal ends it, whatever it is doing
   * @throws Outage
   */
  begin(signal?: AbortSignal): Promise<Session>;
}

/** Says why no message can be handed over now; `problem` as in `last_error`. */
export class Outage extends Error {
  override name = 'Outage';
  readonly problem: string;
  constructor(problem: string) {
    super(problem);
    this.problem = problem;
  }
}
