import { m } from '#messages';
import { regionCells } from '#network/components/cells.ts';
import type { TerritoryRow } from '#network/territories/model.ts';
import type { Presence } from '../territories/queries.server.ts';

/** The map of regions by what is recorded in each. */
export function presenceCells(regions: readonly TerritoryRow[], presence: ReadonlyMap<string, Presence>) {
  return regionCells(regions, (region) => {
    const { meetings, initiative } = presence.get(region.id)!;
    const counted = m.publication_map_meetings({ count: meetings });
    return {
      tone: meetings > 0 || initiative ? 'strong' : 'plain',
      valueLabel: initiative ? m.publication_map_with_initiative({ meetings: counted }) : counted,
    };
  });
}
