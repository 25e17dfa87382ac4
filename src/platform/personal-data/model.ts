import type { Actor } from '../actor/actor.ts';
import type { Clock } from '../clock/clock.ts';
import type { Source, Transaction } from '../database/database.ts';

/** Whose data are asked for. */
export interface Person {
  accountId: string;
  name: string;
  /** Their mail address, in lower case. */
  address: string;
}

/** One thing that is held, by the word under which it is shown: `network_held_…` is the message of each. */
export type HeldRow = Record<string, string | number | null>;

/** Things of one kind that are held about a person; `name` is the last part of its message, `network_held_of_…`. */
export interface HeldList {
  name: string;
  rows: HeldRow[];
}

/** What stays when a person is erased, and why. */
export interface Remainder {
  /** A message key; the message takes `count`. */
  reason: string;
  count: number;
  /** Where it can be seen, as an address without locale. */
  address?: string | undefined;
}

/** Who erases, and when. */
export interface Erasing {
  actor: Actor;
  clock: Clock;
}

/**
 * A part of the node that holds data of persons with an account (law 09-08, articles 7 and 8: access and
 * rectification, which covers erasure). Every capability that holds some gives one.
 */
export interface PersonalDataHolder {
  name: string;
  /** Everything it holds about the person; no secret that would let somebody else in. */
  export(db: Source, person: Person): Promise<HeldList[]>;
  /** Removes it, within the transaction that erases the account. */
  erase(tx: Transaction, person: Person, erasing: Erasing): Promise<void>;
  /** What {@link erase} will leave, each with its reason. */
  remains(db: Source, person: Person): Promise<Remainder[]>;
}
