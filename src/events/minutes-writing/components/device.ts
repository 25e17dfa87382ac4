import { openStore, type DeviceStore } from '#ui/device/store.ts';
import type { Replica } from '../../minutes-replica/model.ts';
import type { HeldMinutes } from './notes.ts';

/** Everything that this device holds of minutes. */
export function openMinutesStore(): Promise<DeviceStore<HeldMinutes>> {
  return openStore('indimaj-minutes');
}

/** Where an account's minutes lie on the device; each open page is a device of its own. */
export function keyOf(accountId: string, { minutes, device }: Pick<Replica, 'minutes' | 'device'>): string {
  return `${accountId}:${minutes}:${device}`;
}

/** Minutes on this device with notes that the node has not got. */
export async function listUnsent(): Promise<HeldMinutes[]> {
  const store = await openMinutesStore().catch(() => null);
  const held = store ? await store.list('') : [];
  return held
    .map(({ value }) => value)
    .filter(({ replica }) => replica.pending.length > 0 || replica.returned.length > 0);
}

/** Hands a text to the person as a file. */
export function download({ name, text }: { name: string; text: string }): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

/**
 * Runs `work` with a device that no other open page is, for as long as the page lives: one that was left here before,
 * its unsent notes with it, or a new one.
 */
export async function claimDevice(
  devices: readonly string[],
  fresh: () => string,
): Promise<{ device: string; left: string[] }> {
  const mine: string[] = [];
  for (const device of devices) if (await claim(device)) mine.push(device);
  const [device, ...left] = mine;
  if (device) return { device, left };
  const made = fresh();
  await claim(made);
  return { device: made, left: [] };
}

/** Takes a device for this page; false where another page has it. Held until the page goes. */
function claim(device: string): Promise<boolean> {
  if (!('locks' in navigator)) return Promise.resolve(true);
  return new Promise((resolve) => {
    void navigator.locks.request(`indimaj-device:${device}`, { ifAvailable: true }, (lock) => {
      resolve(lock !== null);
      return lock ? new Promise<void>(() => {}) : undefined;
    });
  });
}

/** Lets this page open without a network the next time: the service worker keeps it, with what it is made of. */
export async function keepPage(): Promise<void> {
  const registration = await navigator.serviceWorker?.ready.catch(() => null);
  const parts = performance
    .getEntriesByType('resource')
    .map(({ name }) => name)
    .filter((name) => new URL(name).pathname.startsWith('/_app/immutable/'));
  const styles = [...document.querySelectorAll<HTMLLinkElement>('link[href]')].map(({ href }) => href);
  const own = styles.filter((href) => new URL(href).pathname.startsWith('/_app/immutable/'));
  registration?.active?.postMessage({ keep: [location.href.split('#')[0], ...new Set([...parts, ...own])] });
}
