import type { Actor } from '#platform/actor/actor.ts';
import type { Transaction } from '#platform/database/database.ts';
import type { Row } from '#platform/journal/model.ts';
import type { RecordKind } from '#platform/records/model.ts';
import {
  freeSlug,
  moveAddresses,
  resolveAddress,
  restoreRecord,
  updateRecord,
} from '#platform/records/records.server.ts';
import type { Joining, Merge, Remaining } from '../merges/model.ts';
import { followMerges, readMerge } from '../merges/queries.server.ts';
import { isWithin } from '../parents/queries.server.ts';
import { moveBack } from '../references/changes.server.ts';
import type { Reference } from '../references/model.ts';
import { readRow, type References } from '../references/queries.server.ts';

/** Writes the two records of a merge as they were before it, as far as they haven't changed since. */
export async function part(
  tx: Transaction,
  actor: Actor,
  references: References,
  { kind, keptId, gone, joining }: Merge,
): Promise<{ slug: string; remaining: Remaining }> {
  const kept = (await readRow(tx, kind, keptId))!;
  const addresses = await giveBack(tx, kind, { from: keptId, to: gone.id, joining, kept });
  const slug = await addressOf(tx, kind, gone);

  const restored = unchangedSince(kept, joining);
  const early = entriesWhere(restored, (value) => value !== gone.id);
  // What leads to the record that is not there yet waits for it; what frees its place for it comes before.
  const before = await standing(tx, references, kind, { ...early, id: keptId });
  if (Object.keys(early).length > 0) await updateRecord(tx, actor, kind, keptId, without(before.row, 'id'));
  const again = await standing(tx, references, kind, { ...gone, slug });
  await restoreRecord(tx, actor, kind, again.row as never);
  const late = entriesWhere(restored, (value) => value === gone.id);
  if (Object.keys(late).length > 0) await updateRecord(tx, actor, kind, keptId, late);

  const unmoved = await moveBack(tx, actor, references, {
    kind,
    from: gone.id,
    to: keptId,
    moved: joining,
    complete: async (table, row) => {
      const { row: complete, lost } = await standing(tx, references, table as RecordKind, row);
      return lost.length > 0 ? null : complete;
    },
  });
  const circling = await openCircles(tx, actor, kind, [gone.id, keptId]);
  const columns = Object.keys(joining.columns).filter(
    (name) => !(name in restored) && kept[name] !== joining.columns[name]!.before,
  );
  return {
    slug,
    remaining: {
      references: unmoved,
      columns: [...columns, ...before.lost, ...again.lost, ...circling],
      addresses,
    },
  };
}

/** The columns of the kept record that still say what the merge made them say, with what they said before. */
function unchangedSince(kept: Row, { columns }: Joining): Row {
  const same = Object.entries(columns).filter(([name, { after }]) => kept[name] === after);
  return Object.fromEntries(same.map(([name, { before }]) => [name, before]));
}

/** Gives the addresses back, but for one that the kept record has taken for its own. @returns those that stay */
async function giveBack(
  tx: Transaction,
  kind: RecordKind,
  { from, to, joining, kept }: { from: string; to: string; joining: Joining; kept: Row },
): Promise<string[]> {
  const slugs = joining.addresses.filter((slug) => slug !== kept['slug']);
  const moved = slugs.length > 0 ? await moveAddresses(tx, kind, { from, to, slugs }) : [];
  return joining.addresses.filter((slug) => !moved.includes(slug));
}

async function addressOf(tx: Transaction, kind: RecordKind, gone: Merge['gone']): Promise<string> {
  const holder = await resolveAddress(tx, kind, gone.slug);
  return holder === null || holder === gone.id ? gone.slug : freeSlug(tx, kind, gone.slug);
}

/** Takes a record out of what became part of it meanwhile. @returns the columns that were emptied */
async function openCircles(
  tx: Transaction,
  actor: Actor,
  kind: RecordKind,
  ids: readonly string[],
): Promise<string[]> {
  if (kind !== 'organisations' && kind !== 'territories') return [];
  const emptied: string[] = [];
  for (const id of ids) {
    const parent = (await readRow(tx, kind, id))!['parent_id'];
    if (typeof parent !== 'string' || !(await isWithin(tx, kind, parent, id))) continue;
    await updateRecord(tx, actor, kind, id, { parent_id: null });
    emptied.push('parent_id');
  }
  return emptied;
}

/**
 * A former row as it can stand now: what it referred to may have become part of another record, and then the merge
 * that did so learns of one more reference; or it is gone, and the column is emptied where it may be.
 */
async function standing(
  tx: Transaction,
  references: References,
  table: RecordKind,
  former: Row,
): Promise<{ row: Row; lost: string[] }> {
  const row = { ...former };
  const lost: string[] = [];
  for (const { column, id, target } of references.referencesOf(table, former)) {
    if (target !== undefined && (await readRow(tx, target, id))) continue;
    const found = await followMerges(tx, id);
    if (found.merges.length > 0) {
      row[column] = found.id;
      for (const merge of found.merges)
        await remember(tx, merge, { table, id: String(former['id']), column });
    } else if (target !== undefined) {
      lost.push(column);
      if (references.isNullable(table, column)) row[column] = null;
    }
  }
  return { row, lost };
}

/** Whoever undoes that merge moves this reference back as well. It is a note of the node, not a change of anyone's. */
async function remember(tx: Transaction, id: string, reference: Reference): Promise<void> {
  const { joining } = (await readMerge(tx, id))!;
  const moved: Joining = { ...joining, references: [...joining.references, reference] };
  await tx
    .updateTable('merges')
    .set({ moved: JSON.stringify(moved) })
    .where('id', '=', id)
    .execute();
}

function entriesWhere(row: Row, test: (value: unknown) => boolean): Row {
  return Object.fromEntries(Object.entries(row).filter(([, value]) => test(value)));
}

function without(row: Row, column: string): Row {
  return Object.fromEntries(Object.entries(row).filter(([name]) => name !== column));
}
