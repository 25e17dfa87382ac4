import { afterAll, beforeAll, expect, it } from 'vitest';
import { scopesOf } from '#network/grants/model.ts';
import { roles, type Actor } from '#platform/actor/actor.ts';
import type { Transaction } from '#platform/database/database.ts';
import { openTestDatabase, type TestDatabase } from '#platform/database/testing.ts';
import { done, type Outcome } from '#platform/records/outcome.ts';
import { updateRecord } from '#platform/records/records.server.ts';
import { dispatchNote } from '#publication/dispatches/changes.server.ts';
import {
  createPressNote,
  publishPressNote,
  updatePressNote,
} from '#publication/press-notes/changes.server.ts';
import { root, text, writeActors, writeWorld, type Side, type World } from '../support/rights.ts';

/* Who makes a meeting known: whoever edits it, on one's own side of the world, and nobody on the other. */

const words = { title: text('Titre'), text: text('Texte') };
const sending = { clock: () => new Date('2026-11-25T12:00:00Z'), publicUrl: 'http://localhost:3000' };
const begun = async (tx: Transaction, { workshop: workshopId }: Side) => {
  await updateRecord(tx, root, 'workshops', workshopId, { status: 'announced' });
  return done(await createPressNote(tx, root, { workshopId, ...words })).id;
};

const attempts: Record<string, (tx: Transaction, actor: Actor, side: Side) => Promise<Outcome<object>>> = {
  begin: (tx, actor, { workshop: workshopId }) => createPressNote(tx, actor, { workshopId, ...words }),
  change: async (tx, actor, side) =>
    updatePressNote(tx, actor, { ...words, id: await begun(tx, side), version: 1 }),
  publish: async (tx, actor, side) =>
    publishPressNote(tx, actor, { id: await begun(tx, side), version: 1, isPublic: true }),
  send: async (tx, actor, side) => {
    const id = await begun(tx, side);
    done(await publishPressNote(tx, root, { id, version: 1, isPublic: true }));
    return dispatchNote(tx, actor, { pressNoteId: id, version: 2 }, sending);
  },
};

/* + is done, - is refused: on one's own side, on the other. */
const table = `
                          | begin | change | publish | send
administrator network     | + +   | + +    | + +     | + +
coordinator network       | + +   | + +    | + +     | + +
coordinator territory     | + -   | + -    | + -     | + -
focal-point organisation  | + -   | + -    | + -     | + -
focal-point territory     | + -   | + -    | + -     | + -
alternate organisation    | + -   | + -    | + -     | + -
alternate territory       | + -   | + -    | + -     | + -
validator organisation    | - -   | - -    | - -     | - -
facilitator network       | - -   | - -    | - -     | - -
facilitator organisation  | + -   | + -    | + -     | + -
facilitator workshop      | + -   | + -    | + -     | + -
rapporteur workshop       | - -   | - -    | - -     | - -
rapporteur session        | - -   | - -    | - -     | - -
member network            | - -   | - -    | - -     | - -
member organisation       | - -   | - -    | - -     | - -
reader network            | - -   | - -    | - -     | - -
reader organisation       | - -   | - -    | - -     | - -
reader territory          | - -   | - -    | - -     | - -
reader workshop           | - -   | - -    | - -     | - -
anyone                    | - -   | - -    | - -     | - -
suspended                 | - -   | - -    | - -     | - -
`;
const expected = new Map(
  table
    .trim()
    .split('\n')
    .slice(1)
    .map((line): [string, string[]] => {
      const [name = '', ...cells] = line.split('|').map((cell) => cell.trim());
      return [name, cells.flatMap((cell) => cell.split(' '))];
    }),
);

let db: TestDatabase;
let world: World;
let actors: Map<string, Actor>;
beforeAll(async () => {
  db = await openTestDatabase();
  world = await writeWorld(db);
  actors = await writeActors(db, world);
});
afterAll(() => db.close());

/** What an attempt answers, undone whatever it was: +, - or the reason of any other refusal. */
async function tried(attempt: (tx: Transaction) => Promise<Outcome<object>>): Promise<string> {
  let answer = '';
  const undo = new Error('undone');
  await db
    .transaction(async (tx) => {
      const outcome = await attempt(tx);
      answer = outcome.ok ? '+' : outcome.reason === 'platform_refused_not_allowed' ? '-' : outcome.reason;
      throw undo;
    })
    .catch((error: unknown) => {
      if (error !== undo) throw error;
    });
  return answer;
}

it('is said of every role on every scope, of anyone and of who is suspended', () => {
  const named = roles.flatMap((role) => scopesOf[role].map((scope) => `${role} ${scope}`));
  expect([...expected.keys()]).toEqual([...named, 'anyone', 'suspended']);
});

it.each([...expected])('%s', async (name, cells) => {
  const actor = actors.get(name)!;
  const answers: string[] = [];
  for (const attempt of Object.values(attempts))
    for (const side of [world.own, world.other]) answers.push(await tried((tx) => attempt(tx, actor, side)));
  expect(answers).toEqual(cells);
});
