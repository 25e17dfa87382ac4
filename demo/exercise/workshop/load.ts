import { recordFigures } from '#events/figures/changes.server.ts';
import { recordParticipation } from '#events/participation/changes.server.ts';
import { changeStatus } from '#events/status/changes.server.ts';
import { createWorkshop } from '#events/workshops/changes.server.ts';
import { actorTypes } from '#events/workshops/model.ts';
import { createDocument } from '#network/documents/changes.server.ts';
import { createInitiative, createOutcome } from '#network/initiatives/changes.server.ts';
import { createLink } from '#network/links/changes.server.ts';
import { createOrganisation } from '#network/organisations/changes.server.ts';
import type { Actor } from '#platform/actor/actor.ts';
import { addDays } from '#platform/clock/local.ts';
import type { Clock } from '#platform/clock/clock.ts';
import type { Transaction } from '#platform/database/database.ts';
import { done } from '#platform/records/outcome.ts';
import type { FullText } from '../../text.ts';
import { label } from '../names.ts';
import type { KeptDocument } from './documents.ts';
import { counts, hosts, initiative, SLUG, workshop } from './frame.ts';
import { writeMinutes } from './minutes.ts';
import { holdPlenary } from './plenary.ts';
import { participants, writeProgramme, type Participant } from './programme.ts';

/** The organisations that hold the workshop, beside those of the exercise. @returns their ids, by their slug */
export async function writeHosts(tx: Transaction, actor: Actor): Promise<Map<string, string>> {
  const ids = new Map<string, string>();
  for (const host of hosts)
    ids.set(host.slug, done(await createOrganisation(tx, actor, { ...host, summary: label })).id);
  return ids;
}

/** What the workshop is written with. */
export interface WorkshopOptions {
  /** Its first day. */
  day: string;
  /** The series that it is an edition of. */
  seriesId: string;
  people: readonly Participant[];
  /** Ids of organisations by their slug, and names of all records by their id. */
  organisations: ReadonlyMap<string, string>;
  names: ReadonlyMap<string, FullText>;
  documents: readonly KeptDocument[];
  publicUrl: string;
}

/**
 * Writes a workshop that is over and published: held on two days, its minutes written, approved and sealed, its
 * conclusions adopted by the plenary.
 */
export async function writeWorkshop(tx: Transaction, actor: Actor, options: WorkshopOptions): Promise<void> {
  const { day, seriesId, people, organisations, names, documents, publicUrl } = options;
  if (people.length !== participants) throw new Error(`The workshop takes ${participants} people`);
  const lastDay = addDays(day, 1);
  const { outcome, ...texts } = workshop;
  const dates = { startsOn: day, endsOn: lastDay };
  const input = { slug: SLUG, form: 'workshop', status: 'closed', seriesId, ...texts, ...dates } as const;
  const { id } = done(await createWorkshop(tx, actor, input));
  const initiativeId = await writeInitiative(tx, actor, day);
  const from = { kind: 'workshops', id } as const;
  done(
    await createLink(tx, actor, {
      from,
      relation: 'part-of',
      to: { kind: 'initiatives', id: initiativeId },
      position: 1,
    }),
  );
  for (const [place, { slug }] of hosts.entries()) {
    const relation = place === 0 ? 'organiser' : place === hosts.length - 1 ? 'partner' : 'co-organiser';
    const to = { kind: 'organisations', id: organisations.get(slug)! } as const;
    done(await createLink(tx, actor, { from, relation, to, position: place + 1 }));
  }
  const sessions = await writeProgramme(tx, actor, { workshopId: id, initiativeId, day, people });
  for (const { file, ...said } of documents)
    done(
      await createDocument(tx, actor, {
        ownerId: id,
        role: 'document',
        ...said,
        file,
        ownerKind: 'workshops',
      }),
    );

  // Minutes are approved and sealed within two weeks, and the plenary's texts are put on record a week later.
  const sealing = clockOn(addDays(lastDay, 12));
  const notes = new Map<string, string>();
  const writing = {
    actor,
    clock: sealing,
    publicUrl,
    day: lastDay,
    workshop: workshop.title,
    names,
    organisations,
  };
  for (const session of sessions)
    for (const [key, entry] of await writeMinutes(tx, session, writing)) notes.set(key, entry);
  await holdPlenary(tx, actor, { workshopId: id, notes, clock: clockOn(addDays(lastDay, 60)) });
  const audiences = actorTypes.filter((type) => type !== 'ambassadors');
  const attendance = { total: participants };
  const figures = done(await recordFigures(tx, actor, { id, version: 1, attendance, audiences, outcome }));
  const counted = { workshopId: id, version: figures.version, attendance, counts: [...counts] };
  done(await recordParticipation(tx, actor, counted));
  const version = figures.version + 1;
  const published = { id, version, to: 'published' } as const;
  done(await changeStatus(tx, actor, published, clockOn(addDays(lastDay, 20))));
}

async function writeInitiative(tx: Transaction, actor: Actor, day: string): Promise<string> {
  const { outcomes, ...said } = initiative;
  const { id } = done(
    await createInitiative(tx, actor, { ...said, startsOn: String(Number(day.slice(0, 4)) - 3) }),
  );
  for (const [kind, text] of outcomes) done(await createOutcome(tx, actor, { initiativeId: id, kind, text }));
  return id;
}

function clockOn(day: string): Clock {
  return () => new Date(`${day}T09:00:00.000Z`);
}
