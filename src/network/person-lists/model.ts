import { languageChoices, trilingualColumns, type ListColumn } from '../lists/model.ts';

/** The columns of a list of people, in the order in which they are written. */
export const personColumns: readonly ListColumn[] = [
  { key: 'slug', header: 'network_list_slug', help: 'network_list_help_slug', width: 28 },
  ...trilingualColumns('name', {
    header: 'network_list_name',
    help: 'network_list_help_person_name',
    width: 36,
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
