import type { ListPreview } from '#network/organisation-lists/imports.server.ts';
import { inert } from '#platform/text/inert.ts';
import type { Terminal } from '../../command.ts';
import { show } from './importer.ts';

/**
 * Shows what a list of records would do, or did: the preview as JSON; on standard error each problem as
 * `file:cell: sentence`, and for each record to be those that it may be already.
 * @param sentence puts a problem into words
 */
export function showList(
  preview: ListPreview,
  file: string,
  sentence: (problem: ListPreview['refused'][number]) => string,
  terminal: Terminal,
): { refused: boolean } {
  const { create, change, same, refused, warnings, applied } = preview;
  const at = (cell: string | null, words: string) =>
    `${inert(cell === null ? file : `${file}:${cell}`)}: ${words}`;
  const similar = create.flatMap(({ row, similar }) => {
    if (similar.length === 0) return [];
    const names = similar.map(({ name, slug }) => inert(`${name} (${slug})`)).join(', ');
    return [at(String(row), terminal.say('platform_cli_import_similar', { similar: names }))];
  });
  const remarks = [...warnings.map((problem) => at(problem.cell, sentence(problem))), ...similar];
  for (const remark of remarks.slice(0, MOST_REMARKS)) terminal.note(remark);
  const refusals = refused.map((problem) => at(problem.cell, sentence(problem)));
  show(preview, refusals, terminal);
  if (refused.length > 0) return { refused: true };
  const key = applied ? 'platform_cli_import_list_done' : 'platform_cli_import_list_preview';
  const counts = { create: create.length, change: change.length, same: same.length };
  terminal.note(terminal.say(key, { ...counts, warnings: remarks.length }));
  return { refused: false };
}

/** More of them tell nothing new; the preview has them all. */
const MOST_REMARKS = 20;
