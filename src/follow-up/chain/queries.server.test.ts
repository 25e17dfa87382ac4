import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { gatherEntries } from '#events/board-gathering/changes.server.ts';
import { readBoard } from '#events/board/queries.server.ts';
import { createConclusion } from '#events/conclusions/changes.server.ts';
import { createInitiative } from '#network/initiatives/changes.server.ts';
import { createLink } from '#network/links/changes.server.ts';
import type { Relation } from '#network/links/model.ts';
import { anonymous, NETWORK, type Actor } from '#platform/actor/actor.ts';
import { openTestDatabase, type TestDatabase } from '#platform/database/testing.ts';
import { columns } from '#platform/locale/text.ts';
import type { RecordKind } from '#platform/records/model.ts';
import { done } from '#platform/records/outcome.ts';
import { createRecord, updateRecord } from '#platform/records/records.server.ts';
import { draft, note, sessionNamed } from '../../../tests/support/board.ts';
import {
  administrator,
  holding,
  inFrench,
  organisationNamed,
  workshopNamed,
} from '../../../tests/support/workshops.ts';
import { adopt } from '../adoptions/changes.server.ts';
import { createCommitment } from '../commitments/changes.server.ts';
import { addImplementation } from '../implementations/changes.server.ts';
import { createRecommendation } from '../recommendations/changes.server.ts';
import type { ReportStage } from '../reports/model.ts';
import { createResponse } from '../responses/changes.server.ts';
import { createSuccession } from '../successions/changes.server.ts';
import type { Visibility } from '#network/visibility/model.ts';
import { SHOWN_MOST, type ChainKind, type ChainRef } from './model.ts';
import { readChain, walkChain } from './queries.server.ts';

let db: TestDatabase;
let ministry: string;
/** What records are called in these tests, by their ids. */
const names = new Map<string, string>();
const named = (name: string, kind: ChainKind, id: string): ChainRef => {
  names.set(id, name);
  return { kind, id };
};
const network = holding({ role: 'member', scope: 'network', on: NETWORK });

async function recommend(slug: string, visibility: Visibility = 'public'): Promise<ChainRef> {
  const input = { slug, reference: slug.toUpperCase(), title: inFrench(slug), visibility };
  return named(slug, 'recommendations', done(await createRecommendation(db, administrator, input)).id);
}
async function link(from: ChainRef, relation: Relation, to: ChainRef): Promise<void> {
  const ends = { from: from as { kind: RecordKind; id: string }, to: to as { kind: RecordKind; id: string } };
  done(await createLink(db, administrator, { ...ends, relation }, true));
}
async function commit(
  slug: string,
  served: readonly string[],
  visibility: Visibility = 'public',
): Promise<ChainRef> {
  const texts = { title: inFrench(slug), deliverable: inFrench('Un guichet') };
  const input = {
    slug,
    ...texts,
    kind: 'service',
    organisationId: ministry,
    dueOn: '2099-06-30',
    visibility,
  } as const;
  const { id } = done(await createCommitment(db, administrator, input));
  for (const reference of served)
    done(
      await addImplementation(db, administrator, { commitmentId: id, reference: reference.toUpperCase() }),
    );
  return named(slug, 'commitments', id);
}
async function report(name: string, { id }: ChainRef, stage: ReportStage): Promise<ChainRef> {
  const texts = ['reason', 'narrative', 'obstacles', 'next_steps'] as const;
  const row = await db.transaction((tx) =>
    createRecord(tx, administrator, 'reports', {
      commitment_id: id,
      organisation_id: ministry,
      period_starts_on: '2027-01-01',
      period_ends_on: '2027-03-31',
      status: 'in-progress',
      stage,
      submitted_at: null,
      submitted_by: null,
      validated_at: null,
      confirmed_at: null,
      ...Object.assign({}, ...texts.map((text) => columns(text, undefined))),
    }),
  );
  return named(name, 'reports', row);
}
async function answer(name: string, ref: ChainRef): Promise<ChainRef> {
  await link(ref, 'addressed-to', { kind: 'organisations' as ChainKind, id: ministry });
  const input = {
    recommendationId: ref.id,
    organisationId: ministry,
    answer: 'accepted',
    respondedOn: '2026-04-01',
  } as const;
  return named(name, 'responses', done(await createResponse(db, administrator, input)).id);
}

/** The chain of a record by the names of these tests: what leads to it, what came of it, and by which ties. */
async function chainOf(ref: ChainRef, actor: Actor = anonymous) {
  const { nodes, ties, hidden, cut } = await walkChain(db.reader, actor, ref);
  const nameOf = (id: string) => names.get(id) ?? id;
  const at = (holds: (level: number) => boolean) =>
    nodes.filter(({ level }) => holds(level)).map(({ id, level }) => `${nameOf(id)} ${Math.abs(level)}`);
  return {
    back: at((level) => level < 0).sort(),
    onward: at((level) => level > 0).sort(),
    ties: ties.map(([from, to]) => `${nameOf(from)} → ${nameOf(to)}`).sort(),
    hidden,
    cut,
  };
}

beforeAll(async () => {
  db = await openTestDatabase();
  ministry = await organisationNamed(db, 'ministry');
});
afterAll(() => db.close());

describe('the chain', () => {
  let all: Record<
    'meeting' | 'session' | 'entry' | 'conclusion' | 'study' | 'first' | 'answer' | 'guichet' | 'report',
    ChainRef
  >;
  beforeAll(async () => {
    const meeting = named('meeting', 'workshops', await workshopNamed(db, 'meeting', { status: 'closed' }));
    const { itemId, minutesId } = await sessionNamed(db, meeting.id, 'Session');
    const session = named('session', 'programme_items', itemId);
    const entry = named('entry', 'minutes_entries', await note(db, minutesId, 'Ouvrir des guichets'));
    // Said, and nothing came of it.
    await note(db, minutesId, 'Merci', { kind: 'key-point' });
    done(await gatherEntries(db, administrator, { workshopId: meeting.id }));
    const board = await readBoard(db.reader, meeting.id);
    const [drafted] = board.filter(({ text_fr }) => text_fr === 'Ouvrir des guichets');
    const conclusion = named(
      'conclusion',
      'conclusions',
      done(await adopt(db, administrator, { id: drafted!.id, version: drafted!.version })).record.id,
    );
    const proposal = await draft(db, meeting.id, 'Qu’un guichet soit ouvert', 'recommendation');
    const first = named(
      'first',
      'recommendations',
      done(await adopt(db, administrator, { id: proposal, version: 1, conclusionId: conclusion.id })).record
        .id,
    );
    await db.transaction(async (tx) => {
      await tx.updateTable('minutes').set({ status: 'sealed' }).where('id', '=', minutesId).execute();
      await updateRecord(tx, administrator, 'workshops', meeting.id, { status: 'published' });
      await updateRecord(tx, administrator, 'recommendations', first.id, { reference: 'FIRST' });
    });
    const study = named(
      'study',
      'initiatives',
      done(await createInitiative(db, administrator, { slug: 'study', name: inFrench('Étude') })).id,
    );
    await link(first, 'stems-from', study);
    const given = await answer('answer', first);
    const guichet = await commit('guichet', ['first']);
    const validated = await report('report', guichet, 'validated');
    all = { meeting, session, entry, conclusion, study, first, answer: given, guichet, report: validated };
  });

  const whole = [
    'answer → guichet',
    'conclusion → first',
    'entry → conclusion',
    'first → answer',
    'first → guichet',
    'guichet → report',
    'meeting → first',
    'session → conclusion',
    'session → entry',
    'study → first',
  ];

  it('goes from what was said in a session to what was reported', async () => {
    expect(await chainOf(all.session)).toEqual({
      back: ['meeting 1'],
      onward: ['answer 3', 'conclusion 1', 'entry 1', 'first 2', 'guichet 3', 'report 4'],
      ties: [
        ...whole.filter((tie) => !tie.startsWith('study') && tie !== 'meeting → first'),
        'meeting → session',
      ].sort(),
      hidden: {},
      cut: false,
    });
  });

  it('goes back from a report to all that it comes of', async () => {
    const { back, onward, ties } = await chainOf(all.report);
    expect(back).toEqual([
      'answer 2',
      'conclusion 3',
      'entry 4',
      'first 2',
      'guichet 1',
      'meeting 3',
      'session 4',
      'study 3',
    ]);
    expect(onward).toEqual([]);
    expect(ties).toEqual([...whole, 'meeting → session'].sort());
  });

  it('goes both ways from the middle, and shows each record as a page needs it', async () => {
    const chain = await readChain(db.reader, anonymous, all.first);
    expect(chain.nodes.length).toBe(9);
    expect([...chain.records.keys()].sort()).toEqual(chain.nodes.map(({ id }) => id).sort());
    const [first, guichet, told] = [all.first, all.guichet, all.report].map(
      ({ id }) => chain.records.get(id)!.row,
    );
    expect(first).toMatchObject({ reference: 'FIRST', status: 'committed' });
    expect(guichet).toMatchObject({ slug: 'guichet', name_fr: 'ministry', due_on: '2099-06-30' });
    expect(told).toMatchObject({ commitment: 'guichet', stage: 'validated' });
  });

  it('tells what is not sealed, not validated or not published to nobody else', async () => {
    const sent = await report('sent', all.guichet, 'submitted');
    expect((await chainOf(all.guichet)).onward).toEqual(['report 1']);
    expect((await chainOf(all.guichet, administrator)).onward).toEqual(['report 1', 'sent 1']);
    await db.transaction((tx) => tx.deleteFrom('reports').where('id', '=', sent.id).execute());

    const hidden = named('hidden', 'workshops', await workshopNamed(db, 'hidden', { status: 'draft' }));
    await link(all.first, 'shared-at', hidden);
    expect((await chainOf(all.first)).back).not.toContain('hidden 1');
    expect((await chainOf(all.first, administrator)).back).toContain('hidden 1');
    await db.transaction(async (tx) => {
      await tx.deleteFrom('links').where('to_id', '=', hidden.id).execute();
      await tx.updateTable('minutes').set({ status: 'circulated' }).execute();
    });
    expect((await chainOf(all.conclusion)).back).toEqual(['meeting 2', 'session 1']);
    await db.transaction((tx) => tx.updateTable('minutes').set({ status: 'sealed' }).execute());
    expect((await chainOf(all.conclusion)).back).toEqual(['entry 1', 'meeting 2', 'session 1']);
  });

  it('does not pass by a record that may not be read, nor hint at it', async () => {
    const said = {
      workshopId: all.meeting.id,
      position: 9,
      kind: 'conclusion',
      text: inFrench('Former'),
    } as const;
    const other = named('other', 'conclusions', done(await createConclusion(db, administrator, said)).id);
    const lonely = { back: [], onward: [], ties: [], hidden: {}, cut: false };
    const from = await chainOf(other);
    for (const visibility of ['draft', 'network'] as const) {
      const between = await recommend(`between-${visibility}`, visibility);
      await link(between, 'follows-from', other);
      const promised = await commit(`promised-${visibility}`, [`between-${visibility}`]);
      await answer(`answer-${visibility}`, between);
      expect(await chainOf(other)).toEqual(from);
      expect(await chainOf(promised)).toEqual(lonely);
      const reader = visibility === 'draft' ? administrator : network;
      expect((await chainOf(other, reader)).onward).toContain(`promised-${visibility} 2`);
      expect((await chainOf(promised, reader)).back).toContain('other 2');
    }
    expect((await chainOf(other, network)).onward.join()).not.toContain('draft');
  });
});

describe('successions', () => {
  it('are followed to their end, however long', async () => {
    const refs: ChainRef[] = [];
    for (let number = 0; number <= 12; number += 1) {
      const ref = await recommend(`s${String(number).padStart(2, '0')}`);
      const before = refs.at(-1);
      if (before) {
        const references = names.get(before.id)!.toUpperCase();
        const input = { id: ref.id, relation: 'supersedes', references } as const;
        done(await createSuccession(db, administrator, input));
      }
      refs.push(ref);
    }
    await commit('last', ['s12']);
    expect((await chainOf(refs[0]!)).onward).toContain('last 13');
    const middle = await chainOf(refs[6]!);
    expect([middle.back.length, middle.onward.length, middle.cut]).toEqual([6, 7, false]);
  });

  it('that close a circle end', async () => {
    const [one, two, three] = [await recommend('c1'), await recommend('c2'), await recommend('c3')];
    for (const [from, to] of [
      [two, one],
      [three, two],
      [one, three],
    ] as const)
      await link(from, 'supersedes', to);
    const { back, onward, ties } = await chainOf(one);
    expect([...back, ...onward].sort()).toEqual(['c2 2', 'c3 1']);
    expect(ties).toEqual(['c1 → c2', 'c2 → c3', 'c3 → c1']);
  });
});

it('shows so many of a kind, and counts the others once each', async () => {
  const [one, two] = [await recommend('many-1'), await recommend('many-2')];
  const origin = named(
    'origin',
    'initiatives',
    done(await createInitiative(db, administrator, { slug: 'origin', name: inFrench('Origine') })).id,
  );
  for (const ref of [one, two]) await link(ref, 'stems-from', origin);
  // Each serves both, and is counted once.
  for (let number = 0; number < SHOWN_MOST + 3; number += 1) await commit(`m${number}`, ['many-1', 'many-2']);
  await commit('unseen', ['many-1'], 'draft');
  const { onward, hidden } = await chainOf(origin);
  expect(onward.length).toBe(2 + SHOWN_MOST);
  expect(hidden).toEqual({ commitments: { count: 3, exact: true } });
});
