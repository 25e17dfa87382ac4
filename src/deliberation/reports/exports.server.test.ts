import { XMLValidator } from 'fast-xml-parser';
import { describe, expect, it } from 'vitest';
import { actorTypes } from '#events/workshops/model.ts';
import { locales } from '#platform/locale/locale.ts';
import { of } from '../../../tests/support/debate-rooms.ts';
import { analyse } from '../analyses/model.ts';
import { plantedVotes } from '../planted-votes/model.ts';
import { mapSvg } from '../report-maps/components/map.ts';
import { voteMatrix } from '../votes/model.ts';
import { reportBody } from './components/body.ts';
import {
  amongWords,
  percents,
  shareWords,
  shortWords,
  sureSentences,
  votesSentence,
} from './components/words.ts';
import { reportHtml } from './exports.server.ts';
import { reportOf, type ReportData } from './model.ts';

function data(groups: number, statements: { text: string }[] = []): ReportData {
  const planted = plantedVotes({
    participants: 100,
    statements: 30,
    groups,
    density: 0.9,
    strength: groups > 1 ? 0.45 : 0,
    seed: 1,
  });
  return reportOf(analyse(voteMatrix(planted.ballots)), statements);
}

const nothing = reportOf(
  analyse(
    voteMatrix({
      participants: new Int32Array(),
      statements: new Int32Array(),
      votes: new Int8Array(),
    }),
  ),
  [],
);
/** Four people, whose votes a report that was kept before may hold. */
const four: ReportData = {
  ...data(1),
  counts: { ...data(1).counts, people: 4, placed: 4 },
};
/** As many groups as a report can have: those of two, and marks dealt out to five. */
function five(): ReportData {
  const two = data(2);
  return {
    ...two,
    groups: Array.from({ length: 5 }, (_, at) => two.groups[at % 2]!),
    map: {
      ...two.map!,
      marks: two.map!.marks.map(([x, y, , people], at) => [x, y, at % 5, people]),
    },
    unites: two.unites.map((one) => ({
      ...one,
      groups: Array.from({ length: 5 }, (_, at) => one.groups[at % 2]!),
    })),
    divides: two.divides.map((one) => ({
      ...one,
      groups: Array.from({ length: 5 }, (_, at) => one.groups[at % 2]!),
    })),
  };
}

describe.each(locales)('in %s', (locale) => {
  it.each([
    ['nobody', nothing],
    ['four people', four],
    ['no groups', data(1)],
    ['two groups', data(2)],
    ['five groups', five()],
  ])('%s: well-formed, without NaN, each part under its heading', (_, told) => {
    const body = reportBody(told, locale);
    expect(XMLValidator.validate(`<div>${body}</div>`)).toBe(true);
    expect(body).not.toMatch(/NaN|undefined|Infinity|\[object/);
    const levels = [...body.matchAll(/<h(\d)/g)].map(([, level]) => Number(level));
    expect(levels[0]).toBe(2);
    levels.forEach((level, at) => expect(level - (levels[at - 1] ?? 1)).toBeLessThanOrEqual(1));
    const ids = [...body.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    if (told === four) expect(body).not.toMatch(/<svg class="(map|bar)"|class="(short|sides)/);
    expect(body.match(/class="letter"/g)?.length ?? 0).toBe(told.groups.length);
  });

  it('each statement stands in the details once, and what the first page links to is there', () => {
    for (const told of [data(1), data(2), five()]) {
      const body = reportBody(told, locale);
      const ids = [...body.matchAll(/<li id="(report-statement-\d+)"/g)].map(([, id]) => id);
      expect(ids.length).toBeGreaterThan(0);
      const links = [...body.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id!);
      expect(links.length).toBeGreaterThan(4);
      for (const id of links) expect(body).toContain(` id="${id}"`);
      // What a report names is somewhere in its details.
      const named = [...told.divides, ...told.unites, ...told.groups.flatMap(({ says }) => says)];
      expect(new Set(named.map(({ statement }) => `report-statement-${statement}`))).toEqual(new Set(ids));
    }
  });

  it('a file asks for nothing, runs nothing and says the same each time', () => {
    const html = reportHtml(data(2), { locale, title: 'Débat' });
    expect(html).toBe(reportHtml(data(2), { locale, title: 'Débat' }));
    expect(html).not.toMatch(/<script|<link|<img|\son\w+=|https?:|@import|url\((?!'#|#|"#)/i);
    expect(html).toMatch(
      new RegExp(`^<!doctype html>\\n<html lang="${locale}" dir="${locale === 'ar' ? 'rtl' : 'ltr'}">`),
    );
  });
});

it('says why a group of fewer than five is told in no words, and what else is left out', () => {
  const two = data(2);
  const [first, second] = two.groups;
  const told = {
    ...two,
    groups: [
      { ...first!, people: null, says: [] },
      { ...second!, withheld: true },
    ],
  };
  const body = reportBody({ ...told, uncounted: [0] }, 'en');
  expect(body).toContain('A group of fewer than 5 people, not described: the map shows it');
  expect(body).not.toContain('Nothing clearly tells this group');
  expect(body).toContain('In every group that is described, a majority');
  expect(reportBody(two, 'en')).toContain('In every group, a majority');
  expect(body).toContain('Some of what marks this group out is not told');
  expect(body).toContain('fewer than 5 people answered among those who have no place on the map');
  expect(reportBody(two, 'en')).not.toContain('fewer than 5');
});

it('says that moderation was strict, and finds no agreement where no statement is left', () => {
  const words = 'Only statements that moderators accepted count.';
  expect(reportBody({ ...data(1), strict: true }, 'en')).toContain(words);
  expect(reportBody(data(1), 'en')).not.toContain(words);
  const { matrix } = analyse(of(Array.from({ length: 12 }, () => [1, -1, 1, 1, 0, 1, 1, 1]))).state;
  const left = analyse(matrix, { moderation: { strict: true, moderated: new Int8Array(8) } });
  expect(reportOf(left, [], { strict: true })).toMatchObject({ verdict: 'untold', strict: true });
});

it('tells answers in tenths where ballots weigh differently, and of no number of people', () => {
  const matrix = of(Array.from({ length: 40 }, (_, row) => Array<number>(8).fill(row < 32 ? 1 : -1)));
  const weights = Float64Array.from({ length: 40 }, (_, row) => 1 + (row % 3));
  const body = reportBody(reportOf(analyse(matrix, { weights }), [], { weights }), 'en');
  expect(body).toContain('early everybody agrees');
  expect(body).toContain('answers are told in tenths');
  expect(body).toContain('<td class="figure">8</td><td class="figure">0</td><td class="figure">2</td>');
  expect(body).not.toMatch(/\d+ (of \d+ )?answered|\d+ agree ·/);
  expect(votesSentence([10, 0, 0], 'en', true)).toBe('Nearly everybody agrees.');
});

describe('how sure groups are', () => {
  const two = data(2);
  const telling = (verdict: ReportData['verdict'], sureness: ReportData['sureness']) => {
    const { sureness: _, ...rest } = two;
    return sureSentences({ ...rest, verdict, ...(sureness && { sureness }) }, 'en').join(' ');
  };
  const figures = { people: 0.9, statements: 0.9, tried: 5, others: [] };

  it('names another number of groups only where it is nearly as clear-cut', () => {
    expect(telling('clear', figures)).toMatch(
      /relied on.* No other number of groups, up to 5, is as clear-cut/,
    );
    expect(telling('clear', { ...figures, others: [3, 4] })).toMatch(
      /Another number of groups \(3, 4\) .*cannot be excluded/,
    );
    expect(telling('clear', { ...figures, tried: 2 })).toContain('no more than 2 groups are looked for');
  });

  it('says what a doubt comes from', () => {
    expect(telling('uncertain', { ...figures, people: 0.7 })).toMatch(
      /care: had only some of the people voted, partly/,
    );
    expect(telling('uncertain', { ...figures, statements: 0.5 })).toContain(
      'had only some of the statements been put',
    );
    expect(telling('uncertain', { ...figures, people: 0.7, statements: 0.5 })).toContain(
      'voted, or on only some',
    );
  });

  it('of reports that were kept before, says what they tell', () => {
    expect(telling('uncertain', undefined)).toMatch(/^Take this with care[^.]*\.$/);
  });
});

it.each(locales)('reports that were kept before still show, in %s', (locale) => {
  for (const told of [data(1), data(2), five()]) {
    // What they did not hold.
    const { sureness: _, uncounted: __, ...before } = told;
    const groups = told.groups.map(({ withheld: _, says, ...group }) => ({
      ...group,
      says: says.map(({ groups: _, ...saying }) => saying),
    }));
    const body = reportBody({ ...before, groups } as ReportData, locale);
    expect(body).not.toMatch(/NaN|undefined|null|\[object/);
    const named = new Set(told.groups.flatMap(({ says }) => says.map(({ statement }) => statement)));
    for (const statement of named) expect(body).toContain(` id="report-statement-${statement}"`);
    // Of two groups, the others are the other one: nothing is missing.
    if (told.groups.length === 2) {
      const now = reportBody(told, locale);
      expect(body.match(/class="sides/g)?.length).toBe(now.match(/class="sides/g)?.length);
      expect(body.match(/<svg class="bar"/g)?.length).toBe(now.match(/<svg class="bar"/g)?.length);
    }
  }
});

it('on the first page says how many of a group answered where that is less than half of it', () => {
  const two = data(2);
  const brief = (answers: [number, number, number]) => {
    const divides = [{ statement: 0, groups: [answers, [0, 40, 0] as [number, number, number]] }];
    const groups = two.groups.map((group) => ({ ...group, people: 50, says: [] }));
    return reportBody({ ...two, groups, divides }, 'en').split('<nav')[0]!;
  };
  expect(brief([5, 0, 0])).toContain('everybody agrees <small>(5 of 50 answered)</small>');
  expect(brief([30, 0, 0])).not.toContain('answered)');
});

it('says how many ballots stand for how many people', () => {
  const two = data(2);
  const [first, ...rest] = two.groups;
  const told = {
    ...two,
    weighted: true,
    counts: { ...two.counts, spokenFor: 620 },
    groups: [{ ...first!, people: 50, weight: 320 }, ...rest],
  };
  const body = reportBody(told, 'fr');
  expect(body).toContain('100 bulletins au nom de 620 personnes');
  expect(body).toContain('50 bulletins au nom de 320 personnes');
  expect(body).toContain('Un bulletin peut parler pour plusieurs personnes');
  const unplaced = { ...told, counts: { ...told.counts, tooFewVotes: 3 } };
  expect(reportBody(unplaced, 'fr')).toContain('3 bulletins comptent trop peu de votes');
});

it('tells types of actors in the words of the reader, others in their own', () => {
  const cells: [number, number, number][] = [
    [9, 1, 1],
    [1, 9, 1],
  ];
  const breakdowns = [
    {
      by: 'actor_type' as const,
      names: [actorTypes[0], 'Pêcheurs'],
      statements: data(2).statements.map((_, statement) => ({ statement, cells, rest: null })),
    },
  ];
  const body = reportBody({ ...data(2), breakdowns }, 'fr');
  expect(body).not.toContain(`>${actorTypes[0]}<`);
  expect(body).toContain('<bdi>Pêcheurs</bdi>');
  const ids = [...body.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
  expect(new Set(ids).size).toBe(ids.length);
});

it('escapes whatever comes from outside', () => {
  const hostile = `</style><script>alert("1")</script>'&<b onclick=x>`;
  const statements = Array.from({ length: 30 }, () => ({ text: hostile }));
  const told = {
    ...data(2, statements),
    language: '"><script>',
    breakdowns: [
      {
        by: 'territory' as const,
        names: [hostile],
        statements: [
          {
            statement: 0,
            cells: [[5, 1, 1] as [number, number, number]],
            rest: null,
          },
        ],
      },
    ],
  };
  const html = reportHtml(told, {
    locale: 'fr',
    title: hostile,
    summary: hostile,
  });
  expect(html).not.toMatch(/<script|<b |onclick=x>/);
  expect(html.match(/<\/style>/g)).toHaveLength(1);
  expect(html).toContain('&lt;/style&gt;&lt;script&gt;alert(&quot;1&quot;)');
});

describe('shares in words', () => {
  it.each([
    [[8, 2, 0], '8 sur 10 sont d’accord'],
    [[1, 5, 0], '1 sur 6 est d’accord'],
    [[82, 10, 8], '8 sur 10 sont d’accord'],
    [[99, 1, 0], 'presque tout le monde est d’accord'],
    [[7, 0, 0], 'tout le monde est d’accord'],
    [[97, 3, 0], 'presque tout le monde est d’accord'],
  ] as const)('%j', (votes, words) => {
    expect(shareWords([...votes], 'agree', 'fr')).toBe(words);
  });

  it('Arabic counts people in its own numbers', () => {
    const words = [1, 2, 3, 8].map((count) => shareWords([count, 10 - count, 0], 'agree', 'ar'));
    expect(words).toEqual(['واحد من 10 موافق', 'اثنان من 10 موافقان', '3 من 10 موافقون', '8 من 10 موافقون']);
  });

  it('a sentence tells what most say first, and leaves what few say to the figures', () => {
    expect(votesSentence([30, 65, 5], 'en')).toBe('7 out of 10 disagree, 3 out of 10 agree.');
    expect(votesSentence([97, 1, 2], 'en')).toBe('Nearly everybody agrees.');
    expect(amongWords([30, 65, 5], 'en', 120)).toBe('100 of 120 answered');
    expect(amongWords([97, 1, 2], 'en')).toBe('100 answered');
    expect(votesSentence(null, 'en')).toBe(
      'Answers not shown, so that those of fewer than 5 people cannot be worked out.',
    );
  });

  it('in short: what more than half say, else the two answers that most give', () => {
    expect(shortWords([60, 30, 10], 'en')).toBe('6 out of 10 agree');
    expect(shortWords([52, 45, 3], 'en', true)).toBe('5 out of 10 agree, 5 out of 10 disagree');
    expect(shortWords([45, 40, 15], 'en')).toBe('5 out of 10 agree, 4 out of 10 disagree');
  });

  it('hundredths add up to a hundred', () => {
    expect(percents([1, 1, 1], 'en')).toEqual(['34%', '33%', '33%']);
    expect(percents([], 'en')).toEqual([]);
  });
});

it('a map is drawn for a single mark of a group, and the same in every language', () => {
  const map = {
    width: 1000,
    height: 0,
    kept: 0.5,
    gathered: false,
    marks: [
      [0, 0, 0, 1],
      [1000, 0, 1, 3],
    ] as [number, number, number, number][],
  };
  const drawn = mapSvg(map, { label: 'x', letters: ['A', 'B'] });
  expect(drawn).not.toMatch(/NaN/);
  expect(drawn.match(/class="hull/g)).toHaveLength(2);
  expect(
    mapSvg(map, { label: 'x', letters: ['أ', 'ب'] })
      .replace('أ', 'A')
      .replace('ب', 'B'),
  ).toBe(drawn);
});

it('outlines hold nine people in ten, and letters lie over no mark where there is room', () => {
  const around = (x: number, y: number, group: number) =>
    Array.from({ length: 20 }, (_, at): [number, number, number, number] => [
      x + 40 * (at % 5),
      y + 40 * Math.floor(at / 5),
      group,
      1,
    ]);
  const marks = [
    ...around(0, 0, 0),
    ...around(700, 0, 1),
    [1000, 1000, 1, 1] as [number, number, number, number],
  ];
  const drawn = mapSvg(
    { width: 1000, height: 1000, kept: 0.5, gathered: false, marks },
    { label: 'x', letters: ['A', 'B'] },
  );
  const hull = /class="hull square" d="M([^"]*)z"/.exec(drawn)![1]!;
  const heights = hull.split('L').map((point) => Number(point.split(' ')[1]));
  // The one who stands far up is outside, in the upper half of the drawing.
  expect(Math.min(...heights)).toBeGreaterThan(200);
  const letters = [...drawn.matchAll(/<circle cx="([\d.]+)" cy="([\d.]+)" r="15"/g)].map(([, x, y]) => [
    Number(x),
    Number(y),
  ]);
  const discs = [...drawn.matchAll(/M([\d.]+) ([\d.]+)a/g)].map(([, x, y]) => [Number(x) + 4.6, Number(y)]);
  expect(letters).toHaveLength(2);
  expect(discs).toHaveLength(20);
  for (const [x, y] of letters)
    for (const [markX, markY] of discs) expect(Math.hypot(markX! - x!, markY! - y!)).toBeGreaterThan(15);
});
