import { createContribution, createItem } from '#events/programme/changes.server.ts';
import type { Part } from '#events/programme/model.ts';
import { createLink } from '#network/links/changes.server.ts';
import type { Actor } from '#platform/actor/actor.ts';
import { addDays } from '#platform/clock/local.ts';
import type { Transaction } from '#platform/database/database.ts';
import { done } from '#platform/records/outcome.ts';
import { around, rooms } from './frame.ts';
import type { ItemEntry, SessionEntry } from './model.ts';
import { sessions } from './sessions.ts';

/** Somebody of the exercise, with the organisation they speak for. */
export interface Participant {
  personId: string;
  organisationId: string;
}

/** A session as it was written. */
export interface WrittenSession {
  entry: SessionEntry;
  itemId: string;
  people: readonly Participant[];
}

const parts: readonly Part[] = ['moderator', 'rapporteur', 'speaker', 'speaker', 'speaker'];

/** The whole programme in the order in which it was held: what stands around the sessions, and these. */
const programme: readonly (ItemEntry & { session?: SessionEntry })[] = [
  ...around,
  ...sessions.map((session) => ({
    ...session,
    anchor: `session-${session.number}`,
    kind: 'session' as const,
    people: session.people ?? parts,
    session,
  })),
].toSorted((a, b) => a.day - b.day || a.startsAt.localeCompare(b.startsAt));

/** How many people it takes to fill the programme, each in one item. */
export const participants = programme.reduce((sum, { people }) => sum + people.length, 0);

/** Writes the programme, with somebody else in every part. */
export async function writeProgramme(
  tx: Transaction,
  actor: Actor,
  given: { workshopId: string; initiativeId: string; day: string; people: readonly Participant[] },
): Promise<WrittenSession[]> {
  const { workshopId, initiativeId, day, people } = given;
  const written: WrittenSession[] = [];
  let taken = 0;
  for (const [index, { people: roles, room, session, ...item }] of programme.entries()) {
    const input = {
      workshopId,
      anchor: item.anchor,
      position: index + 1,
      kind: item.kind,
      number: item.number,
      day: addDays(day, item.day - 1),
      startsAt: item.startsAt,
      endsAt: item.endsAt,
      title: item.title,
      abstract: item.abstract,
      room: room && rooms[room],
    };
    const itemId = done(await createItem(tx, actor, input)).id;
    const here = people.slice(taken, taken + roles.length);
    taken += roles.length;
    for (const [position, part] of roles.entries())
      done(await createContribution(tx, actor, { itemId, position: position + 1, part, ...here[position]! }));
    if (item.kind === 'presentation') {
      const from = { kind: 'programme_items', id: itemId } as const;
      const to = { kind: 'initiatives', id: initiativeId } as const;
      done(await createLink(tx, actor, { from, relation: 'presents', to, position: 1 }));
    }
    if (session) written.push({ entry: session, itemId, people: here });
  }
  return written;
}
