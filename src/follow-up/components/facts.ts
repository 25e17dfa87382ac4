import type { ComponentProps } from 'svelte';
import { itemFragment } from '#events/programme/model.ts';
import { m } from '#messages';
import { getLocale } from '#messages/runtime';
import { localized } from '#platform/locale/address.ts';
import { formatDate, formatDates } from '#platform/locale/format.ts';
import { read, readOptional } from '#platform/locale/reader.ts';
import type { Passage } from '#platform/locale/text.ts';
import type Facts from '#ui/components/Facts.svelte';
import { authorityWord, priorityWord } from '../recommendations/components/fields.ts';
import type { RecommendationDossier } from '../recommendation-dossiers/queries.server.ts';

/** What is looked up about a recommendation; whom it is addressed to is told where nobody is, too. */
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
    { label: m.follow_up_addressees(), values: addresseesOf(dossier) },
    {
      label: m.follow_up_field_issued(),
      values: recommendation.issued_on ? [{ text: formatDate(recommendation.issued_on, locale) }] : [],
    },
    {
      label: m.follow_up_field_pages(),
      values: recommendation.source_pages ? [{ text: recommendation.source_pages }] : [],
    },
    {
      label: m.follow_up_field_priority(),
      values: recommendation.priority
        ? [
            {
              text: priorityWord(recommendation.priority),
              ...noted(readOptional(recommendation, 'priority_reason')),
            },
          ]
        : [],
    },
    {
      label: m.follow_up_field_beneficiaries(),
      values: wordsOf(readOptional(recommendation, 'beneficiaries')),
    },
  ];
  return facts.filter(({ values }) => values.length > 0);
}

const wordsOf = (passage: Passage | undefined) => (passage ? [{ text: passage }] : []);
const noted = (passage: Passage | undefined) => (passage ? { note: passage } : {});

function addresseesOf({ explanation: { addressees } }: RecommendationDossier) {
  const locale = getLocale();
  const named = addressees.organisations.map(({ organisation }) => ({
    text: read(organisation, 'name'),
    href: localized(`/organisations/${organisation.slug}`, locale),
  }));
  const levels = addressees.unnamed.map((level) => ({ text: authorityWord(level) }));
  return named.length + levels.length > 0 ? [...named, ...levels] : [{ text: m.follow_up_addressees_none() }];
}
