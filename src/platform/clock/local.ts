/** Local dates and times as strings, checked before they reach a format. */

/** Milliseconds in one day. */
export const DAY = 86_400_000;

const LOCAL = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?$/;
const DATE = /^\d{4}-\d{2}-\d{2}$/;

/**
 * The wall-clock reading as if it were UTC, in milliseconds: a number to add offsets to, not an instant.
 * @throws {RangeError} when the text is not `YYYY-MM-DDTHH:mm[:ss]` or the day does not exist.
 */
export function localReading(local: string): number {
  const reading = LOCAL.test(local) ? Date.parse(`${local}Z`) : Number.NaN;
  if (Number.isNaN(reading) || !isoLocal(reading).startsWith(local))
    throw new RangeError(`not a local time: ${local}`);
  return reading;
}

/** The reading as `YYYY-MM-DDTHH:mm:ss`. */
export function isoLocal(reading: number): string {
  return new Date(reading).toISOString().slice(0, 19);
}

/** The date moved by whole days. @throws {RangeError} when the text is not an existing `YYYY-MM-DD`. */
export function addDays(date: string, days: number): string {
  if (!DATE.test(date)) throw new RangeError(`not a date: ${date}`);
  return isoLocal(localReading(`${date}T00:00`) + days * DAY).slice(0, 10);
}

/** An instant as `YYYY-MM-DDTHH:mm:ssZ`. @throws {RangeError} when the text is not an ISO 8601 instant in UTC. */
export function utcInstant(instant: string): string {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?Z$/.test(instant)) {
    throw new RangeError(`not an instant in UTC: ${instant}`);
  }
  localReading(instant.slice(0, 16));
  return `${isoLocal(Date.parse(instant))}Z`;
}
