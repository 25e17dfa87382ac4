/** Facts beside a message; never a name, an address of a person, a mail or a body. */
export type LogFields = Record<string, unknown>;

export interface Log {
  info(message: string, fields?: LogFields): void;
  warn(message: string, fields?: LogFields): void;
  error(message: string, fields?: LogFields): void;
}

/** Fields that never reach a log, whatever wrote them. */
const PERSONAL = /mail|password|token|secret|cookie|authorization|phone|^name$|ip$|body/i;

/**
 * Structured logs, one JSON object a line, without personal data.
 * @param write takes a line with its end; standard error by default.
 */
export function jsonLog(
  write: (line: string) => void = (line) => process.stderr.write(line),
  clock: () => Date = () => new Date(),
): Log {
  const line =
    (level: string) =>
    (message: string, fields: LogFields = {}) => {
      const own = { at: clock().toISOString(), level, message };
      // Named first to be read first, and last so that no field stands for them.
      write(`${JSON.stringify(Object.assign({ ...own }, plain(fields, []), own))}\n`);
    };
  return { info: line('info'), warn: line('warn'), error: line('error') };
}

/** A log that says nothing; for tests. */
export const silentLog: Log = { info() {}, warn() {}, error() {} };

/** A value as JSON can hold it, at any depth without what is personal; `above` are the values it stands in. */
function plain(value: unknown, above: readonly unknown[]): unknown {
  if (value instanceof Error) return { type: value.name, message: value.message, stack: value.stack };
  if (typeof value === 'bigint') return value.toString();
  if (typeof value !== 'object' || value === null || value instanceof Date) return value;
  if (above.includes(value)) return '[circular]';
  const inside = [...above, value];
  if (Array.isArray(value)) return value.map((item) => plain(item, inside));
  const kept = Object.entries(value).map(([key, item]) => [
    key,
    PERSONAL.test(key) ? '[redacted]' : plain(item, inside),
  ]);
  return Object.fromEntries(kept);
}
