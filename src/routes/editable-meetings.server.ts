import { createAction, updateAction } from '#events/actions/changes.server.ts';
import { mayEditAction, readEditable as readEditableAction } from '#events/actions/queries.server.ts';
import { createEntry, updateEntry } from '#events/board/changes.server.ts';
import { mayEditEntry, readEditable as readEditableEntry } from '#events/board/queries.server.ts';
import {
  conclusionLinks,
  createConclusion,
  deleteConclusion,
  updateConclusion,
} from '#events/conclusions/changes.server.ts';
import { readConclusion } from '#events/conclusions/queries.server.ts';
import { mayCreateWorkshops, mayEditSeries } from '#events/policy.ts';
import { listItems } from '#events/programme/queries.server.ts';
import { mayEditConclusion, mayEditWorkshop, sessionsToRecord } from '#events/queries.server.ts';
import { createSeries, deleteSeries, updateSeries } from '#events/series/changes.server.ts';
import { createWorkshop, updateWorkshop } from '#events/workshops/changes.server.ts';
import { listAudiences, listSeries, readSeries, readWorkshop } from '#events/workshops/queries.server.ts';
import { m } from '#messages';
import { listOrganisations } from '#network/organisations/queries.server.ts';
import { listPeople } from '#network/people/queries.server.ts';
import { listAllTerritories } from '#network/territories/queries.server.ts';
import { CAPITAL_ZONE } from '#platform/clock/zone.ts';
import { createPressNote, updatePressNote } from '#publication/press-notes/changes.server.ts';
import { readEditable as readEditableNote } from '#publication/press-notes/queries.server.ts';
import type { Editable } from './editable.server.ts';
import type { EditableNoun } from './fields.ts';
import { inside } from './editable-network.server.ts';
import { optionsOf, orderedOptions } from './options.server.ts';

/** Who may own an action, or propose what stands on a board. */
async function ownerOptions({ db, locale }: App.Locals) {
  return {
    organisationId: optionsOf(await listOrganisations(db.reader), 'name', locale),
    personId: optionsOf(await listPeople(db.reader), 'name', locale),
  };
}

/** What hangs from meetings. */
export const editableMeetings = {
  series: {
    kind: 'series',
    title: 'name',
    words: { list: m.publication_nav_workshops, make: m.events_series_new, edit: m.events_series_edit },
    list: () => '/workshops',
    read: ({ db }, id) => readSeries(db.reader, id),
    mayCreate: mayEditSeries,
    mayEdit: async ({ actor }) => mayEditSeries(actor),
    create: createSeries,
    update: updateSeries,
    removal: { may: async ({ actor }) => mayEditSeries(actor), remove: deleteSeries },
  },
  workshops: {
    kind: 'workshops',
    title: 'title',
    words: { list: m.publication_nav_workshops, make: m.events_workshop_new, edit: m.events_workshop_edit },
    options: async ({ db, locale }) => ({
      seriesId: optionsOf(await listSeries(db.reader), 'name', locale),
      territoryId: optionsOf(await listAllTerritories(db.reader), 'name', locale),
    }),
    defaults: { timeZone: CAPITAL_ZONE, form: 'workshop' },
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
  conclusions: {
    kind: 'conclusions',
    title: 'text',
    words: {
      list: m.events_conclusions_of,
      make: m.events_conclusion_new,
      edit: m.events_conclusion_edit,
    },
    defaults: { kind: 'conclusion' },
    async options({ db, actor, locale }, row) {
      const workshopId = String((row as { workshop_id?: string } | undefined)?.workshop_id);
      const sessions = await sessionsToRecord(db.reader, actor, workshopId);
      const items = await listItems(db.reader, workshopId);
      const offered = sessions === 'every' ? items : items.filter(({ id }) => sessions.includes(id));
      return { itemId: orderedOptions(offered, 'title', locale) };
    },
    list: (row) => `/workshops/${inside(row)}/conclusions`,
    page: (row) => `/workshops/${inside(row)}#conclusions`,
    async read({ db, actor }, id) {
      const conclusion = await readConclusion(db.reader, actor, id);
      const workshop = conclusion && (await readWorkshop(db.reader, actor, conclusion.workshop_id));
      return workshop && Object.assign(conclusion, { slug: id, inside: workshop.slug });
    },
    mayEdit: ({ db, actor }, id) => mayEditConclusion(db.reader, actor, id),
    create: createConclusion,
    update: updateConclusion,
    removal: {
      may: ({ db, actor }, id) => mayEditConclusion(db.reader, actor, id),
      remove: deleteConclusion,
    },
    links: {
      relations: () => ['proposed-by', 'proposing-organisation', 'serves', 'cites'],
      right: conclusionLinks,
    },
  },
  'board-entries': {
    kind: 'board_entries',
    title: 'text',
    words: { list: m.events_board, make: m.events_board_new, edit: m.events_board_edit },
    defaults: { kind: 'conclusion' },
    options: ownerOptions,
    list: (row) => `/workshops/${inside(row)}/board`,
    page: (row) => `/workshops/${inside(row)}/board#row-${row.id}`,
    async read({ db, actor }, id) {
      const entry = await readEditableEntry(db.reader, actor, id);
      return entry && Object.assign(entry, { slug: id });
    },
    mayEdit: ({ db, actor }, id) => mayEditEntry(db.reader, actor, id),
    create: createEntry,
    update: updateEntry,
  },
  actions: {
    kind: 'actions',
    title: 'text',
    words: { list: m.events_actions, make: m.events_action_new, edit: m.events_action_edit },
    defaults: { kind: 'action' },
    async options(locals, row) {
      const workshopId = String((row as { workshop_id?: string } | undefined)?.workshop_id);
      const items = await listItems(locals.db.reader, workshopId);
      return { ...(await ownerOptions(locals)), itemId: orderedOptions(items, 'title', locals.locale) };
    },
    list: (row) => `/workshops/${inside(row)}/actions`,
    page: (row) => `/workshops/${inside(row)}/actions#action-${row.id}`,
    async read({ db, actor }, id) {
      const action = await readEditableAction(db.reader, actor, id);
      return action && Object.assign(action, { slug: id });
    },
    mayEdit: ({ db, actor }, id) => mayEditAction(db.reader, actor, id),
    create: createAction,
    update: updateAction,
  },
  'press-notes': {
    kind: 'press_notes',
    title: 'title',
    words: {
      list: m.publication_dissemination,
      make: m.publication_press_draft,
      edit: m.publication_press_edit_title,
    },
    list: (row) => `/workshops/${inside(row)}/dissemination`,
    page: (row) => `/workshops/${inside(row)}/dissemination#press`,
    async read({ db, actor }, id) {
      const note = await readEditableNote(db.reader, actor, id);
      return note && Object.assign(note, { slug: id });
    },
    mayEdit: async ({ db, actor }, id) => (await readEditableNote(db.reader, actor, id)) !== undefined,
    create: createPressNote,
    update: updatePressNote,
  },
} satisfies Partial<Record<EditableNoun, Editable>>;
