import * as v from 'valibot';
import type { Actor } from '#platform/actor/actor.ts';
import type { Source } from '#platform/database/database.ts';
import type { Locale } from '#platform/locale/locale.ts';
import { requiredPassage } from '#platform/locale/text.ts';
import { slugify } from '#platform/text/slug.ts';
import type { ReadProgramme } from '../programme-files/imports.server.ts';
import type { ListedItem, ProgrammeFile, ProgrammeProblem } from '../programme-files/model.ts';
import { defaultTimeZone, languageOf, type PreviewWorkshop } from '../programme-imports/model.ts';
import { readImportWorkshop, takenSlugs } from '../programme-imports/queries.server.ts';
import { freeSlug } from '../programme-people/imports.server.ts';
import { problem } from '../programme-plans/model.ts';
import { workshopInput, type WorkshopInput } from '../workshops/schema.ts';

/** The workshop a file is for, its items in that workshop's zone, and its input where it is to be made. */
export interface PlannedWorkshop {
  workshop: PreviewWorkshop;
  items: ListedItem[];
  input: WorkshopInput | null;
  problems: ProgrammeProblem[];
}

/** A workshop that is here, or a draft made from the file; null where the actor reads no workshop of this id. */
export async function planWorkshop(
  db: Source,
  actor: Actor,
  { read, workshopId, locale }: { read: ReadProgramme; workshopId: string | undefined; locale: Locale },
): Promise<PlannedWorkshop | null> {
  if (workshopId === undefined) return newWorkshop(db, read, locale);
  const row = await readImportWorkshop(db, actor, workshopId);
  if (!row) return null;
  const { items, problems } = read.itemsIn(row.time_zone);
  const workshop = {
    id: row.id,
    slug: row.slug,
    title: requiredPassage(row, 'title', locale).text,
    startsOn: row.starts_on,
    endsOn: row.ends_on,
    timeZone: row.time_zone,
  };
  return { workshop, items, input: null, problems };
}

async function newWorkshop(db: Source, read: ReadProgramme, locale: Locale): Promise<PlannedWorkshop> {
  const file = read.file!;
  const timeZone = file.timeZone ?? defaultTimeZone;
  const { items, problems } = read.itemsIn(timeZone);
  if (file.timeZone === null && items.some(({ startsAt }) => startsAt !== null))
    problems.push(problem(file.line, 'no_zone', { zone: timeZone }, 'warning'));
  const title = file.title ?? items[0]?.title ?? '';
  const days = [file.start, file.end, ...items.map(({ day }) => day)].filter((day) => day !== null).sort();
  const [startsOn, endsOn] = [days[0], days.at(-1)];
  const slug = freeSlug(slugOf(file, title, startsOn), await takenSlugs(db, 'workshops'));
  const workshop = { id: null, slug, title, startsOn: startsOn ?? '', endsOn: endsOn ?? '', timeZone };
  if (startsOn === undefined) {
    // Days that could not be read are told where they stand.
    if (!read.problems.some(({ severity }) => severity === 'error'))
      problems.push(problem(file.line, 'no_days'));
    return { workshop, items, input: null, problems };
  }
  const language = languageOf(title, null, locale);
  const text = (value: string | null, most: number) =>
    value === null ? undefined : { [language]: value.slice(0, most).toWellFormed(), original: language };
  const input: WorkshopInput = {
    slug,
    form: 'workshop',
    status: 'draft',
    title: { [language]: title.slice(0, 400).toWellFormed(), original: language },
    startsOn,
    endsOn: endsOn!,
    timeZone,
    summary: text(file.description, 4_000),
    venue: text(file.venue, 200),
    city: text(file.city, 120),
  };
  const refused = (v.safeParse(workshopInput, input).issues ?? []).map(({ message }) => message);
  for (const reason of new Set(refused.map((message) => workshopReasons[message] ?? 'workshop_not_accepted')))
    problems.push(problem(file.line, reason));
  return { workshop, items, input, problems };
}

/** What the schema's refusals are called here. */
const workshopReasons: Record<string, string> = {
  events_problem_year: 'year',
  events_problem_too_many_days: 'too_many_days',
  events_problem_time_zone: 'zone_not_taken',
};

/** A meeting's short name, with its year where it bears none. */
function slugOf({ acronym }: ProgrammeFile, title: string, startsOn: string | undefined): string {
  const slug = slugify(acronym ?? title, { max: 60 });
  const year = startsOn?.slice(0, 4);
  return year && !slug.includes(year) ? `${slug}-${year}` : slug;
}
