import { calendar, type CalendarEvent } from '#formats/ics/calendar.ts';
import { getLocale } from '#messages/runtime';
import { m } from '#messages';
import { identifier } from '#network/exports.server.ts';
import { read, readOptional } from '#platform/locale/reader.ts';
import { itemWord } from '../components/words.ts';
import { contributorName, itemPage, knownHours, location, workshopPage } from '../dossier/exports.server.ts';
import type { Dossier } from '../dossier/queries.server.ts';
import type { ItemWithPeople } from '../programme/queries.server.ts';
import type { WorkshopRow } from '../workshops/model.ts';

/**
 * The workshop and each of its items as a calendar. An item without known hours takes the whole of its day, and
 * the workshop's days where its day isn't known either.
 */
export function workshopCalendar({ workshop, programme }: Dossier, publicUrl: string): string {
  return calendar({
    name: read(workshop, 'title').text,
    language: getLocale(),
    url: workshopPage(workshop, publicUrl),
    events: [
      workshopEvent(workshop, publicUrl),
      ...programme.map((item) => itemEvent(workshop, item, publicUrl)),
    ],
  });
}

/** One programme item as a calendar of its own. */
export function itemCalendar({ workshop }: Dossier, item: ItemWithPeople, publicUrl: string): string {
  return calendar({
    name: read(item, 'title').text,
    language: getLocale(),
    url: itemPage(workshop, item, publicUrl),
    events: [itemEvent(workshop, item, publicUrl)],
  });
}

/** A workshop as one entry of a calendar: whole days. */
export function workshopEvent(workshop: WorkshopRow, publicUrl: string): CalendarEvent {
  return {
    uid: identifier(publicUrl, 'workshops', workshop),
    sequence: workshop.version - 1,
    createdAt: workshop.created_at,
    updatedAt: workshop.updated_at,
    summary: read(workshop, 'title').text,
    description: readOptional(workshop, 'summary')?.text,
    location: location(workshop),
    url: workshopPage(workshop, publicUrl),
    status:
      workshop.status === 'cancelled'
        ? 'cancelled'
        : workshop.status === 'postponed'
          ? 'tentative'
          : 'confirmed',
    startDate: workshop.starts_on,
    endDate: workshop.ends_on,
  };
}

function itemEvent(workshop: WorkshopRow, item: ItemWithPeople, publicUrl: string): CalendarEvent {
  const known = knownHours(item);
  const description = [
    known ? null : m.events_hours_unknown(),
    readOptional(item, 'abstract')?.text,
    item.contributions.map((contribution) => contributorName(contribution)).join(' · '),
  ];
  return {
    ...workshopEvent(workshop, publicUrl),
    uid: `${identifier(publicUrl, 'workshops', workshop)}/programme/${item.anchor}`,
    parentUid: identifier(publicUrl, 'workshops', workshop),
    // What befalls the workshop befalls the item: whoever keeps it in a calendar must hear of either.
    sequence: workshop.version + item.version - 2,
    createdAt: item.created_at,
    updatedAt: item.updated_at > workshop.updated_at ? item.updated_at : workshop.updated_at,
    summary: read(item, 'title').text,
    description: description.filter(Boolean).join('\n\n'),
    location: [readOptional(item, 'room')?.text, location(workshop)].filter(Boolean).join(m.ui_comma()),
    url: itemPage(workshop, item, publicUrl),
    categories: [itemWord(item)],
    ...(item.day && { startDate: item.day, endDate: item.day }),
    ...(known && { ...known, timeZone: workshop.time_zone, startDate: undefined, endDate: undefined }),
  } as CalendarEvent;
}
