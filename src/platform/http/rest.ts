import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** How long nobody must have asked for anything, in milliseconds. */
const QUIET = 5_000;

/** Fewer answers than these leave too little behind to be worth a collection: those to a monitor, say. */
const WORTH_COLLECTING = 50;

/** What watches over a server's rest. */
export interface Rest {
  /** Somebody asks. */
  disturb(): void;
  stop(): void;
}

/**
 * Collects garbage once after a while of quiet, five to ten seconds after the last answer, and once after the
 * start. Node's memory grows as pages are made and shrinks only as more of them are made: a server at rest
 * would hold twice what it needs until its next visitors.
 * @param collect takes less than a tenth of a second
 */
export function restWhenQuiet(collect: () => void = collector()): Rest {
  let asked = 0;
  let before = 0;
  let sinceCollected = WORTH_COLLECTING;
  const timer = setInterval(() => {
    const quiet = asked === before;
    sinceCollected += asked - before;
    before = asked;
    if (!quiet || sinceCollected < WORTH_COLLECTING) return;
    sinceCollected = 0;
    collect();
  }, QUIET).unref();
  return {
    disturb: () => void (asked += 1),
    stop: () => clearInterval(timer),
  };
}

/**
 * V8's own collection, which Node gives to programs that ask for it (nodejs.org/api/v8.html, vm.html). The
 * flavour is the one that gives memory back to the system at once; any other keeps it at hand.
 */
function collector(): () => void {
  let collect: NodeJS.GCFunction | undefined;
  return () => {
    if (!collect) {
      setFlagsFromString('--expose-gc');
      collect = runInNewContext('gc') as NodeJS.GCFunction;
      setFlagsFromString('--no-expose-gc');
    }
    collect({ type: 'major', execution: 'sync', flavor: 'last-resort' });
  };
}
