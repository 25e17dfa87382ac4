import { NotEmpty } from '#platform/archive/restore.ts';
import { BackupRefusal } from '#platform/backup/format.ts';
import { DatabaseInUse } from '#platform/database/database-lock.ts';
import { EnvironmentError, type Environment } from '#platform/environment/environment.ts';
import { SchemaMismatch } from '#platform/database/migrate.ts';
import { FolderInUse } from '#platform/database/server-lock.ts';
import { PortTaken } from '#platform/http/listen.ts';
import { SecretsRefused } from '#platform/secrets/file.ts';
import { Misuse } from './arguments.ts';
import type { Key, Say, Values } from './language.ts';
import { placeOf } from './place.ts';

/** What is known of the place where a command failed. */
export interface Where {
  environment?: Environment;
  host?: string;
  /** The file that was named beside the command. */
  file?: string;
}

/** The message a refusal has, with its values. */
type Words = [Key, Values?];

/**
 * Puts an expected refusal into sentences for the reader.
 * @returns null for a surprise
 */
export function refusal(error: unknown, where: Where, say: Say): string[] | null {
  if (error instanceof EnvironmentError)
    return error.problems.map(({ variable, reason, value = '' }) =>
      say(`platform_cli_${reason.replaceAll('-', '_') as 'not_a_port'}`, { variable, value }),
    );
  const words = wordsOf(error, where);
  return words && [say(...words)];
}

function wordsOf(error: unknown, where: Where): Words | null {
  if (error instanceof Misuse) return [error.key, error.values];
  if (error instanceof FolderInUse) return ['platform_cli_folder_in_use', { folder: error.dataFolder }];
  if (error instanceof SecretsRefused)
    return [
      error.reason === 'damaged' ? 'platform_cli_secrets_damaged' : 'platform_cli_secrets_open_to_others',
      { file: error.file },
    ];
  if (error instanceof SchemaMismatch)
    return [`platform_cli_schema_${error.reason}`, { migration: error.migration }];
  if (error instanceof PortTaken) return ['platform_cli_port_taken', { port: error.port }];
  if (error instanceof DatabaseInUse)
    return [
      'platform_cli_database_in_use',
      { database: where.environment ? placeOf(where.environment) : '' },
    ];
  if (error instanceof NotEmpty)
    return ['platform_cli_archive_not_empty', { data: where.environment ? placeOf(where.environment) : '' }];
  if (error instanceof BackupRefusal) return ofBackup(error, where);
  const system = firstOf(error);
  return (
    ofListening(system, where) ?? ofFiles(system) ?? ofSqlite(system, where) ?? ofPostgres(system, where)
  );
}

function ofBackup({ reason, where: place }: BackupRefusal, { environment, file = '' }: Where): Words {
  if (reason === 'nothing')
    return ['platform_cli_backup_nothing', { data: environment ? placeOf(environment) : '' }];
  if (reason === 'unwritable') return ['platform_cli_not_writable', { path: environment?.dataFolder ?? '' }];
  return [`platform_cli_backup_${reason}`, { file, where: place }];
}

interface SystemError extends Error {
  code?: string;
  syscall?: string;
  path?: string;
  hostname?: string;
  address?: string;
  port?: number;
  errcode?: number;
}

/** A connection tried on several addresses fails with all their errors: the first says enough. */
function firstOf(error: unknown): SystemError {
  return error instanceof AggregateError && error.errors.length > 0
    ? error.errors[0]
    : (error as SystemError);
}

function ofListening(
  { code, syscall, hostname, address, port }: SystemError,
  { host = 'localhost' }: Where,
): Words | null {
  const unknown = syscall === 'getaddrinfo' && hostname === host;
  if (unknown || (syscall === 'listen' && code === 'EADDRNOTAVAIL'))
    return ['platform_cli_host_unknown', { host }];
  if (syscall === 'listen' && code === 'EACCES')
    return ['platform_cli_port_not_allowed', { port: port ?? address ?? '' }];
  return null;
}

function ofFiles({ code = '', path, message }: SystemError): Words | null {
  if (code === 'ENOSPC' || code === 'EDQUOT') return ['platform_cli_disk_full'];
  if (code === 'ERR_MODULE_NOT_FOUND' && /\/build\//.test(message)) return ['platform_cli_build_missing'];
  if (
    path !== undefined &&
    ['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'ENOENT', 'EEXIST', 'EISDIR', 'ELOOP', 'ENAMETOOLONG'].includes(
      code,
    )
  )
    return ['platform_cli_not_writable', { path }];
  return null;
}

/** SQLite's result codes (sqlite.org/rescode.html), extended ones by their last byte. */
function ofSqlite({ code, errcode = 0 }: SystemError, { environment }: Where): Words | null {
  if (code !== 'ERR_SQLITE_ERROR') return null;
  const folder = environment?.dataFolder ?? '';
  switch (errcode & 0xff) {
    case 5: // BUSY
    case 6: // LOCKED
      return ['platform_cli_database_busy'];
    case 3: // PERM
    case 8: // READONLY
    case 14: // CANTOPEN
    case 10: // IOERR
      return ['platform_cli_not_writable', { path: folder }];
    case 13: // FULL
      return ['platform_cli_disk_full'];
    case 11: // CORRUPT
    case 26: // NOTADB
      return ['platform_cli_database_damaged', { folder }];
    default:
      return null;
  }
}

const unreachable = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ECONNRESET',
]);

/** The system's codes, and PostgreSQL's own (its manual, appendix A). */
function ofPostgres({ code = '' }: SystemError, { environment }: Where): Words | null {
  if (!environment?.databaseUrl) return null;
  const database = placeOf(environment);
  if (unreachable.has(code) || /^(08|57P)/.test(code))
    return ['platform_cli_postgres_unreachable', { database }];
  if (code.startsWith('28')) return ['platform_cli_postgres_refused', { database }];
  if (code === '3D000') return ['platform_cli_postgres_no_database', { database }];
  if (code === '42501') return ['platform_cli_postgres_not_allowed', { database }];
  if (code === '53100') return ['platform_cli_disk_full'];
  return null;
}
