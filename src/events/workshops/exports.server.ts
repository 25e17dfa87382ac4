import { feedXml } from '#formats/atom/feed.ts';
import { calendar } from '#formats/ics/calendar.ts';
import { getLocale } from '#messages/runtime';
import { m } from '#messages';
import { identifier } from '#network/exports.server.ts';
import { localized } from '#platform/locale/address.ts';
import { formatDates } from '#platform/locale/format.ts';
import { locales } from '#platform/locale/locale.ts';
import { read, readOptional } from '#platform/locale/reader.ts';
import { workshopEvent } from '../calendar/exports.server.ts';
import { formWord, statusWord } from '../components/words.ts';
import { hasKnownDays, type WorkshopRow } from './model.ts';

/** Every workshop of the network whose days are known, in one calendar of whole days. */
export function workshopsCalendar(workshops: readonly WorkshopRow[], publicUrl: string): string {
  return calendar({
    name: m.events_feed_title(),
    language: getLocale(),
    url: publicUrl + localized('/workshops', getLocale()),
    events: workshops.filter(hasKnownDays).map((workshop) => workshopEvent(workshop, publicUrl)),
  });
}

/**
 * The network's workshops as an Atom feed, the last changed first.
 * @param startedAt when the feed holds nothing yet: the instant it says it was updated
 */
export function workshopsFeed(
  workshops: readonly WorkshopRow[],
  publicUrl: string,
  startedAt: string,
): string {
  const address = '/workshops/feed.atom';
  const here = (path: string, locale = getLocale()) => publicUrl + localized(path, locale);
  const entries = [...workshops].sort((a, b) => b.updated_at.localeCompare(a.updated_at)).slice(0, 50);
  return feedXml({
    id: publicUrl + address,
    title: m.events_feed_title(),
    language: getLocale(),
    updatedAt: entries[0]?.updated_at ?? startedAt,
    url: here('/workshops'),
    selfUrl: here(address),
    alternates: locales
      .filter((locale) => locale !== getLocale())
      .map((language) => ({ language, url: here(address, language) })),
    author: { name: m.publication_network_name(), url: publicUrl },
    entries: entries.map((workshop) => {
      const title = read(workshop, 'title');
      const city = readOptional(workshop, 'city');
      const when = formatDates(workshop.starts_on, workshop.ends_on, getLocale());
      return {
        id: identifier(publicUrl, 'workshops', workshop),
        title: title.text,
        language: title.lang,
        publishedAt: workshop.created_at,
        updatedAt: workshop.updated_at,
        url: here(`/workshops/${workshop.slug}`),
        summary: [statusWord(workshop), when, city?.text, readOptional(workshop, 'summary')?.text]
          .filter(Boolean)
          .join(' · '),
        categories: [{ term: workshop.form, label: formWord(workshop.form) }],
      };
    }),
  });
}
