import { error } from '@sveltejs/kit';
import { createWorkshop, updateWorkshop } from '#events/workshops/changes.server.ts';
import { mayCreateWorkshops } from '#events/policy.ts';
import { mayEditWorkshop } from '#events/queries.server.ts';
import { listAudiences, listSeries, readWorkshop } from '#events/workshops/queries.server.ts';
import { m } from '#messages';
import { createInitiative, updateInitiative } from '#network/initiatives/changes.server.ts';
import { readInitiative } from '#network/initiatives/queries.server.ts';
import { createOrganisation, updateOrganisation } from '#network/organisations/changes.server.ts';
import {
  listOrganisations,
  mayEditOrganisation,
  readOrganisation,
} from '#network/organisations/queries.server.ts';
import { createPerson, updatePerson } from '#network/people/changes.server.ts';
import { readPerson } from '#network/people/queries.server.ts';
import { mayAddToNetwork, mayEditNetwork } from '#network/policy.ts';
import { createTerritory, updateTerritory } from '#network/territories/changes.server.ts';
import { listAllTerritories, readTerritory } from '#network/territories/queries.server.ts';
import type { Actor } from '#platform/actor/actor.ts';
import type { Database } from '#platform/database/database.ts';
import type { Field, Option } from '#platform/forms/fields.ts';
import { collator } from '#platform/locale/format.ts';
import { passage, type Trilingual } from '#platform/locale/text.ts';
import type { Outcome } from '#platform/records/outcome.ts';
import type { RecordColumns } from '#platform/records/model.ts';
import { fieldsOf } from './fields.ts';

/** A record that a form changes: whatever columns it has, an address among them. */
export type EditableRow = RecordColumns & { slug: string };

export type EditableNoun = keyof typeof fieldsOf;

/** Everything the pages that make, change and look back at one kind of record differ in. */
export interface Editable {
  kind: EditableNoun;
  /** The field that names the record. */
  title: 'name' | 'title';
  words: { list: () => string; make: () => string; edit: () => string };
  options?(locals: App.Locals): Promise<Record<string, Option[]>>;
  /** What a new record starts with. */
  defaults?: Record<string, string | string[]>;
  read(locals: App.Locals, id: string): Promise<EditableRow | undefined>;
  mayCreate(actor: Actor): boolean;
  mayEdit(locals: App.Locals, id: string): Promise<boolean>;
  create(db: Database, actor: Actor, input: never): Promise<Outcome<{ id: string }>>;
  update(db: Database, actor: Actor, input: never): Promise<Outcome<{ id: string }>>;
}

const territories = async ({ db, locale }: App.Locals) =>
  optionsOf(await listAllTerritories(db.reader), 'name', locale);

const editable: Record<EditableNoun, Editable> = {
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
  },
  people: {
    kind: 'people',
    title: 'name',
    words: { list: m.publication_nav_people, make: m.network_person_new, edit: m.network_person_edit },
    read: ({ db }, id) => readPerson(db.reader, id),
    mayCreate: mayAddToNetwork,
    mayEdit: async ({ actor }) => mayEditNetwork(actor),
    create: createPerson,
    update: updatePerson,
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
    mayEdit: async ({ actor }) => mayEditNetwork(actor),
    create: createInitiative,
    update: updateInitiative,
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
    mayEdit: async ({ actor }) => mayEditNetwork(actor),
    create: createTerritory,
    update: updateTerritory,
  },
  workshops: {
    kind: 'workshops',
    title: 'title',
    words: { list: m.publication_nav_workshops, make: m.events_workshop_new, edit: m.events_workshop_edit },
    options: async (locals) => ({
      seriesId: optionsOf(await listSeries(locals.db.reader), 'name', locals.locale),
      territoryId: await territories(locals),
    }),
    defaults: { timeZone: 'Africa/Casablanca', form: 'workshop' },
    async read({ db, actor }, id) {
      const workshop = await readWorkshop(db.reader, actor, id);
      if (!workshop) return undefined;
      const audiences = await listAudiences(db.reader, id);
      return Object.assign(workshop, { audiences: audiences.map(({ actor_type }) => actor_type) });
    },
    mayCreate: mayCreateWorkshops,
    mayEdit: ({ db, actor }, id) => mayEditWorkshop(db.reader, actor, id),
    create: (db, actor, input) => createWorkshop(db, actor, Object.assign(input, { status: 'draft' })),
    update: updateWorkshop,
  },
};

/** The kind of record that stands under a noun of an address; 404 where none is edited so. */
export function editableKind(noun: string): Editable & { fields: readonly Field[] } {
  const found = Object.hasOwn(editable, noun) ? editable[noun as EditableNoun] : undefined;
  if (!found) error(404, 'not-found');
  return { ...found, fields: fieldsOf[found.kind] };
}

/** Whether pages under this noun can be edited at all. */
export function isEditable(noun: string): noun is EditableNoun {
  return Object.hasOwn(editable, noun);
}

/** Records as a choice offers them, in the reader's order. */
export function optionsOf<Name extends string>(
  rows: readonly (Trilingual<Name> & { id: string })[],
  name: Name,
  locale: App.Locals['locale'],
): Option[] {
  const order = collator(locale);
  return rows
    .map((row) => {
      const text = passage(row, name, locale);
      return {
        value: row.id,
        label: text?.text ?? '',
        ...(text?.fallback && { lang: text.lang, dir: text.dir }),
      };
    })
    .sort((a, b) => order.compare(a.label, b.label));
}
