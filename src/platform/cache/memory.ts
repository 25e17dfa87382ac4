import { Kept } from './kept.ts';
import { Reads } from './reads.ts';

/** How many records and addresses all that is remembered may have read together; each is about a kilobyte. */
const MOST = 20_000;

/**
 * What anyone may read of the records, remembered until the journal says that it has changed: a page in
 * another language, a file beside it, or the page under an address with a query reads the same.
 */
export class Memory extends Kept<unknown> {
  constructor(most = MOST) {
    super(most, (_, { touches, tables }) => touches.size + tables.size);
  }

  /**
   * What `read` answers with, read once. It is frozen: it belongs to every page that shows it.
   * @param key names all that the answer depends on beside the records
   * @param reads of the page at hand, which depends on all that was read here
   * @param now in milliseconds since 1970
   * @param read notes what it reads in the reads that it is given
   */
  async recall<Answer>(
    key: string,
    reads: Reads,
    now: number,
    read: (reads: Reads) => Promise<Answer>,
  ): Promise<Answer> {
    const known = this.find(key, now);
    if (known) {
      reads.include(known.reads);
      return known.thing as Answer;
    }
    const begun = this.begin();
    const own = new Reads();
    try {
      const answer = freeze(await read(own));
      this.put(key, answer, own, begun);
      return answer;
    } finally {
      reads.include(own);
    }
  }
}

/** Freezes a value with all that hangs from it. */
function freeze<Value>(value: Value): Value {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  Object.freeze(value);
  if (value instanceof Map) for (const entry of value) freeze(entry);
  else for (const part of Object.values(value)) freeze(part);
  return value;
}
