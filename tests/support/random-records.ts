import '#deliberation/debates/model.ts';
import { recommendationStatuses } from '#follow-up/recommendations/model.ts';
import { responsePositions } from '#follow-up/responses/model.ts';
import { visibilities } from '#network/visibility/model.ts';
import { actionKinds, actionStatuses } from '#events/actions/model.ts';
import { conclusionKinds } from '#events/conclusions/model.ts';
import { participationLevels } from '#events/participation/model.ts';
import { itemKinds, parts } from '#events/programme/model.ts';
import { actorTypes, workshopForms, workshopStatuses } from '#events/workshops/model.ts';
import { outcomeKinds } from '#network/initiatives/model.ts';
import { relations, starts, targets } from '#network/links/model.ts';
import { organisationLevels, organisationTypes } from '#network/organisations/model.ts';
import { schemes } from '#network/taxonomy/model.ts';
import { locales } from '#platform/locale/locale.ts';
import { measures, territoryLevels } from '#network/territories/model.ts';
import type { PublicKind as RecordKind } from './public-kinds.ts';
import { commitmentFields } from './random-commitments.ts';
import {
  code,
  dates,
  link,
  number,
  optionalLink,
  optionalText,
  text,
  word,
  type Field,
} from './random-fields.ts';

/** Kinds that are made at random: links lead from no other. */
const isMade = (kind: string): kind is RecordKind => Object.hasOwn(fieldsOf, kind);

const ends: Field = (given) => {
  const relation = given.pick(relations.filter((one) => starts[one].some(isMade)));
  const from_kind = given.pick(starts[relation].filter(isMade));
  const to_kind = targets[relation];
  return { from_kind, from_id: given.id(from_kind), relation, to_kind, to_id: given.id(to_kind) };
};

const hours: Field = (given) => {
  const day = `2026-03-1${given.int(10)}`;
  if (given.chance(0.3)) return { day: given.chance(0.5) ? day : null, starts_at: null, ends_at: null };
  const hour = 10 + given.int(8);
  return { day, starts_at: `${hour}:00`, ends_at: `${hour + 1}:30` };
};

/** Every kind of record, field by field; a kind that is added must be added here to pass the type check. */
export const fieldsOf: Record<RecordKind, readonly Field[]> = {
  sources: [
    word('title'),
    code('language', ['fr', 'ar', 'en', 'es']),
    word('publisher'),
    (given) => ({
      publisher_fr: given.chance(0.5) ? given.word() : null,
      publisher_ar: given.chance(0.5) ? given.word() : null,
      publisher_en: given.chance(0.5) ? given.word() : null,
    }),
    (given) => ({ url: given.chance(0.5) ? `https://example.org/${given.word()}` : null }),
    (given) => ({ published_on: given.chance(0.5) ? '2019-02' : null }),
    code('consulted_on', ['2026-01-01', '2026-02-02']),
    word('licence'),
  ],
  territories: [
    word('slug'),
    optionalLink('parent_id', 'territories'),
    code('level', territoryLevels),
    word('code'),
    (given) => ({ code_mark: given.chance(0.5) ? 'EH' : null }),
    text('name'),
    text('short_name'),
    (given) =>
      given.chance(0.5)
        ? { tile_column: 1 + given.int(8), tile_row: 1 + given.int(8) }
        : { tile_column: null, tile_row: null },
  ],
  figures: [
    link('territory_id', 'territories'),
    code('measure', measures),
    number('value'),
    code('as_of', ['2014', '2024-09', '2024-09-01']),
    link('source_id', 'sources'),
  ],
  organisations: [
    word('slug'),
    code('type', organisationTypes),
    code('level', organisationLevels),
    optionalLink('parent_id', 'organisations'),
    optionalLink('territory_id', 'territories'),
    text('name'),
    optionalText('acronym'),
    optionalText('summary'),
    (given) => ({ url: given.chance(0.5) ? `https://example.org/${given.word()}` : null }),
  ],
  people: [word('slug'), text('name')],
  initiatives: [
    word('slug'),
    text('name'),
    optionalText('acronym'),
    optionalText('summary'),
    optionalText('aims'),
    (given) =>
      given.chance(0.3) ? { starts_on: null, ends_on: null } : dates('starts_on', 'ends_on')(given),
    (given) =>
      given.chance(0.5)
        ? { budget_minor: given.int(1e9), budget_currency: given.pick(['EUR', 'MAD']) }
        : { budget_minor: null, budget_currency: null },
  ],
  outcomes: [
    link('initiative_id', 'initiatives'),
    code('kind', outcomeKinds),
    number('position'),
    text('text'),
  ],
  concepts: [
    word('slug'),
    code('scheme', schemes),
    word('code'),
    number('position'),
    text('name'),
    optionalText('definition'),
  ],
  links: [ends, number('position')],
  series: [word('slug'), text('name'), optionalText('summary')],
  workshops: [
    word('slug'),
    optionalLink('series_id', 'series'),
    code('form', workshopForms),
    code('status', workshopStatuses),
    text('title'),
    optionalText('summary'),
    optionalText('aims'),
    optionalText('outcome'),
    dates('starts_on', 'ends_on'),
    code('time_zone', ['Africa/Casablanca', 'Europe/Paris']),
    optionalText('venue'),
    optionalText('city'),
    optionalLink('territory_id', 'territories'),
    optionalLink('follows_id', 'workshops'),
    (given) => ({
      attendance_total: given.chance(0.5) ? 40 + given.int(60) : null,
      attendance_minimum: given.int(2),
      attendance_women: given.chance(0.5) ? given.int(20) : null,
      attendance_men: given.chance(0.5) ? given.int(20) : null,
    }),
    (given) =>
      given.chance(0.5)
        ? { reason: null, reason_language: null, former_starts_on: null, former_ends_on: null }
        : {
            reason: given.word(),
            reason_language: given.pick(locales),
            former_starts_on: '2025-10',
            former_ends_on: '2025-11',
          },
  ],
  documents: [
    link('owner_id', 'workshops'),
    number('position'),
    text('alt'),
    (given) => ({
      owner_kind: 'workshops',
      role: 'document',
      name: `${given.word()}.pdf`,
      media_type: 'application/pdf',
      bytes: 1_000 + given.int(1_000_000),
      sha256: given.word(),
      narrow_sha256: null,
      width: null,
      height: null,
      language: given.chance(0.5) ? given.pick(locales) : null,
    }),
  ],
  audiences: [link('workshop_id', 'workshops'), number('position'), code('actor_type', actorTypes)],
  participation_counts: [
    link('workshop_id', 'workshops'),
    optionalLink('item_id', 'programme_items'),
    number('position'),
    code('actor_type', actorTypes),
    (given) => {
      const territory_id = given.maybe('territories');
      return { territory_id, level: territory_id ? null : given.pick(participationLevels) };
    },
    (given) => ({ women: given.int(20), men: given.int(20), not_stated: null }),
  ],
  programme_items: [
    link('workshop_id', 'workshops'),
    word('anchor'),
    number('position'),
    code('kind', itemKinds),
    (given) => ({ number: given.chance(0.5) ? given.int(5) : null }),
    hours,
    text('title'),
    optionalText('abstract'),
    optionalText('room'),
  ],
  contributions: [
    link('item_id', 'programme_items'),
    number('position'),
    code('part', parts),
    (given) => {
      const person_id = given.maybe('people');
      return {
        person_id,
        organisation_id: person_id ? given.maybe('organisations') : given.id('organisations'),
      };
    },
    optionalText('role'),
  ],
  conclusions: [
    link('workshop_id', 'workshops'),
    optionalLink('item_id', 'programme_items'),
    number('position'),
    code('kind', conclusionKinds),
    text('text'),
  ],
  actions: [
    link('workshop_id', 'workshops'),
    optionalLink('item_id', 'programme_items'),
    number('position'),
    code('kind', actionKinds),
    text('text'),
    word('owner'),
    optionalLink('organisation_id', 'organisations'),
    optionalLink('person_id', 'people'),
    code('due_on', ['2026-01-01', '2026-02-02']),
    code('status', actionStatuses),
  ],
  press_notes: [
    link('workshop_id', 'workshops'),
    text('title'),
    text('text'),
    (given) => ({ is_public: given.int(2) }),
  ],
  debates: [
    word('slug'),
    text('title'),
    optionalText('summary'),
    code('starts_on', ['2026-01', '2026-02-02']),
    (given) => ({ ends_on: given.chance(0.5) ? '2026-03-03' : null }),
    optionalLink('workshop_id', 'workshops'),
    code('language', ['fr', 'ar', 'mul']),
    (given) => ({ url: given.chance(0.5) ? `https://example.org/${given.word()}` : null }),
    (given) => ({ licence: given.chance(0.5) ? given.word() : null }),
    code('visibility', visibilities),
    // Votes stand apart.
    () => ({ digest: null, participants: null, statements: null, votes: null, group_count: null }),
  ],
  recommendations: [
    word('slug'),
    word('reference'),
    number('position'),
    text('title'),
    optionalText('text'),
    optionalText('priority_reason'),
    optionalText('beneficiaries'),
    (given) => ({ issued_on: given.chance(0.5) ? '2018-04' : null }),
    (given) => ({ priority: given.pick([null, 1, 2, 3]) }),
    code('visibility', visibilities),
    code('status', recommendationStatuses),
  ],
  addressed_levels: [link('recommendation_id', 'recommendations'), code('level', territoryLevels)],
  responses: [
    link('recommendation_id', 'recommendations'),
    link('organisation_id', 'organisations'),
    code('position', responsePositions),
    optionalText('reasons'),
    code('responded_on', ['2026-01-01', '2026-02-02']),
  ],
  ...commitmentFields,
};

/** Columns whose value only one record of a kind has here; of some, another may, with another institution or level. */
export const unique: Partial<Record<RecordKind, string>> = {
  press_notes: 'workshop_id',
  commitment_parties: 'commitment_id',
  indicator_levels: 'indicator_id',
  indicator_values: 'report_id',
  evidence: 'report_id',
  responses: 'recommendation_id',
  addressed_levels: 'recommendation_id',
};

/** Which column of which kind refers to records of a kind; the tables refuse to lose what is referred to. */
export const references: readonly [from: RecordKind, column: string, to: RecordKind][] = [
  ['territories', 'parent_id', 'territories'],
  ['figures', 'territory_id', 'territories'],
  ['figures', 'source_id', 'sources'],
  ['organisations', 'parent_id', 'organisations'],
  ['organisations', 'territory_id', 'territories'],
  ['outcomes', 'initiative_id', 'initiatives'],
  ['workshops', 'series_id', 'series'],
  ['workshops', 'territory_id', 'territories'],
  ['workshops', 'follows_id', 'workshops'],
  ['programme_items', 'workshop_id', 'workshops'],
  ['contributions', 'item_id', 'programme_items'],
  ['contributions', 'person_id', 'people'],
  ['contributions', 'organisation_id', 'organisations'],
  ['audiences', 'workshop_id', 'workshops'],
  ['participation_counts', 'workshop_id', 'workshops'],
  ['participation_counts', 'item_id', 'programme_items'],
  ['participation_counts', 'territory_id', 'territories'],
  ['conclusions', 'workshop_id', 'workshops'],
  ['conclusions', 'item_id', 'programme_items'],
  ['actions', 'workshop_id', 'workshops'],
  ['actions', 'item_id', 'programme_items'],
  ['actions', 'organisation_id', 'organisations'],
  ['actions', 'person_id', 'people'],
  ['press_notes', 'workshop_id', 'workshops'],
  ['debates', 'workshop_id', 'workshops'],
  ['commitments', 'organisation_id', 'organisations'],
  ['commitments', 'matches_id', 'commitments'],
  ['commitments', 'confirmed_by_id', 'organisations'],
  ['addressed_levels', 'recommendation_id', 'recommendations'],
  ['responses', 'recommendation_id', 'recommendations'],
  ['responses', 'organisation_id', 'organisations'],
  ['commitment_parties', 'commitment_id', 'commitments'],
  ['commitment_parties', 'organisation_id', 'organisations'],
  ['milestones', 'commitment_id', 'commitments'],
  ['funding_shares', 'commitment_id', 'commitments'],
  ['funding_shares', 'organisation_id', 'organisations'],
  ['indicators', 'commitment_id', 'commitments'],
  ['indicator_levels', 'indicator_id', 'indicators'],
  ['reports', 'commitment_id', 'commitments'],
  ['reports', 'organisation_id', 'organisations'],
  ['evidence', 'report_id', 'reports'],
  ['readings', 'report_id', 'reports'],
  ['readings', 'organisation_id', 'organisations'],
  ['indicator_values', 'report_id', 'reports'],
  ['indicator_values', 'indicator_id', 'indicators'],
];
