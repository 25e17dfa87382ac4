import type { SeriesRow, WorkshopRow } from '#events/workshops/model.ts';
import { identifier, recordJson, texts } from '#network/exports.server.ts';

/** A series' record in its three languages, with its editions. */
export function seriesRecord(series: SeriesRow, editions: readonly WorkshopRow[], publicUrl: string): string {
  return recordJson({
    id: identifier(publicUrl, 'series', series),
    type: 'series',
    name: texts(series, 'name'),
    summary: texts(series, 'summary'),
    editions: editions.map((edition) => ({
      id: identifier(publicUrl, 'workshops', edition),
      title: texts(edition, 'title'),
      dates: { from: edition.starts_on, to: edition.ends_on },
    })),
    updatedAt: series.updated_at,
  });
}
