import { remindCommitted, turnLate } from '#follow-up/commitment-status/changes.server.ts';
import { readChain } from '#follow-up/chain/queries.server.ts';
import { listLikelyRecommendations } from '#follow-up/likely/queries.server.ts';
import { readMatrix } from '#follow-up/matrices/queries.server.ts';
import { createReport, submitReport } from '#follow-up/reports/changes.server.ts';
import { explain } from '#follow-up/status/queries.server.ts';
import { decideReport } from '#follow-up/validations/changes.server.ts';
import { listTerritories } from '#network/territories/queries.server.ts';
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
  page('the list of commitments', ({ recommendations }, number) => {
    const pages = Math.floor((recommendations * 4.4) / 50);
    return `/ar/commitments?page=${2 + spread(number, pages - 2)}&uncached=${number}`;
  }),
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
