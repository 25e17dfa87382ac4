import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '#platform/actor/actor.ts';
import { openTestDatabase, type TestDatabase } from '#platform/database/testing.ts';
import { done } from '#platform/records/outcome.ts';
import { newId } from '#platform/records/uuid.ts';
import { administrator, facilitatorOf, holding } from '../../../tests/support/workshops.ts';
import { organisationNamed, workshopNamed } from '../../../tests/support/workshops.ts';
import { readWorkshop } from '../workshops/queries.server.ts';
import { linkWorkshop, moveLinkOfWorkshop, unlinkWorkshop } from './changes.server.ts';
import type { WorkshopRelation } from './model.ts';
import { listLinksOf } from './queries.server.ts';

const notAllowed = { ok: false, reason: 'platform_refused_not_allowed' };

let db: TestDatabase;
let workshop: string;
let other: string;
let [host, guest, third]: string[] = [];
beforeEach(async () => {
  db = await openTestDatabase();
  workshop = await workshopNamed(db, 'one');
  other = await workshopNamed(db, 'other', { status: 'announced' });
  [host, guest, third] = [
    await organisationNamed(db, 'host'),
    await organisationNamed(db, 'guest'),
    await organisationNamed(db, 'third'),
  ];
});
afterEach(() => db.close());

const focalPointOf = (on: string | undefined) =>
  holding({ role: 'focal-point', scope: 'organisation', on: on! });
const link = (toId: string | undefined, relation: WorkshopRelation, actor: Actor = facilitatorOf(workshop)) =>
  linkWorkshop(db, actor, { workshopId: workshop, relation, toId: toId! });
const linkId = async (toId: string | undefined) =>
  (await listLinksOf(db.reader, workshop)).find(({ to_id }) => to_id === toId)!.id;
const unlink = async (toId: string | undefined, actor: Actor, workshopId = workshop) =>
  unlinkWorkshop(db, actor, { workshopId, linkId: await linkId(toId) });

describe('linking a workshop', () => {
  it('is for who edits it; nobody reaches a draft by linking to it', async () => {
    for (const actor of [holding(), focalPointOf(host), facilitatorOf(other)])
      expect(await link(host, 'organiser', actor)).toEqual(notAllowed);
    expect(await readWorkshop(db.reader, focalPointOf(host), workshop)).toBeUndefined();
    expect(await link(host, 'organiser')).toMatchObject({ ok: true });
    expect(await readWorkshop(db.reader, focalPointOf(host), workshop)).toMatchObject({ id: workshop });
    // Who partners, funds or comes gains nothing by it.
    for (const relation of ['partner', 'funder', 'participant'] as const) await link(guest, relation);
    expect(await readWorkshop(db.reader, focalPointOf(guest), workshop)).toBeUndefined();
  });

  it('is refused twice, to what is no such record, and for relations that are not the form’s', async () => {
    done(await link(host, 'partner'));
    expect(await link(host, 'partner')).toEqual({
      ok: false,
      reason: 'platform_refused_taken',
      field: 'toId',
    });
    const missing = { ok: false, reason: 'platform_refused_missing', field: 'to' };
    expect(await link(newId(), 'partner')).toEqual(missing);
    expect(await link(host, 'part-of')).toEqual(missing);
    for (const relation of ['cites', 'shared-at', 'presents'])
      expect(await link(host, relation as never)).toEqual({
        ok: false,
        reason: 'platform_problem_not_a_choice',
        field: 'relation',
      });
  });

  it('keeps an order that is changed one place at a time', async () => {
    for (const organisation of [host, guest, third]) done(await link(organisation, 'partner'));
    const order = async () => (await listLinksOf(db.reader, workshop, 'partner')).map(({ to_id }) => to_id);
    const move = async (toId: string | undefined, by: 'up' | 'down') =>
      moveLinkOfWorkshop(db, facilitatorOf(workshop), {
        workshopId: workshop,
        linkId: await linkId(toId),
        by,
      });
    await move(third, 'up');
    expect(await order()).toEqual([host, third, guest]);
    await move(host, 'up');
    await move(guest, 'down');
    expect(await order()).toEqual([host, third, guest]);
    await move(host, 'down');
    expect(await order()).toEqual([third, host, guest]);
    const asked = { workshopId: workshop, linkId: await linkId(host), by: 'up' } as const;
    expect(await moveLinkOfWorkshop(db, facilitatorOf(other), asked)).toEqual(notAllowed);
  });
});

describe('taking a link away', () => {
  beforeEach(async () => {
    done(await link(host, 'organiser'));
    done(await link(guest, 'co-organiser'));
    done(await link(third, 'partner'));
  });

  it('lets no organiser shut out another', async () => {
    expect(await unlink(host, focalPointOf(guest))).toEqual(notAllowed);
    expect(await unlink(third, focalPointOf(guest))).toMatchObject({ ok: true });
    expect(await unlink(guest, focalPointOf(guest))).toMatchObject({ ok: true });
    expect(await unlink(host, facilitatorOf(workshop))).toMatchObject({ ok: true });
  });

  it('reaches no link of another workshop', async () => {
    const foreign = { workshopId: other, linkId: await linkId(host) };
    expect(await unlinkWorkshop(db, facilitatorOf(other), foreign)).toEqual({
      ok: false,
      reason: 'platform_refused_missing',
    });
    expect(await unlinkWorkshop(db, facilitatorOf(other), { ...foreign, workshopId: workshop })).toEqual(
      notAllowed,
    );
    expect((await listLinksOf(db.reader, workshop)).length).toBe(3);
  });

  it('leaves a public workshop its last organiser', async () => {
    await db.transaction((tx) =>
      tx.updateTable('workshops').set({ status: 'announced' }).where('id', '=', workshop).execute(),
    );
    expect(await unlink(host, administrator)).toMatchObject({ ok: true });
    expect(await unlink(guest, administrator)).toEqual({
      ok: false,
      reason: 'events_problem_last_organiser',
    });
  });
});
