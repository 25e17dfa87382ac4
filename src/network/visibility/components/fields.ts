import { m } from '#messages';
import type { Field } from '#platform/forms/fields.ts';
import { visibilities, type Visibility } from '../model.ts';

const words: Record<Visibility, () => string> = {
  draft: m.network_visibility_draft,
  network: m.network_visibility_network,
  public: m.network_visibility_public,
};

/** Who reads a record, in words. */
export const visibilityWord = (visibility: Visibility): string => words[visibility]();

/** Who is to read a record. */
export const visibilityField: Field = {
  kind: 'choice',
  name: 'visibility',
  label: m.network_field_visibility,
  help: m.network_field_visibility_help,
  required: true,
  options: () => visibilities.map((value) => ({ value, label: visibilityWord(value) })),
};
