/** A signal sent twice within this many milliseconds is one: launchers pass on what the terminal sent already. */
const ONE_SIGNAL = 500;

/** The reader's wish to stop: first to stop well, then at once. */
export function stopSignals(): { first: Promise<void>; second: Promise<void> } {
  let first = () => {};
  let second = () => {};
  let at = -Infinity;
  const told = {
    first: new Promise<void>((resolve) => (first = resolve)),
    second: new Promise<void>((resolve) => (second = resolve)),
  };
  const hear = () => {
    const now = performance.now();
    if (at === -Infinity) {
      at = now;
      first();
    } else if (now - at > ONE_SIGNAL) second();
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, hear);
  return told;
}
