import { organisationSentence } from '#network/organisation-lists/exports.server.ts';
import {
  importOrganisations,
  listBytes,
  previewOrganisations,
} from '#network/organisation-lists/imports.server.ts';
import type { Importer } from './importer.ts';
import { showList } from './lists.ts';

/** Organisations: XLSX or CSV, as they are exported. */
export const organisations: Importer = {
  options: {},
  bytes: listBytes,
  prepare:
    () =>
    async ({ db, actor, bytes, file, apply, terminal }) => {
      const preview = apply
        ? await importOrganisations(db, actor, bytes)
        : await previewOrganisations(db.reader, actor, bytes);
      return showList(preview, file, (problem) => organisationSentence(problem, terminal.locale), terminal);
    },
};
