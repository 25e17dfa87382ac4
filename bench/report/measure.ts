/** One figure beside a peer or a ceiling that was measured in the same run. */
export interface Measure {
  /** What was measured, for example "cached /fr". */
  what: string;
  unit: string;
  /** The figure of the program that is measured. */
  figure: number;
  /** The peer or ceiling, and its figure in the same unit. */
  against: string;
  other: number;
  /** What the figure, or its ratio to the other, should be. */
  goal?: { of: 'figure' | 'ratio'; least?: number; most?: number };
  /** Further figures, for people. */
  also?: string;
}

/** The figure divided by the peer's or the ceiling's. */
export function ratioOf({ figure, other }: Measure): number {
  return figure / other;
}

/** Whether the goal is met; null where there is none. */
export function isMet(measure: Measure): boolean | null {
  if (!measure.goal) return null;
  const { of, least = -Infinity, most = Infinity } = measure.goal;
  const value = of === 'ratio' ? ratioOf(measure) : measure.figure;
  return value >= least && value <= most;
}

/** The goal in words. */
export function goalOf({ goal, unit }: Measure): string {
  if (!goal) return '';
  const value = goal.least === undefined ? `≤ ${goal.most}` : `≥ ${goal.least}`;
  return goal.of === 'ratio' ? `ratio ${value}` : `${value} ${unit}`;
}

/** A figure with three significant digits, or all of its whole part. */
export function rounded(figure: number): string {
  const digits = Math.abs(figure) >= 100 ? 0 : Math.abs(figure) >= 10 ? 1 : Math.abs(figure) >= 1 ? 2 : 3;
  return figure.toLocaleString('en', { maximumFractionDigits: digits });
}

/** A line for the terminal. */
export function sentenceOf(measure: Measure): string {
  const met = isMet(measure);
  const goal = met === null ? '' : ` · goal ${goalOf(measure)}: ${met ? 'met' : 'NOT MET'}`;
  const own = `${measure.what}: ${rounded(measure.figure)} ${measure.unit}`;
  const peer = `${measure.against}: ${rounded(measure.other)}`;
  const also = measure.also ? `\n    ${measure.also}` : '';
  return `${own} · ${peer} · ratio ${rounded(ratioOf(measure))}${goal}${also}`;
}
