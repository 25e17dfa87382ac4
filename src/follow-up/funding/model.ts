import type { FundingShareRow } from '../commitments/model.ts';

/** A sum of shares that are all secured, or all sought. */
export interface Total {
  currency: string;
  minor: number;
  secured: boolean;
}

/**
 * Sums of shares, in the order in which each currency first stands: what is secured, then what is sought. Nothing is
 * added across two currencies, nor what was found to what is looked for.
 */
export function totalsOf(
  shares: readonly Pick<FundingShareRow, 'amount_minor' | 'currency' | 'secured'>[],
): Total[] {
  return [...Map.groupBy(shares, ({ currency }) => currency)].flatMap(([currency, own]) =>
    [true, false].flatMap((secured) => {
      const counted = own.filter((share) => Boolean(share.secured) === secured);
      const minor = counted.reduce((sum, { amount_minor }) => sum + amount_minor, 0);
      return counted.length > 0 ? [{ currency, minor, secured }] : [];
    }),
  );
}
