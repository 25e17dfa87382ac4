import { remindCommitted, turnLate } from '#follow-up/commitment-status/changes.server.ts';
import { commitmentKinds } from '#follow-up/commitments/model.ts';
import { readChain } from '#follow-up/chain/queries.server.ts';
import { listLikelyRecommendations } from '#follow-up/likely/queries.server.ts';
import { readMatrix } from '#follow-up/matrices/queries.server.ts';
import { createReport, submitReport } from '#follow-up/reports/changes.server.ts';
import { explain } from '#follow-up/status/queries.server.ts';
import { decideReport } from '#follow-up/validations/changes.server.ts';
import { listTerritories } from '#network/territories/queries.server.ts';
import { askedOf, countAsked, readAskedPart } from '#follow-up/register/queries.server.ts';
import { readChoices } from '#follow-up/view-choices/queries.server.ts';
import { anonymous } from '#platform/actor/actor.ts';
import { addDays } from '#platform/clock/local.ts';
import { instant, systemClock } from '#platform/clock/clock.ts';
import { done } from '#platform/records/outcome.ts';
import { ask } from '../subjects/twin.ts';
import type { LongNetwork } from './network.ts';
import { title } from './words.ts';

/** Something that a long history is asked, another part of it each time. */
export interface Question {
  what: string;
  /** What comes before one asking, unmeasured. @returns the id that is asked with */
  prepare?(network: LongNetwork, number: number): Promise<string>;
  /** What is measured, numbered from 0. */
  ask(network: LongNetwork, number: number, id: string): Promise<unknown>;
  /** Left out, twenty milliseconds are the most that the median may take. */
  goal?: null;
  /** How often it is asked at most. */
  most?: number;
}

const page = (what: string, address: (network: LongNetwork, number: number) => string): Question => ({
  what,
  // An address with another query is never kept, and another record each time is not remembered.
  ask: (network, number) => ask(network.node.url, address(network, number)),
});

/** A number that leads through all of a list, neighbours far apart. */
const spread = (number: number, of: number) => (number * 7_919 + 13) % of;

export const questions: readonly Question[] = [
  page('the register', ({ recommendations }, number) => {
    const pages = Math.ceil((recommendations * 39) / 40 / 50);
    return `/fr/recommendations?page=${2 + spread(number, pages - 2)}&uncached=${number}`;
  }),
  page('the register with three filters', ({ frame }, number) => {
    const status = (['late', 'in-progress', 'superseded', 'committed'] as const)[number % 4]!;
    const goal = 1 + (Math.floor(number / 48) % 17);
    return `/fr/recommendations?territory=${frame.places[number % 12]}&serves=sdg-${goal}&status=${status}`;
  }),
  page('the register by words', (_, number) => {
    const words = ['accueil province', 'migrants', 'écoles données', 'الشباك', 'horaires'][number % 5]!;
    return `/fr/recommendations?${new URLSearchParams({ q: `${words} ${spread(number, 9_000)}` })}`;
  }),
  page('the register by a word that all hold', (_, number) => {
    return `/fr/recommendations?q=services&from=2020-01-01&to=2100-01-${10 + (number % 20)}&uncached=${number}`;
  }),
  page('the matrix of regions', ({ recommendations }, number) => {
    const pages = Math.ceil((recommendations * 39) / 40 / 50);
    return `/ar/recommendations/matrix?page=${2 + spread(number, pages - 2)}&uncached=${number}`;
  }),
  {
    what: 'how fifty recommendations stand in each region',
    ask: async ({ db, recommendations }, number) => {
      const rows = await db.reader
        .selectFrom('recommendations')
        .selectAll()
        .orderBy('id')
        .limit(50)
        .offset(spread(number, recommendations - 50))
        .execute();
      return readMatrix(db.reader, anonymous, rows, await listTerritories(db.reader, 'region'));
    },
  },
  {
    ...page('a region’s briefing', (_, number) => `/fr/territories/oriental/briefing?uncached=${number}`),
    // A page that is kept until its day is over or something of it changes.
    goal: null,
    most: 12,
  },
  page('the register by institution, deadline and priority', ({ frame }, number) => {
    const ministry = number % frame.ministries.length;
    const due = (['late', 'month', 'quarter'] as const)[Math.floor(number / 30) % 3]!;
    return `/ar/recommendations?institution=bench-ministry-${ministry}&due=${due}&priority=${1 + (number % 3)}`;
  }),
  page('the register by region and days, in the order of deadlines', ({ frame }, number) => {
    const from = addDays(instant(systemClock).slice(0, 10), -400 + number);
    return `/fr/recommendations?territory=${frame.places[number % 12]}&from=${from}&priority=none&sort=due`;
  }),
  page('the list of commitments', ({ recommendations }, number) => {
    const pages = Math.floor((recommendations * 4.4) / 50);
    return `/ar/commitments?page=${2 + spread(number, pages - 2)}&uncached=${number}`;
  }),
  page('the list of commitments by region, goal and status', ({ frame }, number) => {
    const status = (['late', 'in-progress', 'completed', 'not-started'] as const)[number % 4]!;
    const goal = 1 + (Math.floor(number / 48) % 17);
    return `/fr/commitments?territory=${frame.places[number % 12]}&serves=sdg-${goal}&status=${status}`;
  }),
  page('the list of commitments by region, kind and days', ({ frame }, number) => {
    const kind = commitmentKinds[number % commitmentKinds.length]!;
    const from = addDays(instant(systemClock).slice(0, 10), -400 + number);
    return `/ar/commitments?territory=${frame.places[number % 12]}&from=${from}&kind=${kind}`;
  }),
  page('the list of commitments by institution, part and deadline', (_, number) => {
    const part = (['lead', 'party', 'funder'] as const)[number % 3]!;
    const due = (['late', 'month', 'quarter'] as const)[Math.floor(number / 36) % 3]!;
    return `/fr/commitments?institution=bench-regional-council-${number % 12}&part=${part}&due=${due}&sort=status`;
  }),
  {
    what: 'commitments by region, kind and days, as a focal point reads them',
    ask: async ({ db, frame }, number) => {
      const kind = commitmentKinds[number % commitmentKinds.length]!;
      const today = instant(systemClock).slice(0, 10);
      const query = new URLSearchParams({
        territory: frame.places[number % 12]!,
        kind,
        to: addDays(today, number),
      });
      const asked = await askedOf(db.reader, frame.writer, { register: 'commitments', query, today });
      return readAskedPart(db.reader, frame.writer, asked, { offset: 0, limit: 50 });
    },
  },
  {
    what: 'the whole list of commitments counted, as a focal point reads it',
    ask: async ({ db, frame }) => {
      const today = instant(systemClock).slice(0, 10);
      const query = new URLSearchParams();
      const asked = await askedOf(db.reader, frame.writer, { register: 'commitments', query, today });
      return countAsked(db.reader, frame.writer, asked);
    },
  },
  {
    what: 'what a focal point may narrow the list of commitments to',
    ask: ({ db, frame }) => readChoices(db.reader, frame.writer, 'commitments'),
  },
  page('a recommendation', ({ recommendations }, number) => {
    const at = spread(number, recommendations);
    return `/fr/recommendations/bench-recommendation-${at % 40 === 39 ? at - 1 : at}?uncached=${number}`;
  }),
  page('a commitment', ({ recommendations }, number) => {
    const at = spread(number, recommendations);
    return `/ar/commitments/bench-commitment-${(at % 10 === 9 ? at - 1 : at) * 12}?uncached=${number}`;
  }),
  page(
    'a regional council',
    (_, number) => `/fr/organisations/bench-regional-council-${number % 12}?uncached=${number}`,
  ),
  page('a region', (_, number) => `/fr/territories/oriental?uncached=${number}`),
  page('a workshop', ({ recommendations }, number) => {
    return `/fr/workshops/bench-workshop-${spread(number, recommendations / 50)}?uncached=${number}`;
  }),
  page('the first page', (_, number) => `/fr?uncached=${number}`),
  {
    what: 'why a recommendation stands as it does',
    prepare: idOfRecommendation,
    ask: ({ db }, _, id) => explain(db.reader, { id, status_since: null }),
  },
  {
    what: 'the chain of a recommendation, to its end in both directions',
    prepare: idOfRecommendation,
    ask: ({ db }, _, id) => readChain(db.reader, anonymous, { kind: 'recommendations', id }),
  },
  {
    what: 'a report that is validated, with the statuses that follow',
    prepare: submittedReport,
    ask: async ({ db, frame }, _, id) =>
      done(await decideReport(db, frame.validator, { id, version: 2, decision: 'validated' })),
  },
  {
    what: 'recommendations like one that is typed',
    ask: ({ db }, number) => {
      const { fr, ar, en } = title(number);
      return listLikelyRecommendations(db.reader, anonymous, { fr, ar, en });
    },
    // Every title is compared; asked while a recommendation is typed, never of a page.
    goal: null,
  },
  page('the site map', (_, number) => `/sitemap.xml?uncached=${number}`),
  {
    what: 'a night in which nothing turns late',
    ask: ({ db }) => turnLate(db, systemClock),
  },
  {
    what: 'a morning’s reminders',
    ask: ({ db }) => remindCommitted(db, systemClock),
    goal: null,
    most: 3,
  },
];

async function idOfRecommendation({ db, recommendations }: LongNetwork, number: number): Promise<string> {
  const at = spread(number, recommendations);
  const { id } = await db.reader
    .selectFrom('recommendations')
    .select('id')
    .where('slug', '=', `bench-recommendation-${at % 40 === 39 ? at - 1 : at}`)
    .executeTakeFirstOrThrow();
  return id;
}

/** A report that waits for its validator, on one of the first council's commitments. @returns its id */
async function submittedReport({ db, frame }: LongNetwork, number: number): Promise<string> {
  const organisationId = frame.councils[0]!;
  const { id: commitmentId } = await db.reader
    .selectFrom('commitments')
    .select('id')
    .where('organisation_id', '=', organisationId)
    .orderBy('id')
    .limit(1)
    .offset(number % 90)
    .executeTakeFirstOrThrow();
  const day = instant(systemClock).slice(0, 10);
  const report = {
    commitmentId,
    organisationId,
    periodStartsOn: addDays(day, -30 + Math.floor(number / 90)),
    periodEndsOn: day,
    status: number % 2 ? ('completed' as const) : ('in-progress' as const),
    narrative: { fr: 'Le guichet reçoit.', original: 'fr' as const },
  };
  const { id } = done(await createReport(db, frame.writer, report));
  done(await submitReport(db, frame.writer, { id, version: 1 }));
  return id;
}
