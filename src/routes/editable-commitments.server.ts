import {
  commitmentLinks,
  createCommitment,
  deleteCommitment,
  updateCommitment,
} from '#follow-up/commitments/changes.server.ts';
import { commitmentParts } from '#follow-up/commitments/model.ts';
import { mayCommit } from '#follow-up/commitments/policy.ts';
import {
  listLed,
  mayEditCommitment,
  mayRemoveCommitment,
  readCommitment,
} from '#follow-up/commitments/queries.server.ts';
import { m } from '#messages';
import { listOrganisations } from '#network/organisations/queries.server.ts';
import type { Editable } from './editable.server.ts';
import type { EditableNoun } from './fields.ts';
import { optionsOf } from './options.server.ts';

/** What institutions have said they will do, with its parts. */
export const editableCommitments = {
  commitments: {
    kind: 'commitments',
    title: 'title',
    words: {
      list: m.follow_up_commitments,
      make: m.follow_up_commitment_new,
      edit: m.follow_up_commitment_edit,
    },
    defaults: { visibility: 'draft' },
    options: async ({ db, actor, locale }) => ({
      organisationId: optionsOf(await listLed(db.reader, actor), 'name', locale),
      confirmedById: optionsOf(await listOrganisations(db.reader), 'name', locale),
    }),
    read: ({ db, actor }, id) => readCommitment(db.reader, actor, id),
    mayCreate: mayCommit,
    mayEdit: ({ db, actor }, id) => mayEditCommitment(db.reader, actor, id),
    create: createCommitment,
    update: updateCommitment,
    removal: {
      may: ({ db, actor }, id) => mayRemoveCommitment(db.reader, actor, id),
      parts: commitmentParts,
      remove: deleteCommitment,
    },
    links: { relations: () => ['concerns', 'serves', 'cites'], right: commitmentLinks },
  },
} satisfies Partial<Record<EditableNoun, Editable>>;
