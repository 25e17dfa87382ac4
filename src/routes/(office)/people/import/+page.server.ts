import { importPeople, previewPeople } from '#network/person-lists/imports.server.ts';
import { personColumns } from '#network/person-lists/model.ts';
import { mayEditNetwork } from '#network/policy.ts';
import { confirmList, openList, previewList, type ImportedNoun } from '../../../imported-list.server.ts';

const list: ImportedNoun = {
  noun: 'people',
  columns: personColumns,
  allowed: mayEditNetwork,
  preview: (db, _actor, bytes) => previewPeople(db, bytes),
  write: importPeople,
};

export const load = (event) => openList(event, list);

export const actions = {
  preview: (event) => previewList(event, list),
  confirm: (event) => confirmList(event, list),
};
