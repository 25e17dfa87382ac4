import type { DatabaseLocation } from '#platform/database/open.ts';

/** Where the data lie, as a reader is told: the folder, or the PostgreSQL database without its password. */
export function placeOf({ dataFolder, databaseUrl }: DatabaseLocation): string {
  if (!databaseUrl) return dataFolder;
  const { hostname, port, pathname } = new URL(databaseUrl);
  return `PostgreSQL ${hostname}${port && `:${port}`}${pathname}`;
}
