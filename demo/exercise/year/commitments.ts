import { createCommitment } from '#follow-up/commitments/changes.server.ts';
import { answerExtension, askExtension } from '#follow-up/extensions/changes.server.ts';
import { createShare } from '#follow-up/funding/changes.server.ts';
import { addImplementation } from '#follow-up/implementations/changes.server.ts';
import { nameMatch } from '#follow-up/matching/changes.server.ts';
import { createMilestone, updateMilestone } from '#follow-up/milestones/changes.server.ts';
import { createParty } from '#follow-up/parties/changes.server.ts';
import { createLink } from '#network/links/changes.server.ts';
import type { Clock } from '#platform/clock/clock.ts';
import { addDays } from '#platform/clock/local.ts';
import { done } from '#platform/records/outcome.ts';
import type { FullText } from '../../text.ts';
import { label } from '../names.ts';
import type { Institution } from './cast.ts';
import { contributions, delays, milestones, participation, places, refusals } from './phrases.ts';
import type { Asked, Setting } from './recommendations.ts';
import { planReports } from './reports.ts';
import type { Deed, Theme } from './themes/model.ts';
import { joined } from './words.ts';

/** A commitment of the year, its id once it stands. */
export interface Plan {
  id: string;
  number: number;
  theme: Theme;
  lead: Institution;
  /** Who confirms what its institution has validated. */
  confirmer: Institution | undefined;
  startsOn: string;
  dueOn: string;
  visibility: 'public' | 'network' | 'draft';
  steps: readonly Step[];
}

/** A step of a commitment, its id once it stands. */
interface Step {
  id: string;
  title: FullText;
  dueOn: string;
}

/** How many commitments serve a recommendation, one after another, beside what comes by chance. */
const served = [5, 1, 8, 0, 4, 9, 2, 6, 1, 7];

/** Plans commitments with their parts and reports, on recommendations that somebody has accepted. */
export function planCommitments(setting: Setting, count: number, asked: readonly Asked[]): void {
  const { random, timeline, cast, today } = setting;
  // Of what was accepted some wait for a commitment, and some are served by many.
  const accepted = asked
    .filter(({ accepted }) => accepted.length > 0)
    .flatMap((one, index) => Array.from({ length: served[index % served.length]! }, () => one));
  const turns = new Map<Theme, number>();
  const plans: Plan[] = [];
  for (let number = 1; number <= count; number += 1) {
    const own = accepted[(number * 31) % accepted.length]!;
    const answer = random.pick(own.accepted);
    // Four in five are led by who accepted, the others by a partner in the field.
    const lead = random.chance(0.8) ? answer.institution : random.pick(cast.partners);
    const day = earlier(addDays(answer.day, 5 + random.int(50)), today);
    const confirmer = number % 9 === 0 ? random.pick(cast.ministries) : undefined;
    const startsOn = addDays(day, random.int(30));
    const dueOn = addDays(day, 60 + random.int(540));
    const plan: Plan = {
      id: '',
      number,
      theme: own.theme,
      lead,
      confirmer: confirmer === lead ? undefined : confirmer,
      startsOn,
      dueOn,
      steps: number % 30 === 0 ? [] : stepsOf(number, startsOn, dueOn),
      visibility: number % 20 === 19 ? 'draft' : number % 15 === 14 ? 'network' : 'public',
    };
    const turn = turns.get(own.theme) ?? 0;
    turns.set(own.theme, turn + 1);
    const deed = own.theme.deeds[turn % own.theme.deeds.length]!;
    const place = places[Math.floor(turn / own.theme.deeds.length) % places.length]!;
    // One in six serves a second recommendation that is in the register by then.
    const second = number % 6 === 0 ? accepted[(number * 17) % accepted.length]! : own;
    const others = second.day < day ? [own, second] : [own];
    timeline.on(day, (clock) => write(setting, plan, { deed, place, serves: new Set(others) }, clock));
    planSteps(setting, plan);
    planExtension(setting, plan, day);
    if (plan.visibility !== 'draft') planReports(setting, plan, day);
    plans.push(plan);
  }
  timeline.on(addDays(today, -3), (clock) => match(setting, plans, clock));
}

function earlier(a: string, b: string): string {
  return a < b ? a : b;
}

async function write(
  setting: Setting,
  plan: Plan,
  { deed, place, serves }: { deed: Deed; place: (typeof places)[number]; serves: ReadonlySet<Asked> },
  clock: Clock,
): Promise<void> {
  const { tx, random, concepts, regions } = setting;
  const { number, theme, lead, confirmer, startsOn, dueOn, visibility } = plan;
  const input = {
    slug: `exercise-commitment-${number}`,
    reference: `EX-C-${String(number).padStart(3, '0')}`,
    title: joined(deed.title, place),
    deliverable: joined(deed.deliverable, label),
    kind: deed.kind,
    organisationId: lead.id,
    startsOn,
    dueOn: number % 30 === 0 ? undefined : dueOn,
    beneficiaries: theme.beneficiaries,
    participation: number % 2 === 0 ? participation[number % participation.length]! : undefined,
    confirmedById: confirmer?.id,
    visibility,
  };
  const { writer } = lead;
  plan.id = done(await createCommitment(tx, writer, input, clock)).id;
  const from = { kind: 'commitments', id: plan.id } as const;
  const region = lead.region ?? [...serves][0]!.region;
  const territory = { kind: 'territories', id: regions.includes(region) ? region : regions[0]! } as const;
  done(await createLink(tx, writer, { from, relation: 'concerns', to: territory, position: 1 }, true, clock));
  const concept = { kind: 'concepts', id: concepts.get(theme.serves[0]!)! } as const;
  done(await createLink(tx, writer, { from, relation: 'serves', to: concept, position: 1 }, true, clock));
  for (const { reference } of serves)
    done(await addImplementation(tx, writer, { commitmentId: plan.id, reference }, clock));
  await writeParts(setting, plan, random, clock);
}

async function writeParts(
  { tx, cast }: Setting,
  { id: commitmentId, number, lead, steps }: Plan,
  random: Setting['random'],
  clock: Clock,
): Promise<void> {
  const { writer } = lead;
  if (number % 5 === 0) {
    const party = random.pick(cast.partners.filter(({ id }) => id !== lead.id));
    const contribution = contributions[number % contributions.length]!;
    done(await createParty(tx, writer, { commitmentId, organisationId: party.id, contribution }, clock));
  }
  for (const step of steps) {
    const { title, dueOn } = step;
    step.id = done(await createMilestone(tx, writer, { commitmentId, title, dueOn }, clock)).id;
  }
  // Three in four say what they cost, some in two currencies.
  const shares = number % 4 === 3 ? 0 : number % 7 === 0 ? 2 : 1;
  for (let share = 0; share < shares; share += 1) {
    const currency = share === 1 ? random.pick(['EUR', 'USD']) : 'MAD';
    const amount = String((1 + random.int(40)) * (currency === 'MAD' ? 25_000 : 5_000));
    const funder =
      share === 1 ? { funder: 'Fonds d’exercice pour les régions' } : { organisationId: lead.id };
    done(
      await createShare(
        tx,
        writer,
        { commitmentId, ...funder, amount, currency, secured: random.chance(0.6) },
        clock,
      ),
    );
  }
}

/** The steps of a commitment, evenly spread until it is due. */
function stepsOf(number: number, startsOn: string, dueOn: string): Step[] {
  const titles = milestones.slice(0, number % 4);
  const days = Math.round((Date.parse(dueOn) - Date.parse(startsOn)) / 86_400_000);
  return titles.map((title, index) => {
    const after = Math.max(0, Math.floor((days * (index + 1)) / (titles.length + 1)));
    return { id: '', title, dueOn: earlier(addDays(startsOn, after), dueOn) };
  });
}

/** Most steps are reached on their day. */
function planSteps({ tx, timeline }: Setting, { number, lead, steps }: Plan): void {
  for (const [index, step] of steps.entries())
    if ((number + index) % 3 !== 0)
      timeline.on(step.dueOn, async (clock) => {
        const input = { ...step, version: 1, reachedOn: step.dueOn };
        done(await updateMilestone(tx, lead.writer, input, clock));
      });
}

/** One in fourteen asks for more time a month before it is due; most are granted it. */
function planExtension({ tx, timeline, cast, today }: Setting, plan: Plan, day: string): void {
  const { number, lead, dueOn } = plan;
  const asking = addDays(dueOn, -30);
  if (number % 14 !== 0 || number % 30 === 0 || asking <= day || asking > today) return;
  const { locale, writer } = lead;
  const language = locale === 'ar' ? 'ar' : 'fr';
  let request = '';
  timeline.on(asking, async (clock) => {
    const reason = delays[number % delays.length]![language];
    const input = { commitmentId: plan.id, toDueOn: addDays(dueOn, 120), reason, language } as const;
    const asked = await askExtension(tx, writer, input, clock);
    // What was completed by then needs none.
    if (asked.ok) request = asked.id;
  });
  timeline.on(addDays(asking, 12), async (clock) => {
    if (request === '') return;
    const decision = number % 4 === 0 ? 'refused' : 'granted';
    const answer = decision === 'refused' ? refusals.fr : undefined;
    const input = { id: request, version: 1, decision, answer, language: 'fr' } as const;
    done(await answerExtension(tx, cast.coordinator, input, clock));
  });
}

/** Some pairs of institutions each do a part; in the last, only one side says so. */
async function match({ tx, actor }: Setting, plans: readonly Plan[], clock: Clock): Promise<void> {
  const open = plans.filter(({ id, visibility }) => id !== '' && visibility === 'public');
  const PAIRS = 12;
  for (let pair = 0; pair < PAIRS; pair += 1) {
    const one = open[pair * 20]!;
    const other = open
      .slice(pair * 20 + 1)
      .find(({ theme, lead }) => theme === one.theme && lead.id !== one.lead.id);
    if (!other) continue;
    const sides = pair + 1 < PAIRS ? [[one, other] as const, [other, one] as const] : [[one, other] as const];
    for (const [from, to] of sides) {
      const { version } = await tx
        .selectFrom('commitments')
        .select('version')
        .where('id', '=', from.id)
        .executeTakeFirstOrThrow();
      const reference = `EX-C-${String(to.number).padStart(3, '0')}`;
      const named = await nameMatch(tx, actor, { id: from.id, version, reference }, clock);
      // Whoever was named by an earlier pair stays with it.
      if (!named.ok) break;
    }
  }
}
