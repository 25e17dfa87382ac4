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
      const kept = Object.entries(fields).map(([key, value]) => [
        key,
        PERSONAL.test(key) ? '[redacted]' : plain(value),
      ]);
      write(
        `${JSON.stringify({ at: clock().toISOString(), level, message, ...Object.fromEntries(kept) })}\n`,
      );
    };
  return { info: line('info'), warn: line('warn'), error: line('error') };
}

/** A log that says nothing; for tests. */
export const silentLog: Log = { info() {}, warn() {}, error() {} };

function plain(value: unknown): unknown {
  if (value instanceof Error) return { type: value.name, message: value.message, stack: value.stack };
  return value;
}
