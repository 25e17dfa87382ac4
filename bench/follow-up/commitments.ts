import { commitmentKinds, statusOn, type CommitmentStatus } from '#follow-up/commitments/model.ts';
import type { ReportStage } from '#follow-up/reports/model.ts';
import { addDays } from '#platform/clock/local.ts';
import { columns } from '#platform/locale/text.ts';
import type { Random } from '../../demo/random.ts';
import { count } from './choice.ts';
import type { Frame } from './frame.ts';
import type { Bulk } from './rows.ts';
import { paragraph, three, title, told } from './words.ts';

interface Given {
  frame: Frame;
  random: Random;
  number: number;
  visibility: 'public' | 'network';
  /** The present day, and that of the recommendation. */
  day: string;
  issued: string;
  recommendation: string;
  regions: readonly string[];
  /** Reports on average. */
  reports: number;
}

/** Days of a quarter of a year. */
const QUARTER = 91;

/** A commitment with its parts and its reports, one a quarter. @returns its status and its day */
export function addCommitment(bulk: Bulk, given: Given): { status: CommitmentStatus; due_on: string } {
  const { frame, random, number, visibility, day, issued, recommendation, regions } = given;
  const lead = leadOf(frame, random);
  const startsOn = addDays(issued, 30 + random.int(60));
  const dueOn = addDays(startsOn, 300 + random.int(1_200));
  const at = `${startsOn}T09:00:00.000Z`;
  const row = bulk.add('commitments', at, {
    slug: `bench-commitment-${number}`,
    reference: `BC-${number}`,
    ...columns('title', title(number)),
    ...columns('deliverable', paragraph(number)),
    ...columns('beneficiaries', undefined),
    ...columns('participation', undefined),
    kind: random.pick(commitmentKinds),
    organisation_id: lead,
    starts_on: startsOn,
    due_on: dueOn,
    first_due_on: dueOn,
    matches_id: null,
    confirmed_by_id: number % 5 === 0 ? random.pick(frame.ministries) : null,
    visibility,
    status: 'not-started',
    status_since: at,
    last_report_id: null,
  });
  const link = { from_kind: 'commitments', from_id: row.id, position: 1 } as const;
  bulk.add('links', at, {
    ...link,
    relation: 'implements',
    to_kind: 'recommendations',
    to_id: recommendation,
  });
  bulk.add('links', at, { ...link, relation: 'concerns', to_kind: 'territories', to_id: regions[0]! });
  bulk.add('links', at, {
    ...link,
    relation: 'serves',
    to_kind: 'concepts',
    to_id: random.pick(frame.concepts),
  });
  addParts(bulk, given, row.id, { at, dueOn, lead });
  const last = addReports(bulk, given, row.id, { lead, startsOn, confirmed: row.confirmed_by_id });
  row.last_report_id = last?.id ?? null;
  row.status = statusOn(row, last?.status ?? null, day);
  return { status: row.status, due_on: dueOn };
}

/** Twelve councils and thirty ministries lead two in three; the others are spread over partners. */
function leadOf(frame: Frame, random: Random): string {
  const share = random.next();
  if (share < 0.4) return random.pick(frame.councils);
  return share < 0.67 ? random.pick(frame.ministries) : random.pick(frame.others);
}

function addParts(
  bulk: Bulk,
  { frame, random, number }: Given,
  commitment_id: string,
  { at, dueOn, lead }: { at: string; dueOn: string; lead: string },
): void {
  const party = random.pick(frame.others);
  if (number % 4 === 0 && party !== lead)
    bulk.add('commitment_parties', at, {
      commitment_id,
      organisation_id: party,
      position: 1,
      ...columns('contribution', three('Part', 'نصيب', 'Share', number)),
    });
  bulk.add('milestones', at, {
    commitment_id,
    position: 1,
    ...columns('title', three('Étape', 'مرحلة', 'Step', number)),
    due_on: addDays(dueOn, -100),
    reached_on: null,
  });
  bulk.add('funding_shares', at, {
    commitment_id,
    position: 1,
    organisation_id: lead,
    funder: null,
    amount_minor: 10_000 * (1 + random.int(5_000)),
    currency: random.pick(['MAD', 'EUR', 'USD']),
    secured: random.chance(0.6) ? 1 : 0,
  });
}

function addReports(
  bulk: Bulk,
  { random, number, day, reports }: Given,
  commitment_id: string,
  { lead, startsOn, confirmed }: { lead: string; startsOn: string; confirmed: string | null },
): { id: string; status: CommitmentStatus } | null {
  const isMeasured = number % 2 === 0;
  const indicator = isMeasured
    ? bulk.add('indicators', `${startsOn}T10:00:00.000Z`, {
        commitment_id,
        position: 1,
        kind: 'number',
        ...columns('name', three('Personnes reçues', 'أشخاص مستقبَلون', 'People received', number)),
        ...columns('unit', { fr: 'personnes', ar: 'أشخاص', en: 'people', original: 'fr' }),
        ...columns('source', undefined),
        baseline: '0',
        baseline_on: startsOn,
        target: '1000',
        target_on: null,
        direction: 'up',
      })
    : null;
  let last: { id: string; status: CommitmentStatus } | null = null;
  const quarters = count(number, reports);
  // All that serves one recommendation in six is done.
  const isOver = Math.floor(number / 12) % 6 === 0;
  for (let quarter = 0; quarter < quarters; quarter += 1) {
    const from = addDays(startsOn, quarter * QUARTER);
    const to = addDays(from, QUARTER - 1);
    // What lies ahead is not reported yet.
    if (addDays(to, 10) > day) break;
    const at = `${addDays(to, 10)}T09:00:00.000Z`;
    const isLast = quarter + 1 === quarters;
    const isDone = isLast && (isOver || (quarters > 4 && random.chance(0.4)));
    const stage: ReportStage =
      isLast && !isDone && number % 3 === 0
        ? (['draft', 'submitted', 'returned'] as const)[number % 9 === 0 ? 0 : number % 9 === 3 ? 1 : 2]
        : confirmed && quarter === 0
          ? 'confirmed'
          : 'validated';
    const status = isDone ? 'completed' : quarter === 0 ? 'in-preparation' : 'in-progress';
    const isDecided = stage === 'validated' || stage === 'confirmed';
    const report = bulk.add('reports', at, {
      commitment_id,
      organisation_id: lead,
      period_starts_on: from,
      period_ends_on: to,
      status,
      ...columns('reason', undefined),
      ...columns('narrative', told(number + quarter)),
      ...columns('obstacles', quarter % 2 ? told(number) : undefined),
      ...columns('next_steps', undefined),
      stage,
      submitted_at: stage === 'draft' ? null : at,
      submitted_by: null,
      validated_at: isDecided ? at : null,
      confirmed_at: stage === 'confirmed' ? at : null,
    });
    if (indicator)
      bulk.add('indicator_values', at, {
        report_id: report.id,
        indicator_id: indicator.id,
        value: String((quarter + 1) * (10 + random.int(100))),
        ...columns('source', undefined),
      });
    if (stage !== 'draft' && stage !== 'submitted')
      bulk.add('validations', at, {
        report_id: report.id,
        step: 'institution',
        organisation_id: lead,
        decision: stage === 'returned' ? 'returned' : 'validated',
        reasons: stage === 'returned' ? 'Il manque les chiffres.' : null,
        reasons_language: stage === 'returned' ? 'fr' : null,
        decided_at: at,
        decided_by: null,
      });
    if (isDecided) last = { id: report.id, status };
  }
  return last;
}
