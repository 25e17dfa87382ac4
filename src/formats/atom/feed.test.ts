import { describe, expect, it } from 'vitest';
import { feedXml, tagUri, type Feed, type FeedEntry } from './feed.ts';

const entry: FeedEntry = {
  id: 'tag:indimaj.example,2026:workshops/1',
  title: 'Atelier',
  language: 'fr',
  updatedAt: '2026-11-22T16:45:00.000Z',
  url: 'https://indimaj.example/fr/workshops/1',
};
const feed = (change: Partial<Feed> = {}): Feed => ({
  id: 'https://indimaj.example/workshops',
  title: 'Rencontres',
  language: 'fr',
  updatedAt: '2026-11-22T16:45:00.000Z',
  url: 'https://indimaj.example/fr/workshops',
  selfUrl: 'https://indimaj.example/fr/workshops/feed.xml',
  author: { name: 'Indimaj' },
  entries: [entry],
  ...change,
});

it('is valid with no entry', () => {
  expect(feedXml(feed({ entries: [] }))).not.toContain('<entry');
});

it('has one alternate for each language', () => {
  const twice = ['fr', 'FR', 'ar', 'ar'].map((language, index) => ({
    language,
    url: `https://indimaj.example/${index}`,
  }));
  const xml = feedXml(feed({ entries: [{ ...entry, alternates: twice }] }));
  const inside = xml.slice(xml.indexOf('<entry'));
  expect(
    [...inside.matchAll(/hreflang="(..)" href="([^"]+)"/g)].map(([, language, url]) => [language, url]),
  ).toEqual([
    ['fr', 'https://indimaj.example/fr/workshops/1'],
    ['ar', 'https://indimaj.example/2'],
  ]);
});

it('writes HTML escaped', () => {
  expect(feedXml(feed({ entries: [{ ...entry, contentHtml: '<p>Oui &amp; non</p>' }] }))).toContain(
    '<content type="html">&lt;p&gt;Oui &amp;amp; non&lt;/p&gt;</content>',
  );
});

describe('identifiers', () => {
  it('are made as RFC 4151 has them', () => {
    expect(tagUri('indimaj.example', '2026-11-23', 'workshops/ورشة#1')).toBe(
      'tag:indimaj.example,2026-11-23:workshops/%D9%88%D8%B1%D8%B4%D8%A9%231',
    );
  });

  it.each([
    '',
    'workshops/1',
    'javascript:1',
    'tag:indimaj.example:x',
    'https://indimaj.example/a b',
    'https://x/\n',
  ])('refuse %j', (id) => {
    expect(() => feedXml(feed({ id }))).toThrow(RangeError);
  });
});

it('refuses a date that is no instant', () => {
  expect(() => feedXml(feed({ updatedAt: '22 novembre 2026' }))).toThrow(RangeError);
});
