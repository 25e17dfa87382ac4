/** Tests of shares of votes (Polis, polismath/math/stats.clj and repness.clj). */

/** A z above it is significant at 90%, one-sided. */
export const SIGNIFICANT = 1.2816;

/** The share of successes with one of each kind added (Laplace's rule of succession): (s + 1) / (n + 2). */
export function smoothedShare(successes: number, trials: number): number {
  return (successes + 1) / (trials + 2);
}

/** z of a share against one half, one success added to both: 2 √(n + 1) ((s + 1) / (n + 1) - ½). */
export function shareTest(successes: number, trials: number): number {
  return 2 * Math.sqrt(trials + 1) * ((successes + 1) / (trials + 1) - 0.5);
}

/**
 * z of the difference of two shares with their variance pooled, one success added to each of the four numbers; 0
 * where every trial of both succeeded.
 */
export function twoShareTest(
  { successes, trials }: { successes: number; trials: number },
  others: { successes: number; trials: number },
): number {
  const [s1, s2, n1, n2] = [successes + 1, others.successes + 1, trials + 1, others.trials + 1];
  const pooled = (s1 + s2) / (n1 + n2);
  if (pooled >= 1) return 0;
  return (s1 / n1 - s2 / n2) / Math.sqrt(pooled * (1 - pooled) * (1 / n1 + 1 / n2));
}
