import {
  describeProblem,
  importTerritories,
  listLimits,
  parentLevels,
  previewTerritories,
  type ParentLevel,
} from '#network/territories/imports.server.ts';
import { Misuse } from '../../arguments.ts';
import type { Call } from '../../command.ts';
import { show, type Importer } from './importer.ts';

/** Territories: CSV, or iso_3166-2.json of iso-codes. */
export const territories: Importer = {
  options: { 'parent-level': { type: 'string' } },
  bytes: listLimits.bytes,
  prepare(options) {
    const parentLevel = levelOf(options);
    return async ({ db, actor, bytes, apply, terminal }) => {
      const preview = apply
        ? await importTerritories(db, actor, bytes, { parentLevel })
        : await previewTerritories(db.reader, bytes, { parentLevel });
      const { create, existing, leftOut, refused, format, applied } = preview;
      const sentences = refused.map((problem) => describeProblem(problem, format, terminal.locale));
      show(preview, sentences, terminal);
      const counts = { create: create.length, existing: existing.length, left: leftOut.length };
      if (refused.length === 0)
        terminal.note(
          terminal.say(applied ? 'platform_cli_import_done' : 'platform_cli_import_preview', counts),
        );
      return { refused: refused.length > 0 };
    };
  },
};

function levelOf(options: Call['options']): ParentLevel {
  const named = options['parent-level'] ?? 'region';
  const level = parentLevels.find((level) => level === named);
  if (!level) throw new Misuse('platform_cli_import_level', { known: parentLevels.join(', ') });
  return level;
}
