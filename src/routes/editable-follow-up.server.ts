import { keepsRegister } from '#follow-up/policy.ts';
import { mayEditRecommendation } from '#follow-up/queries.server.ts';
import {
  createRecommendation,
  deleteRecommendation,
  recommendationLinks,
  updateRecommendation,
} from '#follow-up/recommendations/changes.server.ts';
import { mayLink } from '#follow-up/recommendations/model.ts';
import { readEditable } from '#follow-up/recommendations/queries.server.ts';
import {
  createResponse,
  deleteResponse,
  responseLinks,
  updateResponse,
} from '#follow-up/responses/changes.server.ts';
import { answerable, mayEditResponse, readNamedResponse } from '#follow-up/responses/queries.server.ts';
import { m } from '#messages';
import type { Editable } from './editable.server.ts';
import { inside } from './editable-network.server.ts';
import type { EditableNoun } from './fields.ts';
import { optionsOf } from './options.server.ts';

/** What was asked and what became of it. */
export const editableFollowUp = {
  recommendations: {
    kind: 'recommendations',
    title: 'title',
    words: {
      list: m.publication_nav_recommendations,
      make: m.follow_up_recommendation_new,
      edit: m.follow_up_recommendation_edit,
    },
    defaults: { visibility: 'public' },
    read: ({ db, actor }, id) => readEditable(db.reader, actor, id),
    mayCreate: keepsRegister,
    mayEdit: ({ db, actor }, id) => mayEditRecommendation(db.reader, actor, id),
    create: createRecommendation,
    update: updateRecommendation,
    removal: { may: async ({ actor }) => keepsRegister(actor), remove: deleteRecommendation },
    links: {
      relations: (actor) =>
        (
          [
            'stems-from',
            'shared-at',
            'proposed-by',
            'proposing-organisation',
            'addressed-to',
            'concerns',
            'serves',
            'cites',
          ] as const
        ).filter((relation) => mayLink(keepsRegister(actor), relation)),
      right: recommendationLinks,
    },
  },
  responses: {
    kind: 'responses',
    title: 'name',
    words: { list: m.follow_up_answers, make: m.follow_up_answer_new, edit: m.follow_up_answer_edit },
    async options({ db, actor, locale }, row) {
      const { id, recommendation_id } = (row ?? {}) as { id?: string; recommendation_id?: string };
      if (!recommendation_id) return { organisationId: [] };
      const addressees = await answerable(db.reader, actor, recommendation_id);
      const open = addressees.filter(({ response }) => response === null || response.id === id);
      const organisations = open.map(({ organisation }) => organisation);
      return { organisationId: optionsOf(organisations, 'name', locale) };
    },
    list: (row) => `/recommendations/${inside(row)}/answers`,
    page: (row) => `/recommendations/${inside(row)}#answers`,
    async read({ db, actor }, id) {
      const response = await readNamedResponse(db.reader, actor, id);
      return response && Object.assign(response, { slug: id });
    },
    mayEdit: ({ db, actor }, id) => mayEditResponse(db.reader, actor, id),
    create: createResponse,
    update: updateResponse,
    removal: {
      may: ({ db, actor }, id) => mayEditResponse(db.reader, actor, id),
      remove: deleteResponse,
    },
    links: { relations: () => ['cites'], right: responseLinks },
  },
} satisfies Partial<Record<EditableNoun, Editable>>;
