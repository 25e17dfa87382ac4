import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { readArchive } from '#platform/archive/read.ts';
import { readArchiveInto } from '#platform/archive/restore.ts';
import { writeArchive } from '#platform/archive/write.ts';
import { formatInstant } from '#platform/locale/format.ts';
import type { Call } from '../command.ts';
import { placeOf } from '../place.ts';
import { showing } from '../progress.ts';

/** Writes the whole node into one documented file. */
export async function exportArchive({ terminal, environment }: Call, file: string): Promise<number> {
  const { say } = terminal;
  await showing(
    terminal,
    say('platform_cli_archive_doing', { data: placeOf(environment) }),
    () => writeArchive(environment, resolve(file)),
    ({ rows, files }) => say('platform_cli_archive_done', { file, rows, files }),
  );
  terminal.print(resolve(file));
  return 0;
}

/** Reads an archive whole and says what it holds; makes a node of it, where none is yet, with --apply. */
export async function importArchive({ terminal, environment, options }: Call, file: string): Promise<number> {
  const { say, locale } = terminal;
  const when = (instant: string) => `${formatInstant(instant, 'UTC', locale)} UTC`;
  if (options['apply'] !== true) {
    const preview = await showing(
      terminal,
      say('platform_cli_archive_reading', { file }),
      () => previewArchive(file),
      ({ rows }) => say('platform_cli_archive_preview', { rows }),
    );
    terminal.print(JSON.stringify(preview, null, 2));
    return 0;
  }
  await showing(
    terminal,
    say('platform_cli_archive_reading', { file }),
    () => readArchiveInto(environment, file),
    ({ createdAt, rows }) =>
      say('platform_cli_restore_done', { date: when(createdAt), data: placeOf(environment), rows }),
  );
  return 0;
}

/** Reads an archive to its end, as an import does, and keeps nothing of it. */
async function previewArchive(file: string) {
  const folder = mkdtempSync(join(tmpdir(), 'indimaj-archive-'));
  try {
    let createdAt = '';
    let rows = 0;
    const tables: Record<string, number> = {};
    for await (const part of readArchive(file, folder)) {
      if (part.kind === 'header') ({ createdAt } = part.header);
      else if (part.kind === 'table') tables[part.table] = 0;
      else if (part.kind === 'rows') tables[part.table] = (tables[part.table] ?? 0) + part.rows.length;
      else if (part.kind === 'end') ({ rows } = part);
    }
    return { applied: false, createdAt, rows, tables };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
