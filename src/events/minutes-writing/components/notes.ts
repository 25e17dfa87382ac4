import { dayOf } from '#platform/clock/due.ts';
import type { Replica } from '../../minutes-replica/model.ts';

/** The minutes of one session as this device holds them. */
export interface HeldMinutes {
  replica: Replica;
  /** The session's name, for whoever finds unsent notes later. */
  title: string;
  /** The page they are written on, with its language. */
  page: string;
}

/** The unsent notes as a file that the node takes back: see `minutes-files`. */
export function fileOf({ replica, title }: HeldMinutes): { name: string; text: string } {
  const { minutes, device, pending, returned } = replica;
  const operations = [...returned.map(({ operation }) => operation), ...pending];
  const content = { format: 'indimaj-minutes-notes', minutes, device, title, operations };
  const day = dayOf(new Date());
  return {
    name: `indimaj-notes-${day}-${device.slice(-6)}.json`,
    text: `${JSON.stringify(content, null, 2)}\n`,
  };
}
