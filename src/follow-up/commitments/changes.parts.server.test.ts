import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { References } from '#network/references/queries.server.ts';
import { anonymous, type Actor } from '#platform/actor/actor.ts';
import { openTestDatabase, type TestDatabase } from '#platform/database/testing.ts';
import { done } from '#platform/records/outcome.ts';
import { administrator, holding, inFrench, organisationNamed } from '../../../tests/support/workshops.ts';
import { readCommitmentDossier } from '../commitment-dossiers/queries.server.ts';
import { createShare, deleteShare, updateShare } from '../funding/changes.server.ts';
import { totalsOf } from '../funding/model.ts';
import { createMilestone, deleteMilestone, updateMilestone } from '../milestones/changes.server.ts';
import { createParty, deleteParty, updateParty } from '../parties/changes.server.ts';
import { createCommitment } from './changes.server.ts';
import { readCommitment } from './queries.server.ts';

const clock = () => new Date('2027-03-12T08:00:00Z');
const refused = { ok: false, reason: 'platform_refused_not_allowed' };
let db: TestDatabase;
let references: References;
let lead: string;
let other: string;
let commitmentId: string;
let point: Actor;
let stranger: Actor;
beforeAll(async () => {
  db = await openTestDatabase();
  references = await References.of(db);
  [lead, other] = [await organisationNamed(db, 'lead'), await organisationNamed(db, 'other')];
  point = holding({ role: 'focal-point', scope: 'organisation', on: lead });
  stranger = holding({ role: 'focal-point', scope: 'organisation', on: other });
  const input = {
    slug: 'c',
    title: inFrench('Un guichet'),
    deliverable: inFrench('Ouvert'),
    kind: 'service',
    organisationId: lead,
    dueOn: '2027-12-31',
    visibility: 'public',
  } as const;
  commitmentId = done(await createCommitment(db, point, input, clock)).id;
});
afterAll(() => db.close());

const dossier = async () =>
  readCommitmentDossier(db.reader, anonymous, (await readCommitment(db.reader, anonymous, commitmentId))!);

describe('a joint commitment', () => {
  it('has parties besides its lead, each once, in an order', async () => {
    const third = await organisationNamed(db, 'third');
    const join = (organisationId: string) => createParty(db, point, { commitmentId, organisationId });
    expect(await join(lead)).toMatchObject({
      reason: 'follow_up_problem_party_leads',
      field: 'organisationId',
    });
    const { id } = done(await join(other));
    done(await join(third));
    expect(await join(other)).toMatchObject({ reason: 'platform_refused_taken', field: 'organisationId' });
    const slugs = async () => (await dossier()).parties.map(({ organisation }) => organisation.slug);
    expect(await slugs()).toEqual(['other', 'third']);
    const changed = { id, version: 1, organisationId: other, contribution: inFrench('Un local') };
    expect(await updateParty(db, stranger, changed)).toEqual(refused);
    done(await updateParty(db, point, { ...changed, position: 9 }));
    expect(await slugs()).toEqual(['third', 'other']);
    expect((await dossier()).parties[1]?.contribution_fr).toBe('Un local');
    expect(await deleteParty(db, stranger, { id, version: 2 }, references)).toEqual(refused);
    done(await deleteParty(db, point, { id, version: 2 }, references));
    expect(await slugs()).toEqual(['third']);
  });
});

describe('a milestone', () => {
  it('comes before the commitment is due, and is reached on a day that has come', async () => {
    const step = { commitmentId, title: inFrench('Local trouvé'), dueOn: '2027-06-01' };
    expect(await createMilestone(db, point, { ...step, dueOn: '2028-01-01' }, clock)).toMatchObject({
      reason: 'follow_up_problem_after_due',
      field: 'dueOn',
    });
    expect(await createMilestone(db, stranger, step, clock)).toEqual(refused);
    const { id } = done(await createMilestone(db, point, step, clock));
    done(await createMilestone(db, point, { ...step, title: inFrench('Avant'), dueOn: '2027-04-01' }, clock));
    expect((await dossier()).milestones.map(({ title_fr }) => title_fr)).toEqual(['Avant', 'Local trouvé']);
    const { commitmentId: _, ...changed } = { ...step, id, version: 1 };
    expect(await updateMilestone(db, point, { ...changed, reachedOn: '2027-03-13' }, clock)).toMatchObject({
      reason: 'follow_up_problem_not_yet',
      field: 'reachedOn',
    });
    done(await updateMilestone(db, point, { ...changed, reachedOn: '2027-03-12' }, clock));
    expect((await dossier()).milestones[1]?.reached_on).toBe('2027-03-12');
    done(await deleteMilestone(db, point, { id, version: 2 }, references));
    expect((await dossier()).milestones).toHaveLength(1);
  });
});

describe('a budget', () => {
  it('adds up each currency by itself', async () => {
    const share = { commitmentId, funder: 'Un fonds', amount: '1 500,50', currency: 'MAD' };
    const { id } = done(await createShare(db, point, share));
    done(await createShare(db, point, { ...share, amount: '٢٠٠', organisationId: other, funder: undefined }));
    done(await createShare(db, point, { ...share, amount: '1.000.000', currency: 'EUR', secured: true }));
    done(await createShare(db, point, { ...share, amount: '12', currency: 'JPY' }));
    expect(totalsOf((await dossier()).shares)).toEqual([
      { currency: 'MAD', minor: 170_050, secured: false },
      { currency: 'EUR', minor: 100_000_000, secured: true },
      { currency: 'JPY', minor: 12, secured: false },
    ]);
    const { commitmentId: _, ...changed } = { ...share, id, version: 1, amount: '10' };
    expect(await updateShare(db, stranger, changed)).toEqual(refused);
    done(await updateShare(db, point, { ...changed, currency: 'EUR' }));
    const totals = totalsOf((await dossier()).shares);
    // What is looked for is not added to what was found.
    expect(totals.map(({ currency, minor, secured }) => `${currency} ${minor} ${secured}`).sort()).toEqual([
      'EUR 1000 false',
      'EUR 100000000 true',
      'JPY 12 false',
      'MAD 20000 false',
    ]);
    done(await deleteShare(db, point, { id, version: 2 }, references));
    expect((await dossier()).shares).toHaveLength(3);
  });

  it.each([
    [{ amount: '1,5', currency: 'JPY' }, 'amount', 'follow_up_problem_amount'],
    [{ amount: 'beaucoup' }, 'amount', 'follow_up_problem_amount'],
    [{ currency: 'ZZZ' }, 'currency', 'platform_problem_not_a_choice'],
    [{ funder: undefined }, 'organisationId', 'follow_up_problem_funder'],
    [{ amount: '5\u202e00' }, 'amount', 'platform_problem_hidden_characters'],
  ])('refuses %j at %s, and writes nothing', async (wrong, field, reason) => {
    const before = (await dossier()).shares.length;
    const share = { commitmentId, funder: 'Un fonds', amount: '5', currency: 'MAD', ...wrong };
    expect(await createShare(db, administrator, share)).toMatchObject({ ok: false, field, reason });
    expect((await dossier()).shares).toHaveLength(before);
  });
});
