/** Every golden feed read by another parser, and held to what RFC 4287 demands in words. */
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { describe, expect, it } from 'vitest';
import type { Feed } from '#formats/atom/feed.ts';
import { oneLine, plainText } from '#formats/text/text.ts';
import { goldenCases } from './cases.ts';

interface ParsedLink {
  '@rel': string;
  '@type': string;
  '@hreflang': string;
  '@href': string;
}

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  parseTagValue: false,
  trimValues: false,
  isArray: (name) => ['entry', 'link', 'category'].includes(name),
});

describe.each(goldenCases<Feed>('atom', 'xml'))('$name', ({ input, expected }) => {
  const { feed } = parser.parse(expected);
  const entries = feed.entry as Record<string, never>[];

  it('is well formed, in the namespace of Atom and the language of the feed', () => {
    expect(XMLValidator.validate(expected)).toBe(true);
    expect([feed['@xmlns'], feed['@xml:lang']]).toEqual(['http://www.w3.org/2005/Atom', input.language]);
  });

  it('gives every text back as it was', () => {
    expect(feed.title).toBe(oneLine(input.title));
    expect(entries.map((entry) => [entry.id, entry['@xml:lang'], entry.title, entry.summary])).toEqual(
      input.entries.map((entry) => [
        entry.id,
        entry.language,
        oneLine(entry.title),
        plainText(entry.summary ?? ''),
      ]),
    );
    const html = entries.map((entry) => (entry.content as { '#text'?: string } | undefined)?.['#text'] ?? '');
    expect(html).toEqual(input.entries.map((entry) => plainText(entry.contentHtml ?? '')));
  });

  it('has an author, instants, and a link to itself', () => {
    expect(feed.author.name).toBe(oneLine(input.author.name));
    for (const instant of [
      feed.updated,
      ...entries.flatMap(({ updated, published }) => [updated, published]),
    ]) {
      expect(instant).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
    }
    expect((feed.link as ParsedLink[]).filter((link) => link['@rel'] === 'self')).toHaveLength(1);
  });

  it('never has two alternates of one type and language (section 4.1.1)', () => {
    for (const links of [feed.link, ...entries.map((entry) => entry.link ?? [])] as ParsedLink[][]) {
      const alternates = links.filter((link) => link['@rel'] === 'alternate');
      const kinds = alternates.map((link) => `${link['@type']} ${link['@hreflang']}`);
      expect(new Set(kinds).size).toBe(kinds.length);
      for (const link of links) expect(link['@href']).toMatch(/^https:/);
    }
  });
});
