import { personSentence } from '#network/person-lists/exports.server.ts';
import { importPeople, listBytes, previewPeople } from '#network/person-lists/imports.server.ts';
import type { Importer } from './importer.ts';
import { showList } from './lists.ts';

/** People: XLSX or CSV, as they are exported. */
export const people: Importer = {
  options: {},
  bytes: listBytes,
  prepare:
    () =>
    async ({ db, actor, bytes, file, apply, terminal }) => {
      const preview = apply ? await importPeople(db, actor, bytes) : await previewPeople(db.reader, bytes);
      return showList(preview, file, (problem) => personSentence(problem, terminal.locale), terminal);
    },
};
