import { m } from '#messages';
import { formatList } from '#platform/locale/format.ts';
import type { Locale } from '#platform/locale/locale.ts';
import { isolated } from '#platform/text/isolate.ts';
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

/** What leads to a record, counted, as a sentence. */
export function leadingWords(counts: readonly { table: string; count: number }[], locale: Locale): string {
  const byWord = Map.groupBy(counts, ({ table }) => recordsWord(table));
  const list = [...byWord].map(([kind, those]) => {
    const count = those.reduce((sum, each) => sum + each.count, 0);
    return m.network_merge_remaining_references({ kind, count });
  });
  if (list.length === 0) return m.network_merge_leading_none();
  return m.network_merge_leading({ list: formatList(list, locale) });
}

/** Why two records look alike; names of another direction don't turn the sentence round. */
export function likenessWords({ by, texts }: Likeness): string {
  const [first, second] = texts.map(isolated) as [string, string];
  if (by === 'acronym') return m.network_duplicates_by_acronym({ first });
  return by === 'script'
    ? m.network_duplicates_by_script({ first, second })
    : m.network_duplicates_by_spelling({ first, second });
}
