import { publicStatuses } from '#events/policy.ts';
import { itemFragment } from '#events/programme/model.ts';
import { readWorkshop } from '#events/workshops/queries.server.ts';
import { fileAddress } from '#network/documents/model.ts';
import { listDocumentsHolding } from '#network/documents/queries.server.ts';
import type { RecordRef } from '#network/links/model.ts';
import { anonymous } from '#platform/actor/actor.ts';
import type { Source } from '#platform/database/database.ts';
import { splitLocale } from '#platform/locale/address.ts';
import { textOf, type TrilingualText } from '#platform/locale/text.ts';
import { listByIds } from '#platform/records/list.server.ts';
import type { RecordKind } from '#platform/records/model.ts';
import { resolveAddress } from '#platform/records/records.server.ts';
import { readCommitment } from '../commitments/queries.server.ts';
import { readRecommendation } from '../recommendations/queries.server.ts';

/** A public record as evidence shows it: what it is called, and where it stands, without locale. */
export interface NamedRecord {
  id: string;
  kind: RecordKind;
  name: TrilingualText | string;
  address: string;
  /** Whether the address is a file, the same in every language. */
  isFile: boolean;
}

type Reader = (db: Source, id: string) => Promise<Omit<NamedRecord, 'kind'> | undefined>;

/** Kinds whose pages everybody reads. */
const open =
  (kind: 'initiatives' | 'organisations' | 'people' | 'territories'): Reader =>
  async (db, id) => {
    const [row] = await listByIds(db, kind, [id]);
    return row && { id, name: textOf(row, 'name'), address: `/${kind}/${row.slug}`, isFile: false };
  };

/** A public workshop. */
async function workshopAt(db: Source, id: string) {
  const workshop = await readWorkshop(db, anonymous, id);
  return workshop && publicStatuses.includes(workshop.status) ? workshop : undefined;
}

/** Each kind that evidence may be, as everybody reads it. */
const readers: Partial<Record<RecordKind, Reader>> = {
  initiatives: open('initiatives'),
  organisations: open('organisations'),
  people: open('people'),
  territories: open('territories'),
  async workshops(db, id) {
    const row = await workshopAt(db, id);
    return row && { id, name: textOf(row, 'title'), address: `/workshops/${row.slug}`, isFile: false };
  },
  async programme_items(db, id) {
    const [row] = await listByIds(db, 'programme_items', [id]);
    const workshop = row && (await workshopAt(db, row.workshop_id));
    const address = `/workshops/${workshop?.slug}#${row && itemFragment(row)}`;
    return workshop && { id, name: textOf(row, 'title'), address, isFile: false };
  },
  async documents(db, id) {
    const [row] = await listByIds(db, 'documents', [id]);
    if (row?.owner_kind !== 'workshops' || !(await workshopAt(db, row.owner_id))) return undefined;
    return { id, name: row.name, address: fileAddress(row), isFile: true };
  },
  async recommendations(db, id) {
    const row = await readRecommendation(db, anonymous, id);
    return row && { id, name: textOf(row, 'title'), address: `/recommendations/${row.slug}`, isFile: false };
  },
  async commitments(db, id) {
    const row = await readCommitment(db, anonymous, id);
    return row && { id, name: textOf(row, 'title'), address: `/commitments/${row.slug}`, isFile: false };
  },
};

/** Some records as everybody reads them; what is gone, or not for everybody, is left out. */
export async function listNamedRecords(db: Source, refs: readonly RecordRef[]): Promise<NamedRecord[]> {
  const named = await Promise.all(
    refs.map(async ({ kind, id }) => {
      const found = await readers[kind]?.(db, id);
      return found ? [{ ...found, kind }] : [];
    }),
  );
  return named.flat();
}

/**
 * The public record behind an address of the node, as it was typed or copied: whole or from its path on, in any language
 * or in none, a former address as well. What is not for everybody is not found.
 */
export async function findRecord(
  db: Source,
  address: string,
  publicUrl: string,
): Promise<RecordRef | undefined> {
  const url = URL.canParse(address, publicUrl) ? new URL(address, publicUrl) : null;
  if (!url || url.origin !== new URL(publicUrl).origin) return undefined;
  const ref = await refAt(db, splitLocale(url.pathname).address.split('/').slice(1), url.hash.slice(1));
  return ref && (await listNamedRecords(db, [ref])).length > 0 ? ref : undefined;
}

async function refAt(db: Source, segments: string[], fragment: string): Promise<RecordRef | undefined> {
  const [noun = '', slug = '', ...more] = segments;
  if (noun === 'api' && slug === 'documents') {
    const held = await listDocumentsHolding(db, more[0]?.replace(/\.[a-z0-9]+$/, '') ?? '');
    for (const { id } of held)
      if ((await readers.documents!(db, id)) !== undefined) return { kind: 'documents', id };
    return undefined;
  }
  const kind = noun as RecordKind;
  if (!Object.hasOwn(readers, kind) || !slug) return undefined;
  const id = await resolveAddress(db, kind, slug);
  if (id === null) return undefined;
  const anchor = kind === 'workshops' ? /^item-(.+)$/.exec(fragment)?.[1] : undefined;
  if (anchor === undefined) return { kind, id };
  const item = await db
    .selectFrom('programme_items')
    .select('id')
    .where('workshop_id', '=', id)
    .where('anchor', '=', anchor)
    .executeTakeFirst();
  return item ? { kind: 'programme_items', id: item.id } : { kind, id };
}
