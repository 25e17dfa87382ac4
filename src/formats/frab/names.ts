/** Identifiers within what both the XML and the JSON schema of the schedule format accept. */
import { oneLine } from '../text/text.ts';
import type { ScheduleItem } from './model.ts';

/** Lower-case ASCII letters and digits of a text, joined; accents fall away, other scripts leave nothing. */
function ascii(text: string, joint: string): string {
  const bare = oneLine(text).normalize('NFKD').toLowerCase().replace(/\p{M}/gu, '');
  return bare
    .split(/[^a-z0-9]+/)
    .filter(Boolean)
    .join(joint);
}

/** At least four of `a-z0-9_`: the schemas differ on hyphens, so there are none. */
export function acronym(text: string): string {
  const name = ascii(text, '_') || 'schedule';
  return name.length < 4 ? `${name}_conf` : name;
}

/** A track's slug, or undefined where the schema's form (a letter first) cannot be met. */
export function trackSlug(text: string): string | undefined {
  const slug = ascii(text, '-');
  return /^[a-z][a-z0-9-]+$/.test(slug) ? slug : undefined;
}

/** `acronym-slug` for each item; where that is too short or taken, the end of the guid makes it unique. */
export function itemSlugs(items: readonly ScheduleItem[], conference: string): Map<ScheduleItem, string> {
  const taken = new Set<string>();
  return new Map(
    items.map((item) => {
      const name = ascii(item.slug, '-').slice(0, 120).replace(/-$/, '');
      const tail = item.guid.slice(-12).toLowerCase();
      const plain = `${acronym(conference)}-${name}`;
      const slug = name.length < 4 || taken.has(plain) ? `${plain}-${tail}`.replace('--', '-') : plain;
      taken.add(slug);
      return [item, slug];
    }),
  );
}

/**
 * The deprecated numeric identifier, 1 to 2³¹−1: the one given, else one made from the guid (FNV-1a), moved on
 * while taken, in the order of the guids, so that the programme's order does not change it.
 */
export function numericIds(items: readonly ScheduleItem[]): Map<ScheduleItem, number> {
  const ids = new Map<ScheduleItem, number>();
  const taken = new Set<number>(items.flatMap((item) => item.id ?? []));
  const byGuid = [...items].sort((one, other) => (one.guid < other.guid ? -1 : 1));
  for (const item of byGuid) {
    let id = item.id ?? 0;
    if (id === 0) {
      let hash = 0x811c9dc5;
      for (const character of item.guid.toLowerCase()) {
        hash = Math.imul(hash ^ (character.codePointAt(0) as number), 0x01000193);
      }
      id = hash >>> 1 || 1;
      while (taken.has(id)) id = id === 0x7fffffff ? 1 : id + 1;
      taken.add(id);
    }
    ids.set(item, id);
  }
  return ids;
}
