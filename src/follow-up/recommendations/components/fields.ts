import { m } from '#messages';
import { addressField, positionField } from '#network/components/fields.ts';
import { territoryLevels, type TerritoryLevel } from '#network/territories/model.ts';
import type { Field } from '#platform/forms/fields.ts';
import { visibilityField } from '#network/visibility/components/fields.ts';
import { priorities, type Priority } from '../model.ts';

const priorityWords: Record<Priority, () => string> = {
  1: m.follow_up_priority_1,
  2: m.follow_up_priority_2,
  3: m.follow_up_priority_3,
};

/** How urgent a recommendation is, in words. */
export const priorityWord = (priority: Priority): string => priorityWords[priority]();

const authorityWords: Record<TerritoryLevel, () => string> = {
  country: m.follow_up_level_country,
  region: m.follow_up_level_region,
  province: m.follow_up_level_province,
  commune: m.follow_up_level_commune,
};

/** The institutions that govern territories of a level, in words. */
export const authorityWord = (level: TerritoryLevel): string => authorityWords[level]();

/** What is asked of a recommendation; where it comes from and what it concerns stand in links. */
export const recommendationFields: readonly Field[] = [
  {
    kind: 'text',
    name: 'reference',
    label: m.follow_up_reference,
    help: m.follow_up_field_reference_help,
    most: 40,
    required: true,
  },
  { kind: 'trilingual', name: 'title', label: m.follow_up_field_title, most: 300, required: true },
  { kind: 'trilingual', name: 'text', label: m.follow_up_text, most: 4_000, long: true },
  {
    kind: 'date',
    name: 'issuedOn',
    label: m.follow_up_field_issued,
    help: m.follow_up_field_issued_help,
    partial: true,
  },
  {
    kind: 'text',
    name: 'sourcePages',
    label: m.follow_up_field_pages,
    help: m.follow_up_field_pages_help,
    most: 60,
  },
  {
    kind: 'choice',
    name: 'priority',
    label: m.follow_up_field_priority,
    options: () => priorities.map((one) => ({ value: String(one), label: priorityWord(one) })),
  },
  {
    kind: 'trilingual',
    name: 'priorityReason',
    label: m.follow_up_field_priority_reason,
    most: 1_000,
    long: true,
  },
  {
    kind: 'trilingual',
    name: 'beneficiaries',
    label: m.follow_up_field_beneficiaries,
    help: m.follow_up_field_beneficiaries_help,
    most: 1_000,
    long: true,
  },
  {
    kind: 'choices',
    name: 'addressedLevels',
    label: m.follow_up_field_levels,
    help: m.follow_up_field_levels_help,
    options: () => territoryLevels.map((level) => ({ value: level, label: authorityWord(level) })),
  },
  visibilityField,
  positionField,
  addressField,
];
