import { languageChoices, trilingualColumns, type ListColumn } from '../lists/model.ts';
import { organisationLevels, organisationTypes } from '../organisations/model.ts';

const types = Object.fromEntries(
  organisationTypes.map((type) => {
    const word = type.replaceAll('-', '_');
    return [type, [`network_type_${word}`, `network_types_${word}`] as const];
  }),
);
const levels = Object.fromEntries(
  organisationLevels.map((level) => [level, [`network_level_${level}`] as const]),
);

/** The columns of a list of organisations, in the order in which they are written. */
export const organisationColumns: readonly ListColumn[] = [
  { key: 'slug', header: 'network_list_slug', help: 'network_list_help_slug', width: 28 },
  ...trilingualColumns('name', {
    header: 'network_list_name',
    help: 'network_list_help_name',
    width: 44,
  }),
  { key: 'type', header: 'network_type', help: 'network_list_help_type', width: 26, choices: types },
  { key: 'level', header: 'network_level', help: 'network_list_help_level', width: 16, choices: levels },
  ...trilingualColumns('acronym', {
    header: 'network_list_acronym',
    help: 'network_list_help_acronym',
    width: 16,
  }),
  { key: 'parent', header: 'network_part_of', help: 'network_list_help_parent', width: 28 },
  { key: 'territory', header: 'network_territory', help: 'network_list_help_territory', width: 18 },
  { key: 'url', header: 'network_website', help: 'network_list_help_url', width: 30 },
  ...trilingualColumns('summary', {
    header: 'network_list_summary',
    help: 'network_list_help_summary',
    width: 60,
  }),
  {
    key: 'language',
    header: 'network_list_language',
    help: 'network_list_help_language',
    width: 16,
    choices: languageChoices,
  },
  { key: 'version', header: 'network_list_version', help: 'network_list_help_version', width: 10 },
];
