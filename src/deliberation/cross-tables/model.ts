/** Whether two ways of parting the same people, each told by itself, tell together what a few of them say. */

/**
 * Whether fewer than so many people could follow from sums over the parts of both ways: of a part within a part of the
 * other way, those between them, and so of parts together. Parts are nodes and people between two of them edges; whoever
 * is left by a subtraction cuts the graph, so that nobody follows where every cut takes enough people.
 * @param first the part of each person in one way
 * @param second the same in the other way
 */
export function leavesFew(first: readonly number[], second: readonly number[], fewest: number): boolean {
  const nodes = new Map<string, number>();
  const nodeOf = (key: string) => nodes.get(key) ?? (nodes.set(key, nodes.size), nodes.size - 1);
  const ends = first.map((part, person) => [nodeOf(`a${part}`), nodeOf(`b${second[person]}`)] as const);
  const edges = Array.from({ length: nodes.size }, () => new Map<number, number>());
  for (const [one, other] of ends) {
    edges[one]!.set(other, (edges[one]!.get(other) ?? 0) + 1);
    edges[other]!.set(one, (edges[other]!.get(one) ?? 0) + 1);
  }
  return componentsOf(edges).some((component) => leastCut(component, edges) < fewest);
}

function componentsOf(edges: readonly ReadonlyMap<number, number>[]): number[][] {
  const seen = new Set<number>();
  return [...edges.keys()].flatMap((start) => {
    if (seen.has(start)) return [];
    const component = [start];
    seen.add(start);
    for (const node of component)
      for (const next of edges[node]!.keys())
        if (!seen.has(next)) {
          seen.add(next);
          component.push(next);
        }
    return [component];
  });
}

/** The weight of the least cut of a connected graph (M. Stoer, F. Wagner, A simple min-cut algorithm, 1997). */
function leastCut(component: readonly number[], edges: readonly ReadonlyMap<number, number>[]): number {
  const weights = component.map((one) => component.map((other) => edges[one]!.get(other) ?? 0));
  let left = [...component.keys()];
  let least = Infinity;
  while (left.length > 1) {
    const bound = new Map(left.map((node) => [node, 0]));
    let [before, last, cut] = [-1, -1, 0];
    while (bound.size > 0) {
      [before, last, cut] = [last, -1, -1];
      for (const [node, weight] of bound) if (weight > cut) [last, cut] = [node, weight];
      bound.delete(last);
      for (const [node, weight] of bound) bound.set(node, weight + weights[last]![node]!);
    }
    least = Math.min(least, cut);
    for (const node of left) {
      const together = weights[before]![node]! + weights[last]![node]!;
      weights[before]![node] = together;
      weights[node]![before] = together;
    }
    left = left.filter((node) => node !== last);
  }
  return least;
}
