import type { SourceRow } from '../sources/model.ts';

/**
 * The sources of a page, each once, with the number under which the list at its foot shows them.
 * @param sources in the order in which the page cites them.
 */
export function cite(...sources: readonly (readonly SourceRow[])[]) {
  const once = [...new Map(sources.flat().map((source) => [source.id, source])).values()];
  const numbers = new Map(once.map(({ id }, index) => [id, index + 1]));
  return {
    sources: once,
    /** From 1; 0 for a source the page doesn't list. */
    numberOf: (id: string): number => numbers.get(id) ?? 0,
  };
}
