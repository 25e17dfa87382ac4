import { addDays } from '#platform/clock/local.ts';
import type { Database } from '#platform/database/database.ts';
import { columns } from '#platform/locale/text.ts';
import { fillWords } from '#platform/search/keep.ts';
import { isSettled, type CommitmentStatus } from '#follow-up/commitments/model.ts';
import { responsePositions, type ResponsePosition } from '#follow-up/responses/model.ts';
import { statusOf } from '#follow-up/status/model.ts';
import type { Relation } from '#network/links/model.ts';
import { targets } from '#network/links/model.ts';
import { seeded, type Random } from '../../demo/random.ts';
import { count, draw } from './choice.ts';
import { addCommitment } from './commitments.ts';
import { writeFrame, type Frame } from './frame.ts';
import { Bulk } from './rows.ts';
import { paragraph, title } from './words.ts';

/** How much there is of each. */
export interface Sizes {
  recommendations: number;
  /** For each recommendation. */
  commitments: number;
  /** For each commitment. */
  reports: number;
}

/** Ten thousand recommendations, fifty thousand commitments, a quarter of a million reports. */
export const full: Sizes = { recommendations: 10_000, commitments: 5, reports: 5.2 };

/** How many recommendations are written together with all that hangs from them. */
const BATCH = 500;
/** How many recommendations come of one workshop. */
const OF_WORKSHOP = 50;
/** How many recommendations a chain of successions has. */
export const DEPTH = 8;

/**
 * Fills a demonstration network with a long history: what is of one kind has the shape of what the capability's changes
 * write, its statuses follow from the rule, and the journal knows of every record.
 * @param day the present day
 */
export async function fillFollowUp(db: Database, sizes: Sizes, day: string): Promise<Frame> {
  const random = seeded(20_270_410);
  const workshops = Math.ceil(sizes.recommendations / OF_WORKSHOP);
  const frame = await writeFrame(db, random, { workshops, day });
  let earlier: string | null = null;
  for (let first = 0; first < sizes.recommendations; first += BATCH)
    await db.transaction(async (tx) => {
      const bulk = new Bulk(tx, db.engine);
      for (let number = first; number < Math.min(first + BATCH, sizes.recommendations); number += 1)
        earlier = addRecommendation(bulk, random, { frame, sizes, number, day, earlier });
      await bulk.write();
    });
  await fillWords(db);
  // What PostgreSQL does by itself soon afterwards.
  if (db.engine === 'postgres') await db.script('vacuum analyze');
  return frame;
}

interface Given {
  frame: Frame;
  sizes: Sizes;
  number: number;
  day: string;
  /** The recommendation before, which some come after. */
  earlier: string | null;
}

/** A recommendation with its answers, its commitments and their reports. @returns its id */
function addRecommendation(
  bulk: Bulk,
  random: Random,
  { frame, sizes, number, day, earlier }: Given,
): string {
  const workshop = frame.workshops[Math.floor(number / OF_WORKSHOP) % frame.workshops.length]!;
  const session = random.pick(workshop.sessions);
  const issued = addDays(day, -60 - random.int(1_700));
  const regions = draw(random, frame.regions, 1 + random.int(3));
  const addressees = [
    ...draw(random, frame.ministries, 1 + random.int(2)),
    frame.councils[frame.regions.indexOf(regions[0]!) % frame.councils.length]!,
  ];
  const answers = addressees.map((): ResponsePosition | null =>
    random.chance(0.75) ? random.pick(responsePositions) : null,
  );
  // A quarter of them stand in chains, each in the place of the one before; the last of a chain is in force.
  const isChained = number % (4 * DEPTH) < DEPTH;
  const isSucceeded = isChained && (number % (4 * DEPTH)) + 1 < DEPTH && number + 1 < sizes.recommendations;
  const commitments = addressees.length === 0 || number % 10 === 9 ? 0 : count(number, sizes.commitments);
  const plans = Array.from({ length: commitments }, (_, index) => {
    const visibility = index % 9 === 8 ? 'network' : 'public';
    return { visibility, number: number * 12 + index } as const;
  });
  const at = `${issued}T09:00:00.000Z`;
  // The row is written before what refers to it, and its status is known only after: the object is completed below.
  const row = bulk.add('recommendations', at, {
    slug: `bench-recommendation-${number}`,
    reference: `B-${number}`,
    position: 1_000 + number,
    ...columns('title', title(number)),
    ...columns('text', paragraph(number)),
    ...columns('priority_reason', undefined),
    ...columns('beneficiaries', undefined),
    issued_on: issued,
    source_pages: null,
    priority: ([1, 2, 3, null] as const)[random.int(4)]!,
    visibility: !isChained && number % 40 === 39 ? 'network' : 'public',
    status: 'unaddressed',
    status_since: issued,
    due_on: null as string | null,
  });
  const link = (relation: Relation, to: string, position = 1) =>
    bulk.add('links', at, {
      from_kind: 'recommendations',
      from_id: row.id,
      relation,
      to_kind: targets[relation],
      to_id: to,
      position,
    });
  link('shared-at', workshop.id);
  link('formulated-in', session.id);
  link('follows-from', session.conclusion);
  if (number % 4 === 0) link('stems-from', random.pick(frame.initiatives));
  for (const [place, region] of regions.entries()) link('concerns', region, place + 1);
  for (const [place, one] of addressees.entries()) link('addressed-to', one, place + 1);
  for (const [place, concept] of draw(random, frame.concepts, 2).entries())
    link('serves', concept, place + 1);
  if (isChained && number % (4 * DEPTH) > 0 && earlier) link('supersedes', earlier);
  for (const [place, position] of answers.entries())
    if (position)
      bulk.add('responses', at, {
        recommendation_id: row.id,
        organisation_id: addressees[place]!,
        position,
        ...columns('reasons', position === 'accepted' ? undefined : paragraph(number)),
        responded_on: addDays(issued, 30),
      });
  const statuses: CommitmentStatus[] = [];
  for (const plan of plans) {
    const made = {
      ...plan,
      frame,
      random,
      day,
      issued,
      recommendation: row.id,
      regions,
      reports: sizes.reports,
    };
    const { status, due_on } = addCommitment(bulk, made);
    if (plan.visibility !== 'public') continue;
    statuses.push(status);
    if (!isSettled(status) && (row.due_on === null || due_on < row.due_on)) row.due_on = due_on;
  }
  const answered = answers.filter((one) => one !== null);
  row.status = statusOf({
    isSucceeded,
    commitments: statuses,
    answers: answered,
    silent: addressees.length - answered.length,
  }).status;
  return row.id;
}
