/** Atom feeds: RFC 4287. */
import { filled, languageTag, oneLine, webAddress } from '../text/text.ts';
import { utcInstant } from '#platform/clock/local.ts';
import { xmlDocument, type XmlContent } from '../xml/document.ts';
import type { Alternate, Feed, FeedAuthor, FeedCategory, FeedEntry } from './model.ts';

export type { Alternate, Feed, FeedAuthor, FeedCategory, FeedEntry } from './model.ts';

const HTML = 'text/html';
const ATOM = 'application/atom+xml';

/**
 * The feed as an XML document, entries in the order given.
 * @throws {RangeError} on an id that is no tag or http(s) address, or a date or language that is none.
 */
export function feedXml(feed: Feed): string {
  const language = languageTag(feed.language);
  return xmlDocument({
    feed: {
      '@xmlns': 'http://www.w3.org/2005/Atom',
      '@xml:lang': language,
      id: identifier(feed.id),
      title: oneLine(feed.title),
      subtitle: filled(feed.subtitle),
      updated: utcInstant(feed.updatedAt),
      link: [
        ...link('self', ATOM, { language, url: feed.selfUrl }),
        ...links(ATOM, feed.alternates ?? []),
        ...links(HTML, [{ language, url: feed.url }]),
      ],
      author: author(feed.author),
      category: feed.categories?.map(category),
      rights: filled(feed.rights),
      icon: webAddress(feed.icon),
      logo: webAddress(feed.logo),
      generator: feed.generator && {
        '@uri': webAddress(feed.generator.url),
        '@version': feed.generator.version,
        '#': oneLine(feed.generator.name),
      },
      entry: feed.entries.map(entry),
    },
  });
}

/**
 * A name that outlives addresses: `tag:host,date:path` (RFC 4151).
 * @param host the domain that gave the name @param date a day on which it held the domain, `YYYY-MM-DD`
 * @throws {RangeError} when a part does not fit the form.
 */
export function tagUri(host: string, date: string, path: string): string {
  const tag = `tag:${host},${date}:${encodeURI(path).replaceAll('#', '%23')}`;
  return identifier(tag);
}

function entry(entry: FeedEntry): XmlContent {
  const language = languageTag(entry.language);
  const html = filled(entry.contentHtml);
  return {
    '@xml:lang': language,
    id: identifier(entry.id),
    title: oneLine(entry.title),
    published: entry.publishedAt ? utcInstant(entry.publishedAt) : undefined,
    updated: utcInstant(entry.updatedAt),
    link: links(HTML, [{ language, url: entry.url }, ...(entry.alternates ?? [])]),
    author: entry.author && author(entry.author),
    category: entry.categories?.map(category),
    summary: filled(entry.summary),
    content: html === undefined ? undefined : { '@type': 'html', '#': html },
  };
}

/** Alternates of one type: at most one for each language (section 4.1.1), the first given. */
function links(type: string, alternates: readonly Alternate[]): XmlContent[] {
  const byLanguage = new Map<string, Alternate>();
  for (const alternate of alternates) {
    const language = languageTag(alternate.language).toLowerCase();
    if (!byLanguage.has(language)) byLanguage.set(language, alternate);
  }
  return [...byLanguage.values()].flatMap((alternate) => link('alternate', type, alternate));
}

function link(rel: string, type: string, { language, url }: Alternate): XmlContent[] {
  const href = webAddress(url);
  return href ? [{ '@rel': rel, '@type': type, '@hreflang': language, '@href': href }] : [];
}

function author({ name, url }: FeedAuthor): XmlContent {
  return { name: oneLine(name), uri: webAddress(url) };
}

function category({ term, label, scheme }: FeedCategory): XmlContent {
  return { '@term': term, '@scheme': webAddress(scheme), '@label': filled(label) };
}

/** Identifiers are compared letter by letter, so they are written as given, never tidied. */
function identifier(id: string): string {
  if (!/^(tag:[a-z0-9.-]+,\d{4}(-\d\d){0,2}:|https?:\/\/)[\w.~:/?#[\]@!$&'()*+,;=%-]+$/.test(id)) {
    throw new RangeError(`not an identifier: ${id}`);
  }
  return id;
}
