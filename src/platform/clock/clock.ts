/** The present instant, as a parameter: tests and the future say when it is. */
export type Clock = () => Date;

export const systemClock: Clock = () => new Date();

/** An instant as the tables hold it: UTC, ISO 8601, milliseconds. */
export function instant(clock: Clock): string {
  return clock().toISOString();
}
