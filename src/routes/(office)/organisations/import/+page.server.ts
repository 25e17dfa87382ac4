import { importOrganisations, previewOrganisations } from '#network/organisation-lists/imports.server.ts';
import { organisationColumns } from '#network/organisation-lists/model.ts';
import { mayEditOrganisations } from '#network/policy.ts';
import { confirmList, openList, previewList, type ImportedNoun } from '../../../imported-list.server.ts';

const list: ImportedNoun = {
  noun: 'organisations',
  columns: organisationColumns,
  allowed: mayEditOrganisations,
  preview: previewOrganisations,
  write: importOrganisations,
};

export const load = (event) => openList(event, list);

export const actions = {
  preview: (event) => previewList(event, list),
  confirm: (event) => confirmList(event, list),
};
