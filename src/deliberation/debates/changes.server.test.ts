import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createWorkshop } from '#events/workshops/changes.server.ts';
import { References } from '#network/references/queries.server.ts';
import { anonymous, NETWORK, systemActor, type Actor } from '#platform/actor/actor.ts';
import { openTestDatabase, type TestDatabase } from '#platform/database/testing.ts';
import { done } from '#platform/records/outcome.ts';
import {
  createDebate,
  deleteDebate,
  giveUpVotes,
  keepVotes,
  sendVotes,
  sentVotesExpiring,
  updateDebate,
} from './changes.server.ts';
import {
  countDebates,
  debateFiles,
  debatesOf,
  listDebates,
  listEnterable,
  listFiles,
  readDebate,
  readVotes,
} from './queries.server.ts';

const root = systemActor('test');
const clock = () => new Date('2026-11-27T12:00:00Z');
const text = (fr: string) => ({ fr, original: 'fr' as const });
const holding = (id: string, ...grants: Actor['grants']): Actor => ({ id, grants });
const member = holding('member', { role: 'member', scope: 'network', on: NETWORK });

let db: TestDatabase;
let workshopId: string;
let facilitator: Actor;
const debate = (slug: string, more: object = {}) => ({
  slug,
  title: text(slug),
  startsOn: '2026-11',
  language: 'fr',
  ...more,
});
const sha = (letter: string) => letter.repeat(64);
const sent = (letter: string) => ({
  digest: sha(letter),
  strict: letter === 'd',
  report: JSON.stringify({ said: letter }),
  problems: '[]',
  files: [{ file: 'votes' as const, name: 'votes.csv', bytes: 10, sha256: sha(letter) }],
});
const counts = () => ({ participants: 31, statements: 7, votes: 180, groups: 2 });

beforeAll(async () => {
  db = await openTestDatabase();
  const workshop = {
    slug: 'atelier',
    form: 'workshop' as const,
    title: text('Atelier'),
    startsOn: '2026-11-20',
    endsOn: '2026-11-21',
    status: 'draft' as const,
  };
  workshopId = done(await createWorkshop(db, root, workshop)).id;
  facilitator = holding('facilitator', { role: 'facilitator', scope: 'workshop', on: workshopId });
});
afterAll(() => db.close());

describe('a debate', () => {
  it('is refused where its days are none, its language no code, or it ends before it begins', async () => {
    const refusal = async (more: object) => {
      const outcome = await createDebate(db, root, debate('refused', more));
      return outcome.ok ? null : [outcome.field, outcome.reason];
    };
    expect(await refusal({ startsOn: '2026-02-30' })).toEqual(['startsOn', 'platform_problem_not_a_date']);
    expect(await refusal({ endsOn: '2026-10' })).toEqual(['endsOn', 'platform_problem_end_before_start']);
    expect(await refusal({ language: 'français' })).toEqual(['language', 'network_problem_not_a_language']);
    expect(await refusal({ url: 'javascript:alert(1)' })).toEqual(['url', 'platform_problem_not_an_address']);
    expect(await refusal({ slug: 'new' })).toEqual(['slug', 'platform_problem_reserved_slug']);
    expect(await countDebates(db.reader, root)).toBe(0);
  });

  it('is read by whom it is for, in every list and count', async () => {
    const ids: Record<string, string> = {};
    for (const visibility of ['draft', 'network', 'public'])
      ids[visibility] = done(
        await createDebate(db, facilitator, debate(visibility, { visibility, workshopId })),
      ).id;
    const readers: [Actor, string[]][] = [
      [anonymous, ['public']],
      [member, ['network', 'public']],
      [
        holding('rapporteur', { role: 'rapporteur', scope: 'workshop', on: workshopId }),
        ['network', 'public'],
      ],
      [facilitator, ['draft', 'network', 'public']],
      [
        holding('keeper', { role: 'facilitator', scope: 'network', on: NETWORK }),
        ['draft', 'network', 'public'],
      ],
      [root, ['draft', 'network', 'public']],
    ];
    const slugs = (rows: readonly { slug: string }[]) => rows.map(({ slug }) => slug);
    for (const [actor, expected] of readers) {
      expect(slugs(await listDebates(db.reader, actor, { offset: 0, limit: 9 }))).toEqual(expected);
      expect(await countDebates(db.reader, actor)).toBe(expected.length);
      expect(slugs(await debatesOf(db.reader, actor, workshopId))).toEqual(expected);
      for (const [slug, id] of Object.entries(ids))
        expect([actor.id, slug, Boolean(await readDebate(db.reader, actor, id))]).toEqual([
          actor.id,
          slug,
          expected.includes(slug),
        ]);
    }
  });

  it('of no workshop is entered by who keeps all, and never moved where its editor reaches nothing', async () => {
    const outside = await createDebate(db, facilitator, debate('outside'));
    const reason = 'deliberation_problem_workshop_missing';
    expect(outside).toMatchObject({ ok: false, reason, field: 'workshopId' });
    const own = done(await createDebate(db, facilitator, debate('own', { workshopId })));
    const moved = await updateDebate(db, facilitator, { ...debate('own'), id: own.id, version: 1 });
    expect(moved).toMatchObject({ ok: false, reason: 'platform_refused_not_allowed' });
    expect((await listEnterable(db.reader, facilitator)).map(({ slug }) => slug)).toEqual(['atelier']);
    expect(await listEnterable(db.reader, member)).toEqual([]);
  });
});

describe('the votes of a debate', () => {
  it('are looked at, given up, kept, replaced, dropped after a week without decision and removed with it; the journal holds none of them', async () => {
    const { id } = done(await createDebate(db, facilitator, debate('voted', { workshopId }), clock));
    const files = async () => [...(await debateFiles(db.reader))].sort();
    const kept = async () => (await readVotes(db.reader, id, 'kept'))?.report;

    done(await sendVotes(db, facilitator, { id, ...sent('a') }, clock));
    done(await sendVotes(db, facilitator, { id, ...sent('b') }, clock));
    expect([await files(), await kept()]).toEqual([[sha('b')], undefined]);
    // What was shown is not what stands any more.
    const stale = await keepVotes(db, facilitator, { id, digest: sha('a') }, counts);
    expect(stale).toMatchObject({ ok: false, reason: 'platform_refused_stale' });
    done(await giveUpVotes(db, facilitator, { id, digest: sha('b') }));
    expect([await files(), await readVotes(db.reader, id, 'sent')]).toEqual([[], undefined]);
    const gone = await keepVotes(db, facilitator, { id, digest: sha('b') }, counts);
    expect(gone).toMatchObject({ ok: false, reason: 'platform_refused_missing' });

    for (const letter of ['c', 'd']) {
      done(await sendVotes(db, facilitator, { id, ...sent(letter) }, clock));
      done(await keepVotes(db, facilitator, { id, digest: sha(letter) }, counts, clock));
      expect([await files(), await kept()]).toEqual([[sha(letter)], `{"said":"${letter}"}`]);
      expect((await readVotes(db.reader, id, 'kept'))?.strict).toBe(letter === 'd' ? 1 : 0);
    }
    expect(await listFiles(db.reader, id, 'kept')).toMatchObject([{ file: 'votes', bytes: 10 }]);
    const row = await readDebate(db.reader, root, id);
    expect(row).toMatchObject({
      digest: sha('d'),
      participants: 31,
      statements: 7,
      votes: 180,
      group_count: 2,
    });
    const entries = await db.reader.selectFrom('journal').selectAll().where('record_id', '=', id).execute();
    expect(entries).toHaveLength(3);
    expect(JSON.stringify(entries)).not.toContain('said');
    const filed = await db.reader
      .selectFrom('journal')
      .select(['verb', 'actor_id', 'before', 'after'])
      .where('kind', '=', 'debate_files')
      .orderBy('number')
      .execute();
    // What was called so came, and went as another came in its place.
    const file = JSON.stringify({ debate_id: id, file: 'votes', name: 'votes.csv' });
    expect(filed).toEqual(
      [
        { verb: 'create', before: null, after: file },
        { verb: 'delete', before: file, after: null },
        { verb: 'create', before: null, after: file },
      ].map((entry) => ({ ...entry, actor_id: facilitator.id })),
    );

    done(await sendVotes(db, facilitator, { id, ...sent('e') }, clock));
    const purged = (day: string) => sentVotesExpiring.purge(db, () => new Date(day));
    expect(await purged('2026-12-04T11:59:59Z')).toBe(0);
    expect(await files()).toEqual([sha('d'), sha('e')]);
    expect(await purged('2026-12-04T12:00:00Z')).toBe(1);
    expect([await files(), await kept(), await readVotes(db.reader, id, 'sent')]).toEqual([
      [sha('d')],
      '{"said":"d"}',
      undefined,
    ]);

    const removed = { id, version: row!.version };
    done(await deleteDebate(db, facilitator, removed, await References.of(db), clock));
    expect([await files(), await kept()]).toEqual([[], undefined]);
  });
});
