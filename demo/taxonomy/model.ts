import type { ConceptInput } from '#network/taxonomy/schema.ts';
import type { Links } from '../links.ts';
import type { FullText } from '../text.ts';

/** A concept; its place is its place in the list. */
export interface ConceptEntry extends Omit<ConceptInput, 'slug' | 'position' | 'name' | 'definition'> {
  name: FullText;
  definition?: FullText;
  links: Links;
}
