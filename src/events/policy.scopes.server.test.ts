import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { roles, scopes, systemActor, type Actor, type Grant } from '#platform/actor/actor.ts';
import { openTestDatabase, type TestDatabase } from '#platform/database/testing.ts';
import { columns } from '#platform/locale/text.ts';
import { createRecord } from '#platform/records/records.server.ts';
import { newId } from '#platform/records/uuid.ts';
import {
  editableWorkshops,
  isInScope,
  isReadable,
  isRecordable,
  recordableWorkshops,
  type WorkshopReach,
} from './policy.ts';
import { conclusionsBy, editableBy, readableBy, within } from './queries.server.ts';
import { workshopStatuses } from './workshops/model.ts';

/*
 * The rules say of one workshop what the queries say of all: on random meetings, organisers and territories, for
 * actors with random roles on them and on what is not there.
 */
const writer = systemActor('test');
const name = (field: 'name' | 'title', fr: string) => columns(field, { fr, original: 'fr' });
let db: TestDatabase;
let territories: { id: string; parent: string | null }[];
let organisations: string[];

beforeAll(async () => {
  db = await openTestDatabase();
  await db.transaction(async (tx) => {
    const territory = (slug: string, parent: string | null) =>
      createRecord(tx, writer, 'territories', {
        slug,
        level: 'region',
        code: slug,
        code_mark: null,
        parent_id: parent,
        ...columns('name', { fr: slug, original: 'fr' }),
        ...columns('short_name', undefined),
        tile_column: null,
        tile_row: null,
      });
    const country = await territory('ma', null);
    const regions = [await territory('ma-01', country), await territory('ma-02', country)];
    const province = await territory('ma-aaa', regions[0]!);
    territories = [
      { id: country, parent: null },
      ...regions.map((id) => ({ id, parent: country })),
      { id: province, parent: regions[0]! },
    ];
    organisations = [];
    for (const slug of ['a', 'b', 'c'])
      organisations.push(
        await createRecord(tx, writer, 'organisations', {
          slug,
          type: 'other',
          level: 'local',
          parent_id: null,
          territory_id: null,
          ...columns('name', { fr: slug, original: 'fr' }),
          ...columns('acronym', undefined),
          ...columns('summary', undefined),
          url: null,
        }),
      );
  });
});
afterAll(() => db.close());

/** A workshop by the places of what it is tied to. */
const meeting = fc.record({
  status: fc.constantFrom(...workshopStatuses),
  territory: fc.option(fc.nat(3)),
  ties: fc.array(
    fc.record({
      relation: fc.constantFrom('organiser', 'co-organiser', 'partner', 'funder', 'participant' as const),
      organisation: fc.nat(2),
    }),
    { maxLength: 3 },
  ),
  items: fc.nat(2),
});
type Meeting = typeof meeting extends fc.Arbitrary<infer T> ? T : never;

async function write({ status, territory, ties, items }: Meeting): Promise<WorkshopReach> {
  const place = territory === null ? undefined : territories[territory];
  return db.transaction(async (tx) => {
    const id = await createRecord(tx, writer, 'workshops', {
      slug: newId(),
      series_id: null,
      form: 'workshop',
      status,
      ...name('title', 'Atelier'),
      ...columns('summary', undefined),
      ...columns('aims', undefined),
      ...columns('outcome', undefined),
      starts_on: '2026',
      ends_on: '2026',
      time_zone: 'Africa/Casablanca',
      ...columns('venue', undefined),
      ...columns('city', undefined),
      territory_id: place?.id ?? null,
      attendance_total: null,
      attendance_minimum: 0,
      attendance_women: null,
      attendance_men: null,
    } as never);
    const organiserIds = new Set<string>();
    const tied = new Map(ties.map((tie) => [`${tie.relation} ${tie.organisation}`, tie]));
    for (const { relation, organisation } of tied.values()) {
      const to_id = organisations[organisation]!;
      if (relation === 'organiser' || relation === 'co-organiser') organiserIds.add(to_id);
      const ends = { from_kind: 'workshops', from_id: id, to_kind: 'organisations', to_id } as const;
      await createRecord(tx, writer, 'links', { ...ends, relation, position: 0 });
    }
    const itemIds: string[] = [];
    for (let position = 1; position <= items; position += 1)
      itemIds.push(
        await createRecord(tx, writer, 'programme_items', {
          workshop_id: id,
          anchor: `item-${position}`,
          position,
          kind: 'opening',
          number: null,
          day: null,
          starts_at: null,
          ends_at: null,
          ...name('title', 'Ouverture'),
          ...columns('abstract', undefined),
          ...columns('room', undefined),
        } as never),
      );
    const territoryIds = place ? [place.id, ...(place.parent ? [place.parent] : [])] : [];
    return { id, status, itemIds, organiserIds: [...organiserIds], territoryIds };
  });
}

/** Roles by the place of what they are held on; whether role and scope fit is no matter here. */
const grants = fc.array(
  fc.record({ role: fc.constantFrom(...roles), scope: fc.constantFrom(...scopes), on: fc.nat(9) }),
  { maxLength: 4 },
);

function actorOf(
  held: { role: Grant['role']; scope: Grant['scope']; on: number }[],
  made: WorkshopReach[],
): Actor {
  const items = made.flatMap(({ itemIds }) => itemIds);
  const ids = {
    network: ['network'],
    organisation: organisations,
    territory: territories.map(({ id }) => id),
    workshop: made.map(({ id }) => id),
    session: items.length > 0 ? items : [newId()],
  };
  return {
    id: newId(),
    grants: held.map(({ role, scope, on }) => ({ role, scope, on: ids[scope][on % ids[scope].length]! })),
  };
}

/** Each workshop concluded something, and each of its sessions did. */
async function conclude({ id, itemIds }: WorkshopReach): Promise<void> {
  await db.transaction(async (tx) => {
    for (const item_id of [null, ...itemIds])
      await createRecord(tx, writer, 'conclusions', {
        workshop_id: id,
        item_id,
        position: 1,
        kind: 'conclusion',
        ...columns('text', { fr: 'Conclue', original: 'fr' }),
      });
  });
}

async function conclusionsFound(actor: Actor, made: readonly WorkshopReach[]): Promise<string[]> {
  const rows = await db.reader
    .selectFrom('conclusions')
    .innerJoin('workshops', 'workshops.id', 'conclusions.workshop_id')
    .select(['workshop_id', 'item_id'])
    .where(
      'workshop_id',
      'in',
      made.map(({ id }) => id),
    )
    .where(conclusionsBy(actor))
    .execute();
  return rows.map(({ workshop_id, item_id }) => `${workshop_id} ${item_id}`).sort();
}

function conclusionsSaid(actor: Actor, made: readonly WorkshopReach[]): string[] {
  return made
    .flatMap((workshop) =>
      [null, ...workshop.itemIds]
        .filter((itemId) => isRecordable(actor, workshop, { itemId }))
        .map((itemId) => `${workshop.id} ${itemId}`),
    )
    .sort();
}

it('is the same as a rule and as a where', async () => {
  let reached = 0;
  let kept = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.array(meeting, { minLength: 1, maxLength: 8 }),
      fc.array(grants, { minLength: 15, maxLength: 15 }),
      async (meetings, holders) => {
        const made: WorkshopReach[] = [];
        for (const one of meetings) made.push(await write(one));
        for (const one of made) await conclude(one);
        for (const held of holders) {
          const actor = actorOf(held, made);
          const found = async (where: typeof readableBy) =>
            (
              await db.reader
                .selectFrom('workshops')
                .select('workshops.id')
                .where(
                  'workshops.id',
                  'in',
                  made.map(({ id }) => id),
                )
                .where(where(actor))
                .execute()
            )
              .map(({ id }) => id)
              .sort();
          const said = (rule: (workshop: WorkshopReach) => boolean) =>
            made
              .filter(rule)
              .map(({ id }) => id)
              .sort();
          expect(await found(readableBy)).toEqual(said((workshop) => isReadable(actor, workshop)));
          const editable = said((workshop) => isInScope(editableWorkshops(actor), workshop));
          expect(await found(editableBy)).toEqual(editable);
          const recordable = said((workshop) => isInScope(recordableWorkshops(actor), workshop));
          expect(await found((one) => within(recordableWorkshops(one)))).toEqual(recordable);
          expect(await conclusionsFound(actor, made)).toEqual(conclusionsSaid(actor, made));
          reached += editable.length;
          kept += made.length - editable.length;
        }
      },
    ),
    { numRuns: 25, endOnFailure: true },
  );
  // Both happened often: the property said something.
  expect(Math.min(reached, kept)).toBeGreaterThan(50);
});
