import { undisturbed } from '#events/status/model.ts';
import { createAccount } from '#network/accounts/changes.server.ts';
import { giveRole } from '#network/grants/changes.server.ts';
import type { Actor, Role } from '#platform/actor/actor.ts';
import { systemActor } from '#platform/actor/actor.ts';
import { addDays } from '#platform/clock/local.ts';
import type { Database, Transaction } from '#platform/database/database.ts';
import { columns } from '#platform/locale/text.ts';
import { done } from '#platform/records/outcome.ts';
import type { Random } from '../../demo/random.ts';
import { Bulk } from './rows.ts';
import { three } from './words.ts';

/** What a network has however long it has worked: as many institutions as regions, ministries and partners. */
const INSTITUTIONS = { councils: 12, ministries: 30, others: 600 };

/** What recommendations, answers and commitments hang from. */
export interface Frame {
  /** Ids of the twelve regions, and their addresses. */
  regions: readonly string[];
  places: readonly string[];
  concepts: readonly string[];
  initiatives: readonly string[];
  /** Ids of regional councils, in the order of their regions. */
  councils: readonly string[];
  ministries: readonly string[];
  others: readonly string[];
  /** Workshops, each with its sessions and, for each of these, a conclusion. */
  workshops: readonly { id: string; sessions: readonly { id: string; conclusion: string }[] }[];
  /** For the first of the councils: who writes and who decides. */
  writer: Actor;
  validator: Actor;
}

/**
 * Writes institutions and workshops.
 * @param workshops how many, over the years before `day`
 */
export async function writeFrame(
  db: Database,
  random: Random,
  { workshops, day }: { workshops: number; day: string },
): Promise<Frame> {
  return db.transaction(async (tx) => {
    const bulk = new Bulk(tx, db.engine);
    const regions = await idsOf(tx, 'territories', 'level', 'region');
    const concepts = (await tx.selectFrom('concepts').select('id').orderBy('slug').execute()).map(
      ({ id }) => id,
    );
    const initiatives = (await tx.selectFrom('initiatives').select('id').orderBy('slug').execute()).map(
      ({ id }) => id,
    );
    const at = `${addDays(day, -2_000)}T08:00:00.000Z`;
    const organisation = (number: number, kind: 'regional-council' | 'ministry' | 'association') => {
      const level = { 'regional-council': 'regional', ministry: 'national', association: 'local' } as const;
      return bulk.add('organisations', at, {
        slug: `bench-${kind}-${number}`,
        type: kind,
        level: level[kind],
        parent_id: null,
        territory_id: kind === 'ministry' ? null : regions[number % regions.length]!,
        ...columns('name', three('Institution', 'مؤسسة', 'Institution', number)),
        ...columns('acronym', undefined),
        ...columns('summary', undefined),
        url: null,
      }).id;
    };
    const many = (count: number, kind: Parameters<typeof organisation>[1]) =>
      Array.from({ length: count }, (_, number) => organisation(number, kind));
    const councils = many(INSTITUTIONS.councils, 'regional-council');
    const ministries = many(INSTITUTIONS.ministries, 'ministry');
    const others = many(INSTITUTIONS.others, 'association');
    const held = Array.from({ length: workshops }, (_, number) =>
      writeWorkshop(bulk, number, addDays(day, -30 - random.int(1_800))),
    );
    await bulk.write();
    const [writer, validator] = [
      await actorOn(tx, councils[0]!, 'focal-point'),
      await actorOn(tx, councils[0]!, 'validator'),
    ];
    return {
      regions,
      places: await placesOf(tx, regions),
      concepts,
      initiatives,
      councils,
      ministries,
      others,
      workshops: held,
      writer,
      validator,
    };
  });
}

function writeWorkshop(bulk: Bulk, number: number, day: string): Frame['workshops'][number] {
  const at = `${day}T08:00:00.000Z`;
  const { id } = bulk.add('workshops', at, {
    slug: `bench-workshop-${number}`,
    series_id: null,
    form: 'workshop',
    status: 'published',
    ...undisturbed,
    follows_id: null,
    ...columns('title', three('Atelier', 'ورشة', 'Workshop', number)),
    ...columns('summary', undefined),
    ...columns('aims', undefined),
    ...columns('outcome', undefined),
    ...columns('venue', undefined),
    ...columns('city', undefined),
    starts_on: day,
    ends_on: day,
    time_zone: 'Africa/Casablanca',
    territory_id: null,
    attendance_total: null,
    attendance_minimum: 0,
    attendance_women: null,
    attendance_men: null,
  });
  const sessions = Array.from({ length: 8 }, (_, position) => {
    const session = bulk.add('programme_items', at, {
      workshop_id: id,
      anchor: `session-${position + 1}`,
      position: position + 1,
      kind: 'session',
      number: position + 1,
      import_key: null,
      day,
      starts_at: null,
      ends_at: null,
      ...columns('title', three('Séance', 'جلسة', 'Session', position + 1)),
      ...columns('abstract', undefined),
      ...columns('room', undefined),
    });
    return session.id;
  });
  return {
    id,
    sessions: sessions.map((session, position) => ({
      id: session,
      conclusion: bulk.add('conclusions', at, {
        workshop_id: id,
        item_id: session,
        position: position + 1,
        kind: 'conclusion',
        ...columns('text', three('Conclusion', 'خلاصة', 'Conclusion', number * 8 + position)),
      }).id,
    })),
  };
}

async function actorOn(tx: Transaction, organisation: string, role: Role): Promise<Actor> {
  const bench = systemActor('bench');
  const account = { name: role, email: `${role}@bench.invalid`, locale: 'fr', demonstration: true } as const;
  const { id } = done(await createAccount(tx, bench, account));
  done(await giveRole(tx, bench, { accountId: id, role, scope: 'organisation', on: organisation }));
  return { id, grants: [{ role, scope: 'organisation', on: organisation }] };
}

async function idsOf(tx: Transaction, kind: 'territories', column: 'level', value: 'region') {
  const rows = await tx.selectFrom(kind).select('id').where(column, '=', value).orderBy('slug').execute();
  return rows.map(({ id }) => id);
}

async function placesOf(tx: Transaction, regions: readonly string[]): Promise<string[]> {
  const rows = await tx
    .selectFrom('territories')
    .select('slug')
    .where('id', 'in', regions)
    .orderBy('slug')
    .execute();
  return rows.map(({ slug }) => slug);
}
