import { createConclusion } from '#events/conclusions/changes.server.ts';
import { createContribution, createItem } from '#events/programme/changes.server.ts';
import type { ItemInput } from '#events/programme/schema.ts';
import { createWorkshop } from '#events/workshops/changes.server.ts';
import type { WorkshopInput } from '#events/workshops/schema.ts';
import { createLink } from '#network/links/changes.server.ts';
import type { Relation } from '#network/links/model.ts';
import type { Transaction } from '#platform/database/database.ts';
import { done } from '#platform/records/outcome.ts';
import type { RecordKind } from '#platform/records/model.ts';
import { resolveAddress } from '#platform/records/records.server.ts';
import { tester } from './node.ts';

/** The id of a record of the demonstration network. @throws Error where it has none at that address */
export async function idAt(tx: Transaction, kind: RecordKind, slug: string): Promise<string> {
  const id = await resolveAddress(tx, kind, slug);
  if (id === null) throw new Error(`No ${kind} at ${slug}`);
  return id;
}

/** One text in the three languages, each with a word of its own. */
export const inThree = (word: string) => ({
  fr: `${word} en français`,
  ar: `${word} بالعربية`,
  en: `${word} in English`,
  original: 'fr' as const,
});

/** Writes a workshop in which every text and address holds `word`, with a programme. @returns its id */
export async function writeMeeting(
  tx: Transaction,
  word: string,
  input: Partial<WorkshopInput> = {},
  items: Partial<ItemInput>[] = [{}],
): Promise<{ id: string; items: string[] }> {
  const workshop = {
    slug: word,
    form: 'workshop',
    status: 'published',
    title: inThree(word),
    summary: inThree(word),
    aims: inThree(word),
    outcome: inThree(word),
    venue: inThree(word),
    city: inThree(word),
    startsOn: '2026-03-10',
    endsOn: '2026-03-11',
    ...input,
  } as const;
  const { id } = done(await createWorkshop(tx, tester, workshop));
  const written: string[] = [];
  for (const [index, item] of items.entries()) {
    const values = {
      workshopId: id,
      anchor: `${word}-${index + 1}`,
      position: index + 1,
      kind: 'session' as const,
      title: inThree(`${word}-${index + 1}`),
      ...item,
    };
    written.push(done(await createItem(tx, tester, values)).id);
  }
  return { id, items: written };
}

/** Ties a workshop to the demonstration network in every way there is. */
export async function tie(
  tx: Transaction,
  word: string,
  { id, items: [itemId = ''] }: { id: string; items: string[] },
): Promise<void> {
  const at = (kind: RecordKind, slug: string) => idAt(tx, kind, slug);
  const [person, council, region] = [
    await at('people', 'ana-fonseca'),
    await at('organisations', 'regional-council-oriental'),
    await at('territories', 'oriental'),
  ];
  const links: [from: [RecordKind, string], relation: Relation, to: [RecordKind, string]][] = [
    [['workshops', id], 'organiser', ['organisations', council]],
    [['workshops', id], 'funder', ['organisations', await at('organisations', 'embassy-netherlands')]],
    [['workshops', id], 'concerns', ['territories', region]],
    [['workshops', id], 'part-of', ['initiatives', await at('initiatives', 'indimaj-oriental')]],
    [['workshops', id], 'serves', ['concepts', await at('concepts', 'youth')]],
    [['workshops', id], 'serves', ['concepts', await at('concepts', 'sdg-17')]],
    [['programme_items', itemId], 'presents', ['initiatives', await at('initiatives', 'indimaj-oriental')]],
    [['programme_items', itemId], 'serves', ['concepts', await at('concepts', 'youth')]],
    [
      ['recommendations', await at('recommendations', 'multi-level-partnerships')],
      'shared-at',
      ['workshops', id],
    ],
  ];
  const conclusion = {
    workshopId: id,
    itemId,
    position: 1,
    kind: 'conclusion' as const,
    text: inThree(word),
  };
  const concluded = done(await createConclusion(tx, tester, conclusion));
  links.push([['conclusions', concluded.id], 'serves', ['concepts', await at('concepts', 'youth')]]);
  for (const [[fromKind, from], relation, [toKind, to]] of links) {
    const link = { from: { kind: fromKind, id: from }, relation, to: { kind: toKind, id: to }, position: 1 };
    done(await createLink(tx, tester, link));
  }
  const contribution = { itemId, position: 1, part: 'speaker' as const, role: inThree(word) };
  done(await createContribution(tx, tester, { ...contribution, personId: person, organisationId: council }));
  done(await createContribution(tx, tester, { ...contribution, organisationId: council }));
}
