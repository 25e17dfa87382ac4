import type { Source } from '../database/database.ts';
import type { HeldList, Person, PersonalDataHolder, Remainder } from './model.ts';

/** Everything that is held about a person, in the order of the holders. */
export async function collectHeld(
  db: Source,
  holders: readonly PersonalDataHolder[],
  person: Person,
): Promise<HeldList[]> {
  const lists: HeldList[] = [];
  for (const holder of holders) lists.push(...(await holder.export(db, person)));
  return lists;
}

/** What erasing the person would leave. */
export async function collectRemains(
  db: Source,
  holders: readonly PersonalDataHolder[],
  person: Person,
): Promise<Remainder[]> {
  const remains: Remainder[] = [];
  for (const holder of holders) remains.push(...(await holder.remains(db, person)));
  return remains;
}

/** The export as one JSON document. */
export function exportDocument(
  lists: readonly HeldList[],
  { at, node }: { at: string; node: string },
): string {
  const held = Object.fromEntries(lists.map(({ name, rows }) => [name, rows]));
  return `${JSON.stringify({ node, at, held }, null, 2)}\n`;
}
