import { m } from '#messages';
import { addDays } from '#platform/clock/local.ts';
import { getLocale } from '#messages/runtime';
import { localized } from '#platform/locale/address.ts';
import { readOptional } from '#platform/locale/reader.ts';
import { passage, type Trilingual } from '#platform/locale/text.ts';
import { endsBeforeStart, endsNextDay } from '../programme-hours/model.ts';
import { itemFragment, type ContributionRow, type ProgrammeItemRow } from '../programme/model.ts';
import type { WorkshopRow } from '../workshops/model.ts';

/*
 * What the files beside a workshop's page have in common: addresses and names in the language of the request,
 * and hours only where a source gives them.
 */

/** The workshop's page in the language of the request. */
export function workshopPage(workshop: WorkshopRow, publicUrl: string): string {
  return publicUrl + localized(`/workshops/${workshop.slug}`, getLocale());
}

/** Where an item stands on its workshop's page. */
export function itemPage(
  workshop: WorkshopRow,
  item: Pick<ProgrammeItemRow, 'anchor'>,
  publicUrl: string,
): string {
  return `${workshopPage(workshop, publicUrl)}#${itemFragment(item)}`;
}

/** Venue and city, as far as they are known. */
export function location(workshop: WorkshopRow): string {
  return [readOptional(workshop, 'venue')?.text, readOptional(workshop, 'city')?.text]
    .filter(Boolean)
    .join(m.ui_comma());
}

/** An item's local start and end, the next day's where it goes over midnight; null unless all are known. */
export function knownHours(item: ProgrammeItemRow): { start: string; end: string } | null {
  const { day, starts_at, ends_at } = item;
  if (!day || !starts_at || !ends_at || endsBeforeStart(item)) return null;
  const lastDay = endsNextDay(item) ? addDays(day, 1) : day;
  return { start: `${day}T${starts_at}`, end: `${lastDay}T${ends_at}` };
}

/** A contribution with the names and addresses it shows. */
type Named = ContributionRow & { person_slug: string | null; organisation_slug: string | null };

/** The person's name, or the organisation's where no person is named. */
export function contributorName(contribution: Named): string {
  const field = contribution.person_id ? 'person' : 'organisation';
  return passage(contribution as unknown as Trilingual<typeof field>, field, getLocale())!.text;
}

/** The page of the person, or of the organisation where no person is named. */
export function contributorPage({ person_slug, organisation_slug }: Named, publicUrl: string): string {
  const address = person_slug ? `/people/${person_slug}` : `/organisations/${organisation_slug}`;
  return publicUrl + localized(address, getLocale());
}
