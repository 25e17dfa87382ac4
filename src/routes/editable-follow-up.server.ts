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
import { m } from '#messages';
import type { Editable } from './editable.server.ts';
import type { EditableNoun } from './fields.ts';

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
} satisfies Partial<Record<EditableNoun, Editable>>;
