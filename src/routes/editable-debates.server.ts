import { createDebate, deleteDebate, updateDebate } from '#deliberation/debates/changes.server.ts';
import { statementLanguages } from '#deliberation/debates/components/words.ts';
import type { DebateRow } from '#deliberation/debates/model.ts';
import { keepsDebates, mayEnterDebates } from '#deliberation/debates/policy.ts';
import { listEnterable, mayEditDebate, readDebate } from '#deliberation/debates/queries.server.ts';
import { m } from '#messages';
import type { Editable } from './editable.server.ts';
import type { EditableNoun } from './fields.ts';
import { orderedOptions } from './options.server.ts';

/** Debates, without the votes that are sent for them. */
export const editableDebates = {
  debates: {
    kind: 'debates',
    title: 'title',
    words: {
      list: m.deliberation_debates,
      make: m.deliberation_debate_new,
      edit: m.deliberation_debate_edit,
    },
    needs: (actor) => (keepsDebates(actor) ? [] : ['workshopId']),
    defaults: { visibility: 'draft' },
    options: async ({ db, actor, locale }, row) => ({
      language: statementLanguages((row as Partial<DebateRow> | undefined)?.language),
      workshopId: orderedOptions(await listEnterable(db.reader, actor), 'title', locale),
    }),
    read: ({ db, actor }, id) => readDebate(db.reader, actor, id),
    mayCreate: mayEnterDebates,
    mayEdit: ({ db, actor }, id) => mayEditDebate(db.reader, actor, id),
    create: createDebate,
    update: updateDebate,
    removal: {
      may: ({ db, actor }, id) => mayEditDebate(db.reader, actor, id),
      remove: deleteDebate,
      done: '?done=removed',
      erases: m.deliberation_debate_erases,
    },
  },
} satisfies Partial<Record<EditableNoun, Editable>>;
