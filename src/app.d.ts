import type { IncomingMessage } from 'node:http';
import type { AccountRow } from '#network/accounts/model.ts';
import type { Actor } from '#platform/actor/actor.ts';
import type { Memory } from '#platform/cache/memory.ts';
import type { Reads } from '#platform/cache/reads.ts';
import type { Clock } from '#platform/clock/clock.ts';
import type { Database } from '#platform/database/database.ts';
import type { Locale } from '#platform/locale/locale.ts';
import type { SignedIn } from '#platform/sign-in/model.ts';

declare global {
  namespace App {
    interface Error {
      message: string;
    }
    interface Locals {
      db: Database;
      actor: Actor;
      /** Who is signed in; null for any reader. */
      account: AccountRow | null;
      /** The session they are signed in with. */
      session: SignedIn | null;
      locale: Locale;
      /** The path asked for, without its locale. */
      address: string;
      clock: Clock;
      /** The node's public address without a trailing slash. */
      publicUrl: string;
      /** What this answer depends on, for the page cache. */
      reads: Reads;
      /** What anyone may read, remembered; undefined where the request may be of somebody in particular. */
      memory: Memory | undefined;
    }
    interface Platform {
      req?: IncomingMessage;
      reads?: Reads;
      memory?: Memory;
    }
  }
}
