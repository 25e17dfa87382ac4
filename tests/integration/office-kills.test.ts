import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkAll } from '../../bench/office-kills/check.ts';
import { JournalCheck } from '../../bench/office-kills/journal.ts';
import { faultsOf, killOffice } from '../../bench/office-kills/kills.ts';
import { Ledger } from '../../bench/office-kills/ledger.ts';
import { serverAt } from '../../bench/office-kills/server.ts';
import { openDatabase } from '#platform/database/open.ts';
import { makeTestLocation } from '#platform/database/testing.ts';

let place: Awaited<ReturnType<typeof makeTestLocation>>;
beforeEach(async () => {
  place = await makeTestLocation();
});
afterEach(() => place.remove());

describe('a server killed while several accounts edit through the office', () => {
  it('loses nothing it acknowledged, leaves nothing by half and shows nothing old, three times over', async () => {
    const outcome = await killOffice(place.location, 3);
    expect(faultsOf(outcome)).toEqual([]);
    expect(outcome.kills).toBe(3);
    // How many there were is a matter of the machine: of each life something was.
    expect(outcome.acknowledged).toBeGreaterThanOrEqual(3);

    // The check can tell: a text that was never kept is a loss, a row without its entry is there by half.
    const ledger = new Ledger();
    const never = ledger.add('organisations', 'coordinator');
    never.key = 'never-written';
    never.sent = 2;
    never.acknowledged.push(2);
    const db = openDatabase(place.location);
    await db.transaction((tx) =>
      tx
        .updateTable('organisations')
        .set({ url: 'https://example.org' })
        .where('slug', '=', 'iom-morocco')
        .execute(),
    );
    await db.close();
    const server = await serverAt(place.location);
    const round = await checkAll(place.location, server, ledger, new JournalCheck(), new Map());
    expect(round.lost).toEqual(['never-written v2 is gone']);
    expect(round.partial).toEqual([
      expect.stringMatching(/^organisations \S+ is not as its last entry left it$/),
    ]);
  }, 240_000);
});
