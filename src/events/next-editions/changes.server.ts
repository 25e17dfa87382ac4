import type * as v from 'valibot';
import type { Actor } from '#platform/actor/actor.ts';
import type { Target, Transaction } from '#platform/database/database.ts';
import type { Relation } from '#network/links/model.ts';
import { columns } from '#platform/locale/text.ts';
import { change } from '#platform/records/change.server.ts';
import type { NewRecord, RecordColumns, RecordKind } from '#platform/records/model.ts';
import type { Tables } from '#platform/database/tables.ts';
import { createRecord } from '#platform/records/records.server.ts';
import { mayCreateWorkshops } from '../policy.ts';
import { addWorkshop } from '../workshops/changes.server.ts';
import { dayMoved, type WorkshopRow } from '../workshops/model.ts';
import { listAudiences, readWorkshop } from '../workshops/queries.server.ts';
import { takenOver, takenOverTexts } from '../confirmations/model.ts';
import { undisturbed } from '../status/model.ts';
import { nextEditionInput, type NextEditionInput } from './schema.ts';

/** What a next edition is linked with as the one before was. Who came, and the sources, are each edition's own. */
const linkedAgain: readonly Relation[] = [
  'organiser',
  'co-organiser',
  'partner',
  'funder',
  'part-of',
  'concerns',
  'serves',
];

/**
 * Begins the next edition of a workshop that the actor may read, as a draft: its series, form, summary, aims,
 * audiences, links and programme are taken over, not what came of it; texts are to be read again. Days move with the
 * first one; whoever contributed stays, to be confirmed. The actor becomes its facilitator.
 */
export function createNextEdition(target: Target, actor: Actor, input: NextEditionInput) {
  return change(
    target,
    {
      allowed: mayCreateWorkshops(actor),
      schema: nextEditionInput,
      input,
      within: async (tx, { followsId }) => (await readWorkshop(tx, actor, followsId)) !== undefined,
    },
    async (tx, values) => {
      const before = (await readWorkshop(tx, actor, values.followsId))!;
      const audiences = await listAudiences(tx, before.id);
      const after = editionAfter(before, values);
      const id = await addWorkshop(
        tx,
        actor,
        after,
        audiences.map(({ actor_type }) => actor_type),
      );
      await copyLinks(tx, actor, before.id, id);
      await copyProgramme(tx, actor, before, { ...after, id }, values.keepPlace);
      return { id };
    },
  );
}

function editionAfter(
  before: WorkshopRow,
  { slug, title, startsOn, endsOn, keepPlace, followsId }: v.InferOutput<typeof nextEditionInput>,
): NewRecord<'workshops'> {
  const kept = withoutRecord<'workshops'>(before);
  return {
    ...kept,
    ...undisturbed,
    slug,
    status: 'draft',
    ...columns('title', title),
    ...columns('outcome', undefined),
    starts_on: startsOn,
    ends_on: endsOn,
    ...(!keepPlace && { ...columns('venue', undefined), ...columns('city', undefined), territory_id: null }),
    attendance_total: null,
    attendance_minimum: 0,
    attendance_women: null,
    attendance_men: null,
    follows_id: followsId,
    taken_over: takenOver(
      takenOverTexts.filter((field) => before[`${field}_${before[`${field}_original`]}`]),
    ),
  };
}

async function copyLinks(tx: Transaction, actor: Actor, from: string, to: string): Promise<void> {
  const links = await tx
    .selectFrom('links')
    .selectAll()
    .where('from_id', '=', from)
    .where('relation', 'in', linkedAgain)
    .orderBy('position')
    .execute();
  for (const link of links)
    await createRecord(tx, actor, 'links', { ...withoutRecord<'links'>(link), from_id: to });
}

async function copyProgramme(
  tx: Transaction,
  actor: Actor,
  before: WorkshopRow,
  after: { id: string } & Pick<WorkshopRow, 'starts_on' | 'ends_on'>,
  keepPlace: boolean,
): Promise<void> {
  const items = await tx
    .selectFrom('programme_items')
    .selectAll()
    .where('workshop_id', '=', before.id)
    .orderBy('position')
    .execute();
  const contributions = await tx
    .selectFrom('contributions')
    .innerJoin('programme_items', 'programme_items.id', 'contributions.item_id')
    .selectAll('contributions')
    .where('programme_items.workshop_id', '=', before.id)
    .orderBy('contributions.position')
    .execute();
  const ofItem = Map.groupBy(contributions, ({ item_id }) => item_id);
  for (const item of items) {
    const itemId = await createRecord(tx, actor, 'programme_items', {
      ...withoutRecord<'programme_items'>(item),
      workshop_id: after.id,
      day: item.day && dayMoved(item.day, before, after),
      import_key: null,
      attendance_total: null,
      attendance_women: null,
      attendance_men: null,
      copied_from_id: item.id,
      ...(!keepPlace && columns('room', undefined)),
    });
    for (const contribution of ofItem.get(item.id) ?? [])
      await createRecord(tx, actor, 'contributions', {
        ...withoutRecord<'contributions'>(contribution),
        item_id: itemId,
        copied_from_id: contribution.id,
      });
  }
}

/** A record's own columns, without those that the platform keeps. */
function withoutRecord<Kind extends RecordKind>(row: Tables[Kind] & RecordColumns): NewRecord<Kind> {
  const { id: _id, version: _version, created_at: _created, updated_at: _updated, ...own } = row;
  return own as unknown as NewRecord<Kind>;
}
