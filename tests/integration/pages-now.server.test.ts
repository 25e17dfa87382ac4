import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { plain } from '../support/html.ts';
import { inThree, writeMeeting } from '../support/meeting.ts';
import { startNode, type TestNode } from '../support/node.ts';

/*
 * Pages that change by themselves: the clock is moved, nothing is written. During Ramadan 2026 Morocco's clocks
 * are at UTC, an hour behind the rest of the year, so the same hour of a programme is another instant.
 */
let now = new Date('2026-03-01T00:00:00Z');
let node: TestNode;
beforeAll(async () => {
  node = await startNode({ clock: () => now });
  await node.write(async (tx) => {
    const hours = (day: string) => [
      { day, startsAt: '10:00', endsAt: '11:00' },
      { day, startsAt: '11:00', endsAt: '12:30' },
      { day, startsAt: '11:00', endsAt: '12:00' },
      { day, startsAt: '14:00', endsAt: '15:00' },
      {},
    ];
    const days = { startsOn: '2026-03-10', endsOn: '2026-03-10' };
    await writeMeeting(tx, 'ramadan', { ...days, title: inThree('Ramadan') }, hours('2026-03-10'));
    await writeMeeting(tx, 'march', { startsOn: '2026-03-05', endsOn: '2026-03-05' }, hours('2026-03-05'));
    for (const status of ['postponed', 'cancelled'] as const)
      await writeMeeting(tx, status, { ...days, status }, hours('2026-03-10'));
    await writeMeeting(tx, 'april', { startsOn: '2026-04-14', endsOn: '2026-04-14' }, hours('2026-04-14'));
  });
});
afterAll(() => node?.stop());

/** What a page says is on and comes next, by the items' numbers; undefined where it says nothing. */
async function said(
  meeting: string,
  at: string,
  locale = 'fr',
): Promise<{ now: string; next: string } | undefined> {
  now = new Date(at);
  const html = await (await node.get(`/${locale}/workshops/${meeting}`)).text();
  const [, section] = /<section[^>]*\bid="now"[^>]*>([\s\S]*?)<\/section>/.exec(html) ?? [];
  const current = [...html.matchAll(/<li[^>]*aria-current="time"[\s\S]*?<\/li>/g)].map(([item]) => item);
  const named = (text: string) =>
    [...text.matchAll(new RegExp(`${meeting}-(\\d)`, 'gi'))].map(([, number]) => number);
  const marked = current.flatMap((item) => [...new Set(named(item))]);
  if (section === undefined) {
    expect(marked).toEqual([]);
    return undefined;
  }
  const lines = section.split(/<p[ >]/).slice(1);
  const of = (word: RegExp) =>
    lines.filter((line) => word.test(plain(line))).flatMap((line) => [...new Set(named(line))]);
  const on = of(/En ce moment|الآن|Now/);
  expect(marked).toEqual(on);
  return { now: on.join(), next: of(/Ensuite|بعد ذلك|Next/).join() };
}

describe('the page of a workshop', () => {
  it('comes from the cache until the instant at which it changes', async () => {
    const page = async (instant: string) => {
      now = new Date(instant);
      return (await node.get('/fr/workshops/march')).text();
    };
    const before = await page('2026-03-05T10:00:00Z');
    // Written past the journal: a page of what is in the database would show it.
    await node.write((tx) =>
      tx.updateTable('workshops').set({ title_fr: 'Hors journal' }).where('slug', '=', 'march').execute(),
    );
    expect(await page('2026-03-05T10:59:59.999Z')).toBe(before);
    expect(await page('2026-03-05T11:00:00.000Z')).not.toBe(before);
  });

  it.each([
    ['ramadan', '2026-03-10', 0],
    ['april', '2026-04-14', 1],
  ])('says what is on and what comes next (%s)', async (meeting, day, ahead) => {
    const at = (hour: number, minute = '00:00.000') =>
      `${day}T${String(hour - ahead).padStart(2, '0')}:${minute}Z`;
    expect(await said(meeting, '2026-02-01T10:30:00Z')).toBe(undefined);
    expect(await said(meeting, at(9, '59:59.999'))).toEqual({ now: '', next: '1' });
    expect(await said(meeting, at(10))).toEqual({ now: '1', next: '2,3' });
    expect(await said(meeting, at(10, '59:59.999'))).toEqual({ now: '1', next: '2,3' });
    expect(await said(meeting, at(11))).toEqual({ now: '2,3', next: '4' });
    expect(await said(meeting, at(12))).toEqual({ now: '2', next: '4' });
    expect(await said(meeting, at(13))).toEqual({ now: '', next: '4' });
    expect(await said(meeting, at(14))).toEqual({ now: '4', next: '' });
    expect(await said(meeting, at(15))).toBe(undefined);
  });
});

describe('the lists of meetings', () => {
  /** Whether the section of an id names the meeting. */
  async function stands(meeting: string, section: string, at: string): Promise<boolean> {
    now = new Date(at);
    const html = await (await node.get('/fr/workshops')).text();
    const [, inside = ''] =
      new RegExp(`<section[^>]*\\bid="${section}"[^>]*>([\\s\\S]*?)</section>`).exec(html) ?? [];
    return inside.includes(`/fr/workshops/${meeting}"`);
  }

  it.each([
    [
      'ramadan',
      '2026-03-09T23:59:59.999Z',
      '2026-03-10T00:00:00Z',
      '2026-03-10T23:59:59.999Z',
      '2026-03-11T00:00:00Z',
    ],
    [
      'april',
      '2026-04-13T22:59:59.999Z',
      '2026-04-13T23:00:00Z',
      '2026-04-14T22:59:59.999Z',
      '2026-04-14T23:00:00Z',
    ],
  ])('move a meeting at midnight in Morocco (%s)', async (meeting, eve, begins, last, over) => {
    for (const [at, section] of [
      [eve, 'upcoming'],
      [begins, 'now'],
      [last, 'now'],
      [over, 'past'],
    ] as const)
      for (const each of ['upcoming', 'now', 'past'])
        expect([at, each, await stands(meeting, each, at)]).toEqual([at, each, each === section]);
  });

  it.each(['postponed', 'cancelled'])(
    'set a meeting that is %s apart, before, during and after',
    async (meeting) => {
      for (const at of ['2026-03-01T12:00:00Z', '2026-03-10T10:30:00Z', '2026-04-01T12:00:00Z']) {
        for (const each of ['upcoming', 'now', 'past', 'off'])
          expect([at, each, await stands(meeting, each, at)]).toEqual([at, each, each === 'off']);
        expect(await said(meeting, at)).toBe(undefined);
        const home = await (await node.get('/fr')).text();
        expect(home).toContain('/fr/workshops/ramadan"');
        expect(home).not.toContain(`/fr/workshops/${meeting}"`);
      }
    },
  );

  it('leave nothing in the log of errors', () => {
    expect(node.errors).toEqual([]);
  });
});

describe('the words of a workshop’s page', () => {
  /** The sections that a page has, and what it says of who came. */
  async function words(meeting: string, at: string) {
    now = new Date(at);
    const html = await (await node.get(`/fr/workshops/${meeting}`)).text();
    return {
      sections: ['conclusions', 'thread'].filter((id) => html.includes(`id="${id}"`)),
      aims: /Ce que la rencontre (\w+)/.exec(plain(html))?.[1],
      counted: plain(html).includes('effectif non connu'),
    };
  }

  it('are of what is to come, is held, or is past', async () => {
    await node.write((tx) => writeMeeting(tx, 'may', { startsOn: '2026-05-12', endsOn: '2026-05-12' }));
    const [ahead, during, after] = ['2026-05-11T12:00:00Z', '2026-05-12T12:00:00Z', '2026-05-20T12:00:00Z'];
    expect(await words('may', ahead)).toEqual({ sections: [], aims: 'vise', counted: false });
    expect(await words('may', during)).toEqual({
      sections: ['conclusions', 'thread'],
      aims: 'vise',
      counted: false,
    });
    expect(await words('may', after)).toEqual({
      sections: ['conclusions', 'thread'],
      aims: 'visait',
      counted: true,
    });
    expect(await words('cancelled', after)).toEqual({ sections: [], aims: 'vise', counted: false });
  });
});
