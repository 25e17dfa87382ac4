import { instant } from '../clock/clock.ts';
import { endDevice, endOtherDevices, listDevices } from '../sign-in/devices.ts';
import { FRESH_SECONDS, type SignedIn } from '../sign-in/model.ts';
import { listPasskeys, namePasskey, removePasskey } from '../sign-in/passkeys.ts';
import { services } from './services.ts';
import { mayTry } from './tries.server.ts';

/** How an account signs in, and where it is signed in, over the node's own database. */
export function signInStore(accountId: string) {
  const { db, clock, signIn } = services();
  return {
    devices: () => listDevices(db.reader, accountId, instant(clock)),
    endDevice: (id: string) => endDevice(db, accountId, id),
    endOthers: (keepId: string) => endOtherDevices(db, accountId, keepId),
    passkeys: () => listPasskeys(db.reader, accountId),
    namePasskey: (id: string, name: string) => namePasskey(db, accountId, id, name),
    removePasskey: (id: string) => removePasskey(db, accountId, id),
    hasPassword: async () => (await signIn()).hasPassword(accountId),
    setPassword: async (password: string, keepId: string) =>
      (await signIn()).setPassword(accountId, password, keepId),
    /** Whether it is the account's password. @returns null where it was tried too often */
    async isPassword(password: string, headers: Headers): Promise<boolean | null> {
      if (!(await mayTry('password', accountId, headers))) return null;
      return (await signIn()).isPassword(accountId, password);
    },
  };
}

/** Whether a session has just begun. */
export function isFresh({ since }: Pick<SignedIn, 'since'>): boolean {
  return services().clock().getTime() - since.getTime() < FRESH_SECONDS * 1_000;
}
