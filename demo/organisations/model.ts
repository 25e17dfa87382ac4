import type { OrganisationInput } from '#network/organisations/schema.ts';
import type { Links } from '../links.ts';
import type { FullText } from '../text.ts';

/** An organisation; its parent stands before it in the list. */
export interface OrganisationEntry extends Omit<
  OrganisationInput,
  'slug' | 'parentId' | 'territoryId' | 'name' | 'acronym' | 'summary'
> {
  parent?: string;
  territory?: string;
  name: FullText;
  acronym?: FullText;
  summary: FullText;
  links: Links;
}
