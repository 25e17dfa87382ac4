import { importPeople, previewPeople } from '#network/person-lists/imports.server.ts';
import { personColumns } from '#network/person-lists/model.ts';
import { confirmList, openList, previewList, type ImportedNoun } from '../../../imported-list.server.ts';

const list: ImportedNoun = {
  noun: 'people',
  columns: personColumns,
  preview: previewPeople,
  write: importPeople,
};

export const load = (event) => openList(event);

export const actions = {
  preview: (event) => previewList(event, list),
  confirm: (event) => confirmList(event, list),
};
