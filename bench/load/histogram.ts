/** Values below this are kept exactly; above it, each power of two is cut into half as many steps. */
const EXACT = 2048;
const HALF = EXACT / 2;
const EXACT_BITS = 11;

/** The highest value kept, in the unit recorded; higher ones count as this one. */
const HIGHEST = 2 ** 31 - 1;

/** A histogram as it travels between processes: pairs of a bucket and its count. */
export type Counts = [bucket: number, count: number][];

/**
 * Counts of whole, non-negative values in logarithmic buckets, after the idea of Gil Tene's HdrHistogram: no
 * value is off by more than one part in 1,024, and histograms of several runs add up without loss, which
 * averages of percentiles do not.
 */
export class Histogram {
  readonly #counts = new Uint32Array(bucketOf(HIGHEST) + 1);
  #total = 0;

  get total(): number {
    return this.#total;
  }

  /** @param value a whole number; here, microseconds. */
  record(value: number): void {
    this.#counts[bucketOf(Math.min(Math.max(0, Math.round(value)), HIGHEST))]! += 1;
    this.#total += 1;
  }

  /**
   * The smallest kept value that at least `share` of all values do not exceed (nearest rank).
   * @param share from 0 to 1; 0.5 is the median.
   * @returns NaN where nothing was recorded.
   */
  percentile(share: number): number {
    if (this.#total === 0) return NaN;
    const rank = Math.max(1, Math.ceil(share * this.#total));
    let seen = 0;
    for (let bucket = 0; bucket < this.#counts.length; bucket += 1) {
      seen += this.#counts[bucket]!;
      if (seen >= rank) return highestOf(bucket);
    }
    return HIGHEST;
  }

  add(counts: Counts): void {
    for (const [bucket, count] of counts) {
      this.#counts[bucket]! += count;
      this.#total += count;
    }
  }

  counts(): Counts {
    const pairs: Counts = [];
    for (const [bucket, count] of this.#counts.entries()) if (count > 0) pairs.push([bucket, count]);
    return pairs;
  }
}

/** The median of a few figures; of an even number, the mean of the two in the middle. */
export function median(figures: readonly number[]): number {
  const sorted = figures.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  if (sorted.length === 0) return NaN;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

function bucketOf(value: number): number {
  if (value < EXACT) return value;
  const shift = 32 - Math.clz32(value) - EXACT_BITS;
  return shift * HALF + (value >> shift);
}

/** The highest value that falls into a bucket. */
function highestOf(bucket: number): number {
  if (bucket < EXACT) return bucket;
  const shift = Math.floor(bucket / HALF) - 1;
  return (bucket - shift * HALF + 1) * 2 ** shift - 1;
}
