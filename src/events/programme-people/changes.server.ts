import { createOrganisation } from '#network/organisations/changes.server.ts';
import { createPerson } from '#network/people/changes.server.ts';
import type { Actor } from '#platform/actor/actor.ts';
import type { Transaction } from '#platform/database/database.ts';
import { columns, type TrilingualText } from '#platform/locale/text.ts';
import { done } from '#platform/records/outcome.ts';
import type { NewRecord, RecordKind } from '#platform/records/model.ts';
import { createRecord, deleteRecord, freeSlug, updateRecord } from '#platform/records/records.server.ts';
import { slugify } from '#platform/text/slug.ts';
import type { Contributor } from '../programme/schema.ts';

/**
 * Makes the people of an item those that are given, in their order: new ones are added to the network, those that
 * are left out go. The caller has checked the input and the rights, those to add to the network included.
 */
export async function setContributions(
  tx: Transaction,
  actor: Actor,
  itemId: string,
  contributors: readonly Contributor[],
): Promise<void> {
  const standing = await tx.selectFrom('contributions').selectAll().where('item_id', '=', itemId).execute();
  const kept = new Set(contributors.map(({ id }) => id));
  for (const { id } of standing) if (!kept.has(id)) await deleteRecord(tx, actor, 'contributions', id);
  for (const [index, contributor] of contributors.entries()) {
    const values: NewRecord<'contributions'> = {
      item_id: itemId,
      position: index + 1,
      part: contributor.part,
      person_id: await personOf(tx, actor, contributor),
      organisation_id: await organisationOf(tx, actor, contributor),
      ...columns('role', contributor.role),
    };
    const before = standing.find(({ id }) => id === contributor.id);
    if (!before) await createRecord(tx, actor, 'contributions', values);
    else if (differs(before, values)) await updateRecord(tx, actor, 'contributions', before.id, values);
  }
}

async function personOf(tx: Transaction, actor: Actor, { personId, newPerson }: Contributor) {
  if (personId || !newPerson) return personId ?? null;
  const slug = await freeSlugOf(tx, 'people', newPerson.name);
  return done(await createPerson(tx, actor, { slug, ...newPerson })).id;
}

async function organisationOf(
  tx: Transaction,
  actor: Actor,
  { organisationId, newOrganisation }: Contributor,
) {
  if (organisationId || !newOrganisation) return organisationId ?? null;
  const slug = await freeSlugOf(tx, 'organisations', newOrganisation.name);
  return done(await createOrganisation(tx, actor, { slug, ...newOrganisation })).id;
}

function freeSlugOf(tx: Transaction, kind: RecordKind, name: TrilingualText): Promise<string> {
  return freeSlug(tx, kind, slugify(name[name.original] ?? ''));
}

function differs(before: object, after: object): boolean {
  const stands = before as Record<string, unknown>;
  return Object.entries(after).some(([column, value]) => stands[column] !== value);
}
