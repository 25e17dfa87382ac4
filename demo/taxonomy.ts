import { axes } from './taxonomy/axes.ts';
import { sustainableDevelopmentGoals } from './taxonomy/goals.ts';
import { priorities } from './taxonomy/priorities.ts';

/** Axes, cross-cutting priorities and goals, each scheme in its own order. */
export const taxonomy = [axes, priorities, sustainableDevelopmentGoals];
