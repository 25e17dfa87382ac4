import type { ConclusionInput } from '#events/conclusions/schema.ts';
import type { ContributionInput, ItemInput } from '#events/programme/schema.ts';
import type { WorkshopInput } from '#events/workshops/schema.ts';
import type { Links } from '../links.ts';
import type { FullText } from '../text.ts';

/** Who does what in a programme item, in the role held then. */
export interface ContributionEntry extends Pick<ContributionInput, 'part'> {
  person?: string;
  organisation?: string;
  role?: FullText;
}

/** A programme item; its place is its place in the list. */
export interface ItemEntry extends Omit<
  ItemInput,
  'workshopId' | 'position' | 'title' | 'abstract' | 'room'
> {
  title: FullText;
  abstract?: FullText;
  contributions?: ContributionEntry[];
  links?: Links;
}

/** A conclusion, with the anchor of the item it came from. */
export interface ConclusionEntry extends Pick<ConclusionInput, 'kind'> {
  item?: string;
  text: FullText;
  links: Links;
}

export interface WorkshopEntry extends Omit<
  WorkshopInput,
  'slug' | 'seriesId' | 'territoryId' | 'title' | 'summary' | 'aims' | 'outcome' | 'venue' | 'city'
> {
  /** Where it was held. */
  territory?: string;
  title: FullText;
  summary: FullText;
  aims?: FullText;
  outcome?: FullText;
  venue?: FullText;
  city?: FullText;
  programme?: ItemEntry[];
  conclusions?: ConclusionEntry[];
  links: Links;
}
