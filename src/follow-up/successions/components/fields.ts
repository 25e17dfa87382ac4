import { m } from '#messages';
import type { Field } from '#platform/forms/fields.ts';
import { successions, type Succession } from '../model.ts';

const words: Record<Succession, () => string> = {
  supersedes: m.follow_up_supersedes,
  'parted-from': m.follow_up_parted_from,
  unites: m.follow_up_unites,
};

/** What a recommendation is to those it comes after. */
export const successionWord = (relation: Succession): string => words[relation]();

const afterwards: Record<Succession, () => string> = {
  supersedes: m.follow_up_superseded_by,
  'parted-from': m.follow_up_parted_into,
  unites: m.follow_up_united_in,
};

/** What became of a recommendation, over those that come after it. */
export const afterwardsWord = (relation: Succession): string => afterwards[relation]();

/** What is asked of a succession: those that come before are named as people cite them. */
export const successionFields: readonly Field[] = [
  {
    kind: 'choice',
    name: 'relation',
    label: m.follow_up_succession_relation,
    required: true,
    options: () => successions.map((value) => ({ value, label: successionWord(value) })),
  },
  {
    kind: 'text',
    name: 'references',
    label: m.follow_up_succession_references,
    help: m.follow_up_succession_references_help,
    long: true,
    most: 2_000,
    required: true,
  },
  {
    kind: 'check',
    name: 'takesOver',
    label: m.follow_up_succession_takes_over,
  },
];
