import type { Source } from '#platform/database/database.ts';
import type { MergeableKind } from '#network/merges/model.ts';
import { initiativeFields } from '#network/initiatives/components/fields.ts';
import { organisationFields } from '#network/organisations/components/fields.ts';
import { personFields } from '#network/people/components/fields.ts';
import { territoryFields } from '#network/territories/components/fields.ts';
import { controlsOf, inputOf, valuesOf } from '#platform/forms/values.ts';
import type { Random } from './random.ts';

const fields = {
  organisations: organisationFields,
  people: personFields,
  initiatives: initiativeFields,
  territories: territoryFields,
};

/** What a merge of two records may be asked with: each field from one of the two, as chance picks. */
export async function networkValues(db: Source, kind: MergeableKind, ids: [string, string], random: Random) {
  const rows = await db
    .selectFrom(kind as 'people')
    .selectAll()
    .where('id', 'in', ids)
    .execute();
  const [kept, gone] = ids.map((id) => rows.find((row) => row.id === id)!);
  const values = valuesOf(fields[kind], kept!);
  const others = valuesOf(fields[kind], gone!);
  // What is said together, a budget and its currency, comes from one of the two.
  for (const together of Map.groupBy(fields[kind], ({ name }) => name.split('.')[0]).values())
    if (random.chance(0.5))
      for (const control of together.flatMap(controlsOf)) values[control] = others[control]!;
  return {
    input: inputOf(fields[kind], values),
    versions: [kept!.version, gone!.version],
    slugs: [kept!.slug, gone!.slug],
  };
}
