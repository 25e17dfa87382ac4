import { itemWord, partWord, actorWord } from '#events/components/words.ts';
import { lineFields } from '#events/participation/components/fields.ts';
import { itemKinds, parts as contributionParts } from '#events/programme/model.ts';
import { languageOptions } from '#platform/forms/languages.ts';
import { nameOf } from '#events/status/components/words.ts';
import { actorTypes, workshopStatuses } from '#events/workshops/model.ts';
import { authorityWord } from '#follow-up/recommendations/components/fields.ts';
import { responseFields } from '#follow-up/responses/components/fields.ts';
import { shareFields } from '#follow-up/funding/components/fields.ts';
import { indicatorFields, levelFields } from '#follow-up/indicators/components/fields.ts';
import { milestoneFields } from '#follow-up/milestones/components/fields.ts';
import { partyFields } from '#follow-up/parties/components/fields.ts';
import { m } from '#messages';
import { getLocale } from '#messages/runtime';
import { relations } from '#network/links/model.ts';
import { territoryLevels } from '#network/territories/model.ts';
import type { Field, Option } from '#platform/forms/fields.ts';
import { textIn, type Values } from '#platform/forms/values.ts';
import { formatDate, formatNumber } from '#platform/locale/format.ts';
import { isLocale, type Locale } from '#platform/locale/locale.ts';
import type { Passage } from '#platform/locale/text.ts';
import { inLanguage } from '#ui/languages.ts';
import { fieldsOf } from './fields.ts';
import { standing, voteFiles, voteFigures } from './history-fields.ts';
import { relationWord } from './relations.ts';

/** One field that differs between two versions, in words. */
export interface PastDifference {
  control: string;
  label: string;
  /** The language its texts are written in, where it is a text in one. */
  lang?: Locale | undefined;
  before: string;
  after: string;
}

/** What became of something that belongs to a record: an item of its programme, a document, a link. */
export interface PastPart {
  number: number;
  what: 'added' | 'changed' | 'moved' | 'removed';
  /** The kind of thing, as a word. */
  kind: string;
  name: Passage | string | null;
  differences: PastDifference[];
}

/** What one person changed at one time: the record's own fields, and what belongs to it. */
export interface PastVersion {
  number: number;
  at: string;
  verb: 'create' | 'update' | 'delete';
  /** Who changed it; null for a program of the node. */
  by: string | null;
  /** The record's version that this led to; 0 where only what belongs to it changed. */
  version: number;
  differences: PastDifference[];
  parts: PastPart[];
  isCurrent: boolean;
  /** Whether putting it back would change any field. */
  isRestorable: boolean;
}

/** A kind of records that belong to another, by the column that names it. */
export interface PartKind {
  kind: string;
  column: string;
  /** Where it belongs to a record only through another kind. */
  through?: { kind: string; column: string };
  word: () => string;
  /** The text that names one, or the columns whose records do, the first known one. */
  name: { text?: string; value?: string; records?: readonly string[] };
  fields: readonly Field[];
}

const language = (column: string): Field => ({
  kind: 'choice',
  name: column,
  column,
  label: m.events_field_reason_language,
  options: languageOptions,
});
const position: Field = { kind: 'number', name: 'position', label: m.network_history_place };
const links: PartKind = {
  kind: 'links',
  column: 'from_id',
  word: m.network_history_part_link,
  name: { records: ['to_id'] },
  fields: [
    {
      kind: 'choice',
      name: 'relation',
      label: m.network_history_relation,
      options: () => relations.map((value) => ({ value, label: relationWord(value) })),
    },
    { kind: 'choice', name: 'toId', label: m.network_history_record },
    position,
  ],
};

const documents: PartKind = {
  kind: 'documents',
  column: 'owner_id',
  word: m.network_history_part_document,
  name: { value: 'name' },
  fields: [
    { kind: 'text', name: 'name', label: m.network_history_file, most: 200 },
    { kind: 'trilingual', name: 'title', label: m.network_field_document_title, most: 300 },
    { kind: 'trilingual', name: 'alt', label: m.network_field_alt, most: 500 },
    { ...language('language'), label: m.network_field_document_language },
    position,
  ],
};

const programme: readonly PartKind[] = [
  {
    kind: 'programme_items',
    column: 'workshop_id',
    word: m.network_history_part_item,
    name: { text: 'title' },
    fields: [
      {
        kind: 'choice',
        name: 'kind',
        label: m.events_programme_field_kind,
        options: () => itemKinds.map((kind) => ({ value: kind, label: itemWord({ kind, number: null }) })),
      },
      { kind: 'number', name: 'number', label: m.events_programme_field_number },
      { kind: 'trilingual', name: 'title', label: m.events_field_title, most: 400 },
      { kind: 'date', name: 'day', label: m.events_programme_field_day },
      { kind: 'time', name: 'startsAt', label: m.events_programme_field_start },
      { kind: 'time', name: 'endsAt', label: m.network_history_end },
      { kind: 'trilingual', name: 'room', label: m.events_programme_field_room, most: 120 },
      { kind: 'trilingual', name: 'abstract', label: m.events_programme_field_abstract, most: 4_000 },
      { kind: 'number', name: 'attendance.total', label: m.events_field_attendance },
      { kind: 'number', name: 'attendance.women', label: m.events_field_women },
      { kind: 'number', name: 'attendance.men', label: m.events_field_men },
      position,
    ],
  },
  {
    kind: 'contributions',
    column: 'item_id',
    through: { kind: 'programme_items', column: 'workshop_id' },
    word: m.network_history_part_contribution,
    name: { records: ['person_id', 'organisation_id'] },
    fields: [
      { kind: 'choice', name: 'itemId', label: m.network_history_part_item },
      {
        kind: 'choice',
        name: 'part',
        label: m.events_programme_field_part,
        options: () => contributionParts.map((part) => ({ value: part, label: partWord(part) })),
      },
      { kind: 'choice', name: 'personId', label: m.events_programme_field_person },
      { kind: 'choice', name: 'organisationId', label: m.events_programme_field_organisation },
      { kind: 'trilingual', name: 'role', label: m.events_programme_field_role, most: 300 },
      { kind: 'check', name: 'toConfirm', column: 'copied_from_id', label: m.network_history_to_confirm },
      position,
    ],
  },
];

/** A line of counts of who took part: of which session, of whom, how many. */
const countFields: readonly Field[] = [
  { kind: 'choice', name: 'itemId', label: m.network_history_part_item },
  ...lineFields('').map((field) => ({ ...field, name: field.name.split('.').at(-1)! })),
  position,
];

/** What belongs to the records of each noun, so that its history is theirs as well. */
export const partsOf: Record<keyof typeof fieldsOf, readonly PartKind[]> = {
  organisations: [links, documents],
  people: [links],
  axes: [links],
  priorities: [links],
  goals: [links],
  sources: [],
  outcomes: [links],
  series: [],
  conclusions: [links],
  'board-entries': [],
  actions: [links],
  debates: [voteFiles],
  recommendations: [
    links,
    {
      kind: 'responses',
      column: 'recommendation_id',
      word: m.follow_up_answer,
      name: { records: ['organisation_id'] },
      fields: responseFields,
    },
    {
      kind: 'addressed_levels',
      column: 'recommendation_id',
      word: m.follow_up_addressed_level,
      name: { value: 'level' },
      fields: [
        {
          kind: 'choice',
          name: 'level',
          label: m.follow_up_field_levels,
          options: () => territoryLevels.map((level) => ({ value: level, label: authorityWord(level) })),
        },
      ],
    },
  ],
  responses: [links],
  'press-notes': [],
  commitments: [
    links,
    {
      kind: 'commitment_parties',
      column: 'commitment_id',
      word: m.follow_up_field_party,
      name: { records: ['organisation_id'] },
      fields: [...partyFields.filter(({ name }) => name !== 'position'), position],
    },
    {
      kind: 'milestones',
      column: 'commitment_id',
      word: m.follow_up_field_milestone,
      name: { text: 'title' },
      fields: [...milestoneFields, position],
    },
    {
      kind: 'indicators',
      column: 'commitment_id',
      word: m.follow_up_field_indicator,
      name: { text: 'name' },
      fields: [...indicatorFields.filter(({ name }) => name !== 'levels'), position],
    },
    {
      kind: 'funding_shares',
      column: 'commitment_id',
      word: m.follow_up_fund_share,
      name: { records: ['organisation_id'] },
      fields: [
        ...shareFields.filter(({ name }) => !['position', 'amount'].includes(name)),
        // As the journal keeps it.
        { kind: 'number', name: 'amountMinor', label: m.follow_up_fund_amount_minor },
        position,
      ],
    },
  ],
  'commitment-parties': [],
  milestones: [],
  'funding-shares': [],
  indicators: [
    {
      kind: 'indicator_levels',
      column: 'indicator_id',
      word: m.follow_up_scale_level,
      name: { text: 'description' },
      fields: [...levelFields, position],
    },
  ],
  territories: [links],
  initiatives: [
    links,
    documents,
    {
      kind: 'outcomes',
      column: 'initiative_id',
      word: m.network_history_part_outcome,
      name: { text: 'text' },
      fields: [{ kind: 'trilingual', name: 'text', label: m.network_history_text, most: 4_000 }, position],
    },
  ],
  workshops: [
    ...programme,
    documents,
    links,
    {
      kind: 'audiences',
      column: 'workshop_id',
      word: m.network_history_part_audience,
      name: { value: 'actor_type' },
      fields: [
        {
          kind: 'choice',
          name: 'actorType',
          label: m.events_field_audiences,
          options: () => actorTypes.map((type) => ({ value: type, label: actorWord(type) })),
        },
      ],
    },
    {
      kind: 'participation_counts',
      column: 'workshop_id',
      word: m.events_participation_counted,
      name: { records: ['item_id', 'territory_id'] },
      fields: countFields,
    },
    {
      kind: 'conclusions',
      column: 'workshop_id',
      word: m.events_conclusion_conclusion,
      name: { text: 'text' },
      fields: [{ kind: 'trilingual', name: 'text', label: m.network_history_text, most: 4_000 }, position],
    },
  ],
};

/**
 * What a record's own history tells beyond what its form asks: how far a workshop has come, and why; what has become of
 * a recommendation; the figures of a debate's votes.
 */
export function pastFields(noun: keyof typeof fieldsOf): readonly Field[] {
  if (noun === 'debates') return [...fieldsOf.debates, ...voteFigures];
  if (noun === 'recommendations') return [...fieldsOf.recommendations, ...standing];
  if (noun !== 'workshops') return fieldsOf[noun];
  return [
    ...fieldsOf.workshops,
    {
      kind: 'choice',
      name: 'status',
      label: m.events_status_title,
      options: () => workshopStatuses.map((value) => ({ value, label: nameOf(value) })),
    },
    { kind: 'text', name: 'reason', label: m.network_history_reason, long: true, most: 2_000 },
    language('reason_language'),
    { kind: 'date', name: 'formerStartsOn', label: m.network_history_former_first_day },
    { kind: 'date', name: 'formerEndsOn', label: m.network_history_former_last_day },
  ];
}

function fieldOf(fields: readonly Field[], control: string): Field | undefined {
  return fields.find(({ name }) => control === name || control.startsWith(`${name}.`));
}

/** The label of a control's field, with the language of a trilingual one: “Titre, en français”. */
export function controlWords(fields: readonly Field[], control: string): { label: string; lang?: string } {
  const field = fieldOf(fields, control);
  const label = field?.label() ?? control;
  if (field?.kind !== 'trilingual') return { label };
  const lang = control.split('.').at(-1) ?? '';
  return isLocale(lang)
    ? { label: m.network_history_in_language({ label, language: inLanguage(lang) }), lang }
    : { label: m.network_history_original({ label }) };
}

/** A value as readers know it: a word of a closed list, a date, a number; empty where there is none. */
export function valueWords(
  fields: readonly Field[],
  control: string,
  value: Values[string],
  named: readonly Option[] = [],
): string {
  const field = fieldOf(fields, control);
  const offered = [...named, ...(field && 'options' in field ? (field.options?.() ?? []) : [])];
  const isOriginal = field?.kind === 'trilingual' && control.endsWith('.original');
  const options = isOriginal ? languageOptions() : offered;
  if (field?.kind === 'check') return value === '' ? m.network_history_no() : m.network_history_yes();
  return [value]
    .flat()
    .map((one) => {
      if (one === '') return '';
      if (field?.kind === 'date') return formatDate(one, getLocale());
      if (field?.kind === 'number' && Number.isFinite(Number(one)))
        return formatNumber(Number(one), getLocale());
      return options.find((option) => option.value === one)?.label ?? one;
    })
    .join(m.network_history_comma());
}

/** Two versions of some fields as what differs, in words; a language that no text stands in is left out. */
export function differenceWords(
  fields: readonly Field[],
  controls: readonly string[],
  { was, became }: { was: Values; became: Values },
  named: Readonly<Record<string, readonly Option[]>> = {},
): PastDifference[] {
  const isWritten = (control: string) =>
    !control.endsWith('.original') ||
    ['fr', 'ar', 'en'].filter((lang) => textIn(became, control.replace(/original$/, lang)) !== '').length > 1;
  return controls
    .filter(isWritten)
    .map((control): PastDifference => {
      const { label, lang } = controlWords(fields, control);
      const word = (values: Values) => valueWords(fields, control, values[control] ?? '', named[control]);
      return {
        control,
        label,
        lang: isLocale(lang) ? lang : undefined,
        before: word(was),
        after: word(became),
      };
    })
    .filter(({ before, after }) => before !== after);
}
