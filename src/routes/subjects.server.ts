import { listSeries } from '#events/workshops/queries.server.ts';
import { m } from '#messages';
import { listAllTerritories } from '#network/territories/queries.server.ts';
import type { Option } from '#platform/forms/fields.ts';
import { optionsOf } from './options.server.ts';

/** What may be subscribed to: every meeting, those of a series, those of a territory. */
export async function subjectOptions({ db, locale }: App.Locals): Promise<Option[]> {
  const named = (topic: string, group: string, options: readonly Option[]) =>
    options.map((option) => ({ ...option, value: `${topic}:${option.value}`, group }));
  return [
    { value: 'all', label: m.publication_subscription_all() },
    ...named(
      'series',
      m.publication_subscription_series(),
      optionsOf(await listSeries(db.reader), 'name', locale),
    ),
    ...named(
      'territory',
      m.network_territories(),
      optionsOf(await listAllTerritories(db.reader), 'name', locale),
    ),
  ];
}
