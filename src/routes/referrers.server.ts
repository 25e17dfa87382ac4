import { readDebate } from '#deliberation/debates/queries.server.ts';
import { readConclusion } from '#events/conclusions/queries.server.ts';
import { readWorkshop } from '#events/workshops/queries.server.ts';
import { commitmentParts } from '#follow-up/commitments/model.ts';
import { readCommitment } from '#follow-up/commitments/queries.server.ts';
import { readRecommendation } from '#follow-up/recommendations/queries.server.ts';
import type { RecordRef } from '#network/links/model.ts';
import { recordsWord } from '#network/merges/components/words.ts';
import { readRow } from '#network/references/queries.server.ts';
import { conceptAddress } from '#network/taxonomy/model.ts';
import { passage, type Passage } from '#platform/locale/text.ts';
import { kindWord } from '#publication/translations/components/words.ts';
import { isTranslated } from '#publication/translations/model.ts';

/** A record that another is held by, as a page names it. */
export interface NamedRecord {
  kind: string;
  /** Null where the reader may not know it, or it has no name. */
  name: Passage | string | null;
  /** Where it is read, without locale. */
  address: string | null;
}

/** Records as a reader may know them: a draft that is not theirs is counted and not named. */
export function namedRecords(locals: App.Locals, records: readonly RecordRef[]): Promise<NamedRecord[]> {
  return Promise.all(records.map((record) => named(locals, record)));
}

async function named(locals: App.Locals, { kind, id }: RecordRef): Promise<NamedRecord> {
  const { db, actor, locale } = locals;
  const word = isTranslated(kind) ? kindWord(kind) : recordsWord(kind);
  const unknown = { kind: word, name: null, address: null };
  if (kind === 'workshops' && !(await readWorkshop(db.reader, actor, id))) return unknown;
  if (kind === 'debates' && !(await readDebate(db.reader, actor, id))) return unknown;
  if (kind === 'conclusions' && !(await readConclusion(db.reader, actor, id))) return unknown;
  if (kind === 'recommendations' && !(await readRecommendation(db.reader, actor, id))) return unknown;
  const row = await readRow(db.reader, kind, id);
  const commitment = commitmentOf(kind, row);
  if (commitment !== null && !(await readCommitment(db.reader, actor, commitment))) return unknown;
  const workshop = kind === 'programme_items' ? String(row?.['workshop_id']) : null;
  if (workshop !== null && !(await readWorkshop(db.reader, actor, workshop))) return unknown;
  const field = ['title', 'name', 'text'].find((one) => row && `${one}_original` in row);
  if (!row || !field) return unknown;
  return { kind: word, name: passage(row as never, field as never, locale), address: addressOf(kind, row) };
}

/** The commitment that a record is, or is part of; null for any other. */
function commitmentOf(kind: string, row: Record<string, unknown> | undefined): string | null {
  if (kind === 'commitments') return String(row?.['id']);
  return (commitmentParts as readonly string[]).includes(kind) ? String(row?.['commitment_id']) : null;
}

function addressOf(kind: string, row: Record<string, unknown>): string | null {
  if (kind === 'concepts') return conceptAddress(row as never);
  if (kind === 'conclusions' || kind === 'outcomes') return `/${kind}/${String(row['id'])}/edit`;
  return typeof row['slug'] === 'string' ? `/${kind}/${row['slug']}` : null;
}
