import { m } from '#messages';
import type { Likeness } from '../../duplicates/model.ts';

const kinds: Record<string, () => string> = {
  links: m.network_merge_kind_links,
  grants: m.network_merge_kind_grants,
  accounts: m.network_merge_kind_accounts,
  contributions: m.network_merge_kind_contributions,
  organisations: m.network_merge_kind_organisations,
  workshops: m.network_merge_kind_workshops,
  figures: m.network_merge_kind_figures,
  outcomes: m.network_merge_kind_outcomes,
};

/** Records of a kind, as a sentence about a merge names them. */
export function recordsWord(kind: string): string {
  return (kinds[kind] ?? m.network_merge_kind_other)();
}

const ISOLATE = ['\u2068', '\u2069'] as const;

/** Why two records look alike; names of another direction don't turn the sentence round. */
export function likenessWords({ by, texts }: Likeness): string {
  const [first, second] = texts.map((text) => ISOLATE.join(text)) as [string, string];
  if (by === 'acronym') return m.network_duplicates_by_acronym({ first });
  return by === 'script'
    ? m.network_duplicates_by_script({ first, second })
    : m.network_duplicates_by_spelling({ first, second });
}
