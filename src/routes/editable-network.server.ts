import { m } from '#messages';
import {
  createInitiative,
  createOutcome,
  deleteOutcome,
  updateInitiative,
  updateOutcome,
} from '#network/initiatives/changes.server.ts';
import { readInitiative, readOutcome } from '#network/initiatives/queries.server.ts';
import { networkLinks } from '#network/links/changes.server.ts';
import type { Relation } from '#network/links/model.ts';
import { createOrganisation, updateOrganisation } from '#network/organisations/changes.server.ts';
import {
  listOrganisations,
  mayEditOrganisation,
  readOrganisation,
} from '#network/organisations/queries.server.ts';
import { createPerson, updatePerson } from '#network/people/changes.server.ts';
import { readPerson } from '#network/people/queries.server.ts';
import { mayAddToNetwork, mayEditNetwork } from '#network/policy.ts';
import { createSource, deleteSource, updateSource } from '#network/sources/changes.server.ts';
import { readSource } from '#network/sources/queries.server.ts';
import { createConcept, deleteConcept, updateConcept } from '#network/taxonomy/changes.server.ts';
import type { Scheme } from '#network/taxonomy/model.ts';
import { readConcept } from '#network/taxonomy/queries.server.ts';
import { createTerritory, updateTerritory } from '#network/territories/changes.server.ts';
import { listAllTerritories, readTerritory } from '#network/territories/queries.server.ts';
import { columns } from '#platform/locale/text.ts';
import { baseLocale, isLocale } from '#platform/locale/locale.ts';
import type { RecordKind } from '#platform/records/model.ts';
import type { Editable } from './editable.server.ts';
import type { EditableNoun } from './fields.ts';
import { optionsOf } from './options.server.ts';

const territories = async ({ db, locale }: App.Locals) =>
  optionsOf(await listAllTerritories(db.reader), 'name', locale);

const mayEdit = async ({ actor }: App.Locals) => mayEditNetwork(actor);

const linked = (kind: RecordKind, ...relations: Relation[]): NonNullable<Editable['links']> => ({
  relations: () => relations,
  right: (actor) => networkLinks(actor, kind),
});

/** The concepts of one scheme, under the noun of its pages. */
function concepts(scheme: Scheme, words: Editable['words'], page?: NonNullable<Editable['page']>): Editable {
  return {
    kind: 'concepts',
    title: 'name',
    words,
    ...(page && { page }),
    async read({ db }, id) {
      const concept = await readConcept(db.reader, id);
      return concept?.scheme === scheme ? concept : undefined;
    },
    mayCreate: mayEditNetwork,
    mayEdit,
    create: (db, actor, input) => createConcept(db, actor, Object.assign(input, { scheme })),
    update: updateConcept,
    removal: { may: mayEdit, remove: deleteConcept },
    links: linked('concepts', 'cites'),
  };
}

/** The network's own records. */
export const editableNetwork = {
  organisations: {
    kind: 'organisations',
    title: 'name',
    words: {
      list: m.publication_nav_organisations,
      make: m.network_organisation_new,
      edit: m.network_organisation_edit,
    },
    options: async (locals) => ({
      parentId: optionsOf(await listOrganisations(locals.db.reader), 'name', locals.locale),
      territoryId: await territories(locals),
    }),
    read: ({ db }, id) => readOrganisation(db.reader, id),
    mayCreate: mayAddToNetwork,
    mayEdit: ({ db, actor }, id) => mayEditOrganisation(db.reader, actor, id),
    create: createOrganisation,
    update: updateOrganisation,
    links: linked('organisations', 'serves', 'cites'),
  },
  people: {
    kind: 'people',
    title: 'name',
    words: { list: m.publication_nav_people, make: m.network_person_new, edit: m.network_person_edit },
    read: ({ db }, id) => readPerson(db.reader, id),
    mayCreate: mayAddToNetwork,
    mayEdit,
    create: createPerson,
    update: updatePerson,
    links: linked('people', 'cites'),
  },
  initiatives: {
    kind: 'initiatives',
    title: 'name',
    words: {
      list: m.publication_nav_initiatives,
      make: m.network_initiative_new,
      edit: m.network_initiative_edit,
    },
    read: ({ db }, id) => readInitiative(db.reader, id),
    mayCreate: mayEditNetwork,
    mayEdit,
    create: createInitiative,
    update: updateInitiative,
    links: linked(
      'initiatives',
      'implementer',
      'partner',
      'funder',
      'part-of',
      'concerns',
      'serves',
      'cites',
    ),
  },
  outcomes: {
    kind: 'outcomes',
    title: 'text',
    words: {
      list: m.network_outcomes,
      make: m.network_outcome_new,
      edit: m.network_outcome_edit,
    },
    defaults: { kind: 'result' },
    list: (row) => `/initiatives/${inside(row)}/outcomes`,
    page: (row) => `/initiatives/${inside(row)}`,
    async read({ db }, id) {
      const outcome = await readOutcome(db.reader, id);
      const initiative = outcome && (await readInitiative(db.reader, outcome.initiative_id));
      return initiative && Object.assign(outcome, { slug: id, inside: initiative.slug });
    },
    mayEdit,
    create: createOutcome,
    update: updateOutcome,
    removal: { may: mayEdit, remove: deleteOutcome },
    links: linked('outcomes', 'cites'),
  },
  territories: {
    kind: 'territories',
    title: 'name',
    words: {
      list: m.publication_nav_territories,
      make: m.network_territory_new,
      edit: m.network_territory_edit,
    },
    options: async (locals) => ({ parentId: await territories(locals) }),
    read: ({ db }, id) => readTerritory(db.reader, id),
    mayCreate: mayEditNetwork,
    mayEdit,
    create: createTerritory,
    update: updateTerritory,
    links: linked('territories', 'cites'),
  },
  axes: concepts('axis', {
    list: m.publication_nav_axes,
    make: m.network_axis_new,
    edit: m.network_axis_edit,
  }),
  priorities: concepts(
    'priority',
    { list: m.publication_nav_priorities, make: m.network_priority_new, edit: m.network_priority_edit },
    ({ slug }) => `/priorities#${slug}`,
  ),
  goals: concepts('sdg', {
    list: m.publication_nav_goals,
    make: m.network_goal_new,
    edit: m.network_goal_edit,
  }),
  sources: {
    kind: 'sources',
    title: 'title',
    words: { list: m.network_sources, make: m.network_source_new, edit: m.network_source_edit },
    page: ({ slug }) => `/sources#${slug}`,
    async read({ db }, id) {
      const source = await readSource(db.reader, id);
      if (!source) return undefined;
      // A title has one language, its publisher's.
      const original = isLocale(source.language) ? source.language : baseLocale;
      return Object.assign(source, columns('title', { [original]: source.title, original }), { slug: id });
    },
    mayCreate: mayEditNetwork,
    mayEdit,
    create: createSource,
    update: updateSource,
    removal: { may: mayEdit, remove: deleteSource },
  },
} satisfies Partial<Record<EditableNoun, Editable>>;

/** The address of the record that one is part of, as its reading added it. */
export function inside(row: object): string {
  return String((row as { inside?: string }).inside);
}
