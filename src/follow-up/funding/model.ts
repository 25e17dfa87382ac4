import type { FundingShareRow } from '../commitments/model.ts';

/** Sums of shares, one for each currency, in the order in which each first stands; nothing is added across two. */
export function totalsOf(
  shares: readonly Pick<FundingShareRow, 'amount_minor' | 'currency'>[],
): { currency: string; minor: number }[] {
  const totals = new Map<string, number>();
  for (const { currency, amount_minor } of shares)
    totals.set(currency, (totals.get(currency) ?? 0) + amount_minor);
  return [...totals].map(([currency, minor]) => ({ currency, minor }));
}
