import type { Source } from '#platform/database/database.ts';

/** The currencies in which something is recorded already, by code: of funders' shares, and of initiatives. */
export async function listUsedCurrencies(db: Source): Promise<string[]> {
  const [shares, budgets] = await Promise.all([
    db.selectFrom('funding_shares').select('currency').distinct().execute(),
    db
      .selectFrom('initiatives')
      .select('budget_currency as currency')
      .distinct()
      .where('budget_currency', 'is not', null)
      .execute(),
  ]);
  const codes = [...shares, ...budgets].flatMap(({ currency }) => currency ?? []);
  return [...new Set(codes)].toSorted();
}
