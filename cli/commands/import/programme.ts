import {
  applyProgramme,
  describeProgrammeProblem,
  isImportable,
  previewProgramme,
  programmeFileLimits,
} from '#events/programme-imports/imports.server.ts';
import type { Source } from '#platform/database/database.ts';
import { resolveAddress } from '#platform/records/records.server.ts';
import { show, type Importer } from './importer.ts';

/** Workshops' programmes: frab's schedule XML or JSON, or a calendar. */
export const programme: Importer = {
  options: { workshop: { type: 'string' } },
  bytes: programmeFileLimits.bytes,
  prepare({ workshop: slug }) {
    return async ({ db, actor, bytes, file, apply, terminal }) => {
      const { locale, say, note } = terminal;
      const workshopId = await workshopAt(db.reader, slug);
      if (workshopId === null) {
        note(say('platform_cli_import_workshop', { slug: String(slug) }));
        return { refused: true };
      }
      const source = { bytes, ...(workshopId !== undefined && { workshopId }) };
      let preview = await previewProgramme(db.reader, actor, source, locale);
      if (apply && isImportable(preview))
        preview = await applyProgramme(db, actor, source, { digest: preview.digest }, locale);
      const sentences = (severity: 'error' | 'warning') =>
        preview.problems
          .filter((problem) => problem.severity === severity)
          .map((problem) => {
            const sentence = describeProgrammeProblem(problem, locale);
            const told = severity === 'error' ? sentence : say('platform_cli_import_warning', { sentence });
            return [file, problem.line, ` ${told}`].filter((part) => part !== null).join(':');
          });
      for (const warning of sentences('warning')) note(warning);
      show(preview, sentences('error'), terminal);
      const { create, existing, leftOut } = preview.counts;
      if (isImportable(preview)) {
        const key = preview.applied ? 'platform_cli_import_done' : 'platform_cli_import_preview';
        note(say(key, { create, existing, left: leftOut }));
      }
      return { refused: !isImportable(preview) };
    };
  },
};

/** The workshop at an address, former ones too; undefined where none is asked for, null where there is none. */
async function workshopAt(db: Source, slug: unknown): Promise<string | null | undefined> {
  return typeof slug === 'string' ? resolveAddress(db, 'workshops', slug) : undefined;
}
