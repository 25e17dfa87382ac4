/** Reads schedule JSON of frab and pretalx (version 1) and of the hub (version 2), as real files have them. */
import {
  scheduleLimits,
  type ReadItem,
  type ReadPerson,
  type ReadSchedule,
  type ScheduleReading,
} from '../schedule/model.ts';
import { Problems, quoted, unreadable } from '../schedule/problems.ts';
import { knownZone, readDay } from '../schedule/times.ts';
import { line, link, passage, together } from '../schedule/fields.ts';
import { itemIdentity, whenOf, type Found } from './items.ts';
import { parseJson, type Json } from './json.ts';

/** The schedule in a JSON text. Whatever the text is, the answer is a reading; nothing throws, nothing hangs. */
export function readScheduleJson(text: string): ScheduleReading {
  const parsed = parseJson(text);
  if ('reason' in parsed) return unreadable(parsed.line, parsed.reason, parsed.values);
  const schedule = parsed.root.at('schedule');
  const conference = schedule?.at('conference');
  if (!schedule || !conference?.isObject)
    return unreadable(parsed.root.line, 'not-a-schedule', { found: 'JSON' });
  return scheduleOf(schedule, conference);
}

/** What an item's place in the file says of it. */
interface Around {
  day: string | null;
  room: string | null;
  timeZone: string | null;
  tracks: Map<string, string>;
}

function scheduleOf(root: Json, conference: Json): ScheduleReading {
  const problems = new Problems();
  const field = (name: string) => conference.text(name);
  const named = line(field('time_zone_name'));
  const timeZone = named === null ? null : knownZone(named);
  if (named !== null && timeZone === null)
    problems.warning(conference.at('time_zone_name')!.line, 'zone-unknown', { zone: quoted(named) });
  const schedule: ReadSchedule = {
    format: 'frab-json',
    line: conference.line,
    title: line(field('title')),
    acronym: line(field('acronym')),
    description: passage(field('description')),
    start: readDay(field('start') ?? ''),
    end: readDay(field('end') ?? ''),
    timeZone,
    venue: null,
    city: null,
    url: link(field('url'), null)[0]?.url ?? null,
    days: [],
    items: [],
  };
  const tracks = new Map(
    (conference.at('tracks')?.items ?? []).flatMap((track) => {
      const [slug, name] = [track.text('slug'), line(track.text('name'))];
      return slug !== null && name !== null ? [[slug, name] as const] : [];
    }),
  );
  for (const { event, day, room } of eventsOf(root, conference, schedule)) {
    if (schedule.items.length >= scheduleLimits.items) {
      problems.error(event.line, 'too-many-items', { limit: scheduleLimits.items });
      break;
    }
    const item = itemOf(event, { day, room, timeZone, tracks }, problems);
    if (item) schedule.items.push(item);
  }
  return { schedule, problems: problems.all() };
}

/** Version 1 has its events under days and rooms, version 2 in one list. */
function* eventsOf(
  root: Json,
  conference: Json,
  schedule: ReadSchedule,
): Generator<{ event: Json; day: string | null; room: string | null }> {
  for (const day of conference.at('days')?.items ?? []) {
    const date = readDay(day.text('date') ?? '');
    if (date !== null) schedule.days.push({ date, line: day.line });
    for (const [room, events] of day.at('rooms')?.entries ?? [])
      for (const event of events.items) yield { event, day: date, room: line(room) };
  }
  for (const event of root.at('events')?.items ?? []) yield { event, day: null, room: null };
}

function itemOf(event: Json, { day, room, timeZone, tracks }: Around, problems: Problems): ReadItem | null {
  const title = line(event.text('title'));
  if (title === null) {
    problems.error(event.line, 'no-title');
    return null;
  }
  const given = (name: string): Found['date'] => {
    const text = line(event.text(name));
    return text === null ? null : { text, line: event.at(name)!.line };
  };
  const found: Found = {
    line: event.line,
    day,
    dayChange: null,
    timeZone,
    date: given('date'),
    start: given('start'),
    end: given('end'),
    duration: given('duration'),
  };
  const track = event.at('track');
  return {
    line: event.line,
    ...itemIdentity(event.text('guid'), event.text('id') ?? event.text('code')),
    title,
    subtitle: line(event.text('subtitle')),
    abstract: together(passage(event.text('abstract')), passage(event.text('description'))),
    when: whenOf(found, problems),
    room: line(event.text('room') ?? event.at('room')?.text('name')) ?? room,
    track: line(event.text('track') ?? track?.text('name') ?? tracks.get(track?.text('slug') ?? '')),
    type: line(event.text('type')),
    language: line(event.text('language')),
    persons: [...(event.at('persons')?.items ?? []), ...(event.at('participants')?.items ?? [])].flatMap(
      personOf,
    ),
    links: (event.at('links')?.items ?? []).flatMap((one) => link(one.text('url'), one.text('title'))),
    repeated: false,
  };
}

function personOf(person: Json): ReadPerson[] {
  const name =
    line(person.text('public_name')) ?? line(person.text('name')) ?? line(person.text('full_public_name'));
  if (name === null) return [];
  const id = line(person.text('guid')) ?? line(person.text('code')) ?? line(person.text('id'));
  return [{ line: person.line, id, name, role: line(person.text('role')) }];
}
