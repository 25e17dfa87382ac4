import { createRecommendation } from '#follow-up/recommendations/changes.server.ts';
import { createResponse } from '#follow-up/responses/changes.server.ts';
import { responsePositions, type ResponsePosition } from '#follow-up/responses/model.ts';
import { refreshRecommendations } from '#follow-up/status/changes.server.ts';
import { createSuccession } from '#follow-up/successions/changes.server.ts';
import { createLink } from '#network/links/changes.server.ts';
import { targets, type Relation } from '#network/links/model.ts';
import type { Actor } from '#platform/actor/actor.ts';
import type { Clock } from '#platform/clock/clock.ts';
import { addDays } from '#platform/clock/local.ts';
import type { Transaction } from '#platform/database/database.ts';
import { done } from '#platform/records/outcome.ts';
import type { Random } from '../../random.ts';
import { label } from '../names.ts';
import type { Cast, Institution } from './cast.ts';
import { priorityReasons, reasonsAgainst, reasonsInPart, tests } from './phrases.ts';
import { themes } from './themes.ts';
import type { Theme } from './themes/model.ts';
import type { Proofs } from './proofs.ts';
import type { Timeline } from './timeline.ts';
import { joined } from './words.ts';

/** What the year is written with. */
export interface Setting {
  tx: Transaction;
  actor: Actor;
  random: Random;
  timeline: Timeline;
  cast: Cast;
  /** The last day of it. */
  today: string;
  /** Ids of regions, of concepts by their slug, and of what recommendations come from. */
  regions: readonly string[];
  concepts: ReadonlyMap<string, string>;
  initiative: string;
  workshop: { id: string; sessions: readonly string[]; day: string };
  /** The files that reports show; none where there is no store for them. */
  proofs: Proofs | undefined;
}

/** A recommendation of the year: who is asked, who accepted and when, and its id once it stands. */
export interface Asked {
  id: string;
  reference: string;
  theme: Theme;
  /** The day on which it is in the register. */
  day: string;
  region: string;
  accepted: { institution: Institution; day: string }[];
}

/** How many days before the present the first of them was made. */
const FIRST = 620;
/** And how many the last. */
const LAST = 100;
/** How many come of the workshop, beside those its plenary adopted. */
const OF_WORKSHOP = 30;

/** Plans recommendations with their answers. @param adopted ids and references of those the plenary adopted */
export function planRecommendations(
  setting: Setting,
  count: number,
  adopted: readonly { id: string; reference: string }[],
): Asked[] {
  const { random, timeline, workshop, today } = setting;
  const taken = adopted.map((row, index): Asked => {
    const theme = themes[index % themes.length]!;
    const asked = planned(setting, index, theme, addDays(workshop.day, 62));
    Object.assign(asked, row);
    timeline.on(asked.day, (clock) => address(setting, asked, clock));
    return asked;
  });
  const made = Array.from({ length: count - adopted.length }, (_, index): Asked => {
    const theme = themes[index % themes.length]!;
    const isOfWorkshop = index < OF_WORKSHOP;
    const issued = isOfWorkshop ? workshop.day : addDays(today, random.int(FIRST - LAST) - FIRST);
    const asked = planned(setting, index, theme, addDays(issued, isOfWorkshop ? 65 : 3 + random.int(15)));
    timeline.on(asked.day, async (clock) => {
      await enter(setting, asked, { index, issued, isOfWorkshop }, clock);
      await address(setting, asked, clock);
    });
    return asked;
  });
  const all = [...taken, ...made];
  for (const asked of all) planAnswers(setting, asked);
  return all;
}

function planned({ regions, random }: Setting, index: number, theme: Theme, day: string): Asked {
  const reference = `EX-${String(index + 1).padStart(3, '0')}`;
  return { id: '', reference, theme, day, region: random.pick(regions), accepted: [] };
}

async function enter(
  { tx, actor, random, initiative, workshop }: Setting,
  asked: Asked,
  { index, issued, isOfWorkshop }: { index: number; issued: string; isOfWorkshop: boolean },
  clock: Clock,
): Promise<void> {
  const { theme } = asked;
  const turn = Math.floor(index / themes.length);
  const [ask, way] = [
    theme.asks[turn % theme.asks.length]!,
    theme.ways[Math.floor(turn / theme.asks.length)]!,
  ];
  const priority = ([1, 2, 2, 3, undefined] as const)[random.int(5)];
  const input = {
    slug: `exercise-recommendation-${index + 1}`,
    reference: asked.reference,
    title: joined(ask, way),
    text: joined(random.pick(theme.findings), random.pick(tests), label),
    issuedOn: issued,
    sourcePages: isOfWorkshop ? undefined : `${3 + random.int(60)}`,
    priority: priority && String(priority),
    priorityReason: priority === 1 ? random.pick(priorityReasons) : undefined,
    beneficiaries: theme.beneficiaries,
    visibility: index % 25 === 24 ? ('network' as const) : ('public' as const),
  };
  asked.id = done(await createRecommendation(tx, actor, input, clock)).id;
  const link = linking(tx, actor, asked.id, clock);
  if (isOfWorkshop) {
    await link('shared-at', workshop.id);
    await link('formulated-in', random.pick(workshop.sessions));
  } else await link('stems-from', initiative);
}

/** What links a recommendation, as of a day. */
function linking(tx: Transaction, actor: Actor, id: string, clock: Clock) {
  return async (relation: Relation, to: string, position = 1) => {
    const ends = { from: { kind: 'recommendations', id }, to: { kind: targets[relation], id: to } } as const;
    done(await createLink(tx, actor, { ...ends, relation, position }, true, clock));
  };
}

/** Says what a recommendation concerns and whom it asks. */
async function address(setting: Setting, asked: Asked, clock: Clock): Promise<void> {
  const { tx, actor, concepts } = setting;
  const link = linking(tx, actor, asked.id, clock);
  await link('concerns', asked.region);
  for (const [place, slug] of asked.theme.serves.entries())
    await link('serves', concepts.get(slug)!, place + 1);
  for (const [place, { id }] of addresseesOf(setting, asked).entries())
    await link('addressed-to', id, place + 1);
  await refreshRecommendations(tx, actor, [asked.id], clock, { quiet: true });
}

/** The council of the region, a ministry by the theme, and sometimes a partner. */
function addresseesOf({ cast, regions }: Setting, { region, theme, reference }: Asked): Institution[] {
  const number = Number(/\d+$/.exec(reference)?.[0] ?? 0);
  return [
    cast.councils[regions.indexOf(region)]!,
    ...(number % 4 === 0 ? [] : [cast.ministries[themes.indexOf(theme) % cast.ministries.length]!]),
    ...(number % 3 === 0 ? [cast.partners[number % cast.partners.length]!] : []),
  ];
}

/** Nine accept in whole and five in part where two reject; who is silent says nothing. */
const chances: readonly (ResponsePosition | null)[] = [
  ...Array.from({ length: 9 }, () => responsePositions[0]),
  ...Array.from({ length: 5 }, () => responsePositions[1]),
  ...Array.from({ length: 2 }, () => responsePositions[2]),
  ...Array.from({ length: 4 }, () => null),
];

function planAnswers(setting: Setting, asked: Asked): void {
  const { tx, random, timeline, today } = setting;
  for (const institution of addresseesOf(setting, asked)) {
    const answer = random.pick(chances);
    const day = addDays(asked.day, 15 + random.int(90));
    const reasons = random.pick(answer === 'rejected' ? reasonsAgainst : reasonsInPart);
    if (answer === null || day > today) continue;
    if (answer !== 'rejected') asked.accepted.push({ institution, day });
    timeline.on(day, async (clock) => {
      const input = {
        recommendationId: asked.id,
        organisationId: institution.id,
        answer,
        reasons: answer === 'accepted' ? undefined : reasons,
        respondedOn: day,
      };
      done(await createResponse(tx, institution.writer, input, clock));
    });
  }
}

/** One takes the place of another, two are parts of one, and one unites two. */
export function planSuccessions({ tx, actor, timeline, today }: Setting, asked: readonly Asked[]): void {
  const made = asked
    .filter(({ reference }) => reference.startsWith('EX-'))
    .toSorted((a, b) => (a.day < b.day ? -1 : 1));
  const [replaced, whole, first, second] = made as [Asked, Asked, Asked, Asked];
  const [replacing, part, other, uniting] = made.slice(-4) as [Asked, Asked, Asked, Asked];
  timeline.on(addDays(today, -40), async (clock) => {
    for (const [id, relation, ...references] of [
      [replacing.id, 'supersedes', replaced.reference],
      [part.id, 'parted-from', whole.reference],
      [other.id, 'parted-from', whole.reference],
      [uniting.id, 'unites', first.reference, second.reference],
    ] as const)
      done(await createSuccession(tx, actor, { id, relation, references: references.join('\n') }, clock));
  });
}
