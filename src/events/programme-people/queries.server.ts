import { labelsOf, meantBy, suggestions, type Called } from '#network/suggestions/model.ts';
import { listOrganisations } from '#network/organisations/queries.server.ts';
import { listPeople } from '#network/people/queries.server.ts';
import type { Actor } from '#platform/actor/actor.ts';
import type { Source } from '#platform/database/database.ts';
import { changesOf } from '#platform/journal/history.ts';
import { locales, type Locale } from '#platform/locale/locale.ts';
import type { TrilingualText } from '#platform/locale/text.ts';
import { refused, type Problem, type Refusal } from '#platform/records/outcome.ts';
import type { ContributionRow, ProgrammeItemRow } from '../programme/model.ts';
import { listContributionsOf, readProgramme } from '../programme/queries.server.ts';
import type { ItemDraft } from '../programme/schema.ts';
import { formRow, languageOf, type PlannedRow } from './model.ts';

type Contributor = NonNullable<ItemDraft['contributions']>[number];

/** The texts by which a form names people and organisations, and what they mean. */
export interface Names {
  people: readonly Called[];
  organisations: readonly Called[];
  labels: { people: Map<string, string>; organisations: Map<string, string> };
}

/** All names of the network, for a reader of this language. */
export async function readNames(db: Source, locale: Locale): Promise<Names> {
  const [people, organisations] = [await listPeople(db), await listOrganisations(db)];
  const labels = { people: labelsOf(people, locale), organisations: labelsOf(organisations, locale) };
  return { people, organisations, labels };
}

/** A workshop's programme as its editor shows it. The caller has read the workshop. */
export async function readPlanned(db: Source, workshopId: string, { labels }: Names): Promise<PlannedRow[]> {
  const items = await readProgramme(db, workshopId);
  return items.map((item) => ({
    ...item,
    contributions: item.contributions.map((row) => ({
      ...row,
      person: labels.people.get(row.person_id ?? '') ?? '',
      organisation: labels.organisations.get(row.organisation_id ?? '') ?? '',
    })),
  }));
}

/** Somebody as a form gives them, by the texts that name them. */
export interface Typed {
  part?: string;
  person?: string;
  organisation?: string;
  role?: TrilingualText;
  newPerson?: boolean;
  newOrganisation?: boolean;
  type?: string;
  level?: string;
}

/**
 * Whom a form means. A name that the network doesn't hold is refused, unless it is to be added; the refusal's
 * `field` ends in `person` or `organisation`. A row that says nothing is left out.
 * @param rows by the row's name in the form: a contribution's id, or anything else for a new one
 */
export function contributorsOf(
  names: Names,
  rows: ReadonlyMap<string, Typed>,
  standing: ReadonlySet<string>,
  locale: Locale,
): { contributors: Contributor[]; kept: string[] } | Refusal {
  const contributors: Contributor[] = [];
  const kept: string[] = [];
  const problems: Problem[] = [];
  for (const [row, typed] of rows) {
    if (!typed.person && !typed.organisation && !typed.role) continue;
    const person = meaning(names.people, typed.person, typed.newPerson, locale);
    const organisation = meaning(names.organisations, typed.organisation, typed.newOrganisation, locale);
    const at = `contributions.${row}`;
    if ('reason' in person) problems.push({ field: `${at}.person`, reason: person.reason });
    if ('reason' in organisation) problems.push({ field: `${at}.organisation`, reason: organisation.reason });
    if ('reason' in person || 'reason' in organisation) continue;
    if (organisation.name)
      for (const asked of ['type', 'level'] as const)
        if (!typed[asked]) problems.push({ field: `${at}.${asked}`, reason: 'platform_problem_required' });
    kept.push(row);
    contributors.push({
      ...(standing.has(row) && { id: row }),
      part: typed.part as Contributor['part'],
      ...(person.id && { personId: person.id }),
      ...(person.name && { newPerson: { name: person.name } }),
      ...(organisation.id && { organisationId: organisation.id }),
      ...(organisation.name && {
        newOrganisation: { name: organisation.name, type: typed.type as never, level: typed.level as never },
      }),
      ...(typed.role && { role: typed.role }),
    });
  }
  const [first] = problems;
  if (first) return { ...refused(first.reason, first.field), ...(problems.length > 1 && { problems }) };
  return { contributors, kept };
}

type Meaning = { id?: string; name?: TrilingualText } | { reason: string };

function meaning(
  records: readonly Called[],
  text: string | undefined,
  add: boolean | undefined,
  locale: Locale,
): Meaning {
  if (!text) return {};
  const found = meantBy(records, text);
  if (found === 'several') return { reason: 'events_programme_problem_several' };
  if (found) return { id: found.id };
  if (add) {
    const original = languageOf(text, locale);
    return { name: { [original]: text, original } };
  }
  const isAlike = suggestions(records, text).length > 0;
  return { reason: isAlike ? 'events_programme_problem_alike' : 'events_programme_problem_unknown' };
}

/**
 * What people were when they last contributed anywhere the actor may read, by their id: as the controls of a form
 * have it (`organisation`, `role.fr`, …). It is offered, for roles change.
 */
export async function lastRolesOf(
  db: Source,
  actor: Actor,
  ids: readonly string[],
  { labels }: Names,
): Promise<Map<string, Record<string, string>>> {
  const last = new Map<string, Record<string, string>>();
  if (ids.length === 0) return last;
  for (const row of await listContributionsOf(db, actor, 'person_id', ids)) {
    if (row.person_id === null || last.has(row.person_id)) continue;
    last.set(row.person_id, {
      organisation: labels.organisations.get(row.organisation_id ?? '') ?? '',
      ...Object.fromEntries(locales.map((locale) => [`role.${locale}`, row[`role_${locale}`] ?? ''])),
      'role.original': row.role_original,
    });
  }
  return last;
}

/**
 * An item with its people as they stood in one of its versions, as a form reads them; undefined where the journal
 * doesn't know that version. A version of an item covers its people: they are what the journal had written of them
 * until the item's next version.
 */
export async function rowAt(
  db: Source,
  itemId: string,
  version: number,
  { labels }: Names,
): Promise<object | undefined> {
  const entries = await changesOf(db, itemId);
  const at = entries.findIndex(({ after }) => after?.['version'] === version);
  const entry = entries[at];
  if (!entry) return undefined;
  const until = entries[at - 1]?.number ?? Number.MAX_SAFE_INTEGER;
  const rows = new Map<string, ContributionRow>();
  for (const { before, after, recordId } of await contributionEntries(
    db,
    itemId,
    entries.at(-1)!.number,
    until,
  )) {
    if (after) rows.set(recordId, after);
    else if (before) rows.delete(recordId);
  }
  const contributions = [...rows.values()].map((row) => ({
    ...row,
    person: labels.people.get(row.person_id ?? '') ?? '',
    organisation: labels.organisations.get(row.organisation_id ?? '') ?? '',
  }));
  return formRow({ ...(entry.after as unknown as ProgrammeItemRow), contributions });
}

/** What the journal says of an item's people between two of its numbers, in order. */
async function contributionEntries(db: Source, itemId: string, from: number, until: number) {
  const rows = await db
    .selectFrom('journal')
    .select(['record_id', 'before', 'after'])
    .where('kind', '=', 'contributions')
    .where('number', '>', from)
    .where('number', '<', until)
    .where((where) =>
      where.or([where('before', 'like', `%${itemId}%`), where('after', 'like', `%${itemId}%`)]),
    )
    .orderBy('number')
    .execute();
  const parsed = (json: string | null) => (json === null ? null : (JSON.parse(json) as ContributionRow));
  return rows.map(({ record_id, before, after }) => ({
    recordId: record_id,
    before: parsed(before),
    after: parsed(after),
  }));
}
