import { error } from '@sveltejs/kit';
import type { LinkRight } from '#network/links/changes.server.ts';
import type { Relation } from '#network/links/model.ts';
import type { References } from '#network/references/queries.server.ts';
import type { RemovalInput } from '#network/removals/schema.ts';
import type { Actor } from '#platform/actor/actor.ts';
import type { Clock } from '#platform/clock/clock.ts';
import type { Database } from '#platform/database/database.ts';
import type { Field, Option } from '#platform/forms/fields.ts';
import { passage, type Passage } from '#platform/locale/text.ts';
import type { RecordColumns, RecordKind } from '#platform/records/model.ts';
import type { Outcome } from '#platform/records/outcome.ts';
import { resolveAddress } from '#platform/records/records.server.ts';
import { isId } from '#platform/records/uuid.ts';
import { addressed } from './addressed.server.ts';
import { editableDebates } from './editable-debates.server.ts';
import { editableFollowUp } from './editable-follow-up.server.ts';
import { editableCommitments } from './editable-commitments.server.ts';
import { editableMeetings } from './editable-meetings.server.ts';
import { editableNetwork } from './editable-network.server.ts';
import { fieldsOf, type EditableNoun } from './fields.ts';

/** A record that a form changes: whatever columns it has, an address among them, or its id in place of one. */
export type EditableRow = RecordColumns & { slug: string };

/** Everything the pages that make, change and look back at one kind of record differ in. */
export interface Editable {
  kind: RecordKind;
  /** The field that names the record. */
  title: 'name' | 'title' | 'text';
  words: { list: () => string; make: () => string; edit: () => string };
  options?(locals: App.Locals, row?: EditableRow): Promise<Record<string, Option[]>>;
  /** Fields that this account has to fill in, though others may leave them empty. */
  needs?(actor: Actor): readonly string[];
  /** What a new record starts with. */
  defaults?: Record<string, string | string[]>;
  /** The list it stands in, and where it is read, without locale; left out, both follow from the noun. */
  list?(row: EditableRow): string;
  page?(row: EditableRow): string;
  read(locals: App.Locals, id: string): Promise<EditableRow | undefined>;
  /** Left out where it is made on the page of the record that it is part of. */
  mayCreate?(actor: Actor): boolean;
  mayEdit(locals: App.Locals, id: string): Promise<boolean>;
  create(db: Database, actor: Actor, input: never, clock: Clock): Promise<Outcome<{ id: string }>>;
  update(db: Database, actor: Actor, input: never, clock: Clock): Promise<Outcome<{ id: string }>>;
  /** Left out where the kind's records stay, or are merged. */
  removal?: {
    may(locals: App.Locals, id: string): Promise<boolean>;
    /** Kinds of records that are part of it and go with it. */
    parts?: readonly RecordKind[];
    /** What the list is asked for afterwards, where it says that it is done. */
    done?: string;
    /** What is erased with it for good, that no journal holds. */
    erases?(): string;
    remove(
      db: Database,
      actor: Actor,
      input: RemovalInput,
      references: References,
      clock: Clock,
    ): Promise<Outcome<{ id: string }>>;
  };
  /** What it is linked with on the generic page of links. */
  links?: { relations(actor: Actor): readonly Relation[]; right(actor: Actor, clock: Clock): LinkRight };
}

const editable: Record<EditableNoun, Editable> = {
  ...editableNetwork,
  ...editableMeetings,
  ...editableDebates,
  ...editableFollowUp,
  ...editableCommitments,
};

export type EditableKind = Editable & { noun: EditableNoun; fields: readonly Field[] };

/** The kind of record that stands under a noun of an address; 404 where none is edited so. */
export function editableKind(noun: string): EditableKind {
  if (!isEditable(noun)) error(404, 'not-found');
  return { ...editable[noun], noun, fields: fieldsOf[noun] };
}

/** Whether pages under this noun can be edited at all. */
export function isEditable(noun: string): noun is EditableNoun {
  return Object.hasOwn(editable, noun);
}

/** The id that an address names under a noun; null where there is none. */
export async function idAt(locals: App.Locals, kind: EditableKind, slug: string): Promise<string | null> {
  if (hasAddress(kind)) return resolveAddress(locals.db.reader, kind.kind, slug);
  return isId(slug) ? slug : null;
}

/** The record that an address names under a noun; a former address leads to the present one. */
export async function recordAt(locals: App.Locals, kind: EditableKind, slug: string): Promise<EditableRow> {
  if (hasAddress(kind)) return addressed(locals, kind.kind, slug, (id) => kind.read(locals, id), kind.noun);
  const row = isId(slug) ? await kind.read(locals, slug) : undefined;
  return row ?? error(404, 'not-found');
}

/** Whether the kind's records have a name in their address; others are called by their id. */
export function hasAddress({ fields }: EditableKind): boolean {
  return fields.some(({ name }) => name === 'slug');
}

/** Where a record's list and its own page stand, without locale. */
export function placesOf(kind: EditableKind, row: EditableRow): { list: string; page: string } {
  const list = kind.list?.(row) ?? `/${kind.noun}`;
  return { list, page: kind.page?.(row) ?? `/${kind.noun}/${row.slug}` };
}

const LONGEST_NAME = 90;

/** What a record is called for a reader; a long text by its beginning. */
export function nameOf({ title }: Editable, row: object, locale: App.Locals['locale']): Passage | null {
  const found = passage(row as never, title as never, locale) as Passage | null;
  if (!found || found.text.length <= LONGEST_NAME) return found;
  const cut = found.text.slice(0, LONGEST_NAME);
  return { ...found, text: `${cut.slice(0, cut.lastIndexOf(' ') + 1 || LONGEST_NAME).trimEnd()}…` };
}
