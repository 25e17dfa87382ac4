import { error, redirect } from '@sveltejs/kit';
import { localized } from '#platform/locale/address.ts';
import { pageQuery, type Paging } from '#ui/paging.ts';

/** How many entries a page of a list shows. */
const SIZE = 50;
const PAGE = /^[1-9]\d{0,3}$/;

/** What a list may be narrowed to: the values that each of its filters takes. */
type Choices = Readonly<Record<string, readonly string[]>>;

/**
 * The page of a list that an address asks for (`?page=2`). An address that is not written in the one way there is
 * leads to the one that is; a page that isn't there is not found.
 * @param total entries of the whole list, after the filters
 * @returns where the page stands, and the entries before it
 */
export function pageAsked(
  locals: App.Locals,
  url: URL,
  total: number,
  filters: Readonly<Record<string, string | undefined>> = {},
): { paging: Paging; offset: number } {
  locals.reads.paged = true;
  const given = url.searchParams.get('page');
  if (given !== null && !PAGE.test(given)) error(404, 'not-found');
  const page = Number(given ?? 1);
  const pages = Math.max(1, Math.ceil(total / SIZE));
  if (page > pages) error(404, 'not-found');
  const kept = Object.entries(filters).flatMap(([name, value]) => (value ? [[name, value]] : []));
  const paging = { page, pages, total, size: SIZE, filters: new URLSearchParams(kept).toString() };
  if (given === '1') redirect(301, localized(locals.address, locals.locale) + pageQuery(paging, 1));
  return { paging, offset: (page - 1) * SIZE };
}

/** The entries of the page that an address asks for, before it is known whether there is such a page. */
export function partAsked(url: URL): { offset: number; limit: number } {
  const given = url.searchParams.get('page') ?? '1';
  return { offset: PAGE.test(given) ? (Number(given) - 1) * SIZE : 0, limit: SIZE };
}

/** As {@link pageAsked}, of a list at hand. */
export function paginate<Row>(
  locals: App.Locals,
  url: URL,
  all: readonly Row[],
  filters?: Readonly<Record<string, string | undefined>>,
): { shown: Row[]; paging: Paging } {
  const { paging, offset } = pageAsked(locals, url, all.length, filters);
  return { shown: all.slice(offset, offset + SIZE), paging };
}

/** The filters that an address asks for; one with empty or unknown values leads to the address without them. */
export function filtersAsked<const Names extends Choices>(
  locals: App.Locals,
  url: URL,
  choices: Names,
): { [Name in keyof Names]?: Names[Name][number] } {
  const given = Object.keys(choices).flatMap((name) => {
    const value = url.searchParams.get(name);
    return value === null ? [] : [[name, value] as const];
  });
  const known = given.filter(([name, value]) => choices[name]!.includes(value));
  if (known.length < given.length) {
    const filters = new URLSearchParams(known.map(([name, value]) => [name, value])).toString();
    redirect(302, localized(locals.address, locals.locale) + pageQuery({ filters }, 1));
  }
  return Object.fromEntries(known) as { [Name in keyof Names]?: Names[Name][number] };
}
