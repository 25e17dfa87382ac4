import type { ComponentProps } from 'svelte';
import { itemFragment } from '#events/programme/model.ts';
import { m } from '#messages';
import { getLocale } from '#messages/runtime';
import { localized } from '#platform/locale/address.ts';
import { formatDates } from '#platform/locale/format.ts';
import { read } from '#platform/locale/reader.ts';
import type Facts from '#ui/components/Facts.svelte';
import type { RecommendationDossier } from '../recommendations/queries.server.ts';

/**
 * What is looked up about a recommendation. The register has no place for addressees and due dates yet: both are
 * told as not recorded, which says nothing of what a source knows.
 */
export function recommendationFacts(dossier: RecommendationDossier): ComponentProps<typeof Facts>['facts'] {
  const { recommendation, initiatives, workshops, territories, sessions, followed } = dossier;
  const locale = getLocale();
  const to = (noun: string, slug: string) => localized(`/${noun}/${slug}`, locale);
  const facts = [
    { label: m.follow_up_reference(), values: [{ text: recommendation.reference }] },
    {
      label: m.follow_up_origin(),
      values:
        initiatives.length > 0
          ? initiatives.map((row) => ({ text: read(row, 'name'), href: to('initiatives', row.slug) }))
          : sessions.length > 0
            ? []
            : [{ text: m.follow_up_origin_none() }],
    },
    {
      label: m.follow_up_formulated_in(),
      values: sessions.map((row) => ({
        text: read(row, 'title'),
        href: `${to('workshops', row.workshop)}#${itemFragment(row)}`,
      })),
    },
    {
      label: m.follow_up_follows_from(),
      values: followed.map((row) => ({
        text: read(row, 'text'),
        href: `${to('workshops', row.workshop)}#conclusions`,
      })),
    },
    {
      label: m.follow_up_proposed_by(),
      values: [
        ...dossier.proposing.map((row) => ({ text: read(row, 'name'), href: to('organisations', row.slug) })),
        ...dossier.people.map((row) => ({ text: read(row, 'name'), href: to('people', row.slug) })),
      ],
    },
    {
      label: m.follow_up_shared_at(),
      values: workshops.map((row) => ({
        text: read(row, 'title'),
        href: to('workshops', row.slug),
        note: formatDates(row.starts_on, row.ends_on, locale),
      })),
    },
    {
      label: m.follow_up_concerns(),
      values: territories.map((row) => ({ text: read(row, 'name'), href: to('territories', row.slug) })),
    },
    { label: m.follow_up_addressees(), values: [{ text: m.follow_up_addressees_none() }] },
    { label: m.follow_up_due(), values: [{ text: m.follow_up_due_none() }] },
  ];
  return facts.filter(({ values }) => values.length > 0);
}
