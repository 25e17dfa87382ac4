import { m } from '#messages';
import type { Field } from '#platform/forms/fields.ts';
import { spelledFigure } from './words.ts';

/** What is asked of what is measured of a commitment. */
export const indicatorFields: readonly Field[] = [
  {
    kind: 'trilingual',
    name: 'name',
    label: m.follow_up_field_indicator,
    help: m.follow_up_field_indicator_help,
    most: 300,
    required: true,
  },
  {
    kind: 'trilingual',
    name: 'unit',
    label: m.follow_up_field_unit,
    help: m.follow_up_field_unit_help,
    most: 60,
  },
  {
    kind: 'trilingual',
    name: 'levels',
    label: m.follow_up_field_levels_of_scale,
    help: m.follow_up_field_levels_of_scale_help,
    most: 4_000,
    long: true,
  },
  {
    kind: 'choice',
    name: 'direction',
    label: m.follow_up_field_direction,
    required: true,
    options: () => [
      { value: 'up', label: m.follow_up_direction_up() },
      { value: 'down', label: m.follow_up_direction_down() },
    ],
  },
  {
    kind: 'text',
    name: 'baseline',
    label: m.follow_up_baseline,
    help: m.follow_up_field_figure_help,
    most: 30,
    spelled: spelledFigure,
  },
  { kind: 'date', name: 'baselineOn', label: m.follow_up_field_baseline_on },
  {
    kind: 'text',
    name: 'target',
    label: m.follow_up_target,
    help: m.follow_up_field_figure_help,
    most: 30,
    spelled: spelledFigure,
  },
  { kind: 'date', name: 'targetOn', label: m.follow_up_field_target_on },
  {
    kind: 'trilingual',
    name: 'source',
    label: m.follow_up_field_indicator_source,
    help: m.follow_up_field_indicator_source_help,
    most: 500,
  },
];

/** What a level of a scale says. */
export const levelFields: readonly Field[] = [
  { kind: 'trilingual', name: 'description', label: m.network_history_text, most: 4_000 },
];
