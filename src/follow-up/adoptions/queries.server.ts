import type { NotNull } from 'kysely';
import type { BoardEntryRow } from '#events/board/model.ts';
import type { Actor } from '#platform/actor/actor.ts';
import type { Source } from '#platform/database/database.ts';
import { textOf, type Trilingual } from '#platform/locale/text.ts';
import type { Duty } from '#platform/records/duty.ts';
import { listByIds } from '#platform/records/list.server.ts';
import { mayEditRecommendations } from '../policy.ts';
import { editableBy } from '../queries.server.ts';
import { listRecommendationsById } from '../recommendations/queries.server.ts';
import { referenceOf, textOfRecommendation } from './model.ts';

/** What an adopted entry became: its text as the record has it now, and where it is read and changed, without locale. */
export interface AdoptedRecord {
  text: Trilingual<'text'>;
  /** Where it is changed; null where whoever reads the board may not. */
  edit: string | null;
  /** Where it is read, for what has a page of its own. */
  page: string | null;
  reference: string | null;
  /** Where it is said to whom it is addressed, while nobody is and whoever reads the board may; empty where they may not. */
  addressees: string | null;
}

/** The records that entries of a board became, by the entry, as far as whoever reads the board may read them. */
export async function readAdopted(
  db: Source,
  actor: Actor,
  entries: readonly BoardEntryRow[],
): Promise<Map<string, AdoptedRecord>> {
  const idsOf = (kind: string) =>
    entries.flatMap(({ adopted_kind, adopted_id }) =>
      adopted_kind === kind && adopted_id !== null ? [adopted_id] : [],
    );
  const [conclusions, actions, recommendations] = await Promise.all([
    listByIds(db, 'conclusions', idsOf('conclusions')),
    listByIds(db, 'actions', idsOf('actions')),
    listRecommendationsById(db, actor, idsOf('recommendations')),
  ]);
  const records = new Map<string, AdoptedRecord>();
  for (const row of conclusions)
    records.set(row.id, { ...unnumbered, text: row, edit: `/conclusions/${row.id}/edit` });
  for (const row of actions)
    records.set(row.id, { ...unnumbered, text: row, edit: `/actions/${row.id}/edit` });
  const editable = await listEditable(db, actor, idsOf('recommendations'));
  for (const row of recommendations)
    records.set(row.id, {
      text: textOfRecommendation({ ...row }),
      edit: editable.has(row.id) ? `/recommendations/${row.slug}/edit` : null,
      page: `/recommendations/${row.slug}`,
      reference: row.reference,
      addressees: row.status !== 'unaddressed' ? null : editable.has(row.id) ? addresseesOf(row) : '',
    });
  return new Map(
    entries.flatMap(({ id, adopted_id }) => {
      const record = adopted_id === null ? undefined : records.get(adopted_id);
      return record ? [[id, record] as const] : [];
    }),
  );
}

const unnumbered = { page: null, reference: null, addressees: null };

/** Where it is said to whom a recommendation is addressed, without locale. */
const addresseesOf = ({ slug }: { slug: string }) => `/recommendations/${slug}/links`;

/** The recommendations that boards adopted and that are addressed to nobody yet, for whoever may say to whom. */
export async function addresseeDuties(db: Source, actor: Actor): Promise<Duty[]> {
  if (!mayEditRecommendations(actor)) return [];
  const rows = await db
    .selectFrom('recommendations')
    .selectAll('recommendations')
    .where('recommendations.status', '=', 'unaddressed')
    .where(editableBy(actor))
    .where(
      'recommendations.id',
      'in',
      db
        .selectFrom('board_entries')
        .select('adopted_id')
        .where('adopted_kind', '=', 'recommendations')
        .where('adopted_id', 'is not', null)
        .$narrowType<{ adopted_id: NotNull }>(),
    )
    .execute();
  return rows.map((row) => ({
    kind: 'addressees',
    at: row.created_at,
    href: addresseesOf(row),
    about: textOf(row, 'title'),
  }));
}

/** Those of some recommendations that an actor may change. */
async function listEditable(db: Source, actor: Actor, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const rows = await db
    .selectFrom('recommendations')
    .select('id')
    .where('id', 'in', ids)
    .where(editableBy(actor))
    .execute();
  return new Set(rows.map(({ id }) => id));
}

/** The first reference of a workshop's recommendations that none has. */
export async function freeReference(db: Source, workshop: string): Promise<string> {
  const rows = await db
    .selectFrom('recommendations')
    .select('reference')
    .where('reference', 'like', `${referenceOf(workshop, 1).slice(0, -1)}%`)
    .execute();
  const taken = new Set(rows.map(({ reference }) => reference));
  for (let number = 1; ; number += 1) {
    const reference = referenceOf(workshop, number);
    if (!taken.has(reference)) return reference;
  }
}
