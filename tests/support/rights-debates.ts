import {
  createDebate,
  deleteDebate,
  giveUpVotes,
  keepVotes,
  sendVotes,
  updateDebate,
} from '#deliberation/debates/changes.server.ts';
import { readDebate } from '#deliberation/debates/queries.server.ts';
import type { References } from '#network/references/queries.server.ts';
import type { Actor } from '#platform/actor/actor.ts';
import type { Transaction } from '#platform/database/database.ts';
import { done, type Outcome } from '#platform/records/outcome.ts';
import { root, text, type Side } from './rights.ts';

type SideAttempt = (tx: Transaction, actor: Actor, side: Side) => Promise<Outcome<object>>;

const digest = 'd'.repeat(64);
const counts = { participants: 20, statements: 5, votes: 90, groups: 0 };
const sent = {
  digest,
  report: '{}',
  problems: '[]',
  strict: false,
  files: [{ file: 'votes' as const, name: 'votes.csv', bytes: 10, sha256: digest }],
};

const debateOf = (workshopId: string, slug = 'debat') => ({
  slug,
  title: text('Débat'),
  startsOn: '2026-11-20',
  workshopId,
  language: 'fr',
});

/** The side's workshop has a draft of a debate, whose votes were sent. */
async function standing(tx: Transaction, { workshop }: Side): Promise<string> {
  const { id } = done(await createDebate(tx, root, debateOf(workshop)));
  done(await sendVotes(tx, root, { id, ...sent }));
  return id;
}

/** What is tried with debates, in the order of the table's columns. */
export const debateAttempts = (references: () => References): Record<string, SideAttempt> => ({
  'read debate': async (tx, actor, side) => {
    const found = await readDebate(tx, actor, await standing(tx, side));
    return found ? { ok: true } : { ok: false, reason: 'platform_refused_not_allowed' };
  },
  'enter debate': (tx, actor, { workshop }) => createDebate(tx, actor, debateOf(workshop, 'autre')),
  'edit debate': async (tx, actor, side) => {
    const id = await standing(tx, side);
    return updateDebate(tx, actor, { ...debateOf(side.workshop), id, version: 1 });
  },
  'send votes': async (tx, actor, side) => sendVotes(tx, actor, { id: await standing(tx, side), ...sent }),
  'keep votes': async (tx, actor, side) =>
    keepVotes(tx, actor, { id: await standing(tx, side), digest }, () => counts),
  'give votes up': async (tx, actor, side) =>
    giveUpVotes(tx, actor, { id: await standing(tx, side), digest }),
  'remove debate': async (tx, actor, side) =>
    deleteDebate(tx, actor, { id: await standing(tx, side), version: 1 }, references()),
});
