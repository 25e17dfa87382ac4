import type { Actor } from '#platform/actor/actor.ts';
import type { Database, Transaction } from '#platform/database/database.ts';
import type { Row } from '#platform/journal/model.ts';
import { change, refusals } from '#platform/records/change.server.ts';
import { refused, type Outcome, type Refusal } from '#platform/records/outcome.ts';
import { createRecord, deleteRecord, moveAddresses } from '#platform/records/records.server.ts';
import { updateInitiative } from '../initiatives/changes.server.ts';
import { updateOrganisation } from '../organisations/changes.server.ts';
import { updatePerson } from '../people/changes.server.ts';
import { mayEditNetwork } from '../policy.ts';
import { moveReferences } from '../references/changes.server.ts';
import { readRow, References } from '../references/queries.server.ts';
import { part } from '../partings/changes.server.ts';
import { updateTerritory } from '../territories/changes.server.ts';
import { codesClash, type Joining, type MergeableKind, type Remaining } from './model.ts';
import { readMerge, undoable } from './queries.server.ts';
import { mergeInput, undoInput, type MergeInput } from './schema.ts';

type Update = (tx: Transaction, actor: Actor, input: never) => Promise<Outcome<{ id: string }>>;

const updates: Record<MergeableKind, Update> = {
  organisations: updateOrganisation,
  people: updatePerson,
  initiatives: updateInitiative,
  territories: updateTerritory,
};

/** A refusal that is found after something was written: it is thrown, so that all of it is taken back. */
class Refused extends Error {
  readonly refusal: Refusal;

  constructor(refusal: Refusal) {
    super(refusal.reason);
    this.refusal = refusal;
  }
}

/**
 * Makes two records one, in one transaction: all that led to the one leads to the other, its addresses too, and
 * everything it takes to part them again is kept.
 * @returns the merge's id and the kept record's address
 */
export async function mergeRecords(
  db: Database,
  actor: Actor,
  input: MergeInput,
): Promise<Outcome<{ id: string; slug: string }>> {
  const references = await References.of(db);
  const asked = { allowed: mayEditNetwork(actor), schema: mergeInput, input };
  try {
    return await change(db, asked, async (tx, values) => {
      const { kind, keptId, goneId } = values;
      const kept = await readRow(tx, kind, keptId);
      const gone = await readRow(tx, kind, goneId);
      if (!kept || !gone) return refused(refusals.missing);
      if (kept.version !== values.keptVersion || gone.version !== values.goneVersion)
        return refused(refusals.stale);
      if (kind === 'territories' && codesClash(String(kept['code']), String(gone['code'])))
        return refused('network_merge_refused_codes');

      const moved = await moveReferences(tx, actor, references, { kind, from: goneId, to: keptId });
      await deleteRecord(tx, actor, kind, goneId);
      const addresses = await moveAddresses(tx, kind, { from: goneId, to: keptId });
      await rewrite(tx, actor, kind, keptId, values.values, [keptId, goneId]);
      const joining: Joining = {
        ...moved,
        addresses,
        columns: changed(kept, (await readRow(tx, kind, keptId))!),
      };
      const id = await createRecord(tx, actor, 'merges', {
        kind,
        kept_id: keptId,
        gone_id: goneId,
        gone: JSON.stringify(gone),
        moved: JSON.stringify(joining),
      });
      return { id, slug: String(kept['slug']) };
    });
  } catch (error) {
    if (error instanceof Refused) return error.refusal;
    throw error;
  }
}

/**
 * Parts two records again: the one that went stands as it was, with its address, and whatever was moved and still
 * leads to the kept one leads to it. The latest merge of a record is undone first.
 * @returns the record that is there again, and what stays as it is because it changed since
 */
export async function undoMerge(
  db: Database,
  actor: Actor,
  input: { id: string },
): Promise<Outcome<{ kind: MergeableKind; goneId: string; slug: string; remaining: Remaining }>> {
  const references = await References.of(db);
  const asked = { allowed: mayEditNetwork(actor), schema: undoInput, input };
  return change(db, asked, async (tx, { id }) => {
    const merge = await readMerge(tx, id);
    if (!merge) return refused(refusals.missing);
    if (!(await undoable(tx, [merge])).has(id)) return refused('network_merge_refused_later');
    if (!(await readRow(tx, merge.kind, merge.keptId))) return refused(refusals.missing);
    // The merge goes first: while it stands, whoever follows its lost record is led to the kept one.
    await deleteRecord(tx, actor, 'merges', id);
    return { kind: merge.kind, goneId: merge.gone.id, ...(await part(tx, actor, references, merge)) };
  });
}

/** Gives the kept record what was chosen for it, through its own change; it is never part of itself. */
async function rewrite(
  tx: Transaction,
  actor: Actor,
  kind: MergeableKind,
  id: string,
  values: Record<string, unknown>,
  joined: readonly string[],
): Promise<void> {
  const { version, slug } = (await readRow(tx, kind, id))!;
  const parent = joined.includes(String(values['parentId'])) ? { parentId: undefined } : {};
  const outcome = await updates[kind](tx, actor, { ...values, ...parent, slug, id, version } as never);
  if (!outcome.ok) throw new Refused(outcome);
}

function changed(before: Row, after: Row): Joining['columns'] {
  const names = Object.keys(before).filter(
    (name) => !['version', 'updated_at'].includes(name) && before[name] !== after[name],
  );
  return Object.fromEntries(names.map((name) => [name, { before: before[name], after: after[name] }]));
}
