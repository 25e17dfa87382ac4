import { CAPITAL_ZONE } from '#platform/clock/zone.ts';
import type { Locale } from '#platform/locale/locale.ts';
import type { KindSource } from '../item-kinds/model.ts';
import type { ItemKind, Part } from '../programme/model.ts';
import type { ProgrammeFile, ProgrammeProblem } from '../programme-files/model.ts';
import type { WorkshopRow } from '../workshops/model.ts';

/** The zone in which a new workshop's hours are read where its file names none. */
export const defaultTimeZone = CAPITAL_ZONE;

/** The workshop that a file's programme is for. */
export interface PreviewWorkshop {
  /** Null while it is not made yet. */
  id: string | null;
  slug: string;
  title: string;
  startsOn: string;
  endsOn: string;
  timeZone: string;
}

/** Somebody a file names, once for all the spellings that have the same words. */
export interface PreviewPerson {
  /** What a choice names: the words of the name. */
  key: string;
  /** As the file first spells it. */
  name: string;
  /** The line where it first does. */
  line: number;
  /** `linked` to the only person of that name; `likely`: somebody's name is close, and nothing is merged. */
  state: 'linked' | 'likely' | 'new';
  /** Who it is linked to. */
  id: string | null;
  candidates: { id: string; slug: string; name: string; likeness: number }[];
}

export interface PreviewItem {
  line: number;
  key: string;
  /** `existing`: the workshop has it already, and nothing of it is changed; `left-out`: it is not created. */
  state: 'new' | 'existing' | 'left-out';
  /** What the file says otherwise than the item that is here already. */
  differs: ('title' | 'day' | 'startsAt' | 'endsAt')[];
  anchor: string;
  kind: ItemKind;
  kindSource: KindSource;
  number: number | null;
  title: string;
  abstract: string | null;
  /** The language in which title and abstract are kept. */
  language: Locale;
  day: string | null;
  startsAt: string | null;
  endsAt: string | null;
  room: string | null;
  /** Of an item to be created. */
  contributions: { person: PreviewPerson['key']; part: Part }[];
}

/** What an import would do, and whether it did. */
export interface ProgrammePreview {
  /** Of the file, to be named when it is confirmed. */
  digest: string;
  format: ProgrammeFile['format'] | null;
  applied: boolean;
  workshop: PreviewWorkshop | null;
  /** In the order of the programme. */
  items: PreviewItem[];
  days: string[];
  rooms: string[];
  people: PreviewPerson[];
  counts: { create: number; existing: number; leftOut: number; peopleNew: number; peopleLinked: number };
  /** By line; where one is an error, nothing is created. */
  problems: ProgrammeProblem[];
}

/** What a person decides when confirming a preview. */
export interface ProgrammeChoices {
  /** The digest of the file that was previewed: another file is refused. */
  digest: string;
  /** Of people by their key: the id of the person it is, or `new`. */
  people?: Readonly<Record<string, string>>;
  /** Of items by their key. */
  kinds?: Readonly<Record<string, ItemKind>>;
  /** Keys of items not to create. */
  leaveOut?: readonly string[];
}

/** The name of the form's control by which a person of a file is decided on. */
export const choiceName = (key: PreviewPerson['key']): string => `person ${key}`;

/** Whether nothing stands in the way. */
export function isImportable({ problems }: Pick<ProgrammePreview, 'problems'>): boolean {
  return !problems.some(({ severity }) => severity === 'error');
}

/** What somebody does in an item of a kind, unless the file's own word says more. */
export function partOf(role: string | null, kind: ItemKind): Part {
  if (/^(chair|moderator|host)/i.test(role ?? '')) return 'moderator';
  if (/^(rapporteur|reporter)/i.test(role ?? '')) return 'rapporteur';
  return kind === 'presentation' ? 'presenter' : 'speaker';
}

/**
 * The language in which a text is kept: Arabic letters are Arabic's; of Latin ones the language the file names, or
 * the reader's, or French.
 */
export function languageOf(text: string, named: string | null, reader: Locale): Locale {
  const arabic = text.match(/\p{Script=Arabic}/gu)?.length ?? 0;
  const latin = text.match(/\p{Script=Latin}/gu)?.length ?? 0;
  if (arabic > latin) return 'ar';
  const tag = named?.slice(0, 2).toLowerCase();
  if (tag === 'fr' || tag === 'en') return tag;
  return reader === 'en' ? 'en' : 'fr';
}

/** What of an item that is here already the file says otherwise. */
export function differences(
  item: Pick<PreviewItem, 'title' | 'day' | 'startsAt' | 'endsAt'>,
  row: {
    titles: readonly (string | null)[];
    day: string | null;
    starts_at: string | null;
    ends_at: string | null;
  },
): PreviewItem['differs'] {
  const differs: PreviewItem['differs'] = [];
  if (!row.titles.includes(item.title)) differs.push('title');
  if (item.day !== row.day) differs.push('day');
  if (item.startsAt !== row.starts_at) differs.push('startsAt');
  if (item.endsAt !== row.ends_at) differs.push('endsAt');
  return differs;
}

export type ImportWorkshop = Pick<WorkshopRow, 'id' | 'slug' | 'starts_on' | 'ends_on' | 'time_zone'>;
