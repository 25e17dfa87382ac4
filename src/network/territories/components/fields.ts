import { m } from '#messages';
import type { Field } from '#platform/forms/fields.ts';
import { addressField } from '../../components/fields.ts';
import { territoryWord } from '../../components/words.ts';
import { territoryLevels } from '../model.ts';

/** What is asked of a territory. The page offers `parentId`. */
export const territoryFields: readonly Field[] = [
  { kind: 'trilingual', name: 'name', label: m.network_field_name, most: 120, required: true },
  { kind: 'trilingual', name: 'shortName', label: m.network_field_short_name, most: 40 },
  {
    kind: 'choice',
    name: 'level',
    label: m.network_level,
    required: true,
    options: () => territoryLevels.map((level) => ({ value: level, label: territoryWord(level) })),
  },
  { kind: 'choice', name: 'parentId', label: m.network_part_of },
  { kind: 'text', name: 'code', label: m.network_code, most: 10, required: true },
  { kind: 'text', name: 'codeMark', label: m.network_field_code_mark, most: 20 },
  { kind: 'number', name: 'tile.column', column: 'tile_column', label: m.network_field_tile_column },
  { kind: 'number', name: 'tile.row', column: 'tile_row', label: m.network_field_tile_row },
  addressField,
];
