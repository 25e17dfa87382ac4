import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { anonymous } from '#platform/actor/actor.ts';
import { done } from '#platform/records/outcome.ts';
import { openReportDesk, type ReportDesk } from '../../../tests/support/report-desk.ts';
import { administrator, inFrench } from '../../../tests/support/workshops.ts';
import { listReports, mayReadDrafts, readReport, reportDuties } from './queries.server.ts';

let desk: ReportDesk;
let commitment: string;

beforeAll(async () => {
  desk = await openReportDesk();
});
afterAll(() => desk.db.close());

beforeEach(async () => {
  desk.setTime('2027-03-12T08:00:00Z');
  commitment = await desk.commit({ confirmedById: desk.confirmer });
  await desk.hush();
});

describe('who reads', () => {
  it('hides drafts and what came back from all who neither write nor decide, until it is validated', async () => {
    const id = await desk.begin(commitment, { narrative: inFrench('Secret') });
    const readers = async () => {
      const seen: string[] = [];
      for (const name of ['anyone', ...Object.keys(desk.accounts)]) {
        const actor = name === 'anyone' ? anonymous : await desk.as(name);
        const one = await readReport(desk.db.reader, actor, id);
        const all = await listReports(desk.db.reader, actor, commitment);
        expect(all.length).toBe(one ? 1 : 0);
        if (one) seen.push(name);
      }
      return seen;
    };
    const own = ['point', 'alternate', 'validator'];
    expect(await readers()).toEqual(own);
    done(await desk.handIn(id));
    expect(await readers()).toEqual(own);
    done(await desk.decide(id, 'validator', { decision: 'returned', reasons: 'À revoir' }));
    expect(await readers()).toEqual(own);
    done(await desk.handIn(id));
    done(await desk.decide(id, 'validator', { decision: 'validated' }));
    expect(await readers()).toEqual(['anyone', ...Object.keys(desk.accounts)]);
    // What it was before stays with those who wrote and decided it: also from who confirms it.
    const past: string[] = [];
    for (const name of ['anyone', ...Object.keys(desk.accounts)])
      if (await mayReadDrafts(desk.db.reader, name === 'anyone' ? anonymous : await desk.as(name), id))
        past.push(name);
    expect(past).toEqual(own);
    expect(await mayReadDrafts(desk.db.reader, administrator, id)).toBe(true);
  });

  it('shows what is validated of a commitment that is not public to whoever reads that one', async () => {
    const hidden = await desk.commit({ visibility: 'draft', confirmedById: desk.confirmer });
    const id = await desk.begin(hidden);
    done(await desk.handIn(id));
    done(await desk.decide(id, 'validator', { decision: 'validated' }));
    expect(await readReport(desk.db.reader, anonymous, id)).toBeUndefined();
    expect(await readReport(desk.db.reader, await desk.as('stranger'), id)).toBeUndefined();
    expect(await readReport(desk.db.reader, await desk.as('confirmer'), id)).toBeDefined();
    expect(await readReport(desk.db.reader, await desk.as('point'), id)).toBeDefined();
  });

  it('owes validators what waits, and its authors what came back', async () => {
    const id = await desk.begin(commitment);
    const owed = async (name: string) =>
      (await reportDuties(desk.db.reader, await desk.as(name)))
        .filter(({ href }) => href.endsWith(id))
        .map(({ kind }) => kind);
    expect(await owed('validator')).toEqual([]);
    done(await desk.handIn(id));
    expect(await owed('validator')).toEqual(['report']);
    expect(await owed('judge')).toEqual([]);
    done(await desk.decide(id, 'validator', { decision: 'returned', reasons: 'À revoir' }));
    expect([await owed('validator'), await owed('point'), await owed('stranger')]).toEqual([
      [],
      ['report-returned'],
      [],
    ]);
    done(await desk.handIn(id));
    done(await desk.decide(id, 'validator', { decision: 'validated' }));
    expect(await owed('confirmer')).toEqual(['report-confirmation']);
  });
});
