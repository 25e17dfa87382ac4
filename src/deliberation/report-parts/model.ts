/** Where a report tells each statement: once, with the answers of all groups beside each other. */
import type { ReportData, Saying, Side, Uniting } from '../reports/model.ts';
import { seen, type Votes } from '../told-votes/model.ts';

/** A statement with what each group answers: null where that is not shown, undefined where it is not kept. */
export interface Answers {
  statement: number;
  groups: (Votes | null | undefined)[];
}

export interface GroupPart {
  /** What it says more often than the others, by what it says. */
  says: Record<Side, Answers[]>;
  /** What else it says more often than the others and that stands in another part, by statement. */
  elsewhere: { statement: number; side: Side }[];
}

export interface ReportParts {
  /** What most say in every group, and what they say over all together. */
  everywhere: Uniting[];
  mostly: Uniting[];
  /** Empty where no groups are shown. */
  groups: GroupPart[];
}

/** The parts of a report in which statements stand, each statement in one of them. */
export function partsOf(data: ReportData): ReportParts {
  const everywhere = data.unites.filter((one) => one.everywhere);
  const united = new Set(everywhere.map(({ statement }) => statement));
  const groups = data.groups.map((): GroupPart => ({ says: { agree: [], disagree: [] }, elsewhere: [] }));
  const placed = new Set<number>();
  for (const statement of marking(data)) {
    if (united.has(statement)) continue;
    const answers = answersTo(data, statement);
    const place = placeOf(data, statement, answers);
    if (!place) continue;
    groups[place.group]!.says[place.side].push({ statement, groups: answers });
    placed.add(statement);
  }
  data.groups.forEach(({ says }, group) => {
    for (const { statement, side } of says)
      if (!standsWith(groups, statement, group, side)) groups[group]!.elsewhere.push({ statement, side });
  });
  return {
    everywhere,
    mostly: data.unites.filter((one) => !one.everywhere && !placed.has(one.statement)),
    groups,
  };
}

/** What divides, then what else a group says more often than others. */
function marking({ divides, groups }: ReportData): Set<number> {
  const said = groups.flatMap(({ says }) => says.map(({ statement }) => statement));
  return new Set([...divides.map(({ statement }) => statement), ...said]);
}

/** Of two groups, what one agrees with more often is what the other disagrees with more often. */
function standsWith(groups: readonly GroupPart[], statement: number, group: number, side: Side): boolean {
  const own = groups[group]!.says[side];
  const mirrored = groups.length === 2 && side === 'disagree' ? groups[1 - group]!.says.agree : [];
  return [...own, ...mirrored].some((one) => one.statement === statement);
}

function sayingsOf({ groups }: ReportData, statement: number): (Saying & { group: number })[] {
  return groups.flatMap(({ says }, group) =>
    says.filter((one) => one.statement === statement).map((one) => ({ ...one, group })),
  );
}

function answersTo(data: ReportData, statement: number): Answers['groups'] {
  const told = [...data.unites, ...data.divides].find((one) => one.statement === statement);
  const said = sayingsOf(data, statement);
  const kept = told?.groups ?? said.find(({ groups }) => groups !== undefined)?.groups;
  if (kept) return kept;
  // Reports that were kept before do not hold the answers of each group to what one of them says.
  const answers: Answers['groups'] = data.groups.map(() => undefined);
  for (const { group, own, others } of said) {
    answers[group] = own;
    if (answers.length === 2) answers[1 - group] ??= others;
  }
  return answers;
}

/** The group under which a statement stands: that which says it, else that which agrees with it most. */
function placeOf(
  data: ReportData,
  statement: number,
  answers: Answers['groups'],
): { group: number; side: Side } | undefined {
  const said = sayingsOf(data, statement);
  const means = answers.map((votes) => (votes ? (votes[0] - votes[1]) / (seen(votes) + 2) : null));
  const known = means.filter((one) => one !== null);
  const agrees = { group: means.indexOf(Math.max(...known)), side: 'agree' } as const;
  if (data.groups.length === 2 && known.length === 2) return agrees;
  return said.find(({ side }) => side === 'agree') ?? said[0] ?? (known.length > 0 ? agrees : undefined);
}
