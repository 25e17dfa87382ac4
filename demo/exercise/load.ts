import { createContribution, createItem } from '#events/programme/changes.server.ts';
import { itemKinds, parts } from '#events/programme/model.ts';
import { createSeries } from '#events/series/changes.server.ts';
import { createWorkshop } from '#events/workshops/changes.server.ts';
import { createLink } from '#network/links/changes.server.ts';
import { createOrganisation } from '#network/organisations/changes.server.ts';
import { createPerson } from '#network/people/changes.server.ts';
import { listTerritories } from '#network/territories/queries.server.ts';
import { systemActor } from '#platform/actor/actor.ts';
import type { Database, Transaction } from '#platform/database/database.ts';
import { addDays } from '#platform/clock/local.ts';
import type { FileStore } from '#platform/files/store.ts';
import { done } from '#platform/records/outcome.ts';
import { EXERCISE } from '#platform/services/settings.server.ts';
import type { Filled } from '../filled.ts';
import { loadDemonstration } from '../load.ts';
import type { FullText } from '../text.ts';
import { label, organisations, roles, text } from './names.ts';
import { writeRunning } from './running.ts';
import { drawDebate, writeDebate } from './debate/load.ts';
import { SLUG as OVER_SLUG } from './workshop/frame.ts';
import { keepDocuments } from './workshop/documents.ts';
import { writeHosts, writeWorkshop } from './workshop/load.ts';
import { participants } from './workshop/programme.ts';
import { writeYear, type YearSizes } from './year/load.ts';
import { drawProofs } from './year/proofs.ts';

/** Who writes the exercise network. */
const exercise = systemActor('exercise');

/** How much there is of each: enough for a full room, few enough to be read. */
export const sizes = { organisations: 60, people: 240, items: 24, rooms: 3 };

/**
 * Where the exercise is read from, which its letters name, and where its documents are kept; without a store it has
 * none.
 */
export interface Surroundings {
  publicUrl?: string;
  store?: FileStore;
  /** How much the register has of a busy year; without it none, for a year takes some seconds. */
  year?: YearSizes;
}

/** How many days before the meeting to come the workshop that is over was held, and the one under way began. */
const OVER = -180;
const RUNNING = -30;

/**
 * Writes the demonstration network and, beside it, an exercise: generated organisations and people named by role and
 * number; a workshop that is over, sealed and published; one under way, whose minutes are to be written; and a meeting
 * to come; and, where it is asked for, a busy year of the register, until thirty days before that. Every page of such
 * a node says so.
 * @param day the first day of the meeting to come, YYYY-MM-DD
 */
export async function loadExercise(
  db: Database,
  day: string,
  { publicUrl = 'http://localhost', store, year }: Surroundings = {},
): Promise<Filled> {
  const { records } = await loadDemonstration(db);
  const over = addDays(day, OVER);
  const documents = store ? await keepDocuments(store, publicUrl, over) : [];
  const today = addDays(day, RUNNING);
  const votes = store && (await drawDebate(store));
  const proofs = store && year ? await drawProofs(store, { publicUrl, day: today }) : undefined;
  const written = await db.transaction(async (tx) => {
    const before = await journalled(tx);
    const network = new Map([...(await writeOrganisations(tx)), ...(await writeHosts(tx, exercise))]);
    const organisationIds = [...network.values()].slice(0, sizes.organisations);
    const personIds = await writePeople(tx);
    const seriesId = await writeSeries(tx);
    await writeMeeting(tx, { organisationIds, personIds, day, seriesId });
    const people = personIds.map((personId, index) => ({
      personId,
      organisationId: network.get(turn(employers, index + 1)(index + 1))!,
    }));
    await writeWorkshop(tx, exercise, {
      day: over,
      seriesId,
      people: people.slice(0, participants),
      organisations: network,
      names: await namesOf(tx),
      documents,
      publicUrl,
    });
    if (votes) await writeDebate(tx, exercise, { votes, day: over, workshop: OVER_SLUG });
    const running = { day: today, seriesId, people: people.slice(participants) };
    await writeRunning(tx, exercise, { ...running, organiser: network.get('exercise-council-coast')! });
    const organisations = organisationIds;
    if (year) await writeYear(tx, exercise, { today, organisations, sizes: year, proofs });
    await tx.insertInto('settings').values({ key: EXERCISE, value: '1' }).execute();
    return (await journalled(tx)) - before;
  });
  return { records: records + written };
}

/** How many entries the journal has: approvers write in it as well. */
async function journalled(tx: Transaction): Promise<number> {
  const { count } = await tx
    .selectFrom('journal')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return Number(count);
}

const councils = ['exercise-council-coast', 'exercise-council-plateau', 'exercise-council-oases'] as const;

/** For each role of `roles`, the organisation that somebody with a number in it speaks for. */
const employers: readonly ((number: number) => string)[] = [
  (number) => turn(councils, number),
  (number) => numbered(number, 1),
  (number) => numbered(number, 3),
  (number) => numbered(number, 0),
  () => 'exercise-agency',
  (number) => numbered(number, 4),
  (number) => numbered(number, 2),
  (number) => numbered(number, 0),
];

/** An organisation of a kind, which is its place in `organisations`. */
function numbered(number: number, kind: number): string {
  const cycle = sizes.organisations / organisations.length;
  return `exercise-organisation-${(number % (cycle - 1)) * organisations.length + (kind || organisations.length)}`;
}

/** The names of people and organisations, by their id. */
async function namesOf(tx: Transaction): Promise<Map<string, FullText>> {
  const rows = [
    ...(await tx.selectFrom('people').select(['id', 'name_fr', 'name_ar', 'name_en']).execute()),
    ...(await tx.selectFrom('organisations').select(['id', 'name_fr', 'name_ar', 'name_en']).execute()),
  ];
  return new Map(
    rows.map(({ id, name_fr, name_ar, name_en }) => [id, text(name_fr ?? '', name_ar ?? '', name_en ?? '')]),
  );
}

async function writeOrganisations(tx: Transaction): Promise<Map<string, string>> {
  const regions = await listTerritories(tx, 'region');
  const ids = new Map<string, string>();
  for (let number = 1; number <= sizes.organisations; number += 1) {
    const [fr, ar, en, type, level] = turn(organisations, number);
    const input = {
      slug: `exercise-organisation-${number}`,
      type,
      level,
      territoryId: turn(regions, number).id,
      name: text(
        `${fr} d’exercice ${number}`,
        `${ar} التمرين ${number}`,
        `Exercise ${en.toLowerCase()} ${number}`,
      ),
      summary: label,
    };
    ids.set(input.slug, done(await createOrganisation(tx, exercise, input)).id);
  }
  return ids;
}

async function writePeople(tx: Transaction): Promise<string[]> {
  const ids: string[] = [];
  for (let number = 1; number <= sizes.people; number += 1) {
    const [fr, ar, en] = turn(roles, number);
    const name = text(`${fr} ${number} (exercice)`, `${ar} ${number} (تمرين)`, `${en} ${number} (exercise)`);
    ids.push(done(await createPerson(tx, exercise, { slug: `exercise-person-${number}`, name })).id);
  }
  return ids;
}

interface Meeting {
  organisationIds: readonly string[];
  personIds: readonly string[];
  day: string;
  seriesId: string;
}

/** The three meetings are editions of one series, so that each opens on what became of the ones before. */
async function writeSeries(tx: Transaction): Promise<string> {
  const name = text('Ateliers d’exercice', 'ورشات التمرين', 'Exercise workshops');
  const input = { slug: 'exercise-series', name, summary: label };
  return done(await createSeries(tx, exercise, input)).id;
}

async function writeMeeting(
  tx: Transaction,
  { organisationIds, personIds, day, seriesId }: Meeting,
): Promise<void> {
  const { id } = done(
    await createWorkshop(tx, exercise, {
      slug: 'exercise-meeting',
      seriesId,
      form: 'workshop',
      status: 'announced',
      title: text('Rencontre d’exercice', 'لقاء تمرين', 'Exercise meeting'),
      summary: label,
      startsOn: day,
      endsOn: day,
      audiences: ['regional-actors', 'local-actors', 'civil-society', 'academia'],
    }),
  );
  for (const [index, organisation] of organisationIds.entries()) {
    const relation = index === 0 ? 'organiser' : 'participant';
    const link = {
      from: { kind: 'workshops', id },
      relation,
      to: { kind: 'organisations', id: organisation },
    } as const;
    done(await createLink(tx, exercise, { ...link, position: index + 1 }));
  }
  for (let number = 1; number <= sizes.items; number += 1) {
    const slot = Math.floor((number - 1) / sizes.rooms);
    const room = ((number - 1) % sizes.rooms) + 1;
    const item = {
      workshopId: id,
      anchor: `exercise-${number}`,
      position: number,
      kind: turn(itemKinds, slot + 1),
      day,
      startsAt: hour(9 * 60 + slot * 60),
      endsAt: hour(9 * 60 + slot * 60 + 50),
      title: text(`Point d’exercice ${number}`, `فقرة التمرين ${number}`, `Exercise item ${number}`),
      room: text(`Salle ${room}`, `القاعة ${room}`, `Room ${room}`),
    };
    const itemId = done(await createItem(tx, exercise, item)).id;
    for (const [position, part] of parts.entries()) {
      const personId = turn(personIds, number * parts.length + position);
      const organisationId = turn(organisationIds, number + position);
      const contribution = { itemId, position: position + 1, part, personId, organisationId };
      done(await createContribution(tx, exercise, contribution));
    }
  }
}

/** One of a list for each number, in turn. */
function turn<T>(list: readonly T[], number: number): T {
  return list[number % list.length]!;
}

function hour(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}
