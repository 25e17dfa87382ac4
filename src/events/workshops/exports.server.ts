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
import { hasKnownDays, hasProceedings, inFeed, type WorkshopRow } from './model.ts';

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
 * @param at the instant it is made at, which a feed that holds nothing yet says it was updated at
 */
export function workshopsFeed(workshops: readonly WorkshopRow[], publicUrl: string, at: string): string {
  const address = '/workshops/feed.atom';
  const here = (path: string, locale = getLocale()) => publicUrl + localized(path, locale);
  const entries = inFeed(workshops);
  return feedXml({
    id: publicUrl + address,
    title: m.events_feed_title(),
    language: getLocale(),
    updatedAt: entries[0]?.updated_at ?? at,
    url: here('/workshops'),
    selfUrl: here(address),
    alternates: locales
      .filter((locale) => locale !== getLocale())
      .map((language) => ({ language, url: here(address, language) })),
    author: { name: m.publication_network_name(), url: publicUrl },
    entries: entries.flatMap((workshop) => {
      const title = read(workshop, 'title');
      const city = readOptional(workshop, 'city');
      const when = formatDates(workshop.starts_on, workshop.ends_on, getLocale());
      const entry = {
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
      if (!hasProceedings(workshop, new Date(at))) return [entry];
      // Its proceedings are another page, which readers of the feed have not seen yet.
      const { publishedAt: _begun, ...published } = entry;
      return [
        entry,
        {
          ...published,
          id: `${entry.id}#proceedings`,
          title: `${m.publication_proceedings()}${m.ui_colon()}${title.text}`,
          url: here(`/workshops/${workshop.slug}/proceedings`),
        },
      ];
    }),
  });
}
