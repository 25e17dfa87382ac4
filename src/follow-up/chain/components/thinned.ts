import type { Tie } from '../model.ts';
import type { ToldChain } from '../queries.server.ts';

/** How many records of a column a drawing shows; the others are counted in a box. */
export const DRAWN_MOST = 12;

/** What a drawing shows of a chain, and how many records it leaves out of each column. */
export interface Thinned {
  nodes: ToldChain['nodes'];
  /** By the column: the first record that is left out, and how many are. */
  left: Map<number, { id: string; count: number }>;
}

/**
 * The records of a chain that a drawing has room for. Of a column that is too long stay the record that the drawing is
 * about, what leads to it, and then what comes of records that are shown and leads on.
 */
export function thinned(
  chain: Pick<ToldChain, 'nodes' | 'root' | 'records'>,
  columns: ReadonlyMap<string, number>,
  ties: readonly Tie[],
): Thinned {
  const before = Map.groupBy(ties, ([, to]) => to);
  const leads = new Set(ties.map(([from]) => from));
  const line = new Set([chain.root.id]);
  for (const id of line) for (const [from] of before.get(id) ?? []) line.add(from);
  const shown = new Set<string>();
  const left: Thinned['left'] = new Map();
  const readable = chain.nodes.filter(({ id }) => chain.records.has(id));
  const byColumn = Map.groupBy(readable, ({ id }) => columns.get(id)!);
  for (const [column, nodes] of [...byColumn].sort(([a], [b]) => a - b)) {
    const weight = ({ id }: { id: string }) =>
      (line.has(id) ? 4 : 0) +
      ((before.get(id) ?? []).some(([from]) => shown.has(from)) ? 2 : 0) +
      (leads.has(id) ? 1 : 0);
    const ordered =
      nodes.length > DRAWN_MOST ? nodes.toSorted((one, other) => weight(other) - weight(one)) : nodes;
    for (const { id } of ordered.slice(0, DRAWN_MOST)) shown.add(id);
    const first = ordered[DRAWN_MOST];
    if (first) left.set(column, { id: first.id, count: ordered.length - DRAWN_MOST });
  }
  return { nodes: chain.nodes.filter(({ id }) => shown.has(id)), left };
}
