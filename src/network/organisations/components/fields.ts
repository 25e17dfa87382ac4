import { m } from '#messages';
import type { Field } from '#platform/forms/fields.ts';
import { levelWord, typeWord } from '../../components/words.ts';
import { organisationLevels, organisationTypes } from '../model.ts';
import { addressField } from '../../components/fields.ts';

/** What is asked of an organisation. The page offers `parentId` and `territoryId`. */
export const organisationFields: readonly Field[] = [
  { kind: 'trilingual', name: 'name', label: m.network_field_name, most: 300, required: true },
  { kind: 'trilingual', name: 'acronym', label: m.network_field_acronym, most: 40 },
  {
    kind: 'choice',
    name: 'type',
    label: m.network_type,
    required: true,
    options: () => organisationTypes.map((type) => ({ value: type, label: typeWord(type) })),
  },
  {
    kind: 'choice',
    name: 'level',
    label: m.network_level,
    required: true,
    options: () => organisationLevels.map((level) => ({ value: level, label: levelWord(level) })),
  },
  { kind: 'choice', name: 'parentId', label: m.network_part_of },
  { kind: 'choice', name: 'territoryId', label: m.network_territory },
  { kind: 'trilingual', name: 'summary', label: m.network_field_summary, most: 2_000, long: true },
  { kind: 'text', name: 'url', label: m.network_website, type: 'url', most: 2_000 },
  addressField,
];
