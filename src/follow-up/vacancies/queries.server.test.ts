import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { eraseAccount } from '#network/erasures/changes.server.ts';
import { giveRole } from '#network/grants/changes.server.ts';
import { networkHolder } from '#network/personal-data/changes.server.ts';
import { openTestDatabase, type TestDatabase } from '#platform/database/testing.ts';
import { done } from '#platform/records/outcome.ts';
import { twoRegions, type TwoRegions } from '../../../tests/support/two-regions.ts';
import { administrator } from '../../../tests/support/workshops.ts';
import { handoversHolder, openHandover, writeNotes } from '../handovers/changes.server.ts';
import { listLeftAlone, listVacancies, vacancyDuties } from './queries.server.ts';

let db: TestDatabase;
let w: TwoRegions;
const now = new Date('2027-03-01T09:00:00Z');
const clock = () => now;
beforeAll(async () => void (db = await openTestDatabase()));
afterAll(() => db.close());
beforeEach(async () => void (w = await twoRegions(db, clock)));

describe('an institution with open commitments', () => {
  const slugs = (rows: readonly { slug: string }[]) => rows.map(({ slug }) => slug);

  it('that would lose its last focal point is named beforehand', async () => {
    expect(slugs(await listLeftAlone(db.reader, w.idOf('point')))).toEqual([`council-${w.serial}`]);
    expect(await listLeftAlone(db.reader, w.idOf('deputy'))).toEqual([]);
    done(
      await giveRole(db, administrator, {
        accountId: w.idOf('validator'),
        role: 'focal-point',
        scope: 'territory',
        on: w.territory,
      }),
    );
    expect(await listLeftAlone(db.reader, w.idOf('point'))).toEqual([]);
  });

  it('and has lost it is owed by who coordinates, and by nobody else', async () => {
    expect(await listVacancies(db.reader, await w.as('regional'))).toEqual([]);
    await db.transaction((tx) =>
      tx.updateTable('accounts').set({ status: 'suspended' }).where('id', '=', w.idOf('point')).execute(),
    );
    expect(slugs(await listVacancies(db.reader, await w.as('regional')))).toEqual([`council-${w.serial}`]);
    expect(await listVacancies(db.reader, await w.as('elsewhere'))).toEqual([]);
    expect(await vacancyDuties(db.reader, await w.as('deputy'))).toEqual([]);
    expect(await vacancyDuties(db.reader, await w.as('regional'))).toMatchObject([
      { kind: 'vacancy', href: '/handovers#vacancies' },
    ]);
    // With nobody to leave, a successor of the institution takes over.
    const open = { scope: 'organisation', on: w.council } as const;
    expect(await openHandover(db, await w.as('deputy'), open, clock)).toMatchObject({ ok: false });
    const id = done(await openHandover(db, await w.as('regional'), open, clock)).id;
    done(await w.name(id, 'regional', 'deputy'));
    done(await w.confirm(id, 'deputy'));
    expect(await w.rolesOf('deputy')).toEqual(['alternate council', 'focal-point council']);
    expect(await listVacancies(db.reader, await w.as('regional'))).toEqual([]);
  });

  it('keeps its open handover when who leaves is erased: the words go, the roles wait for a successor', async () => {
    const id = await w.begun();
    const words = { notes: 'Confidence', language: 'fr', passesDrafts: true } as const;
    done(await writeNotes(db, await w.as('point'), { ...(await w.seen(id)), ...words }, clock));
    const person = { accountId: w.idOf('point'), name: '', address: '' };
    expect((await handoversHolder.export(db.reader, person))[0]!.rows).toMatchObject([
      { text: 'Confidence' },
    ]);
    done(
      await eraseAccount(db, await w.as('point'), w.idOf('point'), [networkHolder, handoversHolder], clock),
    );
    const everything = JSON.stringify([
      await db.reader.selectFrom('handovers').selectAll().execute(),
      await db.reader.selectFrom('journal').selectAll().where('kind', '=', 'handovers').execute(),
    ]);
    expect(everything).not.toContain('Confidence');
    expect(slugs(await listVacancies(db.reader, await w.as('coordinator')))).toContain(`council-${w.serial}`);
    done(await w.name(id, 'coordinator', 'deputy'));
    done(await w.confirm(id, 'deputy'));
    expect(await w.rolesOf('deputy')).toEqual([
      'alternate council',
      'focal-point council',
      'validator council',
    ]);
  });
});
