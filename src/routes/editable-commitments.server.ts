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
  mayEditPart,
  mayRemoveCommitment,
  readCommitment,
  readPart,
  type CommitmentPart,
} from '#follow-up/commitments/queries.server.ts';
import { createShare, deleteShare, updateShare } from '#follow-up/funding/changes.server.ts';
import { createIndicator, deleteIndicator, updateIndicator } from '#follow-up/indicators/changes.server.ts';
import { levelsText } from '#follow-up/indicators/model.ts';
import { listLevels } from '#follow-up/indicators/queries.server.ts';
import { createMilestone, deleteMilestone, updateMilestone } from '#follow-up/milestones/changes.server.ts';
import { createParty, deleteParty, updateParty } from '#follow-up/parties/changes.server.ts';
import { m } from '#messages';
import { listOrganisations, readOrganisation } from '#network/organisations/queries.server.ts';
import type { Editable, EditableRow } from './editable.server.ts';
import type { EditableNoun } from './fields.ts';
import { baseLocale } from '#platform/locale/locale.ts';
import { amountText } from '#platform/locale/money.ts';
import type { Trilingual } from '#platform/locale/text.ts';
import { inside } from './editable-network.server.ts';
import { currencyOptions } from '#follow-up/funding/components/fields.ts';
import { listUsedCurrencies } from '#follow-up/funding/queries.server.ts';
import { optionsOf } from './options.server.ts';

const institutions = async ({ db, locale }: App.Locals) => ({
  organisationId: optionsOf(await listOrganisations(db.reader), 'name', locale),
});

/** What is written of a part of a commitment, by who changes that. */
function part<Kind extends CommitmentPart>(kind: Kind, place: string) {
  const may = ({ db, actor }: App.Locals, id: string) => mayEditPart(db.reader, actor, kind, id);
  return {
    kind,
    list: (row: EditableRow) => `/commitments/${inside(row)}/${place}`,
    page: (row: EditableRow) => `/commitments/${inside(row)}#${place}`,
    mayEdit: may,
    may,
  };
}

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
  'commitment-parties': {
    ...part('commitment_parties', 'parties'),
    title: 'name',
    words: {
      list: m.follow_up_commitment_parties,
      make: m.follow_up_party_new,
      edit: m.follow_up_party_edit,
    },
    options: institutions,
    async read({ db, actor }, id) {
      const row = await readPart(db.reader, actor, 'commitment_parties', id);
      const organisation = row && (await readOrganisation(db.reader, row.organisation_id));
      return organisation && Object.assign(row, nameOf(organisation), { slug: id });
    },
    create: createParty,
    update: updateParty,
    removal: { may: part('commitment_parties', '').may, remove: deleteParty },
  },
  milestones: {
    ...part('milestones', 'milestones'),
    title: 'title',
    words: {
      list: m.follow_up_milestones,
      make: m.follow_up_milestone_new,
      edit: m.follow_up_milestone_edit,
    },
    async read({ db, actor }, id) {
      const row = await readPart(db.reader, actor, 'milestones', id);
      return row && Object.assign(row, { slug: id });
    },
    create: createMilestone,
    update: updateMilestone,
    removal: { may: part('milestones', '').may, remove: deleteMilestone },
  },
  'funding-shares': {
    ...part('funding_shares', 'funding'),
    title: 'name',
    words: { list: m.follow_up_funds, make: m.follow_up_share_new, edit: m.follow_up_share_edit },
    defaults: { currency: 'MAD' },
    options: async (locals) => ({
      ...(await institutions(locals)),
      currency: currencyOptions(await listUsedCurrencies(locals.db.reader)),
    }),
    async read({ db, actor }, id) {
      const row = await readPart(db.reader, actor, 'funding_shares', id);
      if (!row) return undefined;
      const organisation = row.organisation_id && (await readOrganisation(db.reader, row.organisation_id));
      const name = organisation ? nameOf(organisation) : inWords(row.funder ?? '');
      return Object.assign(row, name, { slug: id, amount: amountText(row.amount_minor, row.currency) });
    },
    create: createShare,
    update: updateShare,
    removal: { may: part('funding_shares', '').may, remove: deleteShare },
  },
  indicators: {
    ...part('indicators', 'indicators'),
    title: 'name',
    words: {
      list: m.follow_up_indicators,
      make: m.follow_up_indicator_new,
      edit: m.follow_up_indicator_edit,
    },
    defaults: { direction: 'up' },
    async read({ db, actor }, id) {
      const row = await readPart(db.reader, actor, 'indicators', id);
      return row && Object.assign(row, levelsText(await listLevels(db.reader, [id])), { slug: id });
    },
    create: createIndicator,
    update: updateIndicator,
    removal: { may: part('indicators', '').may, remove: deleteIndicator },
  },
} satisfies Partial<Record<EditableNoun, Editable>>;

/** What an organisation is called, as the columns of a part that is called by it. */
export function nameOf({ name_fr, name_ar, name_en, name_original }: Trilingual<'name'>) {
  return { name_fr, name_ar, name_en, name_original };
}

/** A name in words of no known language, as such columns. */
export function inWords(name: string): Trilingual<'name'> {
  return { name_fr: name, name_ar: name, name_en: name, name_original: baseLocale };
}
