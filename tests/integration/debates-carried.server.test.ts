import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createDebate, keepVotes, sendVotes } from '#deliberation/debates/changes.server.ts';
import { analyseVotes, countsIn, storeVotes, type VotesFile } from '#deliberation/debates/imports.server.ts';
import { listFiles, readDebate, readVotes } from '#deliberation/debates/queries.server.ts';
import { plantedVotes } from '#deliberation/planted-votes/model.ts';
import { systemActor } from '#platform/actor/actor.ts';
import { readArchiveInto } from '#platform/archive/restore.ts';
import { writeArchive } from '#platform/archive/write.ts';
import { backup } from '#platform/backup/backup.ts';
import { restore } from '#platform/backup/restore.ts';
import { using } from '#platform/backup/testing.ts';
import { migrate } from '#platform/database/migrate.ts';
import { makeTestLocation } from '#platform/database/testing.ts';
import { openStore } from '#platform/files/store.ts';
import { done } from '#platform/records/outcome.ts';

/* A debate with its votes, their files and its report outlives its node: by a backup, and by an archive. */

const actor = systemActor('test');
const { ballots } = plantedVotes({
  participants: 60,
  statements: 20,
  groups: 2,
  density: 0.9,
  strength: 0.45,
  seed: 4,
});
const bytesOf = (rows: string[]) => new TextEncoder().encode(rows.join('\n'));
const files: VotesFile[] = [
  {
    file: 'votes',
    name: 'votes.csv',
    bytes: bytesOf([
      'comment-id,voter-id,vote',
      ...Array.from(
        ballots.votes,
        (vote, at) => `${ballots.statements[at]},${ballots.participants[at]},${vote}`,
      ),
    ]),
  },
  {
    file: 'comments',
    name: 'comments.csv',
    bytes: bytesOf([
      'comment-id,moderated,comment-body',
      ...Array.from({ length: 20 }, (_, id) => `${id},${id === 0 ? 0 : 1},Affirmation ${id}`),
    ]),
  },
  {
    file: 'attributes',
    name: 'participants.csv',
    bytes: bytesOf([
      'participant,territory,weight',
      ...Array.from(
        { length: 60 },
        (_, id) => `${id},${id % 2 === 0 ? 'Oriental' : 'الشمال'},${1 + (id % 6)}`,
      ),
    ]),
  },
];

type Place = Awaited<ReturnType<typeof makeTestLocation>>;
let [from, to, other]: Place[] = [];
let id: string;
beforeAll(async () => {
  [from, to, other] = [await makeTestLocation(), await makeTestLocation(), await makeTestLocation()];
  const { report, findings } = await analyseVotes(files, 'fr', { strict: true });
  const votes = await storeVotes(openStore(from.location.dataFolder), files, report!, findings, true);
  await using(from.location, async (db) => {
    await migrate(db);
    const debate = { slug: 'carried', title: { fr: 'Un débat', original: 'fr' as const } };
    const said = { startsOn: '2026-11-20', language: 'fr', visibility: 'public' as const };
    ({ id } = done(await createDebate(db, actor, { ...debate, ...said })));
    done(await sendVotes(db, actor, { id, ...votes }));
    done(await keepVotes(db, actor, { id, digest: votes.digest }, countsIn));
    done(await sendVotes(db, actor, { id, ...votes }));
  });
  await using(to.location, migrate);
});
afterAll(async () => {
  for (const place of [from, to, other]) await place?.remove();
});

/** All that a node holds of the debate, its files' bytes included. */
function heldBy({ location }: Place) {
  const store = openStore(location.dataFolder);
  return using(location, async (db) => {
    const stages = [];
    for (const stage of ['kept', 'sent'] as const) {
      const named = await listFiles(db.reader, id, stage);
      const bytes = await Promise.all(named.map(({ sha256 }) => store.read(sha256)));
      stages.push({ votes: await readVotes(db.reader, id, stage), named, bytes });
    }
    return { debate: await readDebate(db.reader, actor, id), stages };
  });
}

describe('a debate with votes', () => {
  it.each([
    [
      'a backup',
      async (file: string) => {
        await backup(from!.location, file);
        await restore(to!.location, file);
        return to!;
      },
    ],
    [
      'an archive',
      async (file: string) => {
        await writeArchive(from!.location, file);
        await readArchiveInto(other!.location, file);
        return other!;
      },
    ],
  ])('comes back whole from %s, and its files give the same report again', async (what, carry) => {
    const place = await carry(join(from!.location.dataFolder, `kept-${what.slice(-6)}`));
    const held = await heldBy(place);
    expect(held).toEqual(await heldBy(from!));
    const [{ votes, named, bytes }] = held.stages as [(typeof held.stages)[number]];
    expect([held.debate?.participants, votes?.strict, named.length]).toEqual([60, 1, 3]);
    const again = await analyseVotes(
      named.map(({ file, name }, at) => ({ file, name, bytes: bytes[at]! })),
      held.debate!.language,
      { strict: votes!.strict === 1 },
    );
    expect(JSON.stringify(again.report)).toBe(votes!.report);
  });
});
