import { m } from '#messages';
import { getLocale } from '#messages/runtime';
import type { Linked } from '#network/links/queries.server.ts';
import type { Relation } from '#network/links/model.ts';
import { localized } from '#platform/locale/address.ts';
import { formatDates } from '#platform/locale/format.ts';
import { read, readOptional } from '#platform/locale/reader.ts';
import type { Passage } from '#platform/locale/text.ts';
import type { Dossier } from '../dossier/queries.server.ts';
import type { Phase } from '../workshops/model.ts';
import { attendanceWords, participantsWord } from './words.ts';

interface Fact {
  label: string;
  values: { text: string | Passage; href?: string; note?: string | Passage }[];
}

/**
 * What is looked up about a workshop: when, where, by whom, with whom, for how many. Nothing unknown is listed,
 * nor, of a meeting that is to come, how many came.
 */
export function workshopFacts(dossier: Dossier, phase: Phase): Fact[] {
  const { workshop, place, organisations, initiatives, territories, series, editions, previous } = dossier;
  const locale = getLocale();
  const to = (noun: string, slug: string) => localized(`/${noun}/${slug}`, locale);
  const venue = readOptional(workshop, 'venue');
  const city = readOptional(workshop, 'city');
  const attendance = attendanceWords(dossier.participation.whole.attendance);
  const having = (...relations: Relation[]) =>
    organisations
      .filter(({ relation }) => relations.includes(relation))
      .map((organisation: Linked<'organisations'>) => ({
        text: read(organisation, 'name'),
        href: to('organisations', organisation.slug),
      }));

  const facts: Fact[] = [
    {
      label: m.events_dates(),
      values: [{ text: formatDates(workshop.starts_on, workshop.ends_on, locale) }],
    },
    {
      label: m.events_place(),
      values: [
        ...(venue ? [{ text: venue }] : []),
        ...(city ? [{ text: city, ...(place && { href: to('territories', place.slug) }) }] : []),
      ],
    },
    {
      label: m.events_edition_of(),
      values: series
        ? [
            {
              text: read(series, 'name'),
              href: to('series', series.slug),
              note: m.events_edition_number({
                number: editions.findIndex(({ id }) => id === workshop.id) + 1,
                count: editions.length,
              }),
            },
          ]
        : [],
    },
    {
      label: m.events_follows(),
      values: previous
        ? [
            {
              text: read(previous, 'title'),
              href: to('workshops', previous.slug),
              note: formatDates(previous.starts_on, previous.ends_on, locale),
            },
          ]
        : [],
    },
    {
      label: m.events_initiative(),
      values: initiatives.map((row) => ({ text: read(row, 'name'), href: to('initiatives', row.slug) })),
    },
    { label: m.events_organisers(), values: having('organiser', 'co-organiser') },
    { label: m.events_partners(), values: having('partner') },
    { label: m.events_funders(), values: having('funder') },
    { label: participantsWord(phase), values: having('participant') },
    {
      label: m.events_regions(),
      values: territories.map((row) => ({ text: read(row, 'name'), href: to('territories', row.slug) })),
    },
    {
      label: m.events_attendance(),
      values:
        phase === 'upcoming' || phase === 'off'
          ? []
          : (attendance?.map((text) => ({ text })) ??
            (phase === 'past' ? [{ text: m.events_attendance_unknown() }] : [])),
    },
  ];
  return facts.filter(({ values }) => values.length > 0);
}
