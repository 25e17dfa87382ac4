import { createContribution, createItem } from '#events/programme/changes.server.ts';
import { itemKinds, parts } from '#events/programme/model.ts';
import { createWorkshop } from '#events/workshops/changes.server.ts';
import { createLink } from '#network/links/changes.server.ts';
import { createOrganisation } from '#network/organisations/changes.server.ts';
import { createPerson } from '#network/people/changes.server.ts';
import { listTerritories } from '#network/territories/queries.server.ts';
import { systemActor } from '#platform/actor/actor.ts';
import type { Database, Transaction } from '#platform/database/database.ts';
import { done } from '#platform/records/outcome.ts';
import { EXERCISE } from '#platform/services/settings.server.ts';
import type { Filled } from '../filled.ts';
import { loadDemonstration } from '../load.ts';
import { label, organisations, roles, text } from './names.ts';

/** Who writes the exercise network. */
const exercise = systemActor('exercise');

/** How much there is of each: enough for a full room, few enough to be read. */
export const sizes = { organisations: 60, people: 240, items: 24, rooms: 3 };

/**
 * Writes the demonstration network and, beside it, an exercise: generated organisations and people named by role and
 * number, and one meeting to come that they take part in. Every page of such a node says so.
 * @param day the first day of the meeting, YYYY-MM-DD
 */
export async function loadExercise(db: Database, day: string): Promise<Filled> {
  const { records } = await loadDemonstration(db);
  const written = await db.transaction(async (tx) => {
    const organisationIds = await writeOrganisations(tx);
    const personIds = await writePeople(tx);
    await writeMeeting(tx, { organisationIds, personIds, day });
    await tx.insertInto('settings').values({ key: EXERCISE, value: '1' }).execute();
    const { count } = await tx
      .selectFrom('journal')
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .where('actor_id', '=', exercise.id)
      .executeTakeFirstOrThrow();
    return Number(count);
  });
  return { records: records + written };
}

async function writeOrganisations(tx: Transaction): Promise<string[]> {
  const regions = await listTerritories(tx, 'region');
  const ids: string[] = [];
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
    ids.push(done(await createOrganisation(tx, exercise, input)).id);
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
}

async function writeMeeting(tx: Transaction, { organisationIds, personIds, day }: Meeting): Promise<void> {
  const { id } = done(
    await createWorkshop(tx, exercise, {
      slug: 'exercise-meeting',
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
