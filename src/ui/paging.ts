/** Where a page of a list stands among the others. */
export interface Paging {
  /** From 1. */
  page: number;
  pages: number;
  /** Entries of the whole list, and how many of them a page shows at most. */
  total: number;
  size: number;
  /** What the list is narrowed to, as it stands in addresses: `type=university&level=regional`, or nothing. */
  filters: string;
}

/** What stands after a list's address to reach one of its pages. */
export function pageQuery({ filters }: Pick<Paging, 'filters'>, page: number): string {
  const query = [filters, page > 1 && `page=${page}`].filter(Boolean).join('&');
  return query && `?${query}`;
}

/** The pages that are named: the first, the last, those around the present one; null where some are left out. */
export function namedPages({ page, pages }: Pick<Paging, 'page' | 'pages'>): (number | null)[] {
  const named = Array.from({ length: pages }, (_, index) => index + 1).filter(
    (number) => number === 1 || number === pages || Math.abs(number - page) <= 1,
  );
  return named.flatMap((number, index) => {
    const before = named[index - 1] ?? 0;
    if (number - before === 2) return [number - 1, number];
    return number - before > 2 ? [null, number] : [number];
  });
}
