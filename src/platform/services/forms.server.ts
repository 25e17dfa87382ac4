import {
  adoptDraft,
  discardDraft,
  holdDraft,
  keepDraft,
  listDrafts,
  LONGEST_DRAFT,
  readDraft,
  type Draft,
  type FormPlace,
} from '../drafts/drafts.ts';
import { CLIENT_HEADER } from '../http/headers.ts';
import type { Values } from '../forms/values.ts';
import { changesAround, rowAt, type Belonging, type BelongingChange } from '../journal/history.ts';
import type { Row } from '../journal/model.ts';
import { withinLimit } from '../limits/limits.ts';
import { services } from './services.ts';

/** How many forms without a session are held for one client. */
const HELD_FORMS = { most: 20, seconds: 60 * 60 };

export type { BelongingChange, Row };

/** What pages ask of drafts and former versions, over the node's own database. */
export function formStore() {
  const { db, clock } = services();
  return {
    read: (place: FormPlace): Promise<Draft | undefined> => readDraft(db.reader, place),
    /** The forms an account has begun. */
    list: (accountId: string) => listDrafts(db.reader, accountId),
    /** Keeps what stands in a form, by control. @returns when; null where it is too long */
    async keep(place: FormPlace, entries: readonly (readonly [string, string])[]): Promise<string | null> {
      const { version, ...values } = valuesOfEntries(entries);
      if (JSON.stringify(values).length > LONGEST_DRAFT) return null;
      const baseVersion = Number(version) || null;
      return db.transaction((tx) => keepDraft(tx, place, { values, baseVersion }, clock));
    },
    discard: (place: FormPlace): Promise<void> => db.transaction((tx) => discardDraft(tx, place)),
    adopt: (key: string, accountId: string): Promise<void> =>
      db.transaction((tx) => adoptDraft(tx, key, accountId)),
    /** @returns the key to it; null where it is too long, or the client has held too many. */
    async hold(
      address: string,
      draft: Pick<Draft, 'values' | 'baseVersion'>,
      headers: Headers,
    ): Promise<string | null> {
      if (JSON.stringify(draft.values).length > LONGEST_DRAFT) return null;
      const client = headers.get(CLIENT_HEADER) ?? '';
      if (!(await withinLimit(db, `held ${client}`, HELD_FORMS, clock))) return null;
      return db.transaction((tx) => holdDraft(tx, address, draft, clock));
    },
    /** The changes of a record and of what belongs to it, the latest first. */
    changesAround: (id: string, belongings: readonly Belonging[], before?: number) =>
      changesAround(db.reader, id, belongings, { before }),
    /** A record's row as it stood in a version; undefined where the journal doesn't know it. */
    rowAt: (id: string, version: number): Promise<Row | undefined> => rowAt(db.reader, id, version),
  };
}

/** Entries of a form by control; one that is there several times has several values. */
function valuesOfEntries(entries: readonly (readonly [string, string])[]): Values {
  const values: Values = {};
  for (const [control, value] of entries) {
    const before = values[control];
    values[control] = before === undefined ? value : [before, value].flat();
  }
  return values;
}
