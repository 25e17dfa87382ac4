import { addDays } from '#platform/clock/local.ts';
import { instantOf } from '#platform/clock/zone.ts';
import type { Trilingual } from '#platform/locale/text.ts';
import type { RecordColumns } from '#platform/records/model.ts';
import { endsBeforeStart, endsNextDay, type Hours } from '../programme-hours/model.ts';

/** Kinds of programme items. A breakfast that inaugurates a workshop is a thematic breakfast, not a break. */
export const itemKinds = [
  'opening',
  'address',
  'thematic-breakfast',
  'break',
  'presentation',
  'discussion',
  'session',
  'plenary',
  'conclusions',
] as const;
export type ItemKind = (typeof itemKinds)[number];

/** What somebody does in an item. */
export const parts = ['moderator', 'speaker', 'presenter', 'rapporteur'] as const;
export type Part = (typeof parts)[number];

export interface ProgrammeItemRow
  extends RecordColumns, Hours, Trilingual<'title'>, Trilingual<'abstract'>, Trilingual<'room'> {
  workshop_id: string;
  /** Where the item stands on the workshop's page; unique within the workshop. */
  anchor: string;
  position: number;
  kind: ItemKind;
  /** The number of a session as the programme prints it. */
  number: number | null;
  /** What the file it was imported from calls it; unique within the workshop, null where none was. */
  import_key: string | null;
  /** The item of the edition before whose texts it took over, until somebody has read them again. */
  copied_from_id?: string | null;
  /** Persons who took part in it; null where nobody counted them. */
  attendance_total?: number | null;
  attendance_women?: number | null;
  attendance_men?: number | null;
}

/** Where an item stands on its workshop's page, as the last part of an address. */
export function itemFragment({ anchor }: Pick<ProgrammeItemRow, 'anchor'>): string {
  return `item-${anchor}`;
}

/** A person or an organisation in an item, with the role it held then. */
export interface ContributionRow extends RecordColumns, Trilingual<'role'> {
  item_id: string;
  position: number;
  part: Part;
  person_id: string | null;
  organisation_id: string | null;
  /** The contribution to an earlier edition that it was taken over from, until it is confirmed. */
  copied_from_id?: string | null;
}

declare module '#platform/database/tables.ts' {
  interface Tables {
    programme_items: ProgrammeItemRow;
    contributions: ContributionRow;
  }
}

/**
 * Items by their day, the first day first; those without a known day come last. Of one day they keep their order.
 */
export function itemsByDay<Item extends Pick<ProgrammeItemRow, 'day'>>(
  items: readonly Item[],
): [day: string | null, items: Item[]][] {
  return [...Map.groupBy(items, ({ day }) => day)].sort(([a], [b]) =>
    a === null ? 1 : b === null ? -1 : a.localeCompare(b),
  );
}

/** Items of one day, in their order, by what begins together: parallel rooms stand side by side. */
export function slotsOf<Item extends Pick<ProgrammeItemRow, 'starts_at'>>(
  items: readonly Item[],
): [first: Item, ...others: Item[]][] {
  const slots: [Item, ...Item[]][] = [];
  for (const item of items) {
    const last = slots.at(-1);
    if (last && item.starts_at !== null && last[0].starts_at === item.starts_at) last.push(item);
    else slots.push([item]);
  }
  return slots;
}

/** What is on in a workshop, what comes next, and when that changes. */
export interface NowAndNext<Item> {
  now: Item[];
  next: Item[];
  /** The next instant at which the answer changes; null once everything is over. */
  changesAt: Date | null;
}

/** What is on and next in a workshop that isn't held on its dates. */
export const nothingOn: NowAndNext<never> = { now: [], next: [], changesAt: null };

/**
 * The items under way at an instant and those that begin next. Items without known hours are left out.
 * @param items any order, hours local to `timeZone`
 */
export function nowAndNext<Item extends Pick<ProgrammeItemRow, 'day' | 'starts_at' | 'ends_at'>>(
  items: readonly Item[],
  timeZone: string,
  at: Date,
): NowAndNext<Item> {
  const timed = items.flatMap((item) => {
    if (!item.day || !item.starts_at || !item.ends_at || endsBeforeStart(item)) return [];
    const lastDay = endsNextDay(item) ? addDays(item.day, 1) : item.day;
    const start = instantOf(`${item.day}T${item.starts_at}`, timeZone);
    const end = instantOf(`${lastDay}T${item.ends_at}`, timeZone);
    return [{ item, start, end }];
  });
  const now = timed.filter(({ start, end }) => start <= at.getTime() && at.getTime() < end);
  const later = timed.filter(({ start }) => start > at.getTime());
  const first = Math.min(...later.map(({ start }) => start));
  const change = Math.min(first, ...now.map(({ end }) => end));
  return {
    now: now.map(({ item }) => item),
    next: later.filter(({ start }) => start === first).map(({ item }) => item),
    changesAt: Number.isFinite(change) ? new Date(change) : null,
  };
}
