import type { Actor } from '../actor/actor.ts';
import { markSent, resendMessage, withdrawMessage } from '../mail/decide.ts';
import { mailStatuses, wordsOf, type MailStatus } from '../mail/model.ts';
import { countByStatus, listOutbox, readMessage } from '../mail/outbox.ts';
import { readOutage } from '../mail/outage.ts';
import { changeMailSettings, mailPassword, readMailSettings, removeMailSettings } from '../mail/settings.ts';
import { testSettings } from '../mail/test-settings.ts';
import { services } from './services.ts';

export { mailStatuses, wordsOf, type MailStatus };

/** What an administrator sees and decides of mail, over the node's own database and secrets. */
export function mailStore() {
  const { db, secrets, clock } = services();
  return {
    settings: () => readMailSettings(db.reader),
    /** Whether the password of the settings is known here; true where none is needed. */
    async knowsPassword(): Promise<boolean> {
      const settings = await readMailSettings(db.reader);
      return settings !== null && mailPassword(secrets, settings) !== undefined;
    },
    change: (actor: Actor, input: unknown) => changeMailSettings(db, secrets, actor, input, clock),
    remove: (actor: Actor) => removeMailSettings(db, secrets, actor, clock),
    /** Tries the settings that are kept; null where there are none. */
    async test() {
      const settings = await readMailSettings(db.reader);
      return settings && testSettings(secrets, settings);
    },
    outage: () => readOutage(db.reader),
    counts: () => countByStatus(db.reader),
    list: (asked: { status?: MailStatus | undefined; page?: number }) => listOutbox(db.reader, asked),
    /**
     * A message as its reader sees it. Where nothing is sent by mail the outbox is the only way in, so its links are
     * shown to whoever hands them on; else they are withheld.
     */
    read: async (id: string) =>
      readMessage(db.reader, id, { links: (await readMailSettings(db.reader)) === null }),
    resend: (actor: Actor, id: string) => resendMessage(db, actor, id, clock),
    withdraw: (actor: Actor, id: string) => withdrawMessage(db, actor, id, clock),
    markSent: (actor: Actor, id: string) => markSent(db, actor, id, clock),
  };
}
