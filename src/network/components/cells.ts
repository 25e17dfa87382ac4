import type { ComponentProps } from 'svelte';
import { m } from '#messages';
import { getLocale } from '#messages/runtime';
import { localized } from '#platform/locale/address.ts';
import { read } from '#platform/locale/reader.ts';
import type TileMap from '#ui/components/TileMap.svelte';
import type { TerritoryRow } from '../territories/model.ts';

type Props = ComponentProps<typeof TileMap>;
type Cell = Props['cells'][number];

/**
 * Regions as cells of the tile map; those without a place on it are left out.
 * @param about what a cell carries beside its name: its tone, its value in words, whether it is the page's own.
 */
export function regionCells(
  regions: readonly TerritoryRow[],
  about: (region: TerritoryRow) => Pick<Cell, 'tone' | 'valueLabel' | 'current'> = () => ({}),
): Cell[] {
  return regions.flatMap((region) => {
    const { tile_column: column, tile_row: row } = region;
    if (column === null || row === null) return [];
    return [
      {
        column,
        row,
        label: read(region, 'short_name'),
        name: read(region, 'name'),
        href: localized(`/territories/${region.slug}`, getLocale()),
        ...about(region),
      },
    ];
  });
}

/** What the tones of the map of regions mean. */
export function regionLegend(): NonNullable<Props['legend']> {
  return [
    { tone: 'strong', label: m.network_map_strong() },
    { tone: 'plain', label: m.network_map_plain() },
  ];
}
