import * as v from 'valibot';
import type { Actor } from '#platform/actor/actor.ts';
import type { Source } from '#platform/database/database.ts';
import type { Locale } from '#platform/locale/locale.ts';
import { mayAddToNetwork } from '#network/policy.ts';
import type { PersonInput } from '#network/people/schema.ts';
import { planPeople } from '../programme-people/imports.server.ts';
import type { ReadProgramme } from '../programme-files/imports.server.ts';
import type { ListedItem, ProgrammeProblem } from '../programme-files/model.ts';
import {
  differences,
  type PreviewItem,
  type PreviewWorkshop,
  type ProgrammeChoices,
  type ProgrammePreview,
} from '../programme-imports/model.ts';
import { mayImport, ownAddress, readItems, workshopHolding } from '../programme-imports/queries.server.ts';
import type { ProgrammeItemRow } from '../programme/model.ts';
import { itemInput, type ItemInput } from '../programme/schema.ts';
import type { WorkshopInput } from '../workshops/schema.ts';
import { planWorkshop } from '../workshop-plans/imports.server.ts';
import { isWithin } from '../workshops/model.ts';
import { abstractLimit, itemAsRead, problem } from './model.ts';

/** A preview with what is to be written where nothing stands in its way. */
export interface ProgrammePlan {
  preview: ProgrammePreview;
  newWorkshop: WorkshopInput | null;
  newPeople: { key: string; input: PersonInput }[];
  newItems: { input: Omit<ItemInput, 'workshopId'>; contributions: PreviewItem['contributions'] }[];
}

interface Asked {
  read: ReadProgramme;
  locale: Locale;
  workshopId: string | undefined;
  choices?: ProgrammeChoices;
}

/** A preview of nothing, with the one problem there is beside those of the file. */
export function emptyPreview(
  { digest, file, problems }: ReadProgramme,
  ...more: ProgrammeProblem[]
): ProgrammePreview {
  return {
    digest,
    format: file?.format ?? null,
    applied: false,
    workshop: null,
    items: [],
    days: [],
    rooms: [],
    people: [],
    counts: { create: 0, existing: 0, leftOut: 0, peopleNew: 0, peopleLinked: 0 },
    problems: [...problems, ...more],
  };
}

/** Holds a file against what the node has. The actor may import. */
export async function planProgramme(db: Source, actor: Actor, asked: Asked): Promise<ProgrammePlan> {
  const { read, locale, choices } = asked;
  const nothing = (...more: ProgrammeProblem[]): ProgrammePlan => ({
    preview: emptyPreview(read, ...more),
    newWorkshop: null,
    newPeople: [],
    newItems: [],
  });
  if (!read.file) return nothing();
  // The identifiers of a file are the same in every zone.
  const keys = read.itemsIn('UTC').items.map(({ key }) => key);
  const found = asked.workshopId ?? (keys.length > 0 ? await workshopHolding(db, actor, keys) : undefined);
  if (found && found !== asked.workshopId && !(await mayImport(db, actor, found)))
    return nothing(problem(null, 'here_and_not_allowed'));
  const planned = await planWorkshop(db, actor, { read, workshopId: found, locale });
  if (!planned) return nothing(problem(null, 'workshop_unknown'));
  const { workshop, items: listed, input: newWorkshop } = planned;
  const problems = [...read.problems, ...planned.problems];
  if (found && !asked.workshopId)
    problems.push(problem(null, 'already_here', { workshop: workshop.title }, 'warning'));

  const rows = workshop.id === null ? [] : await readItems(db, workshop.id);
  const items = itemsOf(listed, { workshop, rows, locale, choices }, problems);
  const fresh = new Set(items.flatMap(({ state, key }) => (state === 'new' ? [key] : [])));
  const { people, inputs, unknown } = await planPeople(
    db,
    listed.filter(({ key }) => fresh.has(key)),
    { locale, chosen: choices?.people },
  );
  for (const key of unknown) problems.push(problem(null, 'person_unknown', { name: key }));
  problems.push(...peopleProblems(people, inputs.size > 0 && !mayAddToNetwork(actor)));

  const start = Math.max(0, ...rows.map(({ position }) => position));
  const created = items.filter(({ state }) => state === 'new');
  const newItems = created.map((item, index) => ({
    input: inputOf(item, start + index + 1),
    contributions: item.contributions,
  }));
  for (const [index, { input }] of newItems.entries()) problems.push(...refusalsOf(input, created[index]!));
  const distinct = (values: (string | null)[]) => [...new Set(values.filter((value) => value !== null))];
  const count = (state: PreviewItem['state']) => items.filter((item) => item.state === state).length;
  const preview: ProgrammePreview = {
    ...emptyPreview(read),
    workshop,
    items,
    days: distinct(items.map(({ day }) => day)).sort(),
    rooms: distinct(items.map(({ room }) => room)),
    people,
    counts: {
      create: count('new'),
      existing: count('existing'),
      leftOut: count('left-out'),
      peopleNew: inputs.size,
      peopleLinked: people.length - inputs.size,
    },
    problems: problems.sort((one, other) => (one.line ?? 0) - (other.line ?? 0)),
  };
  const newPeople = [...inputs].map(([key, input]) => ({ key, input }));
  return { preview, newWorkshop, newPeople, newItems };
}

interface Around {
  workshop: PreviewWorkshop;
  rows: readonly ProgrammeItemRow[];
  locale: Locale;
  choices: ProgrammeChoices | undefined;
}

/** Every item of the file with what becomes of it, in the order of the programme. */
function itemsOf(
  listed: readonly ListedItem[],
  { workshop, rows, locale, choices }: Around,
  problems: ProgrammeProblem[],
): PreviewItem[] {
  const known = new Map(
    rows.flatMap((row) => [row.import_key, row.id].flatMap((key) => (key ? [[key, row] as const] : []))),
  );
  const byAnchor = new Map(rows.map((row) => [row.anchor, row]));
  const dates = { starts_on: workshop.startsOn, ends_on: workshop.endsOn };
  const anchors = new Set(byAnchor.keys());
  const leaveOut = new Set(choices?.leaveOut);
  const moment = ({ day, startsAt }: ListedItem) => `${day ?? '9'}T${startsAt ?? ''}`;
  const ordered = listed.toSorted((one, other) =>
    moment(one) < moment(other) ? -1 : moment(one) > moment(other) ? 1 : 0,
  );
  const languages = new Map<string, number[]>();
  const outsiders = new Map<string, number[]>();
  const shortened: number[] = [];
  const items = ordered.map((one): PreviewItem => {
    const own = ownAddress(one.key);
    const row = known.get(one.key) ?? (own?.slug === workshop.slug ? byAnchor.get(own.anchor) : undefined);
    const item = itemAsRead(one, { locale, anchors, chosen: choices?.kinds });
    if (row) {
      const titles = [row.title_fr, row.title_ar, row.title_en];
      const differs = differences(item, { ...row, titles });
      return { ...item, state: 'existing', anchor: row.anchor, differs, contributions: [] };
    }
    const outside = one.day !== null && !isWithin(dates, one.day);
    if (leaveOut.has(one.key) || (outside && one.repeated))
      return { ...item, state: 'left-out', contributions: [] };
    if (outside) outsiders.set(one.day!, [...(outsiders.get(one.day!) ?? []), one.line]);
    const tag = one.language?.slice(0, 2).toLowerCase();
    if (tag && tag !== item.language) languages.set(tag, [...(languages.get(tag) ?? []), one.line]);
    if ((one.abstract?.length ?? 0) > abstractLimit) shortened.push(one.line);
    return item;
  });
  // Once for each day: a file of another edition would be told as many times as it has items.
  for (const [day, [line = null, ...more]] of outsiders)
    problems.push(problem(line, 'outside', { day, count: more.length + 1 }));
  for (const [language, [line = null, ...more]] of languages)
    problems.push(problem(line, 'language', { language, count: more.length + 1 }, 'warning'));
  if (shortened[0] !== undefined)
    problems.push(
      problem(
        shortened[0],
        'abstract_shortened',
        { limit: abstractLimit, count: shortened.length },
        'warning',
      ),
    );
  return items;
}

function peopleProblems(people: ProgrammePreview['people'], notAllowed: boolean): ProgrammeProblem[] {
  const likely = people.flatMap(({ state, line, name, candidates: [candidate] }) =>
    state === 'likely' && candidate
      ? [problem(line, 'person_likely', { name, candidate: candidate.name }, 'warning')]
      : [],
  );
  return notAllowed ? [...likely, problem(null, 'people_not_allowed')] : likely;
}

function inputOf(item: PreviewItem, position: number): Omit<ItemInput, 'workshopId'> {
  const { key, anchor, kind, number, day, startsAt, endsAt, title, abstract, room, language } = item;
  const text = (value: string) => ({ [language]: value, original: language });
  return {
    importKey: key,
    anchor,
    position,
    kind,
    title: text(title),
    ...(number !== null && { number }),
    ...(day !== null && { day }),
    ...(startsAt !== null && { startsAt }),
    ...(endsAt !== null && { endsAt }),
    ...(abstract !== null && { abstract: text(abstract) }),
    ...(room !== null && { room: text(room) }),
  };
}

const anyWorkshop = '00000000-0000-7000-8000-000000000000';

/** What the programme's own schema would refuse, at the item's line. */
function refusalsOf(input: Omit<ItemInput, 'workshopId'>, { line, title }: PreviewItem): ProgrammeProblem[] {
  const { issues = [] } = v.safeParse(itemInput, { ...input, workshopId: anyWorkshop });
  return issues.map((issue) => {
    const limit = typeof issue.requirement === 'number' ? issue.requirement : 0;
    return limit > 0
      ? problem(line, 'too_long', { title, limit })
      : problem(line, 'not_accepted', { title, field: v.getDotPath(issue) ?? '' });
  });
}
