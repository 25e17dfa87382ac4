import type { RecordKind } from '#platform/records/model.ts';

/** The kinds of records that the chain is made of, in the order in which the story runs. */
export const chainKinds = [
  'workshops',
  'programme_items',
  'minutes_entries',
  'conclusions',
  'initiatives',
  'recommendations',
  'responses',
  'commitments',
  'reports',
  'evidence',
] as const satisfies readonly (RecordKind | 'minutes_entries')[];
export type ChainKind = (typeof chainKinds)[number];

/** Where each kind stands in the story: a study is where recommendations come from, as a conclusion is. */
const ranks: Record<ChainKind, number> = {
  workshops: 0,
  programme_items: 1,
  minutes_entries: 2,
  conclusions: 3,
  initiatives: 3,
  recommendations: 4,
  responses: 5,
  commitments: 6,
  reports: 7,
  evidence: 8,
};

/** One record of the chain. */
export interface ChainRef {
  kind: ChainKind;
  id: string;
}

/** Towards what came of a record, or towards where it comes from. */
export type Direction = 'onward' | 'back';

/** A record of the chain with how many ties part it from the one it is about: below zero is where that comes from. */
export interface ChainNode extends ChainRef {
  level: number;
}

/** The second comes of the first. */
export type Tie = readonly [from: string, to: string];

/** What was found at one end of ties: a record near the start, and one that is tied to it. */
export interface FoundTie extends ChainRef {
  near: string;
  /** Its place among the records of its kind that this step found, from 1, and how many these are. */
  place: number;
  found: number;
}

/** The records of a kind that are tied to those shown, and are not shown themselves. */
export interface Hidden {
  count: number;
  /** False where there may be more. */
  exact: boolean;
}

/** What leads to a record and what came of it, as far as somebody may read it. */
export interface Chain {
  root: ChainRef;
  /** The root first, then the nearest. */
  nodes: ChainNode[];
  ties: Tie[];
  hidden: Partial<Record<ChainKind, Hidden>>;
  /** Whether it goes on where nothing was looked for any more. */
  cut: boolean;
}

/** How many records of a kind each step shows, how many it finds, and after how many records no step is taken. */
export const SHOWN_MOST = 12;
export const FOUND_MOST = 500;
export const NODES_MOST = 200;

/** A chain as it grows, step by step. */
export class ChainGrowth {
  readonly #nodes = new Map<string, ChainNode>();
  readonly #ties = new Map<string, Tie>();
  readonly #hidden = new Map<ChainKind, Set<string>>();
  readonly #beyond = new Map<ChainKind, number>();
  readonly #root: ChainRef;
  #cut = false;

  constructor(root: ChainRef) {
    this.#root = root;
    this.#nodes.set(root.id, { ...root, level: 0 });
  }

  /**
   * Takes what one step found.
   * @returns the records that the next step begins at: those that were not there yet, so that a circle ends
   */
  take(direction: Direction, step: number, found: readonly FoundTie[]): ChainRef[] {
    const fresh: ChainRef[] = [];
    for (const [kind, rows] of Map.groupBy(found, (row) => row.kind)) {
      const inOrder = rows.toSorted((a, b) => a.place - b.place);
      let shown = 0;
      for (const { id, near } of inOrder) {
        this.#tie(direction === 'onward' ? [near, id] : [id, near]);
        if (this.#nodes.has(id)) continue;
        if (shown === SHOWN_MOST) {
          this.#hide(kind, id);
          continue;
        }
        shown += 1;
        this.#nodes.set(id, { kind, id, level: direction === 'onward' ? step : -step });
        fresh.push({ kind, id });
      }
      const [{ found: all }] = inOrder as [FoundTie];
      if (all > FOUND_MOST) this.#beyond.set(kind, (this.#beyond.get(kind) ?? 0) + all - FOUND_MOST);
    }
    if (this.#nodes.size <= NODES_MOST) return fresh;
    if (fresh.length > 0) this.#cut = true;
    return [];
  }

  #tie(tie: Tie): void {
    if (tie[0] !== tie[1]) this.#ties.set(tie.join(), tie);
  }

  #hide(kind: ChainKind, id: string): void {
    const hidden = this.#hidden.get(kind) ?? new Set();
    this.#hidden.set(kind, hidden.add(id));
  }

  finished(): Chain {
    const hidden = chainKinds.flatMap((kind) => {
      const ids = [...(this.#hidden.get(kind) ?? [])].filter((id) => !this.#nodes.has(id));
      const beyond = this.#beyond.get(kind) ?? 0;
      const count = ids.length + beyond;
      return count > 0 ? [[kind, { count, exact: beyond === 0 }] as const] : [];
    });
    return {
      root: this.#root,
      nodes: [...this.#nodes.values()],
      ties: [...this.#ties.values()].filter(([from, to]) => this.#nodes.has(from) && this.#nodes.has(to)),
      hidden: Object.fromEntries(hidden),
      cut: this.#cut,
    };
  }
}

/**
 * In which column each record of a chain stands: after everything that it comes of, and after every kind that the
 * story tells before it. Columns are counted from 0 without gaps; ties that would close a circle part nothing.
 */
export function columnsOf({ nodes, ties }: Pick<Chain, 'nodes' | 'ties'>): Map<string, number> {
  const before = Map.groupBy(ties, ([, to]) => to);
  const known = new Map<string, number>();
  const open = new Set<string>();
  const kinds = new Map(nodes.map(({ id, kind }) => [id, ranks[kind]]));
  const rankOf = (id: string): number => {
    const rank = known.get(id);
    if (rank !== undefined) return rank;
    open.add(id);
    const own = kinds.get(id)! * nodes.length;
    const latest = (before.get(id) ?? [])
      .filter(([from]) => !open.has(from))
      .reduce((most, [from]) => Math.max(most, rankOf(from) + 1), own);
    open.delete(id);
    known.set(id, latest);
    return latest;
  };
  for (const { id } of nodes) rankOf(id);
  const used = [...new Set(known.values())].sort((a, b) => a - b);
  return new Map(nodes.map(({ id }) => [id, used.indexOf(known.get(id)!)]));
}

/** The ties of a chain without those that others tell already: of A to C where A leads to B and B to C. */
export function directTies({ ties }: Pick<Chain, 'ties'>): Tie[] {
  const after = Map.groupBy(ties, ([from]) => from);
  const reach = (from: string, without: string): Set<string> => {
    const reached = new Set<string>();
    const waiting = (after.get(from) ?? []).map(([, to]) => to).filter((to) => to !== without);
    for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
      if (reached.has(id) || id === from) continue;
      reached.add(id);
      waiting.push(...(after.get(id) ?? []).map(([, to]) => to));
    }
    return reached;
  };
  return ties.filter(([from, to]) => !reach(from, to).has(to));
}
