import * as v from 'valibot';
import { choice, id, line, problems, trilingual, version, wholeDate } from '#platform/locale/schema.ts';
import { linesOf, readFigure } from './model.ts';

const MOST_LEVELS = 9;

const entries = {
  name: trilingual(300),
  unit: v.optional(trilingual(60)),
  /** The levels of a scale, one on each line, the lowest first, as many in each language; a number has none. */
  levels: v.optional(trilingual(4_000)),
  /** As they are typed: a decimal number, or the number of a level. */
  baseline: v.optional(line(30)),
  baselineOn: v.optional(wholeDate),
  target: v.optional(line(30)),
  targetOn: v.optional(wholeDate),
  /** Which way is better. */
  direction: choice(['up', 'down'] as const),
  source: v.optional(trilingual(500)),
};

type Content = v.InferOutput<ReturnType<typeof v.object<typeof entries>>>;

/** How many levels there are; 0 of a number, null where the languages don't agree, or there are too few or too many. */
function countLevels(levels: Content['levels']): number | null {
  const [count = 0, ...others] = linesOf(levels).map(({ texts }) => texts.length);
  if (others.some((other) => other !== count)) return null;
  return count === 0 || (count > 1 && count <= MOST_LEVELS) ? count : null;
}

/** What is wrong with one end of the way; undefined where nothing is, or it isn't known. */
function wrongValue(levels: number | null, typed: string | undefined): string | undefined {
  if (!typed) return undefined;
  const value = readFigure(typed);
  if (value === null) return 'follow_up_problem_not_a_figure';
  const isLevel = /^\d+$/.test(value) && Number(value) >= 1 && Number(value) <= (levels ?? 0);
  return levels && !isLevel ? 'follow_up_problem_level_unknown' : undefined;
}

/** A way that leads up goes up. What stays where it is leads nowhere, and may be what is wanted. */
function isOnTheWay({ baseline, target, direction }: Content): boolean {
  const [from, to] = [baseline, target].map((typed) => (typed ? readFigure(typed) : null));
  if (from == null || to == null) return true;
  return direction === 'up' ? Number(to) >= Number(from) : Number(to) <= Number(from);
}

const isInOrder = ({ baselineOn, targetOn }: Content) => !baselineOn || !targetOn || baselineOn <= targetOn;

/** What is wrong with an indicator as a whole, each beside its control. */
function wrongsOf(content: Content): [field: keyof Content, problem: string][] {
  const levels = countLevels(content.levels);
  const wrongs: [keyof Content, string | undefined][] = [
    ['levels', levels === null ? 'follow_up_problem_levels' : undefined],
    ['baseline', wrongValue(levels, content.baseline)],
    ['target', wrongValue(levels, content.target)],
    ['direction', isOnTheWay(content) ? undefined : 'follow_up_problem_direction'],
    ['targetOn', isInOrder(content) ? undefined : problems.endBeforeStart],
  ];
  return wrongs.flatMap(([field, problem]) => (problem ? [[field, problem]] : []));
}

/** Refuses what is wrong as a whole. */
const whole = <Input extends Content>() =>
  v.rawCheck<Input>(({ dataset, addIssue }) => {
    if (!dataset.typed) return;
    const input = dataset.value;
    for (const [key, message] of wrongsOf(input))
      addIssue({ message, path: [{ type: 'object', origin: 'value', input, key, value: input[key] }] });
  });

const made = v.object({ ...entries, commitmentId: id });
export const indicatorInput = v.pipe(made, whole<v.InferOutput<typeof made>>());

const changed = v.object({ ...entries, id, version });
/** The whole input again but its commitment, which stays; with the record and the version it was filled from. */
export const indicatorUpdate = v.pipe(changed, whole<v.InferOutput<typeof changed>>());

export type IndicatorInput = v.InferInput<typeof indicatorInput>;
export type IndicatorUpdate = v.InferInput<typeof indicatorUpdate>;
