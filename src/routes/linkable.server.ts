import { listWorkshops } from '#events/workshops/queries.server.ts';
import { listInitiatives } from '#network/initiatives/queries.server.ts';
import { targets, type Relation } from '#network/links/model.ts';
import { listOrganisations } from '#network/organisations/queries.server.ts';
import { listPeople } from '#network/people/queries.server.ts';
import { listAllSources } from '#network/sources/queries.server.ts';
import { conceptWord } from '#network/components/words.ts';
import { schemes } from '#network/taxonomy/model.ts';
import { listConcepts } from '#network/taxonomy/queries.server.ts';
import { listAllTerritories } from '#network/territories/queries.server.ts';
import type { Option } from '#platform/forms/fields.ts';
import { directionOf, isLocale } from '#platform/locale/locale.ts';
import { optionsOf, orderedOptions } from './options.server.ts';

type Offer = (locals: App.Locals) => Promise<Option[]>;

/**
 * Sessions and conclusions are linked where a workshop adopts what came of them, recommendations by the follow-up,
 * and nowhere else.
 */
const offers: Record<
  Exclude<(typeof targets)[Relation], 'programme_items' | 'conclusions' | 'recommendations'>,
  Offer
> = {
  people: async ({ db, locale }) => optionsOf(await listPeople(db.reader), 'name', locale),
  organisations: async ({ db, locale }) => optionsOf(await listOrganisations(db.reader), 'name', locale),
  initiatives: async ({ db, locale }) => optionsOf(await listInitiatives(db.reader), 'name', locale),
  territories: async ({ db, locale }) => optionsOf(await listAllTerritories(db.reader), 'name', locale),
  workshops: async ({ db, actor, locale }) =>
    orderedOptions(await listWorkshops(db.reader, actor), 'title', locale),
  async concepts({ db, locale }) {
    const all = await Promise.all(schemes.map((scheme) => listConcepts(db.reader, scheme)));
    return all.flatMap((concepts) =>
      orderedOptions(concepts, 'name', locale).map((option, index) => {
        const { label, ...rest } = option;
        return { ...rest, label: `${conceptWord(concepts[index]!)} · ${label}` };
      }),
    );
  },
  sources: async ({ db }) =>
    (await listAllSources(db.reader)).map(({ id, title, language }) => ({
      value: id,
      label: title,
      lang: language,
      dir: isLocale(language) ? directionOf(language) : 'ltr',
    })),
};

/** What a record may be linked with by some relations, by the kind that each leads to. */
export async function linkable(
  locals: App.Locals,
  relations: readonly Relation[],
): Promise<Record<string, Option[]>> {
  const kinds = [...new Set(relations.map((relation) => targets[relation]))];
  return Object.fromEntries(
    await Promise.all(
      kinds.map(
        async (kind) =>
          [kind, kind in offers ? await offers[kind as keyof typeof offers](locals) : []] as const,
      ),
    ),
  );
}
