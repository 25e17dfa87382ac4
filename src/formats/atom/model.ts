/** What a feed is made of. Instants are ISO 8601 in UTC, languages BCP 47. */

export interface Feed {
  /** Never changes: a `tag:` name (see `tagUri`) or the address without a language. */
  id: string;
  title: string;
  subtitle?: string | null;
  language: string;
  updatedAt: string;
  /** The page that shows the same. */
  url: string;
  /** Where this feed is published. */
  selfUrl: string;
  /** The same feed in other languages. */
  alternates?: readonly Alternate[];
  author: FeedAuthor;
  rights?: string | null;
  /** A small square picture. */
  icon?: string | null;
  /** A picture twice as wide as high. */
  logo?: string | null;
  generator?: { name: string; version?: string; url?: string | null };
  categories?: readonly FeedCategory[];
  entries: readonly FeedEntry[];
}

export interface FeedEntry {
  id: string;
  title: string;
  /** Of this entry's texts, which fall back to another language than the feed's where there is no other. */
  language: string;
  publishedAt?: string | null;
  updatedAt: string;
  url: string;
  /** The same page in other languages. */
  alternates?: readonly Alternate[];
  /** Plain text. */
  summary?: string | null;
  /** HTML that the caller has made safe. */
  contentHtml?: string | null;
  /** Where it is not the feed's. */
  author?: FeedAuthor;
  categories?: readonly FeedCategory[];
}

export interface Alternate {
  language: string;
  url: string;
}

export interface FeedAuthor {
  name: string;
  url?: string | null;
}

export interface FeedCategory {
  /** The identifier, the same in every language. */
  term: string;
  label?: string | null;
  /** Address of the list the term belongs to. */
  scheme?: string | null;
}
