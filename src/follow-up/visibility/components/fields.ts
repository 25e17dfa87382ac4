import { m } from '#messages';
import type { Field } from '#platform/forms/fields.ts';
import { visibilities, type Visibility } from '../model.ts';

const words: Record<Visibility, () => string> = {
  draft: m.follow_up_visibility_draft,
  network: m.follow_up_visibility_network,
  public: m.follow_up_visibility_public,
};

/** Who reads a record, in words. */
export const visibilityWord = (visibility: Visibility): string => words[visibility]();

/** Who is to read a record of the follow-up. */
export const visibilityField: Field = {
  kind: 'choice',
  name: 'visibility',
  label: m.follow_up_field_visibility,
  help: m.follow_up_field_visibility_help,
  required: true,
  options: () => visibilities.map((value) => ({ value, label: visibilityWord(value) })),
};
