import type { InitiativeInput, OutcomeInput } from '#network/initiatives/schema.ts';
import type { Links } from '../links.ts';
import type { FullText } from '../text.ts';

/** A result or a prospect; its place is its place among those of its kind. */
export interface OutcomeEntry extends Pick<OutcomeInput, 'kind'> {
  text: FullText;
  links: Links;
}

export interface InitiativeEntry extends Omit<
  InitiativeInput,
  'slug' | 'name' | 'acronym' | 'summary' | 'aims'
> {
  name: FullText;
  acronym: FullText;
  summary: FullText;
  aims: FullText;
  outcomes: OutcomeEntry[];
  links: Links;
}
