import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createLink } from '#network/links/changes.server.ts';
import { anonymous } from '#platform/actor/actor.ts';
import { openTestDatabase, type TestDatabase } from '#platform/database/testing.ts';
import { done } from '#platform/records/outcome.ts';
import { newId } from '#platform/records/uuid.ts';
import {
  accountOfSomebody,
  administrator,
  facilitatorOf,
  holding,
  inFrench,
} from '../../../tests/support/workshops.ts';
import { organisationNamed, organises, workshopNamed } from '../../../tests/support/workshops.ts';
import { confirmContribution } from '../confirmations/changes.server.ts';
import { isToConfirm } from '../confirmations/model.ts';
import { createConclusion } from '../conclusions/changes.server.ts';
import { readDossier } from '../dossier/queries.server.ts';
import { createContribution, createItem } from '../programme/changes.server.ts';
import { createSeries } from '../series/changes.server.ts';
import { readWorkshop } from '../workshops/queries.server.ts';
import { confirmText } from '../confirmations/changes.server.ts';
import { isToReread, textsToReread } from '../confirmations/model.ts';
import { updateItem } from '../programme/changes.server.ts';
import { updateWorkshop } from '../workshops/changes.server.ts';
import { createNextEdition } from './changes.server.ts';

let db: TestDatabase;
let first: string;
let host: string;
let guest: string;
const somebody = () => facilitatorOf(first);
beforeAll(async () => {
  db = await openTestDatabase();
  await db.transaction(accountOfSomebody);
  const seriesId = done(await createSeries(db, administrator, { slug: 's', name: inFrench('Série') })).id;
  first = await workshopNamed(db, 'first', {
    status: 'published',
    seriesId,
    form: 'seminar',
    aims: inFrench('But'),
    summary: inFrench('Résumé'),
    outcome: inFrench('Acquis'),
    city: inFrench('Rabat'),
    audiences: ['academia', 'local-actors'],
    attendance: { total: 75, minimum: true },
  });
  host = await organisationNamed(db, 'host');
  guest = await organisationNamed(db, 'guest');
  await organises(db, host, first);
  const [from, to] = [
    { kind: 'workshops', id: first },
    { kind: 'organisations', id: guest },
  ];
  done(await createLink(db, administrator, { from, relation: 'participant', to }));
  done(await createLink(db, administrator, { from, relation: 'partner', to, position: 3 }));
  for (const [position, day] of [
    [1, '2027-03-10'],
    [2, '2027-03-11'],
  ] as const) {
    const item = { workshopId: first, anchor: `a${position}`, position, kind: 'session', day } as const;
    const itemId = done(
      await createItem(db, administrator, { ...item, title: inFrench('Mots'), startsAt: '09:00' }),
    ).id;
    const part = { itemId, position: 1, part: 'speaker', organisationId: guest } as const;
    done(await createContribution(db, administrator, { ...part, role: inFrench('Directrice') }));
  }
  const said = { workshopId: first, position: 1, kind: 'will', text: inFrench('Volonté') } as const;
  done(await createConclusion(db, administrator, said));
});
afterAll(() => db.close());

const input = (slug: string, more: object = {}) => ({
  followsId: first,
  slug,
  title: inFrench('Deuxième'),
  startsOn: '2028-05-20',
  endsOn: '2028-05-20',
  ...more,
});
const dossierOf = async (id: string) =>
  readDossier(db.reader, administrator, (await readWorkshop(db.reader, administrator, id))!);

describe('the next edition', () => {
  it('takes over what lasts, moves the programme, and leaves what came of the first', async () => {
    const { id } = done(await createNextEdition(db, somebody(), input('second')));
    const { workshop, ...around } = await dossierOf(id);
    expect(workshop).toMatchObject({
      status: 'draft',
      version: 1,
      form: 'seminar',
      title_fr: 'Deuxième',
      aims_fr: 'But',
      summary_fr: 'Résumé',
      taken_over: 'summary,aims',
      outcome_fr: null,
      city_fr: null,
      attendance_total: null,
      attendance_minimum: 0,
      starts_on: '2028-05-20',
      follows_id: first,
    });
    expect(around.series?.slug).toBe('s');
    expect(around.editions.map(({ slug }) => slug)).toEqual(['first', 'second']);
    expect(around.previous?.id).toBe(first);
    expect(around.audiences.map(({ actor_type }) => actor_type)).toEqual(['academia', 'local-actors']);
    expect(around.organisations.map(({ slug, relation }) => [slug, relation])).toEqual([
      ['host', 'organiser'],
      ['guest', 'partner'],
    ]);
    expect(around.conclusions).toEqual([]);
    expect(around.programme.map(({ day, starts_at, title_fr }) => [day, starts_at, title_fr])).toEqual([
      ['2028-05-20', '09:00', 'Mots'],
      [null, '09:00', 'Mots'],
    ]);
    expect(around.programme.map(({ contributions }) => contributions.map(({ role_fr }) => role_fr))).toEqual([
      ['Directrice'],
      ['Directrice'],
    ]);
  });

  it('keeps the place where it is asked to', async () => {
    const { id } = done(await createNextEdition(db, administrator, input('kept', { keepPlace: true })));
    expect((await dossierOf(id)).workshop.city_fr).toBe('Rabat');
  });

  it('has whoever begins it as its facilitator, and nobody who already edits everything', async () => {
    const grants = () => db.reader.selectFrom('grants').select(['account_id', 'on_id', 'role']).execute();
    const before = (await grants()).length;
    const actor = holding({ role: 'focal-point', scope: 'organisation', on: guest });
    const made = done(await createNextEdition(db, actor, input('mine'))).id;
    expect(await grants()).toContainEqual({ account_id: 'somebody', on_id: made, role: 'facilitator' });
    done(await createNextEdition(db, administrator, input('ours')));
    expect((await grants()).length).toBe(before + 1);
  });

  it('is refused to who may not begin workshops, or not read the first', async () => {
    const refusal = { ok: false, reason: 'platform_refused_not_allowed' };
    expect(await createNextEdition(db, anonymous, input('x'))).toEqual(refusal);
    const reader = holding({ role: 'reader', scope: 'workshop', on: first });
    expect(await createNextEdition(db, reader, input('x'))).toEqual(refusal);
    const secret = await workshopNamed(db, 'secret');
    const asked = input('x', { followsId: secret });
    expect(await createNextEdition(db, somebody(), asked)).toEqual(refusal);
    expect(await createNextEdition(db, somebody(), input('x', { followsId: newId() }))).toEqual(refusal);
  });

  it('is refused whole where its address is taken or its days are none', async () => {
    const items = async () => (await db.reader.selectFrom('programme_items').select('id').execute()).length;
    const before = await items();
    expect(await createNextEdition(db, administrator, input('first'))).toEqual({
      ok: false,
      reason: 'platform_refused_taken',
      field: 'slug',
    });
    expect(await createNextEdition(db, administrator, input('x', { endsOn: '2028-05-19' }))).toEqual({
      ok: false,
      reason: 'platform_problem_end_before_start',
      field: 'endsOn',
    });
    expect(await items()).toBe(before);
  });
});

describe('a contribution taken over', () => {
  it('is to be confirmed, once, by who edits the new edition', async () => {
    const { id } = done(await createNextEdition(db, administrator, input('confirmed')));
    const marks = async () =>
      (await dossierOf(id)).programme.flatMap(({ contributions }) => contributions.map(isToConfirm));
    expect(await marks()).toEqual([true, true]);
    const [contribution] = (await dossierOf(id)).programme[0]!.contributions;
    const asked = { contributionId: contribution!.id };
    expect(await confirmContribution(db, somebody(), asked)).toEqual({
      ok: false,
      reason: 'platform_refused_not_allowed',
    });
    expect(await confirmContribution(db, facilitatorOf(id), asked)).toMatchObject({ ok: true });
    expect(await marks()).toEqual([false, true]);
    expect(await confirmContribution(db, facilitatorOf(id), asked)).toEqual({
      ok: false,
      reason: 'platform_refused_stale',
    });
    expect((await dossierOf(first)).programme.flatMap((item) => item.contributions.map(isToConfirm))).toEqual(
      [false, false],
    );
  });
});

describe('a text taken over', () => {
  const unread = async (id: string) => {
    const { workshop, programme } = await dossierOf(id);
    return [textsToReread(workshop), programme.map((item) => isToReread(item))];
  };

  it('is to be read again until somebody confirms it, of this edition only', async () => {
    const { id } = done(await createNextEdition(db, administrator, input('reread')));
    expect(await unread(id)).toEqual([
      ['summary', 'aims'],
      [true, true],
    ]);
    const [item] = (await dossierOf(id)).programme;
    const confirm = (what: string, actor = facilitatorOf(id)) =>
      confirmText(db, actor, { workshopId: id, what });
    expect(await confirm('summary', somebody())).toEqual({
      ok: false,
      reason: 'platform_refused_not_allowed',
    });
    const [elsewhere] = (await dossierOf(first)).programme;
    for (const what of ['summary', item!.id]) {
      expect(await confirm(what)).toMatchObject({ ok: true });
      expect(await confirm(what)).toEqual({ ok: false, reason: 'platform_refused_stale' });
    }
    expect(await confirm(elsewhere!.id)).toEqual({ ok: false, reason: 'platform_refused_stale' });
    expect(await unread(id)).toEqual([['aims'], [false, true]]);
    expect(await unread(first)).toEqual([[], [false, false]]);
  });

  it('is read once it is written anew; what else changes leaves it as it is', async () => {
    const { id } = done(await createNextEdition(db, administrator, input('rewritten')));
    const { workshop, programme } = await dossierOf(id);
    const whole = {
      id,
      version: workshop.version,
      slug: 'rewritten',
      form: 'seminar',
      title: inFrench('Autre titre'),
      summary: inFrench('Résumé'),
      aims: inFrench('Autre but'),
      startsOn: '2028-05-20',
      endsOn: '2028-05-20',
    } as const;
    done(await updateWorkshop(db, facilitatorOf(id), whole));
    const [item] = programme;
    const { version, kind } = item!;
    const saved = { id: item!.id, version, kind, title: inFrench('Mots') };
    done(await updateItem(db, facilitatorOf(id), saved));
    const [texts, items] = await unread(id);
    expect(texts).toEqual(['summary']);
    expect((items as boolean[]).toSorted()).toEqual([false, true]);
  });
});
