import type { ComponentProps } from 'svelte';
import { m } from '#messages';
import { getLocale } from '#messages/runtime';
import { localized } from '#platform/locale/address.ts';
import { formatDate } from '#platform/locale/format.ts';
import { read, readOptional } from '#platform/locale/reader.ts';
import type Facts from '#ui/components/Facts.svelte';
import { commitmentKindWord } from '../../commitments/components/words.ts';
import type { CommitmentDossier } from '../queries.server.ts';

type FactList = ComponentProps<typeof Facts>['facts'];

/** What is looked up about a commitment: who answers for it, with whom, where, until when. */
export function commitmentFacts(dossier: CommitmentDossier): FactList {
  const { commitment, organisation, parties, confirmer, territories, extensions } = dossier;
  const locale = getLocale();
  const to = (noun: string, slug: string) => localized(`/${noun}/${slug}`, locale);
  const named = (row: typeof organisation) => ({
    text: read(row, 'name'),
    href: to('organisations', row.slug),
  });
  const { first_due_on: first, due_on: due, starts_on: starts } = commitment;
  const facts: FactList = [
    { label: m.follow_up_reference(), values: [{ text: commitment.reference }] },
    { label: m.follow_up_lead(), values: [named(organisation)] },
    {
      label: m.follow_up_parties(),
      values: parties.map((party) => {
        const note = readOptional(party, 'contribution');
        return { ...named(party.organisation), ...(note && { note }) };
      }),
    },
    {
      label: m.follow_up_field_commitment_kind(),
      values: [{ text: commitmentKindWord(commitment.kind) }],
    },
    { label: m.follow_up_field_starts(), values: starts ? [{ text: formatDate(starts, locale) }] : [] },
    {
      label: m.follow_up_field_due(),
      values: [
        due
          ? {
              text: formatDate(due, locale),
              ...(first !== null &&
                first !== due && { note: m.follow_up_first_due({ date: formatDate(first, locale) }) }),
            }
          : { text: m.follow_up_commitment_due_none() },
      ],
    },
    {
      label: m.follow_up_extensions_granted(),
      values: extensions.map((row) => ({
        text: m.follow_up_extension_dates({
          from: formatDate(row.from_due_on, locale),
          to: formatDate(row.to_due_on, locale),
        }),
        ...(row.answered_on && {
          note: m.follow_up_extension_granted_on({ date: formatDate(row.answered_on, locale) }),
        }),
      })),
    },
    {
      label: m.follow_up_concerns(),
      values: territories.map((row) => ({ text: read(row, 'name'), href: to('territories', row.slug) })),
    },
    { label: m.follow_up_field_confirmer(), values: confirmer ? [named(confirmer)] : [] },
  ];
  return facts.filter(({ values }) => values.length > 0);
}
