import type { CommitmentStatus } from '#follow-up/commitments/model.ts';
import { attachRecord } from '#follow-up/evidence/changes.server.ts';
import { createReport, submitReport } from '#follow-up/reports/changes.server.ts';
import { confirmReport, decideReport } from '#follow-up/validations/changes.server.ts';
import { addDays } from '#platform/clock/local.ts';
import { columns } from '#platform/locale/text.ts';
import { done } from '#platform/records/outcome.ts';
import { createRecord } from '#platform/records/records.server.ts';
import { text } from '../../text.ts';
import { initiative } from '../workshop/frame.ts';
import type { Plan } from './commitments.ts';
import { comments, endings, narratives, obstacles, steps } from './phrases.ts';
import { attachProof } from './proofs.ts';
import { planReading } from './readings.ts';
import type { Setting } from './recommendations.ts';
import { only } from './words.ts';

/** How far back the year of reports goes. */
const QUARTERS = 4;

/** Addresses of the node's own pages, as evidence names them; the name of the site doesn't matter. */
const SITE = 'http://localhost';
const evidence = {
  address: `${SITE}/fr/initiatives/${initiative.slug}`,
  caption: text(
    'L’initiative dont cet engagement prend la suite',
    'المبادرة التي يأتي هذا الالتزام امتدادا لها',
    'The initiative that this commitment carries on',
  ),
};

/** The quarters that ended in the year before a day, the first first. */
export function quartersBefore(today: string): { from: string; to: string }[] {
  const [year, month] = today.split('-').map(Number) as [number, number];
  const current = Math.floor((month - 1) / 3);
  return Array.from({ length: QUARTERS }, (_, index) => {
    const quarter = year * 4 + current - QUARTERS + index;
    const first = (number: number) =>
      `${Math.floor(number / 4)}-${String((number % 4) * 3 + 1).padStart(2, '0')}-01`;
    return { from: first(quarter), to: addDays(first(quarter + 1), -1) };
  });
}

/** Every third commitment counts something; every indicator has its figure in every report. */
export function planReports(setting: Setting, plan: Plan, day: string): void {
  const { tx, random, timeline, today } = setting;
  const { number, theme, lead } = plan;
  let indicator = '';
  if (number % 3 === 0)
    timeline.on(day, async (clock) => {
      const row = {
        commitment_id: plan.id,
        position: 1,
        kind: 'number',
        ...columns('name', theme.counted.name),
        ...columns('unit', theme.counted.unit),
        ...columns('source', undefined),
        baseline: '0',
        baseline_on: plan.startsOn,
        target: String(120 + random.int(20) * 10),
        target_on: null,
        direction: 'up',
      } as const;
      indicator = await createRecord(tx, lead.writer, 'indicators', row, clock);
    });
  const periods = quartersBefore(today).filter(({ to }) => to > addDays(plan.startsOn, 20));
  let total = 0;
  for (const [index, period] of periods.entries()) {
    // One in six forgets a quarter.
    if (random.chance(1 / 6)) continue;
    const isLast = period === periods.at(-1);
    const status = statusAt(setting, plan, { index, to: period.to });
    total += 10 + random.int(6) * 10;
    const figure = String(total);
    const written = addDays(period.to, 4 + random.int(18));
    const way = wayOf(setting, isLast);
    planReport(setting, plan, {
      ...period,
      status,
      written,
      way,
      isLast,
      figureOf: () => (indicator ? { [indicator]: { value: figure } } : {}),
    });
    if (status === 'completed' || status === 'discontinued') break;
  }
}

function statusAt(
  { random }: Setting,
  { dueOn }: Plan,
  { index, to }: { index: number; to: string },
): Exclude<CommitmentStatus, 'late' | 'not-started'> {
  if (random.chance(0.03)) return 'discontinued';
  const isNear = addDays(to, 40) >= dueOn;
  if (random.chance(isNear ? 0.65 : 0.06)) return 'completed';
  return index === 0 && random.chance(0.6) ? 'in-preparation' : 'in-progress';
}

/** How far a report comes: of the last quarter some still wait, or came back. */
type Way = 'draft' | 'submitted' | 'returned' | 'again' | 'validated';

function wayOf({ random }: Setting, isLast: boolean): Way {
  const chance = random.next();
  if (!isLast) return chance < 0.1 ? 'again' : 'validated';
  if (chance < 0.12) return 'draft';
  if (chance < 0.27) return 'submitted';
  return chance < 0.34 ? 'returned' : chance < 0.42 ? 'again' : 'validated';
}

interface PlannedReport {
  from: string;
  to: string;
  status: keyof typeof narratives;
  written: string;
  way: Way;
  /** Whether it is of the last quarter. */
  isLast: boolean;
  figureOf(): Record<string, { value: string }>;
}

function planReport(setting: Setting, plan: Plan, planned: PlannedReport): void {
  const { tx, random, timeline } = setting;
  const { lead, confirmer, number } = plan;
  const { from, to, status, written, way, isLast, figureOf } = planned;
  const [narrative, obstacle, step] = [
    random.pick<(typeof narratives)[typeof status][number]>(narratives[status]),
    random.pick(obstacles),
    random.pick(steps),
  ];
  const comment = random.pick(comments);
  const { locale, writer, validator } = lead;
  let id = '';
  let version = 1;
  timeline.on(written, async (clock) => {
    const input = {
      commitmentId: plan.id,
      organisationId: lead.id,
      periodStartsOn: from,
      periodEndsOn: to,
      status,
      reason: status === 'discontinued' ? endings[number % endings.length] : undefined,
      narrative: number % 5 === 0 ? narrative : only(narrative, locale),
      obstacles: number % 3 === 1 ? only(obstacle, locale) : undefined,
      nextSteps: status === 'completed' || status === 'discontinued' ? undefined : only(step, locale),
      figures: figureOf(),
    };
    id = done(await createReport(tx, writer, input, clock)).id;
    // One in eight shows the study that the work began with.
    if (number % 8 === 0)
      done(await attachRecord(tx, writer, { ...evidence, reportId: id, publicUrl: SITE }, clock));
    // Of the last quarter some show what was noted on the spot, and a few a picture.
    if (setting.proofs && isLast && (number % 10 === 0 || number % 30 === 1))
      await attachProof(tx, setting.proofs, { writer, locale, reportId: id, number }, clock);
  });
  const submit = (day: string) =>
    timeline.on(day, async (clock) => {
      ({ version } = done(await submitReport(tx, writer, { id, version }, clock)));
    });
  const decide = (day: string, decision: 'validated' | 'returned') =>
    timeline.on(day, async (clock) => {
      const language = locale === 'ar' ? 'ar' : 'fr';
      const reasons = decision === 'returned' ? comment[language] : undefined;
      ({ version } = done(
        await decideReport(tx, validator, { id, version, decision, reasons, language }, clock),
      ));
    });
  if (way === 'draft') return;
  submit(addDays(written, 2));
  if (way === 'submitted') return;
  if (way === 'validated') return passed(addDays(written, 6));
  decide(addDays(written, 5), 'returned');
  if (way === 'returned') return;
  submit(addDays(written, 9));
  passed(addDays(written, 13));

  function passed(day: string): void {
    decide(day, 'validated');
    if (isLast && number % 10 === 7 && plan.visibility === 'public')
      planReading(setting, plan, day, () => id);
    if (confirmer && number % 2 === 0)
      timeline.on(addDays(day, 8), async (clock) => {
        done(await confirmReport(tx, confirmer.validator, { id, version, decision: 'validated' }, clock));
      });
  }
}
