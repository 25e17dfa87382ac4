import type { Actor } from '#platform/actor/actor.ts';
import type { Source } from '#platform/database/database.ts';
import type { Trilingual } from '#platform/locale/text.ts';
import { listByIds } from '#platform/records/list.server.ts';
import { editableBy } from '../queries.server.ts';
import { sourceState, type BoardEntryRow, type BoardSourceRow, type SourceState } from './model.ts';

/** A source with the session it is of and what the minutes say now. */
export interface BoardSource extends BoardSourceRow, Trilingual<'title'> {
  anchor: string;
  state: SourceState;
  now: Trilingual<'text'>;
}

/** An entry that stands on the board, with all that it comes from and the entries that it was merged of. */
export type BoardEntry = Awaited<ReturnType<typeof readBoard>>[number];

/** An entry as the board shows it: of one that was adopted, with what its record says now. */
export type ShownEntry = BoardEntry & {
  shown: Trilingual<'text'>;
  record: {
    edit: string | null;
    page: string | null;
    reference: string | null;
    addressees: string | null;
  } | null;
};

/** Whether an actor may change an entry. */
export async function mayEditEntry(db: Source, actor: Actor, id: string): Promise<boolean> {
  const found = await db
    .selectFrom('board_entries')
    .innerJoin('workshops', 'workshops.id', 'board_entries.workshop_id')
    .select('board_entries.id')
    .where('board_entries.id', '=', id)
    .where(editableBy(actor))
    .executeTakeFirst();
  return found !== undefined;
}

export function readEntry(db: Source, id: string): Promise<BoardEntryRow | undefined> {
  return db.selectFrom('board_entries').selectAll().where('id', '=', id).executeTakeFirst();
}

/** Every entry of a workshop's board, those that became part of another among them, in order. */
export function listEntries(db: Source, workshopId: string): Promise<BoardEntryRow[]> {
  return db
    .selectFrom('board_entries')
    .selectAll()
    .where('workshop_id', '=', workshopId)
    .orderBy('position')
    .orderBy('id')
    .execute();
}

/** The ids of an entry and of all that it was merged of. */
export function withParts(entries: readonly BoardEntryRow[], id: string): string[] {
  const parts = entries.filter(({ merged_into_id }) => merged_into_id === id);
  return [id, ...parts.flatMap((part) => withParts(entries, part.id))];
}

/** What a workshop's board shows. The caller has asked whether the actor reads it. */
export async function readBoard(db: Source, workshopId: string) {
  const entries = await listEntries(db, workshopId);
  const [sources, organisations, people] = await Promise.all([
    listSources(db, workshopId),
    listByIds(
      db,
      'organisations',
      entries.flatMap(({ organisation_id }) => organisation_id ?? []),
    ),
    listByIds(
      db,
      'people',
      entries.flatMap(({ person_id }) => person_id ?? []),
    ),
  ]);
  return entries
    .filter(({ merged_into_id }) => merged_into_id === null)
    .map((entry) => {
      const whole = new Set(withParts(entries, entry.id));
      return {
        ...entry,
        organisation: organisations.find(({ id }) => id === entry.organisation_id) ?? null,
        person: people.find(({ id }) => id === entry.person_id) ?? null,
        sources: sources.filter(({ board_entry_id }) => whole.has(board_entry_id)),
        parts: entries.filter(({ merged_into_id }) => merged_into_id === entry.id),
      };
    });
}

/** What the entries of a board come from, in the order of the programme. */
export async function listSources(db: Source, workshopId: string): Promise<BoardSource[]> {
  const rows = await db
    .selectFrom('board_sources')
    .innerJoin('board_entries', 'board_entries.id', 'board_sources.board_entry_id')
    .innerJoin('programme_items', 'programme_items.id', 'board_sources.item_id')
    .innerJoin('minutes_entries', 'minutes_entries.id', 'board_sources.entry_id')
    .selectAll('board_sources')
    .select([
      'programme_items.title_fr',
      'programme_items.title_ar',
      'programme_items.title_en',
      'programme_items.title_original',
      'programme_items.anchor',
      'minutes_entries.text_fr as now_fr',
      'minutes_entries.text_ar as now_ar',
      'minutes_entries.text_en as now_en',
      'minutes_entries.text_original as now_original',
      'minutes_entries.removed',
    ])
    .where('board_entries.workshop_id', '=', workshopId)
    .orderBy('programme_items.position')
    .orderBy('board_sources.id')
    .execute();
  return rows.map(({ now_fr, now_ar, now_en, now_original, removed, ...source }) => {
    const now = { text_fr: now_fr, text_ar: now_ar, text_en: now_en, text_original: now_original };
    return { ...source, now, state: sourceState(source, { ...now, removed }) };
  });
}

/** Entries of a workshop's minutes that belong on its board and are not there yet, session by session. */
export async function listUngathered(db: Source, workshopId: string) {
  return db
    .selectFrom('minutes_entries')
    .innerJoin('minutes', 'minutes.id', 'minutes_entries.minutes_id')
    .innerJoin('programme_items', 'programme_items.id', 'minutes.item_id')
    .selectAll('minutes_entries')
    .select('minutes.item_id')
    .where('minutes.workshop_id', '=', workshopId)
    .where('minutes_entries.kind', 'in', ['conclusion', 'recommendation', 'decision', 'action'])
    .where('minutes_entries.removed', '=', 0)
    .where('minutes_entries.id', 'not in', (query) =>
      query.selectFrom('board_sources').select('board_sources.entry_id'),
    )
    .where(({ or, eb }) =>
      or((['text_fr', 'text_ar', 'text_en'] as const).map((column) => eb(column, '>', ''))),
    )
    .orderBy('programme_items.position')
    .orderBy('programme_items.id')
    .execute();
}

/** One entry with its workshop's address, for who edits that. */
export function readEditable(db: Source, actor: Actor, id: string) {
  return db
    .selectFrom('board_entries')
    .innerJoin('workshops', 'workshops.id', 'board_entries.workshop_id')
    .selectAll('board_entries')
    .select('workshops.slug as inside')
    .where('board_entries.id', '=', id)
    .where(editableBy(actor))
    .executeTakeFirst();
}
